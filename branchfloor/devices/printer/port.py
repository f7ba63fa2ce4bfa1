"""The port of the ticket printer. A slip that fails never takes its ticket with it."""

import asyncio
from typing import Protocol

from branchfloor.devices.faults import PrinterFault

from .slip import Slip


class Printer(Protocol):
    """Prints slips, one at a time."""

    async def print_slip(self, slip: Slip) -> None:
        """Print one slip; PrinterFault when it did not come out."""

    async def check(self) -> PrinterFault | None:
        """What keeps this printer from printing, or None when it is ready."""


async def hand_out(printer: Printer, slip: Slip, limit_s: float = 10.0) -> PrinterFault | None:
    """Print a slip whose ticket is already issued; the fault is the answer, never an exception.

    A printer that has not ended after `limit_s` seconds is given up.
    """
    try:
        async with asyncio.timeout(limit_s):
            await printer.print_slip(slip)
    except PrinterFault as fault:
        return fault
    except TimeoutError:
        return PrinterFault("check.printer_slow", ticket=slip.number, seconds=limit_s)
    except Exception as error:
        why = str(error) or repr(error)
        return PrinterFault("check.printer_failed", ticket=slip.number, why=why)
    return None
