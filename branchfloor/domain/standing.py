"""What gives a visit its class: grounds, of which the strongest counts and none is added up."""

from dataclasses import dataclass
from datetime import datetime

from .kinds import GroundState

_COUNTING = frozenset({GroundState.PROVISIONAL, GroundState.GRANTED})


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground for priority.

    `particulars` is the id of a row that can be purged (it holds the reason and what helps);
    the log and the state never hold the reason itself. `proof` is the kind of proof *seen*.
    """

    id: str
    class_name: str
    state: GroundState
    at: datetime
    particulars: str | None = None
    by: str | None = None
    proof: str | None = None
    expires_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether it gives its class now; a lapse is an event, so the clock is not asked."""
        return self.state in _COUNTING

    @property
    def pending(self) -> bool:
        """Whether a lobby manager still has to look at it."""
        return self.state in (GroundState.PROVISIONAL, GroundState.REQUESTED)
