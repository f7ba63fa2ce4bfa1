"""What this PC opens, remembered for the next morning in the user's own folder."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSettings

from branchfloor.devices.usual import VOICE
from ui.app.pc_check import PcParts

OFFERED = ("kiosk", "console", "board", "overview")
"""The screens in the order of their keys, Alt 1 to Alt 4."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a PC opens and with which devices; `database` is None for the user's own."""

    opens: tuple[str, ...] = OFFERED
    counter: str = ""
    printer: str = "none"
    voice: str = VOICE
    language: str = ""
    database: str | None = None

    def opening(self, kind: str, opens: bool) -> "Plan":
        """With a screen among those that open, or not."""
        kinds = {*self.opens, kind} if opens else {*self.opens} - {kind}
        return replace(self, opens=tuple(k for k in OFFERED if k in kinds))

    @property
    def parts(self) -> PcParts:
        """The devices to look at: a PC without board needs no voice, one without kiosk no paper."""
        voice = self.voice if "board" in self.opens else "none"
        return PcParts(voice, self.printer if "kiosk" in self.opens else "none")


def plan_file() -> Path:
    """Where this user's plan is kept."""
    from platformdirs import user_config_path

    return user_config_path("branchfloor", appauthor=False) / "launcher.ini"


class PlanMemory:
    """Reads and keeps the plan."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def read(self) -> Plan:
        """The plan as it was last, or what a PC opens that was never asked."""
        usual = Plan()
        opens = self._word("opens", ",".join(usual.opens)).split(",")
        return Plan(
            tuple(kind for kind in OFFERED if kind in opens),
            self._word("counter", usual.counter),
            self._word("printer", usual.printer),
            self._word("voice", usual.voice),
            self._word("language", usual.language),
            self._word("database", "") or None,
        )

    def keep(self, plan: Plan) -> None:
        """Keep a plan."""
        words = {
            "opens": ",".join(plan.opens),
            "counter": plan.counter,
            "printer": plan.printer,
            "voice": plan.voice,
            "language": plan.language,
            "database": plan.database or "",
        }
        for name, word in words.items():
            self._settings.setValue(name, word)
        self._settings.sync()

    def _word(self, name: str, usual: str) -> str:
        found = self._settings.value(name, usual)
        return ",".join(found) if isinstance(found, list) else str(found)
