"""Ticket slips: what is printed, the port that prints it, and its drivers."""

from branchfloor.devices.faults import PrinterFault

from .drivers import NoPrinter, PrintedSlips, printer_from
from .port import Printer, hand_out
from .slip import Slip, SlipLine
from .template import LineKind, SlipTemplate, default_template, read_template, template_of

__all__ = [
    "LineKind",
    "NoPrinter",
    "PrintedSlips",
    "Printer",
    "PrinterFault",
    "Slip",
    "SlipLine",
    "SlipTemplate",
    "default_template",
    "hand_out",
    "printer_from",
    "read_template",
    "template_of",
]
