"""The desktop's own printer for slips, through Qt; and every other printer by its words."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from branchfloor.devices.printer import Printer, PrinterFault, Slip, SlipTemplate, printer_from
from branchfloor.devices.printer.composing import Head
from branchfloor.devices.printer.drivers import head_of
from branchfloor.devices.printer.paper import DOTS_PER_MM, Paper
from branchfloor.devices.printer.picture import slip_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class SystemPrinter:
    """Prints each slip as one page as wide as the roll and as long as the slip.

    `name` is a printer of the desktop, empty for its default; a name that ends in `.pdf` is a
    file to write instead. `head` says how wide the paper is.
    """

    def __init__(self, name: str, head: Head, template: SlipTemplate | None = None) -> None:
        self._name = name
        self._head = head
        self._template = template

    async def print_slip(self, slip: Slip) -> None:
        """Print one slip; PrinterFault when the desktop has no such printer or refuses."""
        fault = self._missing()
        if fault is not None:
            raise fault
        picture = slip_picture(slip, self._head.paper_for(slip), self._template)
        printer = self._printer(picture)
        painter = QPainter()
        if not painter.begin(printer):
            raise PrinterFault("check.printer_offline", printer=self._shown())
        page = printer.pageLayout().paintRectPixels(printer.resolution())
        painter.drawImage(QRect(0, 0, page.width(), page.height()), picture)
        if not painter.end():
            raise PrinterFault("check.printer_offline", printer=self._shown())

    async def check(self) -> PrinterFault | None:
        """Whether the desktop knows this printer."""
        return self._missing()

    def _printer(self, picture: QImage) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._is_file:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(self._name)
        elif self._name:
            printer.setPrinterName(self._name)
        size = QSizeF(picture.width() / DOTS_PER_MM, picture.height() / DOTS_PER_MM)
        page = QPageSize(size, QPageSize.Unit.Millimeter, "slip", _EXACT)
        portrait = QPageLayout.Orientation.Portrait
        printer.setPageLayout(QPageLayout(page, portrait, QMarginsF()))
        printer.setFullPage(True)
        return printer

    def _missing(self) -> PrinterFault | None:
        from PySide6.QtPrintSupport import QPrinterInfo

        if self._is_file:
            known = Path(self._name).parent.is_dir()
        elif self._name:
            known = self._name in QPrinterInfo.availablePrinterNames()
        else:
            known = not QPrinterInfo.defaultPrinter().isNull()
        return None if known else PrinterFault("check.printer_offline", printer=self._shown())

    @property
    def _is_file(self) -> bool:
        return self._name.lower().endswith(".pdf")

    def _shown(self) -> str:
        return f"system:{self._name}" if self._name else "system"


_EXACT = QPageSize.SizeMatchPolicy.ExactMatch


def slip_picture(slip: Slip, paper: Paper, template: SlipTemplate | None = None) -> QImage:
    """The slip as it is printed, black on white, one dot of the head a pixel."""
    grey = slip_image(slip, paper, template).convert("L")
    width, height = grey.size
    return QImage(grey.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def printer_of(spec: str, template: SlipTemplate | None = None) -> Printer:
    """The printer of a screen: `system[:NAME]`, or what the devices know by name."""
    place, _, options = spec.partition("?")
    kind, _, name = place.partition(":")
    if kind == "system":
        return SystemPrinter(name, head_of(spec, options), template)
    return printer_from(spec, template)
