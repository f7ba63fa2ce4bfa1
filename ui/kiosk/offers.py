"""What each service offers at this moment: whether it can be had, how long, behind how many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from branchfloor.domain.catalogue import Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import CounterStatus, Tier
from branchfloor.domain.policy import ORDINARY
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import WaitRange
from branchfloor.floor.issue import FORECAST_FRESH
from branchfloor.routing.eligibility import Desk, Mark, key_for, working
from branchfloor.waits.ahead import people_ahead, quick_forecast
from branchfloor.waits.round import MinuteRange, rounded
from ui.kiosk.hours import local


class Offering(StrEnum):
    """OPEN to anybody; UNSTAFFED: no counter works on it now; LATER and OVER by its hours."""

    OPEN = "open"
    UNSTAFFED = "unstaffed"
    LATER = "later"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Offer:
    """One service now.

    `counters` are those that work on it, or would; `at` is its opening (LATER) or closing (OVER)
    time; `back_at` when a paused counter for it returns.
    """

    service: Service
    status: Offering
    ahead: int = 0
    wait: WaitRange | None = None
    counters: tuple[str, ...] = ()
    at: time | None = None
    back_at: datetime | None = None

    @property
    def minutes(self) -> MinuteRange | None:
        """The range as customers read it, in whole minutes."""
        return rounded(self.wait) if self.wait is not None else None

    def is_long(self, limit_min: int) -> bool:
        """Whether the upper bound asks for a thought before the number is taken."""
        found = self.minutes
        return found is not None and found.high >= limit_min

    @property
    def can_be_had(self) -> bool:
        """Whether a number may be taken at all."""
        return self.status in {Offering.OPEN, Offering.UNSTAFFED}


class Offers:
    """All offers of one moment; each is worked out only when a page asks for it."""

    def __init__(
        self, state: FloorState, config: BranchConfig, now: datetime, class_name: str = ORDINARY
    ) -> None:
        self._state, self._config, self._now = state, config, now
        self._class = class_name
        self._desks = tuple(working(state, config))
        self._made: dict[str, Offer] = {}

    def of(self, code: str) -> Offer:
        """The offer of a service; refused with `unknown_service`."""
        if code not in self._made:
            self._made[code] = self._offer(self._config.service(code))
        return self._made[code]

    def waiting(self) -> dict[Tier, int]:
        """People waiting now, by the tier of what they wait for."""
        counts = dict.fromkeys(Tier, 0)
        for key, lane in self._state.lanes.of.items():
            counts[self._config.service(key.service).tier] += len(lane)
        return counts

    def counters_of(self, tier: Tier) -> tuple[str, ...]:
        """Counters that work now on a tier's services as their own, in the document's order."""
        codes = {s.code for s in self._config.services if s.tier is tier and not s.corporate}
        return tuple(d.plan.number for d in self._desks if codes & d.plan.serves)

    def _offer(self, service: Service) -> Offer:
        clock = local(self._now, self._config).time()
        if service.opens is not None and clock < service.opens:
            return Offer(service, Offering.LATER, counters=self._own(service), at=service.opens)
        if service.closes is not None and clock >= service.closes:
            return Offer(service, Offering.OVER, counters=self._own(service), at=service.closes)
        ahead = people_ahead(self._state, self._config, service.code, self._class, self._now)
        counters = self._working_on(service)
        if not counters:
            back = self._back_at(service)
            own = self._own(service)
            return Offer(service, Offering.UNSTAFFED, ahead, None, own, None, back)
        return Offer(service, Offering.OPEN, ahead, self._wait(service.code), counters)

    def _wait(self, code: str) -> WaitRange | None:
        """What the command would stamp on a ticket taken now: the published range while fresh,
        which is an ordinary ticket's.
        """
        forecasts = self._state.forecasts
        fresh = forecasts is not None and self._now - forecasts.made_at <= FORECAST_FRESH
        if forecasts is not None and fresh and self._class == ORDINARY:
            found = forecasts.of(code)
            if found is not None:
                return found.wait
        return quick_forecast(self._state, self._config, code, self._now, self._class).wait

    def _working_on(self, service: Service) -> tuple[str, ...]:
        key = key_for(service.code, needs_cash=service.needs_cash, class_name=self._class)
        marks = [(desk.answer(key).mark, desk) for desk in self._desks]
        own = _numbers(desk for mark, desk in marks if mark is Mark.SERVES)
        return own or _numbers(desk for mark, desk in marks if mark is Mark.BACKS_UP)

    def _own(self, service: Service) -> tuple[str, ...]:
        return tuple(c.number for c in self._config.counters if service.code in c.serves)

    def _back_at(self, service: Service) -> datetime | None:
        """The soonest return among paused counters for the service."""
        paused = (
            self._state.counter(plan.number)
            for plan in self._config.counters
            if service.code in plan.serves | plan.backs_up
        )
        times = [
            counter.until
            for counter in paused
            if counter.status is CounterStatus.PAUSED and counter.until is not None
        ]
        return min((at for at in times if at > self._now), default=None)


def _numbers(desks: Iterable[Desk]) -> tuple[str, ...]:
    return tuple(desk.plan.number for desk in desks)
