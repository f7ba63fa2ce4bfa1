"""Panels that open in place while a customer is served: a head, a card, the keys below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Card, CardLook, ElidedLabel, FigureLabel, KeyHint, TextLabel

from .asks import Holding
from .desk import Moment
from .key_row import KeyRow
from .keys import AskKey, Panel
from .page import Notes, Page, Zone
from .texts import clock, hue_of, minute_range, service_name, stopwatch, tone_of
from .ticket_card import served_s
from .usual import Usual

_SMALL = Type(Scale.CONSOLE, Role.SMALL)
_STRONG = Type(Scale.CONSOLE, Role.STRONG)


class CustomerStrip(Card):
    """Who is being served, on one line: number, service, first issue, the clock."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._usual = usual
        self._number = FigureLabel("", Type(Scale.CONSOLE, Role.NUMBER).scaled(34 / 62))
        self._service = ElidedLabel("", _STRONG.scaled(14 / 16))
        self._issued = ElidedLabel("", _SMALL, "ink_2")
        self._timer = FigureLabel("", Type(Scale.CONSOLE, Role.FIGURE).scaled(20 / 26))
        self._range = TextLabel("", _SMALL, "ink_2")
        for label in (self._timer, self._range):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._number)
        row.addLayout(_pair(self._service, self._issued), 1)
        row.addLayout(_pair(self._timer, self._range))

    def set_narrow(self, narrow: bool) -> None:
        """Without the usual range, which the wide form has no room for."""
        self._range.setVisible(not narrow)

    def show_moment(self, moment: Moment) -> None:
        """Set everything."""
        visit, leg = moment.customer()
        config = moment.view.config
        kind = config.policy.rule(visit.class_name).kind
        self._number.setText(visit.number)
        self._number.set_tone(tone_of(hue_of(kind, config.service(leg.service).tier)))
        self._service.setText(service_name(config, leg.service))
        self._issued.setText(self.tr("issued {0}").format(clock(visit.issued_at, config)))
        self._timer.setText(stopwatch(served_s(moment)))
        low_s, high_s = self._usual(leg.service, moment.counter.staff)
        self._range.setText(self.tr("usually {0} min").format(minute_range(low_s, high_s)))


def _pair(above: QWidget, below: QWidget) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(1)
    pair.addStretch(1)
    pair.addWidget(above)
    pair.addWidget(below)
    pair.addStretch(1)
    return pair


class PanelPage(Page):
    """A panel in place: Esc goes back, F9 does it and calls the next, its own key does only it."""

    in_place = True
    one_key = False
    """Whether there is one thing to do, on its own key; then F9 does nothing here."""

    def __init__(self, usual: Usual, own_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = CustomerStrip(usual)
        self._card = Card(CardLook.CALLED)
        self._title = TextLabel("", _STRONG.weighing(Weight.BOLD).scaled(17 / 16))
        self._back = TextLabel("", _SMALL, "ink_2")
        self.inside = QVBoxLayout(self._card)
        self.inside.setContentsMargins(16, 14, 16, 14)
        self.inside.setSpacing(0)
        self.inside.addLayout(self._head())
        self.next_key = AskKey(Holding(""), "F9", main=True)
        self.only_key = AskKey(Holding(""), own_key, parent=self)
        self.cancel_key = AskKey(Panel.NONE, "Esc")
        self.column.addWidget(self._strip)
        self.column.addWidget(self._card, 1)
        self.column.addWidget(self.message)
        last = (self.cancel_key,) if self.one_key else (self.only_key, self.cancel_key)
        keys = KeyRow(*last)
        self.column.addWidget(self.next_key)
        self.column.addWidget(keys)
        self.zones.move(Zone.SIDE, self._strip, self.message)
        self.zones.move(Zone.FOOT, self.next_key, stretch=23)
        self.zones.move(Zone.FOOT, keys, stretch=20)
        self.join(self.next_key, self.only_key, self.cancel_key)
        if self.one_key:
            self.next_key.set_key(own_key)
            self.only_key.hide()

    @property
    def do_key(self) -> AskKey:
        """The key that does what the panel is for, and no more."""
        return self.next_key if self.one_key else self.only_key

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(KeyHint("Esc"))
        row.addWidget(self._back)
        return row

    def set_wide(self, wide: bool) -> None:
        super().set_wide(wide)
        self._strip.set_narrow(wide)
        self.inside.setContentsMargins(16, 11 if wide else 14, 16, 11 if wide else 14)

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self._strip.setVisible(moment.visit is not None)
        if moment.visit is not None:
            self._strip.show_moment(moment)
        self._back.setText(self.tr("back"))
        self.cancel_key.setText(self.tr("Cancel"))
        for key in (self.next_key, self.only_key):
            key.setEnabled(moment.usable)

    def show_title(self, text: str) -> None:
        """The panel's title."""
        self._title.setText(text)

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.cancel_key.click()
            return True
        if key == Qt.Key.Key_F9:
            if not self.one_key:
                self.next_key.click()
            return True
        return False
