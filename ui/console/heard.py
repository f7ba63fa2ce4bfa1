"""What the console has heard beside the state: answers to its own asks, help, a ring."""

from dataclasses import dataclass, field, replace

from branchfloor.domain.events import Reason
from branchfloor.floor.answers import Called
from branchfloor.floor.stages import MOST_TIMES
from ui.widgets import MessageTone

from .asks import Do
from .desk import Mode, Moment, reasons_known

_SAME_S = 0.01


@dataclass(frozen=True, slots=True)
class Heard:
    """Never a copy of the floor: only what its state does not hold.

    `note` is what the last teller left, `times` how often the service was done so far, `then`
    what a panel before finishing goes on with, `approved` that a second person just approved;
    `about` is the customer all this is about.
    """

    sentence: tuple[str, MessageTone] = ("", MessageTone.INFO)
    ringing: str = ""
    call: Called | None = None
    help_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    note: str = ""
    times: int = 1
    then: Do | None = None
    approved: bool = False
    about: tuple[str, int, str] | None = None

    def saying(self, text: str, tone: MessageTone = MessageTone.INFO) -> "Heard":
        """With this sentence under the keys; "" for none."""
        return replace(self, sentence=(text, tone))

    def rung(self, ticket: str) -> "Heard":
        """With a ring for this ticket."""
        return replace(self, ringing=ticket)

    def calling(self, call: Called) -> "Heard":
        """With the answer of the latest call, which says why."""
        return replace(self, call=call)

    def asking(self, visit_id: str) -> "Heard":
        """With help being asked for."""
        return replace(self, asked=self.asked | {visit_id})

    def forgetting(self, visit_id: str) -> "Heard":
        """Without that question, so that it is asked again."""
        return replace(self, asked=self.asked - {visit_id})

    def with_help(self, visit_id: str, codes: tuple[str, ...], note: str = "") -> "Heard":
        """With what helps one customer and the note that came along, nobody else's any more."""
        return replace(self, help_of={visit_id: codes}, asked=frozenset({visit_id}), note=note)

    def counting(self, times: int) -> "Heard":
        """With how often the service was done so far."""
        return replace(self, times=min(MOST_TIMES, max(1, times)))

    def going_on(self, ask: Do | None) -> "Heard":
        """With what a panel that comes before finishing goes on with; None for nothing."""
        return replace(self, then=ask if ask in (Do.NEXT, Do.FINISH) else None)

    def with_approval(self) -> "Heard":
        """A second person approved here a moment ago, whether the state has come or not."""
        return replace(self, approved=True)

    def wonders(self, visit_id: str) -> bool:
        """Whether nobody has asked yet what helps this customer."""
        return visit_id not in self.asked

    def seen(self, moment: Moment) -> "Heard":
        """What is left of it at this moment: a ring ends when its ticket is called, and what is
        about a customer when another one, or nobody, is here.
        """
        waiting = any(row.ticket == self.ringing for row in moment.queue.rows)
        keep = moment.mode is Mode.IDLE and waiting
        heard = self if keep or not self.ringing else replace(self, ringing="")
        about = _about(moment)
        if about == heard.about:
            return heard
        return replace(
            heard, about=about, asked=frozenset(), note="", times=1, then=None, approved=False
        )

    def helps(self, moment: Moment) -> tuple[str, ...]:
        """What helps the customer at the counter."""
        return self.help_of.get(moment.visit.id, ()) if moment.visit else ()

    def reasons(self, moment: Moment) -> tuple[Reason, ...]:
        """Why the customer at the counter was called: the call's own answer, if it was ours."""
        if moment.visit is None or moment.leg is None:
            return ()
        call, leg = self.call, moment.leg
        if call is not None and leg.queued_s is not None:
            ours = (call.ticket, call.leg, call.counter) == (
                moment.visit.number,
                leg.no,
                moment.number,
            )
            if ours and abs(call.waited_s - leg.queued_s) < _SAME_S:
                return call.reasons
        return reasons_known(moment.view, leg)


def _about(moment: Moment) -> tuple[str, int, str] | None:
    if moment.visit is None or moment.leg is None:
        return None
    return moment.visit.id, moment.leg.no, moment.leg.note or ""
