"""The list of a visit with several things to do: a place for each, taken off again by a press."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Service
from ui.kiosk import words
from ui.kiosk.choice_bar import ToneKey
from ui.kiosk.panel import label
from ui.kiosk.plan import MOST_LEGS
from ui.theme import Gap, Role, Scale, Type, Weight, paint_icon, tokens
from ui.widgets import ElidedLabel, Pressable
from ui.widgets.paint import CENTRE, Box, Words, draw_box, draw_words, width_of
from ui.widgets.text_flow import Flow, Setting, draw_flow

SLOT_PX = 96
_BADGE_PX = 52
_CROSS_PX = 36
_NAME = Type(Scale.KIOSK, Role.TEXT, Weight.SEMI, 1.07)
_LEAST = 0.8
_PLACE = Type(Scale.KIOSK, Role.STRONG, Weight.HEAVY, 0.88)


class ListPlace(Pressable):
    """One place on the list; a press takes what stands there off."""

    ring_width_px = 5
    ring_gap_px = 3

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._hue = number, "brand"
        self.service = ""
        self.setFixedHeight(SLOT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_service(self, service: Service | None, said: str) -> None:
        """What stands here, None for nothing yet; `said` names what a press does."""
        self.service = service.code if service else ""
        self._hue = service.tier.value if service else "brand"
        self.setText(words.own(service.name) if service else "")
        self.setAccessibleName(said)
        self.setEnabled(service is not None)
        self.update()

    def corner_radius(self) -> float:
        return 16.0

    def sizeHint(self) -> QSize:
        return QSize(430, SLOT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        filled = bool(self.service)
        hue = tokens().hue(self._hue)
        fill = "pressed" if self.isDown() else "card"
        edge = Box(fill, hue.ink, 2, 16) if filled else Box("", "line_strong", 2, 16, dashed=True)
        draw_box(painter, rect, edge)
        badge = QRectF(22, rect.center().y() - _BADGE_PX / 2, _BADGE_PX, _BADGE_PX)
        draw_box(painter, badge, Box(hue.soft if filled else "disabled", "", 0, 12))
        tone = hue.ink if filled else "disabled_ink"
        draw_words(painter, badge, Words(str(self._number), _PLACE.font(), tone, CENTRE))
        if filled:
            self._paint_name(painter, rect.adjusted(badge.right() + 18, 0, -24, 0))

    def _paint_name(self, painter: QPainter, area: QRectF) -> None:
        side = float(_CROSS_PX)
        cross = QRectF(area.right() - side, area.center().y() - side / 2, side, side)
        paint_icon(painter, "close", cross, "ink_2")
        area.setRight(cross.left() - 14)
        lines = 1 if width_of(self.text(), _NAME.font()) <= area.width() else 2
        type_ = _NAME if lines == 1 else _NAME.scaled(_LEAST)
        setting = Setting(type_.font(), type_.line_px, "ink", lines=lines)
        draw_flow(painter, area, Flow(self.text()), setting)


class Basket(QWidget):
    """What has been chosen so far, up to four, and a key that empties it.

    Signals:
        removed: a service was pressed away; carries its code.
        cleared: everything was.
    """

    removed = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(Role.STRONG, "ink", Weight.BOLD, 1.06)
        self._note = ElidedLabel("", label(Role.TEXT, "ink_2", None, 0.93).type(), "ink_2")
        self.clear = ToneKey(solid=True)
        self.clear.setCheckable(False)
        self.clear.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clear.clicked.connect(self.cleared)
        kept = self.clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(kept)
        self.places = [self._made(number) for number in range(1, MOST_LEGS + 1)]
        head = QHBoxLayout()
        head.setSpacing(Gap.L)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        head.addWidget(self.clear)
        grid = QGridLayout()
        grid.setSpacing(18)
        for at, place in enumerate(self.places):
            grid.addWidget(place, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Gap.L)
        column.addLayout(head)
        column.addLayout(grid)

    def show_basket(self, chosen: tuple[Service, ...]) -> None:
        """The services in their order."""
        self._title.setText(self.tr("Your list"))
        self._note.setText(self.tr("%n of 4, one number for all", "", len(chosen)))
        self.clear.setText(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Clear the list"))
        self.clear.setVisible(bool(chosen))
        for at, place in enumerate(self.places):
            service = chosen[at] if at < len(chosen) else None
            if service is None:
                place.show_service(None, self.tr("Place {0}, empty").format(at + 1))
            else:
                place.show_service(service, self.tr("Remove {0}").format(words.own(service.name)))

    def _made(self, number: int) -> ListPlace:
        place = ListPlace(number)
        place.clicked.connect(self._on_place)
        return place

    @Slot()
    def _on_place(self) -> None:
        place = self.sender()
        if isinstance(place, ListPlace):
            self.removed.emit(place.service)
