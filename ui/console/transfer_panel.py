"""Transfer in place, by keyboard: type, choose, send; an illegal target says the way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import Role, Scale, Type
from ui.widgets import TextLabel

from .asks import Adding, Transferring
from .desk import Moment
from .options import OptionFace, OptionList
from .page import Notes
from .panels import PanelPage
from .search import Barrier, Offer, find_services
from .texts import clock, minute_range, minutes_gone, service_name, tier_word
from .ticket_card import served_s
from .usual import Usual

_SMALL = Type(Scale.CONSOLE, Role.SMALL)
_FIELD_PX = 40
_KEY_PX = 412
"""Room of the main key; a longer name is left to the list."""


class TransferPanel(PanelPage):
    """Keys: letters search, arrows choose, Enter or F4 transfers, F3 adds the step instead."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F4", parent)
        self._moment: Moment | None = None
        self._selected = 0
        self._offers: tuple[Offer, ...] = ()
        self.field = QLineEdit()
        self.field.setFont(Type(Scale.CONSOLE, Role.TEXT).font())
        self.field.setFixedHeight(_FIELD_PX)
        self._count = TextLabel("", _SMALL, "ink_2")
        over = QHBoxLayout(self.field)
        over.setContentsMargins(0, 0, 14, 0)
        over.addStretch(1)
        over.addWidget(self._count)
        self.options = OptionList()
        self._keep = TextLabel("", _SMALL, "ink_2")
        self._keep.set_wrapping(True)
        self._keep.set_strong_tone("ink")
        self.inside.addSpacing(12)
        self.inside.addWidget(self.field)
        self.inside.addSpacing(6)
        self.inside.addWidget(self.options, 1)
        self.inside.addSpacing(9)
        self.inside.addWidget(self._keep)
        self.field.textChanged.connect(self._on_typed)
        self.options.picked.connect(self._on_picked)

    def begin(self) -> None:
        self._selected = 0
        self.field.clear()

    def first_focus(self) -> QWidget | None:
        return self.field

    def show_moment(self, moment: Moment, notes: Notes) -> None:
        super().show_moment(moment, notes)
        self._moment = moment
        visit, _ = moment.customer()
        self._offers = find_services(moment, self.field.text())
        self._selected = min(self._selected, max(0, len(self._offers) - 1))
        self.show_title(self.tr("Transfer {0}").format(visit.number))
        self.field.setPlaceholderText(self.tr("Code, name or pinyin letters"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setEnabled(moment.usable)
        self._count.setText(self.tr("%n found", "", len(self._offers)))
        self.field.setTextMargins(0, 0, self._count.sizeHint().width() + 8, 0)
        faces = tuple(self._face(at, offer, moment) for at, offer in enumerate(self._offers))
        self.options.show_options(faces, self._selected)
        self._show_keys(moment)
        self._show_keep(moment)

    def chosen(self) -> Offer | None:
        """The selected target."""
        return self._offers[self._selected] if self._offers else None

    def _face(self, at: int, offer: Offer, moment: Moment) -> OptionFace:
        name = service_name(moment.view.config, offer.service.code)
        if offer.barrier is Barrier.CASH:
            why = self.tr("Cash cannot go to a non-cash counter")
            out = self.tr("one more step, same number")
            return OptionFace("—", name, (why, out), self.tr("Add step F3"), open=False)
        if offer.barrier is Barrier.NOBODY:
            why = self.tr("No counter of this branch serves it")
            return OptionFace("—", name, (why,), open=False)
        mark = "↵" if at == self._selected else "↓" if at > self._selected else "↑"
        return OptionFace(mark, name, (self._detail(offer),), self._range(offer))

    def _detail(self, offer: Offer) -> str:
        numbers = " ".join(offer.counters)
        several = self.tr("counters {0}") if len(offer.counters) > 1 else self.tr("counter {0}")
        where = several.format(numbers) if numbers else self.tr("no counter open")
        waiting = self.tr("%n waiting", "", offer.waiting)
        return f"{tier_word(offer.service.tier)} · {where} · {waiting}"

    def _range(self, offer: Offer) -> str:
        if offer.wait_s is None:
            return "—"
        return self.tr("{0} min").format(minute_range(*offer.wait_s))

    def _show_keys(self, moment: Moment) -> None:
        offer = self.chosen()
        legal = moment.usable and offer is not None and offer.barrier is Barrier.NONE
        name = service_name(moment.view.config, offer.service.code) if offer and legal else ""
        self.next_key.setText(self.tr("Transfer to {0}, call next").format(name))
        if not name or self.next_key.sizeHint().width() > _KEY_PX:
            self.next_key.setText(self.tr("Transfer and call next"))
        self.only_key.setText(self.tr("Only transfer"))
        for key in (self.next_key, self.only_key):
            key.setEnabled(legal)
        if offer is not None:
            self.next_key.ask = Transferring(offer.service.code, then_next=True)
            self.only_key.ask = Transferring(offer.service.code)

    def _show_keep(self, moment: Moment) -> None:
        visit, _ = moment.customer()
        issued = clock(visit.issued_at, moment.view.config)
        kept = self.tr(
            "{0} keeps its number, its issue at {1} and the time it has waited; "
            "this service counts as {2} min."
        )
        gone = minutes_gone(served_s(moment))
        self._keep.setText(kept.format(visit.number, issued, gone))

    def take_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._choose(self._selected + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4):
            self.only_key.click()
        elif key == Qt.Key.Key_F3:
            self._add_step()
        else:
            return super().take_key(key)
        return True

    def _add_step(self) -> None:
        offer = self.chosen()
        if offer is not None and offer.barrier is Barrier.CASH:
            self.asked.emit(Adding(offer.service.code))

    def _choose(self, at: int) -> None:
        self._selected = min(max(0, at), max(0, len(self._offers) - 1))
        self._show_again()

    def _show_again(self) -> None:
        if self._moment is not None:
            self.show_moment(self._moment, self.notes)

    def _on_typed(self, text: str) -> None:
        self._selected = 0
        self._show_again()

    def _on_picked(self, at: object) -> None:
        if isinstance(at, int):
            self._choose(at)
