"""Ticket printers that speak ESC/POS: at USB, the network, a serial line, or a device file."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from branchfloor.devices.faults import PrinterFault

from .composing import Head, slip_bytes
from .slip import Slip
from .template import SlipTemplate

LIMIT_S = 5.0
"""How long a head may take to answer or to take a slip."""

NETWORK_PORT = 9100
NO_PAPER, PAPER_LOW, ENOUGH = range(3)

ASK_ONLINE, ASK_PAPER = b"\x10\x04\x01", b"\x10\x04\x04"
OFFLINE_BIT, LOW_BITS, NO_PAPER_BITS = 0x08, 0x0C, 0x60
"""The real-time status of ESC/POS (DLE EOT 1 and 4)."""


class Line(Protocol):
    """The open line to a head."""

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""

    def is_online(self) -> bool:
        """Whether the head says that it can print."""

    def paper_status(self) -> int:
        """2 enough, 1 near its end, 0 none."""

    def close(self) -> None:
        """Let the line go."""


class FileLine:
    """A device file, which is written and never answers."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)

    def send(self, data: bytes) -> None:
        """Write to the device."""
        self._file.write(data)

    def is_online(self) -> bool:
        """Nobody can tell."""
        return True

    def paper_status(self) -> int:
        """Nobody can tell: taken as enough."""
        return ENOUGH

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class NetLine:
    """A head at the network."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=LIMIT_S)

    def send(self, data: bytes) -> None:
        """Send all of it."""
        self._socket.sendall(data)

    def is_online(self) -> bool:
        """Whether the head says that it can print."""
        return not self._asked(ASK_ONLINE) & OFFLINE_BIT

    def paper_status(self) -> int:
        """2 enough, 1 near its end, 0 none."""
        answer = self._asked(ASK_PAPER)
        if answer & NO_PAPER_BITS == NO_PAPER_BITS:
            return NO_PAPER
        return PAPER_LOW if answer & LOW_BITS == LOW_BITS else ENOUGH

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _asked(self, question: bytes) -> int:
        self._socket.sendall(question)
        answer = self._socket.recv(1)
        if not answer:
            raise ConnectionError("the head hung up")
        return answer[0]


class LibraryLine:
    """A line that the printer library holds open."""

    def __init__(self, head: Any) -> None:
        self._head = head
        self.send: Callable[[bytes], None] = head._raw  # noqa: SLF001 - its one way to send bytes

    def is_online(self) -> bool:
        """Whether the head says that it can print; one that says nothing is not asked again."""
        return bool(self._head.is_online())

    def paper_status(self) -> int:
        """2 enough, 1 near its end, 0 none."""
        return int(self._head.paper_status())

    def close(self) -> None:
        """Let the line go."""
        self._head.close()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a head is: the words after `escpos:`, and what opens the line to it."""

    spec: str
    open: Callable[[], Line]


class EscposPrinter:
    """Prints slips on one head, one at a time, each over a line of its own."""

    def __init__(self, place: Place, head: Head, template: SlipTemplate | None = None) -> None:
        self._place = place
        self._head = head
        self._template = template
        self._turn = asyncio.Lock()

    async def print_slip(self, slip: Slip) -> None:
        """Print one slip; PrinterFault when it did not come out, or perhaps only half of it."""
        async with self._turn:
            await asyncio.to_thread(self._print, slip)

    async def check(self) -> PrinterFault | None:
        """What keeps this printer from printing, or None when it is ready."""
        async with self._turn:
            return await asyncio.to_thread(self._look)

    def _print(self, slip: Slip) -> None:
        data = slip_bytes(slip, self._head, self._template)
        with self._line() as line:
            self._must_have_paper(line)
            line.send(data)
            self._must_have_paper(line)  # it may have run out half way

    def _look(self) -> PrinterFault | None:
        try:
            with self._line() as line:
                if not line.is_online():
                    return PrinterFault("check.printer_offline", printer=self._place.spec)
                self._must_have_paper(line)
                if line.paper_status() == PAPER_LOW:
                    return PrinterFault("check.printer_paper_low", printer=self._place.spec)
        except PrinterFault as fault:
            return fault
        return None

    def _must_have_paper(self, line: Line) -> None:
        if line.paper_status() == NO_PAPER:
            raise PrinterFault("check.printer_no_paper", printer=self._place.spec)

    @contextmanager
    def _line(self) -> Iterator[Line]:
        try:
            line = self._place.open()
        except Exception as error:  # the library's own kinds, the system's, a missing driver's
            raise PrinterFault("check.printer_offline", printer=self._place.spec) from error
        try:
            yield line
        except OSError as error:
            raise PrinterFault("check.printer_offline", printer=self._place.spec) from error
        finally:
            line.close()


def place_of(spec: str) -> Place:
    """The place of `file:PATH`, `net:HOST[:PORT]`, `serial:NAME` or `usb:VENDOR:PRODUCT` (hex).

    Raises PrinterFault `check.printer_place` for anything else.
    """
    kind, _, rest = spec.partition(":")
    if not rest or kind not in _OPENERS:
        raise PrinterFault("check.printer_place", spec=spec, why="file:, net:, serial: or usb:")
    try:
        return Place(spec, _OPENERS[kind](rest))
    except ValueError:
        raise PrinterFault("check.printer_place", spec=spec, why=rest) from None


def _file(rest: str) -> Callable[[], Line]:
    return lambda: FileLine(Path(rest))


def _net(rest: str) -> Callable[[], Line]:
    host, _, port = rest.partition(":")
    number = int(port or NETWORK_PORT)
    if not host:
        raise ValueError("no host")
    return lambda: NetLine(host, number)


def _serial(rest: str) -> Callable[[], Line]:
    return _opened("Serial", devfile=rest, timeout=LIMIT_S)


def _usb(rest: str) -> Callable[[], Line]:
    vendor, _, product = rest.partition(":")
    ids = {"idVendor": int(vendor, 16), "idProduct": int(product, 16)}
    return _opened("Usb", **ids, timeout=int(LIMIT_S * 1000))


def _opened(name: str, **options: Any) -> Callable[[], Line]:
    def open_line() -> Line:
        from escpos import printer

        kind = getattr(printer, name)
        if not kind.is_usable():  # its driver is not installed; making one would break half way
            raise OSError(name)
        head = kind(**options)
        head.open()
        return LibraryLine(head)

    return open_line


_OPENERS: dict[str, Callable[[str], Callable[[], Line]]] = {
    "file": _file,
    "net": _net,
    "serial": _serial,
    "usb": _usb,
}
