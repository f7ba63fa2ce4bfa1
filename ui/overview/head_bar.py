"""The dark bar on top: whose floor this is, whether it is connected, the branch's clock, who."""

from datetime import datetime

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.app.language import current_language
from ui.app.view import View
from ui.overview.times import local
from ui.theme import Role, Scale, Type
from ui.widgets import Band, Dot, TextLabel

_TEXT = Type(Scale.OVERVIEW, Role.TEXT)
_TITLE = Type(Scale.OVERVIEW, Role.HEAD)
_SMALL_TITLE = Type(Scale.OVERVIEW_SMALL, Role.HEAD)


class _Row(QWidget):
    """Pieces side by side on the bar."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(22)

    def add(self, piece: QWidget) -> None:
        """One more, behind the others."""
        self.row.addWidget(piece, 0, Qt.AlignmentFlag.AlignVCenter)

    def set(self, pieces: tuple[QWidget, ...]) -> None:
        """These in place of those before."""
        while item := self.row.takeAt(0):
            before = item.widget()
            if before is not None:  # it stays the bar's, out of sight
                before.hide()
        self.row.setSpacing(8)
        for piece in pieces:
            self.add(piece)
            piece.show()
        self.setVisible(bool(pieces))


class HeadBar(Band):
    """72 px high; `add_action` puts a button at its right end.

    The nav always stands; leads belong to the live floor and give way to a page's own pieces.
    """

    def __init__(self, actor: str, parent: QWidget | None = None) -> None:
        super().__init__("brand_deep", parent)
        self.setFixedHeight(72)
        self._actor = actor
        self._view: View | None = None
        self._now: datetime | None = None
        self._compact = False
        self._title = TextLabel("", _TITLE, "bar_ink")
        self._dot = Dot("green_inv", 10)
        self._link = TextLabel("", _TEXT, "bar_ink")
        self._clock = TextLabel("", _TEXT, "bar_ink")
        self._who = TextLabel("", _TEXT, "bar_ink")
        self._page_title = ""
        self._leads, self._own = _Row(), _Row()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 0, 28, 0)
        self._row.setSpacing(22)
        self._row.addWidget(self._title)
        self._row.addWidget(self._leads)
        self._row.addStretch(1)
        self._row.addWidget(self._own)
        link = QHBoxLayout()
        link.setSpacing(8)
        link.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignVCenter)
        link.addWidget(self._link)
        self._row.addLayout(link)
        self._row.addWidget(self._clock)
        self._row.addWidget(self._who)

    def set_compact(self, compact: bool) -> None:
        """52 px high, with the shorter title, for a small window; the dot keeps what it says."""
        self._compact = compact
        self.setFixedHeight(52 if compact else 72)
        side = 16 if compact else 28
        self._row.setContentsMargins(side, 0, side, 0)
        for row in (self._row, self._leads.row):
            row.setSpacing(10 if compact else 22)
        self._title.set_type(_SMALL_TITLE if compact else _TITLE)
        self._link.setVisible(not compact)
        self.retranslate()

    def add_nav(self, nav: QWidget) -> None:
        """Put the keys of the pages behind the title."""
        self._row.insertWidget(1, nav, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_lead(self, widget: QWidget) -> None:
        """Put a piece of the live floor behind the nav, after those put there before."""
        self._leads.add(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_page(self, title: str, actions: tuple[QWidget, ...]) -> None:
        """Name the open page and show its pieces; "" and none are the live floor."""
        self._page_title = title
        self._own.set(actions)
        self._leads.setVisible(not title)
        self.retranslate()

    def show_view(self, view: View, now: datetime) -> None:
        """Set everything."""
        self._view, self._now = view, now
        self.retranslate()

    def show_time(self, now: datetime) -> None:
        """Move the clock on."""
        self._now = now
        if self._view is not None:
            here = local(now, self._view.config.time_zone)
            day = QDate(here.year, here.month, here.day)
            date = QLocale(current_language()).toString(day, self.tr("ddd d MMM"))
            self._clock.setText(f"{date} {here:%H:%M:%S}")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        if self._view is None or self._now is None:
            return
        name = self._view.config.name.text(current_language())
        page = self._page_title
        whole = f"{name} · {page}" if page else self.tr("{0} · Lobby overview").format(name)
        self._title.setText((page or name) if self._compact else whole)
        trouble = self._view.trouble is not None
        self._dot.set_token("paused" if trouble else "green_inv")
        self._link.setText(self.tr("No database") if trouble else self.tr("Connected"))
        self._link.setVisible(trouble or not self._compact)
        self._dot.setToolTip(self._link.text())
        self._link.set_tone("paused" if trouble else "bar_ink")
        kind, _, number = self._actor.partition(":")
        self._who.setText(self.tr("Lobby manager {0}").format(number) if kind == "staff" else "")
        self._who.setVisible(kind == "staff")
        self.show_time(self._now)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
