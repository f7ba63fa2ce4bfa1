"""An independent look at the log: what must never stand in it, whatever the routing thinks."""

from collections.abc import Iterable
from dataclasses import dataclass

from branchfloor.domain import events as e
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import Step
from branchfloor.domain.log import Entry

Key = tuple[str, int]

_FREES = (e.LegFinished, e.LegHeld, e.LegTransferred, e.LegMissed, e.LegReleased, e.LegEnded)


@dataclass(frozen=True, slots=True)
class Audit:
    """Calls that broke a rule: cash at a counter without cash, one ticket or counter twice."""

    cash_at_non_cash: int
    double_called: int


def audit(entries: Iterable[Entry], config: BranchConfig) -> Audit:
    """Count both from the log, knowing nothing but which counters take cash."""
    auditor = _Auditor({plan.number for plan in config.counters if plan.takes_cash})
    for entry in entries:
        auditor.take(entry.event)
    return Audit(auditor.cash_at_non_cash, auditor.double_called)


class _Auditor:
    def __init__(self, cash_counters: set[str]) -> None:
        self._cash_counters = cash_counters
        self._cash: dict[Key, bool] = {}
        self._at: dict[str, Key] = {}
        self._last: dict[str, Key] = {}
        self._ended: set[Key] = set()
        self.cash_at_non_cash = 0
        self.double_called = 0

    def take(self, event: e.FloorEvent) -> None:
        """Read one event."""
        if isinstance(event, e.TicketIssued):
            for leg in event.legs:
                self._cash[event.visit_id, leg.no] = leg.needs_cash
        elif isinstance(event, e.LegAdded):
            self._cash[event.visit_id, event.leg.no] = event.leg.needs_cash
        elif isinstance(event, (e.LegCalled, e.LegResumed)):
            self._taken(event)
        else:
            self._changed(event)

    def _taken(self, event: e.LegCalled | e.LegResumed) -> None:
        key = (event.visit_id, event.leg_no)
        if self._cash[key] and event.counter not in self._cash_counters:
            self.cash_at_non_cash += 1
        active = {visit_id for visit_id, _ in self._at.values()}
        if event.visit_id in active or event.counter in self._at or key in self._ended:
            self.double_called += 1
        self._at[event.counter] = key

    def _changed(self, event: e.FloorEvent) -> None:
        if isinstance(event, (e.LegMoved, e.LegTransferred)):
            self._cash[event.visit_id, event.leg_no] = event.needs_cash
        if isinstance(event, _FREES):
            self._free((event.visit_id, event.leg_no))
        if isinstance(event, (e.LegFinished, e.LegEnded)):
            self._ended.add((event.visit_id, event.leg_no))
        elif isinstance(event, e.StepUndone):
            self._undone(event)

    def _free(self, key: Key) -> None:
        for counter in [c for c, there in self._at.items() if there == key]:
            self._last[counter] = self._at.pop(counter)

    def _undone(self, event: e.StepUndone) -> None:
        """A call taken back frees the counter; an end taken back puts its customer there again."""
        if event.step is Step.CALL:
            self._at.pop(event.counter, None)
        elif event.step is not Step.START and event.counter in self._last:
            key = self._last[event.counter]
            self._ended.discard(key)
            self._at[event.counter] = key
