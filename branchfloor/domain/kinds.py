"""The closed word lists of a branch floor: tiers, states, kinds of counter, hold and step."""

from enum import StrEnum


class Tier(StrEnum):
    """What a service is worth to customer and bank; sets defaults, never a head start."""

    GENERAL = "general"
    SPECIAL = "special"
    VALUE_ADDED = "value_added"


class LegState(StrEnum):
    """Where one leg of a visit stands (DESIGN §4)."""

    PLANNED = "planned"
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    ON_HOLD = "on_hold"
    LATE = "late"
    DONE = "done"
    LEFT = "left"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    ABANDONED = "abandoned"


ACTIVE = frozenset({LegState.CALLED, LegState.SERVING})
ENDED = frozenset(
    {
        LegState.DONE,
        LegState.LEFT,
        LegState.CANCELLED,
        LegState.EXPIRED,
        LegState.ABANDONED,
    }
)


class CounterStatus(StrEnum):
    """What a counter tells the hall; `closing` serves its customer first, then closes."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"
    CLOSING = "closing"


class Height(StrEnum):
    """A high counter is closed by glass; a low counter is open and takes no cash."""

    HIGH = "high"
    LOW = "low"


class HoldKind(StrEnum):
    """Who may take a held leg back: any counter, the same counter, or the same person."""

    TOOK_PAPERS = "took_papers"
    LEFT_PAPERS = "left_papers"
    BACK_OFFICE = "back_office"


class Discipline(StrEnum):
    """How a counter chooses among the legs it may serve."""

    AFFINE = "affine"
    FIFO = "fifo"
    STRICT = "strict"


class GroundState(StrEnum):
    """A ground for priority: stated and counting, asked for, confirmed, refused or run out."""

    PROVISIONAL = "provisional"
    REQUESTED = "requested"
    GRANTED = "granted"
    REVOKED = "revoked"
    LAPSED = "lapsed"


class ClassKind(StrEnum):
    """The family of a class: legal priority can never be overruled by commercial priority."""

    EMERGENCY = "emergency"
    LEGAL = "legal"
    EARNED = "earned"
    COMMERCIAL = "commercial"
    ORDINARY = "ordinary"


class Step(StrEnum):
    """A counter's own step that can be undone for a few seconds."""

    CALL = "call"
    START = "start"
    FINISH = "finish"
    NO_SHOW = "no_show"
    HOLD = "hold"
    TRANSFER = "transfer"
