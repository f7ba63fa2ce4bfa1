"""The large half while somebody is called: one call alone, or two."""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ui.widgets import Rule

from .call_view import CallView, DoubleCall, SingleCall
from .face import CallFace
from .stage import Key


class CallsPage(QWidget):
    """Shows one or two calls, the earlier above.

    A call flashes when it is shown for the first time and `arrived` names it.
    """

    def __init__(self, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._single = SingleCall(still=still)
        self._double = (DoubleCall(still=still), DoubleCall(still=still))
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._double[0], 1)
        column.addWidget(Rule("bar_on", 2))
        column.addWidget(self._double[1], 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._single)
        self._pages.addWidget(pair)

    def show_calls(self, calls: tuple[CallFace, ...], arrived: frozenset[Key]) -> None:
        """Set the calls; those in `arrived` flash."""
        views = self._views(len(calls))
        for view in {self._single, *self._double} - set(views):
            view.rest()
        for view, face in zip(views, calls, strict=False):
            fresh = face.key != view.key
            view.show_call(face)
            if face.key in arrived:
                view.flash()
            elif fresh:
                view.rest()
        self._pages.setCurrentIndex(0 if len(calls) == 1 else 1)

    def views(self) -> tuple[CallView, ...]:
        """The views in use."""
        return self._views(1 if self._pages.currentIndex() == 0 else 2)

    def _views(self, count: int) -> tuple[CallView, ...]:
        return (self._single,) if count == 1 else self._double
