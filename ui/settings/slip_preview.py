"""The slip as the printer would print it now, in either language and on either paper."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from branchfloor.devices.printer import Slip
from branchfloor.devices.printer.paper import PAPERS
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.slip import PAPER_MM
from branchfloor.domain.waits import WaitRange
from branchfloor.floor.answers import Issued
from branchfloor.floor.slips import paper_slip
from branchfloor.phrasing import LANGUAGES
from ui.app.system_printer import slip_picture
from ui.settings.editors import bold
from ui.settings.page import bare_row
from ui.settings.words import choice, unit
from ui.theme import tokens
from ui.widgets import Card, PushKey, TextLabel

PREVIEW_PX = 500
_PX_A_MM = 5.2
_AT = datetime(2026, 11, 24, 2, 41, 7, tzinfo=UTC)
_WAIT = WaitRange(12 * 60.0, 16 * 60.0, 21 * 60.0)


class SlipPreview(Card):
    """A sample ticket of the branch; keys choose what it is looked at as, and change nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(PREVIEW_PX)
        self._config: BranchConfig | None = None
        self._paper_mm = self._looked_mm = 0
        self._languages: tuple[str, ...] = ()
        self.slip: Slip | None = None
        self._title = TextLabel("", bold())
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.language_keys = {language: PushKey() for language in ("", *LANGUAGES)}
        self.paper_keys = {mm: PushKey() for mm in PAPER_MM}
        self._lay_out()
        for key in self.language_keys.values():
            key.clicked.connect(self._on_language)
        for key in self.paper_keys.values():
            key.clicked.connect(self._on_paper)
        self.retranslate()

    def show_config(self, config: BranchConfig) -> None:
        """Draw the slip of a document; another paper in it is the one looked at."""
        self._config = config
        if config.slip.paper_mm != self._paper_mm:
            self._paper_mm = self._looked_mm = config.slip.paper_mm
        self._draw()

    def retranslate(self) -> None:
        """Its words in the language in force."""
        self._title.setText(self.tr("Preview"))
        for language, key in self.language_keys.items():
            key.setText(choice(language) if language else self.tr("As printed"))
        for mm, key in self.paper_keys.items():
            key.setText(f"{mm} {unit('mm')}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        for keys in (self.language_keys.values(), self.paper_keys.values()):
            row = bare_row()
            for key in keys:
                key.setCheckable(True)
                key.set_compact(True)
                row.addWidget(key)
            row.addStretch(1)
            column.addLayout(row)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setWidget(self.picture)
        self._area = area
        column.addWidget(area, 1)

    def _draw(self) -> None:
        if self._config is None:
            return
        for language, key in self.language_keys.items():
            key.setChecked(self._languages == ((language,) if language else ()))
        for mm, key in self.paper_keys.items():
            key.setChecked(mm == self._looked_mm)
        self.slip = sample(self._config, self._languages)
        image = slip_picture(self.slip, PAPERS[self._looked_mm])
        wide = round(self._looked_mm * _PX_A_MM)
        self.picture.setPixmap(_framed(image, wide, self.devicePixelRatioF()))
        said = "\n".join(f"{one.text} {one.value}".strip() for one in self.slip.lines())
        self.picture.setAccessibleName(said)
        self._area.setAccessibleName(self.tr("Preview"))
        self._area.setAccessibleDescription(said)

    def _on_language(self) -> None:
        pressed = self.sender()
        language = next(name for name, key in self.language_keys.items() if key is pressed)
        self._languages = (language,) if language else ()
        self._draw()

    def _on_paper(self) -> None:
        pressed = self.sender()
        self._looked_mm = next(mm for mm, key in self.paper_keys.items() if key is pressed)
        self._draw()


def _framed(image: QImage, wide_px: int, ratio: float) -> QPixmap:
    """The paper with its edge, so many pixels of the screen wide."""
    smooth = Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaledToWidth(round(wide_px * ratio), smooth))
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setPen(QPen(tokens().colour("line_strong"), 1))
    painter.drawRect(0, 0, wide_px - 1, round(pixmap.height() / ratio) - 1)
    painter.end()
    return pixmap


def sample(config: BranchConfig, languages: tuple[str, ...] = ()) -> Slip:
    """A ticket as this branch would print it, in its own languages when none are named."""
    if languages:
        config = replace(config, settings=replace(config.settings, languages=languages))
    service = config.services[0]
    issued = Issued(
        ticket=f"{service.prefix}058",
        leg=1,
        service=service.code,
        issued_at=_AT,
        ahead=7,
        wait=_WAIT,
        visit_id="7f3c1f0e9b2d4c58",
    )
    return paper_slip(config, issued)
