"""The last step a counter could still take back, and for how long."""

from dataclasses import dataclass

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import Step
from branchfloor.floor.undo import undoable
from ui.app.view import View


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """A step that can be taken back for `left_s` more seconds."""

    step: Step
    ticket: str
    left_s: float


def undo_offer(view: View, number: str) -> UndoOffer | None:
    """What this counter may undo now; None once it is too late or somebody acted since."""
    counter = view.state.counter(number)
    point = undoable(counter)
    if point is None:
        return None
    left_s = view.config.settings.undo_s - seconds_between(point.at, view.now)
    visit = view.state.visit(point.visit.id)
    untouched = visit is None or visit.touched == point.seq
    same_customer = counter.visit_id in (None, point.visit.id)
    if left_s <= 0 or not untouched or not same_customer:
        return None
    return UndoOffer(point.step, point.visit.number, left_s)
