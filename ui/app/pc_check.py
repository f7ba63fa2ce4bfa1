"""What this PC itself can: its voice, its printer and paper, its fonts; each one sentence."""

from dataclasses import dataclass

from branchfloor.devices.faults import DeviceFault
from branchfloor.devices.printer import PrinterFault
from branchfloor.devices.printer.roll import RollFile
from branchfloor.devices.usual import VOICE
from branchfloor.devices.voice import voice_from
from branchfloor.floor.checkup import Finding
from branchfloor.phrasing import Phrases

from .look import unreadable
from .options import ScreenOptions
from .printing import roll_path
from .system_printer import printer_of


@dataclass(frozen=True, slots=True)
class PcParts:
    """The devices of a PC, in the words of `--voice` and `--printer`; "none" is not looked at.

    `device` is which kiosk the printer belongs to, as `--device` says.
    """

    voice: str = VOICE
    printer: str = "none"
    device: str = "1"
    zone: str = "hall"


async def check_pc(parts: PcParts, phrases: Phrases) -> list[Finding]:
    """Voice, printer with its paper, fonts; asked where the windows live."""
    found = [await _voice(parts, phrases), await _printer(parts, phrases), _font(phrases)]
    return [finding for finding in found if finding is not None]


async def _voice(parts: PcParts, phrases: Phrases) -> Finding | None:
    if parts.voice == "none":
        return None
    device = f"voice:{parts.zone}"
    try:
        fault: DeviceFault | None = await voice_from(parts.voice).check()
    except DeviceFault as unknown:
        fault = unknown
    if fault is None:
        text = phrases.say("check.voice_ready", voice=parts.voice)
        return Finding(True, "voice_ready", text, device=device)
    return _faulty(fault, phrases, device)


async def _printer(parts: PcParts, phrases: Phrases) -> Finding | None:
    if parts.printer == "none":
        return None
    device = f"printer:{parts.device}"
    try:
        fault = await printer_of(parts.printer).check() or _paper_low(parts)
    except PrinterFault as unknown:
        fault = unknown
    if fault is None:
        text = phrases.say("check.printer_ready", printer=parts.printer)
        return Finding(True, "printer_ready", text, device=device)
    return _faulty(fault, phrases, device)


def _paper_low(parts: PcParts) -> PrinterFault | None:
    """What the kiosk of this PC counted of its roll."""
    kiosk = ScreenOptions("kiosk", device=parts.device)
    if not RollFile(roll_path(kiosk)).read().low:
        return None
    return PrinterFault("check.printer_paper_low", printer=parts.printer)


def _faulty(fault: DeviceFault, phrases: Phrases, device: str) -> Finding:
    code = fault.code.removeprefix("check.")
    return Finding(False, code, phrases.tell(fault), grave=False, device=device)


def _font(phrases: Phrases) -> Finding:
    lacking = unreadable()
    if lacking:
        return Finding(False, "font_missing", phrases.say("check.font_missing", sample=lacking))
    return Finding(True, "font_ready", phrases.say("check.font_ready"))
