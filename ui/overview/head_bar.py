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


class HeadBar(Band):
    """72 px high; `add_action` puts a button at its right end."""

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
        self._leads = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(28, 0, 28, 0)
        self._row.setSpacing(22)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
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
        self._row.setSpacing(10 if compact else 22)
        self._title.set_type(_SMALL_TITLE if compact else _TITLE)
        self._link.setVisible(not compact)
        self.retranslate()

    def add_lead(self, widget: QWidget) -> None:
        """Put a piece behind the title, after those put there before."""
        self._leads += 1
        self._row.insertWidget(self._leads, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

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
        whole = self.tr("{0} · Lobby overview").format(name)
        self._title.setText(name if self._compact else whole)
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
