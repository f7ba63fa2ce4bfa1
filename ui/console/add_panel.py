"""One more service under the same number, and a service given without a ticket: search, Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.domain.kinds import LegState

from .asks import Adding, Recording
from .chooser import Chooser
from .desk import Moment
from .list_panel import ListPanel
from .options import OptionFace
from .page import Zone
from .search import Barrier, Offer, find_in_catalogue
from .target_faces import catalogue_face, recording_face
from .texts import service_name
from .usual import Usual


class CataloguePanel(ListPanel):
    """A list of services by what was typed."""

    one_key = True

    def __init__(self, usual: Usual, own_key: str, parent: QWidget | None = None) -> None:
        super().__init__(usual, own_key, parent)
        self.offers: tuple[Offer, ...] = ()

    def look_up(self, moment: Moment, typed: str) -> int:
        self.offers = find_in_catalogue(moment, typed)
        return len(self.offers)

    def chosen(self) -> Offer | None:
        """The selected service."""
        return self.offers[self.selected] if self.offers else None


class AddPanel(CataloguePanel):
    """Keys: letters search, up and down choose, left and right say whether it comes last or first
    where other steps are planned, Enter or F3 adds it.
    """

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F3", parent)
        self._first = False
        self.order = Chooser()
        self.below.addSpacing(9)
        self.below.addWidget(self.order)
        self.zones.move(Zone.SIDE, self.order, home=self.below)
        self.order.turned.connect(self._on_turned)

    def begin(self) -> None:
        self._first = False
        super().begin()

    def face(self, at: int, moment: Moment) -> OptionFace:
        return catalogue_face(self.mark_of(at), self.offers[at], moment)

    def show_chosen(self, moment: Moment) -> None:
        visit, _ = moment.customer()
        offer = self.chosen()
        self.show_title(self.tr("Add a service to {0}").format(visit.number))
        self.field.setPlaceholderText(self.tr("Code, name or pinyin letters"))
        self.do_key.setText(self.tr("Add"))
        legal = offer is not None and offer.barrier is not Barrier.NOBODY
        self.do_key.setEnabled(moment.usable and legal)
        if offer is not None:
            self.do_key.ask = Adding(offer.service.code, self._first)
        self._show_order(moment)
        self.keep.setText(self._order(moment, offer))

    def _show_order(self, moment: Moment) -> None:
        """Asked only where a fixed order has other steps to come."""
        visit, _ = moment.customer()
        planned = any(leg.state is LegState.PLANNED for leg in visit.legs)
        self.order.setVisible(visit.fixed_order and planned)
        word = self.tr("Before the others") if self._first else self.tr("After the others")
        self.order.show_word(self.tr("Order"), word, moment.usable)

    def _on_turned(self, step: object) -> None:
        if not self.order.isHidden():
            self._first = not self._first
            self.show_again()

    def _order(self, moment: Moment, offer: Offer | None) -> str:
        """When the added service begins to wait, and where cash goes."""
        visit, _ = moment.customer()
        after = self.tr("Begins to wait when the steps before it are done; the number stays {0}.")
        free = self.tr("Waits at once, whichever counter is free first; the number stays {0}.")
        first = self.tr("Begins to wait next, before the steps planned; the number stays {0}.")
        text = (first if self._first else after if visit.fixed_order else free).format(visit.number)
        if offer is not None and offer.service.needs_cash and not moment.plan.takes_cash:
            numbers = " ".join(offer.counters)
            where = self.tr("Cash: goes to a cash counter ({0}).").format(numbers)
            text += "\n" + (where if numbers else self.tr("Cash: no cash counter is open now."))
        return text

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F3:
            self.do_key.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._on_turned(1)
        else:
            return super().take_key(key)
        return True


class UnticketedPanel(CataloguePanel):
    """Keys: letters search, arrows choose, Enter or Insert puts it on record."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "Ins", parent)

    def face(self, at: int, moment: Moment) -> OptionFace:
        return recording_face(self.mark_of(at), self.offers[at], moment)

    def show_chosen(self, moment: Moment) -> None:
        offer = self.chosen()
        self.show_title(self.tr("Served without a ticket"))
        self.field.setPlaceholderText(self.tr("Code, name or pinyin letters"))
        self.do_key.setText(self.tr("Record"))
        self.do_key.setEnabled(moment.usable and offer is not None)
        if offer is not None:
            self.do_key.ask = Recording(offer.service.code)
            name = service_name(moment.view.config, offer.service.code)
            kept = self.tr("{0} goes on record with counter and time, for the day's report.")
            self.keep.setText(kept.format(name))

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Insert:
            self.do_key.click()
            return True
        return super().take_key(key)
