"""A random day with all that happens beside tickets: stages, approvals, ratings, help, sign-ins."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from branchfloor.domain import staff_events as s
from branchfloor.domain.catalogue import OUTCOMES, Name, Stage
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.events import CounterOpened, DayOpened, FloorEvent
from branchfloor.domain.hall import GRADES, HELP_KINDS
from branchfloor.domain.kinds import LegState, Tier
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.founding import Founding, found
from branchfloor.storage.store import BranchRow, Store
from tests.builders import TEN, a_branch, a_service
from tests.storage import acts

STAGES = tuple(Stage(code, Name(f"环节{code}", f"stage {code}")) for code in ("s1", "s2", "s3"))
PLACES = ("counter:1", "counter:2", "counter:3", "overview:1")
PEOPLE = ("0101", "0202", "0303", "0900")


def a_hall_branch() -> BranchConfig:
    """The builders' branch whose non-cash service has stages and whose special one is approved."""
    return a_branch(
        services=(
            a_service("GD", needs_cash=True),
            a_service("GW", needs_cash=True),
            a_service("GT", stages=STAGES),
            a_service("SO", Tier.SPECIAL, approval=True),
            a_service("VC", Tier.VALUE_ADDED, prefix="W"),
        )
    )


def parse(text: str, version: int) -> BranchConfig:
    """Every document of these days is that branch."""
    return replace(a_hall_branch(), version=version)


def a_store(path: Path) -> Store:
    """A founded branch with the day and counters 1 and 3 open, at ten o'clock."""
    store = Store.create(path, BranchRow("b1", "Test Branch"), parse=parse, at=TEN)
    store.run(lambda work: found(work, Founding("b1", "test", "text", "sha")), actor="t", now=TEN)
    begun = (DayOpened(acts.DAY), CounterOpened("1", "0101"), CounterOpened("3", "0303"))
    store.run(lambda work: work.append(*begun), actor="t", now=TEN)
    return store


class HallDay(acts.Day):
    """A day on which the hall lives too."""

    def _finish(self, floor: Floor) -> None:
        outcome = self.chance.choice((*OUTCOMES, None))
        now(floor.finish(self._some(LegState.SERVING), outcome))

    def _stage(self, floor: Floor) -> None:
        now(floor.stage(self._some(LegState.SERVING), self.chance.choice(STAGES).code))

    def _approve(self, floor: Floor) -> None:
        now(floor.approve_as(self._some(LegState.SERVING), self.chance.choice(PEOPLE)))

    def _record(self) -> str:
        done = [r for r in self.store.state.records if r.state is LegState.DONE]
        if not done:
            raise Refused("nothing")
        return self.chance.choice(done).number

    def _offer(self, floor: Floor) -> None:
        now(floor.offer_rating(self._record()))

    def _rate(self, floor: Floor) -> None:
        now(floor.rate(self._record(), self.chance.choice(GRADES)))

    def _ask_help(self, floor: Floor) -> None:
        now(floor.ask_help(self._counter(), self.chance.choice(HELP_KINDS)))

    def _answer_help(self, floor: Floor) -> None:
        now(floor.answer_help(self._counter()))

    def _unticketed(self, floor: Floor) -> None:
        now(floor.record_unticketed(self._counter(), self.chance.choice(["GT", "SO", ""])))

    def _tick(self, floor: Floor) -> None:
        item = self.chance.choice([one.code for one in self.store.config.checklist])
        now(floor.tick(item, done=self.chance.random() < 0.9))

    def _write(self, event: FloorEvent) -> None:
        self.store.run(lambda work: work.append(event), actor="t", now=self.at)

    def _sign_in(self, floor: Floor) -> None:
        place, staff = self.chance.choice(PLACES), self.chance.choice(PEOPLE)
        self._write(s.SignedIn(place, staff, "token"))

    def _sign_out(self, floor: Floor) -> None:
        sessions = self.store.state.hall.sessions
        if not sessions:
            raise Refused("nothing")
        one = self.chance.choice(list(sessions))
        cause = self.chance.choice(["self", "idle", "freed", "taken_over"])
        self._write(s.SignedOut(one.place, one.staff, cause))

    def _fail(self, floor: Floor) -> None:
        person = self.chance.choice(PEOPLE)
        kinds = (s.SignInFailed(person, 1), s.SignInLocked(person, self.at), s.PinSet(person))
        self._write(self.chance.choice(kinds))

    ACTS: tuple[Callable[..., None], ...] = (
        *acts.Day.ACTS,
        *[_finish] * 6,
        *[_stage, _offer, _rate] * 4,
        *[_approve] * 4,
        *[_ask_help, _answer_help, _tick, _sign_in, _sign_out, _fail] * 2,
        *[_unticketed],
    )
