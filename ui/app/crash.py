"""What happens when the program itself is wrong: say so, keep a report without personal data.

Errors have four doors (slots and tasks, loop callbacks, the interpreter, Qt itself); all lead here.
A report holds error types, codes and places in the code, never messages or values, since those
may carry a name or a card number.
"""

import asyncio
import faulthandler
import platform
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

_KEPT = 20
_BAD = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass
class CrashReport:
    """Writes reports for one screen into `folder`; `told` is called with each new file."""

    folder: Path
    screen: str
    clock: Callable[[], datetime] = _utc_now
    told: Callable[[Path], None] | None = None
    _native: IO[str] | None = field(default=None, repr=False)

    def install(self) -> None:
        """Take over `sys.excepthook`, `faulthandler` and Qt's message handler."""
        self.folder.mkdir(parents=True, exist_ok=True)
        sys.excepthook = self.on_error
        self._native = (self.folder / f"native-{self.screen}.txt").open("w", encoding="utf-8")
        faulthandler.enable(self._native)
        qInstallMessageHandler(self._on_qt_message)

    def remove(self) -> None:
        """Give everything back; for tests and for a clean end."""
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._native is not None:
            self._native.close()
            self._native = None

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Also hear of failures in loop callbacks and of tasks nobody awaited."""
        loop.set_exception_handler(self._on_loop_error)

    def on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report one error; the full text goes to stderr only, where it is not kept."""
        if issubclass(kind, KeyboardInterrupt):
            return
        sys.__excepthook__(kind, error, trace)
        self._write(describe(error))

    def _on_loop_error(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.on_error(type(error), error, error.__traceback__)
        else:
            loop.default_exception_handler(context)

    def _on_qt_message(self, kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
        sys.stderr.write(f"qt: {text}\n")
        if kind in _BAD:
            self._write(f"Qt {kind.name} in {where.category or 'default'}\n")

    def _write(self, body: str) -> None:
        now = self.clock()
        path = self.folder / f"crash-{self.screen}-{now:%Y%m%dT%H%M%S%f}.txt"
        path.write_text(_head(self.screen, now) + body, encoding="utf-8")
        for old in sorted(self.folder.glob(f"crash-{self.screen}-*.txt"))[:-_KEPT]:
            old.unlink(missing_ok=True)
        if self.told is not None:
            self.told(path)


def install_crash_report(folder: Path, screen: str) -> CrashReport:
    """Report every error of this process into `folder`; call `watch(loop)` on the answer too."""
    report = CrashReport(folder, screen)
    report.install()
    return report


def describe(error: BaseException) -> str:
    """Type, code and places of an error and its causes, innermost last; no messages, no values."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}{_code(seen)}")
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        )
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines) + "\n"


def _code(error: BaseException) -> str:
    code = getattr(error, "code", None)
    return f" [{code}]" if isinstance(code, str) else ""


def _head(screen: str, now: datetime) -> str:
    return (
        f"screen {screen}\nat {now.isoformat()}\n"
        f"python {platform.python_version()} qt {qVersion()} {platform.platform()}\n\n"
    )
