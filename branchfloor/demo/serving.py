"""A teller while a customer sits at the counter: key after key to the end, and then how it was."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.transfer import Destination

from . import habits
from .chance import around_mean, happens
from .course import End, another_service, approver_of, destination
from .desk import AtDesk, Crowd
from .roster import Seat
from .sitting import Asked, Key, Sitting, a_sitting
from .stage import Stage


class Serving(AtDesk):
    """What happens between start and the free counter."""

    def __init__(self, stage: Stage, crowd: Crowd, seat: Seat, rng: Random) -> None:
        super().__init__(stage, crowd, seat, rng)
        self._pace = min(1.45, max(0.8, around_mean(*habits.PACE, rng.gauss(0, 1))))
        self._sitting: Sitting | None = None
        self._tidy_at: datetime | None = None

    @property
    def _stays(self) -> bool:
        """Whether the teller is there for another customer after this one."""
        raise NotImplementedError

    @property
    def _acts(self) -> bool:
        """Whether the counter is this teller's at all: a person may have it for a while."""
        raise NotImplementedError

    def _serve(self, who: tuple[Visit, Leg]) -> None:
        """Plan the next key of the sitting, or its end."""
        sitting = self._sitting
        if sitting is None or not sitting.same(*who):
            sitting = self._sitting = self._sit_down(who)
        if sitting.keys:
            key = sitting.keys[0]
            self._plan_at(key.at, lambda: self._press(sitting, key))
        else:
            self._plan_at(sitting.ends, lambda: self._end(sitting))

    def _sit_down(self, who: tuple[Visit, Leg]) -> Sitting:
        service = self._stage.config.service(who[1].service)
        work, done_s = self._crowd.work_of(*who)
        course = self._crowd.course(*who)
        times = 1 + habits.AGAIN_TAKES * (course.times - 1)
        takes_s = 60 * around_mean(service.mean_min, service.cv, work) * self._pace * times
        left_s = max(habits.LEAST_SERVICE_S, takes_s - done_s)
        return a_sitting(who, service, course, left_s)

    def _press(self, sitting: Sitting, key: Key) -> None:
        """A key on the way; one that is refused is not pressed again."""
        sitting.keys.remove(key)
        self._ask(key.ask)
        self._look_again()

    def _end(self, sitting: Sitting) -> None:
        where = self._destination(sitting) if sitting.course.end is End.TRANSFER else None
        ask = sitting.ending(self.counter, where)
        if ask is None:
            self._finish(sitting)
        elif not self._and_tidy(ask):
            sitting.only_finish()

    def _destination(self, sitting: Sitting) -> Destination | None:
        state, config = self._stage.state, self._stage.config
        who = (sitting.visit, sitting.leg)
        return destination(config, state, who, sitting.course.transfer_to, self._rng)

    def _finish(self, sitting: Sitting) -> None:
        if sitting.course.adds:
            self._add_leg(sitting)
        if sitting.service.approval:
            self._have_approved(sitting)
        course, target = sitting.course, sitting.target(self.counter)
        outcome = course.outcome if self._stage.config.asks_outcome(sitting.service) else None
        if not self._stays:
            done = self._ask(lambda floor: floor.finish(target, outcome, course.times))
        elif self._calls_at_once():
            done = self._ask(
                lambda floor: floor.finish_and_call_next(self.counter, outcome, course.times)
            )
        else:
            done = self._and_tidy(lambda floor: floor.finish(target, outcome, course.times))
        if done and course.offers_rating:
            self._offer_rating(sitting.visit)

    def _calls_at_once(self) -> bool:
        """Whether one key does both; not while somebody stands there who was sent off, or late."""
        free = self._crowd.stands_before(self.counter) is None
        return free and happens(self._rng, habits.ONE_KEY_SHARE)

    def _have_approved(self, sitting: Sitting) -> None:
        """A second person looks at it before it is done."""
        target, approver = sitting.target(self.counter), approver_of(self._stage.config)
        self._stage.ask(self.actor, lambda floor: floor.approve_as(target, approver))

    def _add_leg(self, sitting: Sitting) -> None:
        visit, taken = sitting.visit, [leg.service for leg in sitting.visit.legs]
        code = another_service(self._stage.config, sitting.service, self._rng, taken=taken)
        if code is not None:
            self._stage.ask(self.actor, lambda floor: floor.add_leg(visit.number, code))
            sitting.course = replace(sitting.course, adds=False)

    def _offer_rating(self, visit: Visit) -> None:
        """Ask how it was, once the customer has nothing more to wait for."""
        if self._stage.state.visit(visit.id) is not None:
            return
        if self._stage.ask(self.actor, lambda floor: floor.offer_rating(visit.number)) is not None:
            self._crowd.asked_how_it_was(visit.id, visit.number)

    def serve_without_ticket(self, service: str) -> None:
        """Somebody only wants a small thing, and gets it."""
        counter = self._stage.state.counter(self.counter)
        if self._acts and counter.status is CounterStatus.OPEN:
            self._stage.ask(
                self.actor, lambda floor: floor.record_unticketed(self.counter, service)
            )

    def _and_tidy(self, ask: Asked) -> bool:
        """One key, and a moment of one's own before the next customer."""
        tidies_s = min(habits.TIDIES_MOST_S, self._draw(habits.TIDIES_S))
        self._tidy_at = self._stage.agenda.now + timedelta(seconds=tidies_s)
        done = self._ask(ask)
        if not done:
            self._tidy_at = None
        return done
