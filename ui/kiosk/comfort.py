"""What one customer has asked of the kiosk itself; gone with the customer."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Comfort:
    """`elder`: large type, everyday words, fewer choices; `contrast`: black, white and little
    else.
    """

    elder: bool = False
    contrast: bool = False


STANDARD = Comfort()


@dataclass(frozen=True, slots=True)
class PrinterState:
    """How this kiosk's printer stood at its last slip: the fault's code, "" when well, and
    since when (aware).
    """

    fault: str = ""
    since_at: datetime | None = None

    @property
    def out_of_paper(self) -> bool:
        """Whether a roll is all it needs."""
        return self.fault == "check.printer_no_paper"


WELL = PrinterState()
