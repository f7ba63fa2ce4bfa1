"""Printers by name: none, ESC/POS heads, pictures in a folder, and one that remembers for tests."""

import asyncio
from pathlib import Path
from urllib.parse import parse_qsl

from branchfloor.devices.faults import PrinterFault

from .composing import Head
from .escpos import EscposPrinter, place_of
from .paper import PAPERS
from .picture import slip_image
from .port import Printer
from .slip import Slip
from .template import SlipTemplate


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


class PictureFolder:
    """Keeps each slip as a picture in a folder, for a branch that prints in its own way."""

    def __init__(self, folder: Path, head: Head, template: SlipTemplate | None = None) -> None:
        self._folder = folder
        self._head = head
        self._template = template

    async def print_slip(self, slip: Slip) -> None:
        """Write one picture, named by the ticket and its time."""
        await asyncio.to_thread(self._write, slip)

    async def check(self) -> PrinterFault | None:
        """What keeps the folder from being written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            return PrinterFault("check.printer_place", spec=f"picture:{self._folder}", why=why)
        return None

    def _write(self, slip: Slip) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        moment = slip.issued_at.astimezone(slip.zone).strftime("%Y%m%d-%H%M%S")
        again = "-again" if slip.again else ""
        path = self._folder / f"{moment}-{slip.number}{again}.png"
        part = path.with_suffix(".part")
        slip_image(slip, self._head.paper_for(slip), self._template).save(part, "PNG")
        part.replace(path)


def printer_from(spec: str, template: SlipTemplate | None = None) -> Printer:
    """The printer of `none`, `picture:DIR` or `escpos:file|net|serial|usb:…`.

    `?mm=58` says narrow paper where the branch's slips are wide, `?chinese=no` a head without
    Chinese, `?cut=no` one without a knife. Anything else raises PrinterFault with a sentence.
    `system`, the desktop's own printer, needs a window system and is the screens'.
    """
    if spec == "none":
        return NoPrinter()
    place, _, options = spec.partition("?")
    kind, _, rest = place.partition(":")
    if kind == "picture" and rest:
        return PictureFolder(Path(rest), head_of(spec, options), template)
    if kind == "escpos":
        return EscposPrinter(place_of(rest), head_of(spec, options), template)
    raise PrinterFault("check.printer_unknown", spec=spec)


def head_of(spec: str, options: str) -> Head:
    """The head that the options of a printer's words describe."""
    given = dict(parse_qsl(options, keep_blank_values=True))
    mm, chinese, cut = given.pop("mm", ""), given.pop("chinese", "yes"), given.pop("cut", "yes")
    wrong = next(iter(given), None)
    if wrong is None and mm and (not mm.isdecimal() or int(mm) not in PAPERS):
        wrong = f"mm={mm}"
    if wrong is None and not {chinese, cut} <= {"yes", "no"}:
        wrong = f"chinese={chinese}&cut={cut}"
    if wrong is not None:
        raise PrinterFault("check.printer_place", spec=spec, why=wrong)
    return Head(PAPERS[int(mm)] if mm else None, chinese == "yes", cut == "yes")
