"""Slips of a screen's process: the ticket first, the paper second, and what ails the printer."""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from branchfloor.devices.printer import Printer, PrinterFault, hand_out
from branchfloor.devices.printer.roll import Roll, RollFile
from branchfloor.domain.errors import FloorError
from branchfloor.floor.answers import Issued, Slip
from branchfloor.floor.floor import Floor
from branchfloor.floor.slips import paper_slip

from .bridge import FloorBridge
from .options import ScreenOptions
from .system_printer import printer_of
from .tasks import spawn

LOOK_EVERY_S = 30.0
"""How often a printer that may be out of paper is asked."""

SLIP_MM = 110.0
"""What a slip takes of a roll: its lines and the feed to the knife."""

Told = Callable[[PrinterFault | None], None]


class Printing(QObject):
    """Prints what its screen issues, counts the roll, and tells the lobby of faults.

    A slip that fails is told to the screen (`show`), never to the ticket. The printer is looked
    at when the process starts and every half minute after, so that paper is fetched before the
    first customer stands without.
    """

    def __init__(
        self, options: ScreenOptions, bridge: FloorBridge, floor: Floor, show: Told | None = None
    ) -> None:
        super().__init__()
        self.printer: Printer = printer_of(options.printer)
        self._bridge, self._floor, self._show = bridge, floor, show
        self._device = f"printer:{options.device}"
        self._roll = RollFile(roll_path(options))
        self._fault: str | None = None
        self._looking = spawn(self._look(), name="printer", owner=self)

    async def stop(self) -> None:
        """Let the printer go."""
        self._looking.cancel()
        await asyncio.gather(self._looking, return_exceptions=True)

    def on_issued(self, answer: object) -> None:
        """A ticket was issued here: print its slip."""
        if isinstance(answer, (Issued, Slip)):
            spawn(self.print(answer), name="slip", owner=self)

    async def print(self, answer: Issued | Slip) -> PrinterFault | None:
        """Print one slip; the fault, if any, is also told to the screen and to the lobby."""
        view = self._bridge.view()
        visit = view.state.visit(answer.visit_id)
        later = tuple(leg.service for leg in visit.legs[1:]) if visit else ()
        fault = await hand_out(self.printer, paper_slip(view.config, answer, later))
        if fault is None:
            self._roll.keep(self._roll.read().printed(SLIP_MM))
        if self._show is not None:
            self._show(fault)
        await self._tell(fault)
        return fault

    def new_roll(self, length_mm: float) -> None:
        """A new roll was put in."""
        self._roll.keep(Roll(length_mm))

    async def _look(self) -> None:
        while True:
            fault = await self.printer.check()
            await self._tell(fault or self._paper_low())
            await asyncio.sleep(LOOK_EVERY_S)

    def _paper_low(self) -> PrinterFault | None:
        if not self._roll.read().low:
            return None
        return PrinterFault("check.printer_paper_low", printer=self._device)

    async def _tell(self, fault: PrinterFault | None) -> None:
        """The lobby hears of a fault once, and once when it is over."""
        code = fault.code.removeprefix("check.") if fault else None
        if code == self._fault:
            return
        with contextlib.suppress(FloorError):
            await self._floor.report_device(self._device, code)
            self._fault = code


def roll_path(options: ScreenOptions) -> Path:
    """Where this PC counts the paper of a printer."""
    from platformdirs import user_data_path

    name = f"roll-{options.kind}-{options.device}.json"
    return user_data_path("branchfloor", appauthor=False) / name
