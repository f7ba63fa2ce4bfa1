"""Emergency: stop payment, medical cash, fraud. One tap issues a number before everybody's."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from branchfloor.domain.catalogue import GreenReason
from branchfloor.domain.config import BranchConfig
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from ui.app.language import current_language
from ui.app.tasks import async_slot
from ui.overview.choice_list import Choice, ChoiceList
from ui.overview.issuing_page import IssuingPage
from ui.overview.panel import service_name
from ui.overview.reading import Reading
from ui.overview.service_picker import ServicePicker
from ui.overview.services import serving
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import TextLabel

_HEAD = Type(Scale.OVERVIEW, Role.SMALL, Weight.BOLD)
_TEXT = Type(Scale.OVERVIEW, Role.TEXT)

CASES = (("stop_payment", "SL"), ("medical_cash", "GW"), ("fraud", "SR"))
"""The usual emergencies, each with the service of the catalogue that deals with it."""


def emergency_of(config: BranchConfig) -> GreenReason | None:
    """The reason that counts as an emergency; None where the branch has none."""
    return next((r for r in config.green_reasons if r.counts == "emergency"), None)


def _reason(config: BranchConfig, case: str) -> GreenReason | None:
    """The branch's own reason for a case, so that the record says which emergency it was."""
    known = (r for r in config.green_reasons if r.counts == "emergency")
    return next((r for r in known if r.code == case), None)


class EmergencyPage(IssuingPage):
    """The usual cases on top, any other service below; a tap issues at once."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._note = TextLabel("", _TEXT, "ink_2")
        self._note.set_wrapping(True)
        self._other = TextLabel("", _HEAD, "ink_2")
        self.cases = ChoiceList(len(CASES))
        self.services = ServicePicker(6)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._note, self.cases, self._other, self.services):
            column.addWidget(part)
        column.addStretch(1)
        self.cases.chosen.connect(self._on_case)
        self.services.chosen.connect(self._on_chosen)

    def title(self) -> str:
        return self.tr("Emergency ticket")

    def first_focus(self) -> QWidget | None:
        rows = self.cases.rows()
        return rows[0] if rows else self.services.field

    def begin(self) -> None:
        self.services.begin()
        super().begin()

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self._note.setText(self.tr("On your word, before everybody else. One tap issues."))
        self._other.setText(self.tr("Another service"))
        self.services.show_reading(reading)
        known = {service.code for service in reading.config.services}
        cases = [case for case in CASES if case[1] in known]
        self.cases.show_choices([self._case(*case, reading) for case in cases], marked=False)

    def _case(self, case: str, code: str, reading: Reading) -> Choice:
        word = {
            "stop_payment": self.tr("Stop payment"),
            "medical_cash": self.tr("Cash for a medical emergency"),
            "fraud": self.tr("Fraud under way"),
        }[case]
        able = serving(reading.state, reading.config, reading.config.service(code))
        name = service_name(reading.config, code)
        if able.now:
            where = self.tr("at counter {0}").format(" ".join(able.now))
            return Choice(code, word, f"{name} · {where}", hue="late")
        none = self.tr("no counter open that serves it")
        return Choice(code, word, f"{name} · {none}", hue="late", warn=True)

    @async_slot(str)
    async def _on_case(self, code: str) -> None:
        config = self.reading.config if self.reading else None
        case = next(case for case, service in CASES if service == code)
        if config is not None:
            await self._begin(code, _reason(config, case) or emergency_of(config))

    @async_slot(str)
    async def _on_chosen(self, code: str) -> None:
        await self._begin(code, emergency_of(self.reading.config) if self.reading else None)

    async def _begin(self, code: str, reason: GreenReason | None) -> None:
        if reason is None:
            return
        seen = reason.proof[0] if reason.proof else "judgement"
        wish = Wish(code, reason.code, language=current_language(), seen=seen)
        await self.issue(wish, self.cases, self.services)
