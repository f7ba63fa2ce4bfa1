"""Printers: none, one that remembers for tests, and the choice between them by name."""

from branchfloor.devices.faults import PrinterFault

from .port import Printer
from .slip import Slip

_LATER = frozenset({"escpos", "system", "picture"})


class NoPrinter:
    """A kiosk without paper: the number stays on the screen until it is remembered."""

    async def print_slip(self, slip: Slip) -> None:
        """Prints nothing."""

    async def check(self) -> PrinterFault | None:
        """No paper can run out."""
        return None


class PrintedSlips:
    """Remembers what it printed, in `slips`; fails with `fault` when that is set."""

    def __init__(self, fault: PrinterFault | None = None) -> None:
        self.slips: list[Slip] = []
        self.fault = fault

    async def print_slip(self, slip: Slip) -> None:
        """Remember the slip, or fail as told."""
        if self.fault is not None:
            raise self.fault
        self.slips.append(slip)

    async def check(self) -> PrinterFault | None:
        """The fault it was told to have."""
        return self.fault


def printer_from(spec: str) -> Printer:
    """The printer of `none`; anything else raises PrinterFault with a sentence."""
    if spec == "none":
        return NoPrinter()
    later = spec.partition(":")[0] in _LATER
    raise PrinterFault("check.printer_later" if later else "check.printer_unknown", spec=spec)
