"""Did the published waits come true? The page that says so."""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.advising import Promised
from branchfloor.domain.errors import FloorError
from branchfloor.floor.advising.kept import followed
from branchfloor.floor.books import Books
from branchfloor.floor.floor import Floor
from branchfloor.reports.truth import Truth, since, truth_of
from branchfloor.reports.truth_csv import write_cases
from ui.app.tasks import loop_runs, spawn
from ui.overview.accuracy.against_card import AgainstCard
from ui.overview.accuracy.coverage_card import CoverageCard
from ui.overview.accuracy.grid_card import GridCard
from ui.overview.accuracy.headline import Headline
from ui.overview.accuracy.latest_card import LatestCard
from ui.overview.accuracy.remarks_card import RemarksCard
from ui.overview.accuracy.truth_card import TruthCard
from ui.overview.advice.score_card import ScoreCard
from ui.overview.asking import phrases
from ui.overview.bar_key import BarKey
from ui.overview.nav import FloorPage
from ui.overview.reading import Reading
from ui.theme import Scale
from ui.widgets import QuietMessage

EVERY = timedelta(seconds=60)
"""How often the rows are read again while the page is open, by the branch's clock."""


class AccuracyPage(FloorPage):
    """Coverage, errors and single cases of today and past days, beside simpler ways.

    The rows are read beside the writer when the page opens and once a minute from then on.
    """

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self.truth: Truth | None = None
        self._read_at: datetime | None = None
        self._reading_rows = False
        self.export_key = BarKey()
        self.message = QuietMessage(Scale.OVERVIEW)
        self.headline = Headline()
        self.coverage, self.grid, self.against = CoverageCard(), GridCard(), AgainstCard()
        self.latest, self.remarks = LatestCard(), RemarksCard()
        self.score = ScoreCard()
        self._lay_out()
        self.export_key.clicked.connect(self._on_export)
        self.retranslate()

    @property
    def cards(self) -> tuple[TruthCard, ...]:
        """Every card that shows the truth."""
        sentence = self.headline.sentence
        return (sentence, self.coverage, self.grid, self.against, self.latest, self.remarks)

    def title(self) -> str:
        return self.tr("Forecast accuracy")

    def on_head(self) -> tuple[QWidget, ...]:
        return (self.export_key,)

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self.remarks.show_published(reading.state.forecasts)
        self._read_if_due(reading.now)

    def show_time(self, now: datetime) -> None:
        self._read_if_due(now)

    def show_truth(self, truth: Truth) -> None:
        """Set every card."""
        if self.reading is None:
            return
        self.truth = truth
        for card in self.cards:
            card.show_truth(truth, self.reading.config)
        self.headline.show_truth(truth)

    def show_followed(self, done: tuple[Promised, ...]) -> None:
        """Set what came of the advice that was followed."""
        if self.reading is not None:
            reading = self.reading
            self.score.show_promised(done, reading.config.time_zone, reading.now)

    def set_compact(self, compact: bool) -> None:
        self.score.set_compact(compact)
        self.headline.set_compact(compact)
        for card in self.cards:
            card.set_compact(compact)
        self._column.setContentsMargins(*((14, 10, 14, 12) if compact else (24, 16, 24, 20)))
        for layout in (self._column, self._middle, self._below, self._right):
            layout.setSpacing(8 if compact else 14)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.export_key.set_text(self.tr("Export"))
        if self.truth is not None:
            self.headline.show_truth(self.truth)
        else:
            for card in self.cards:
                card.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.message.clear()
            self.retranslate()
            self.retitled.emit()
        super().changeEvent(event)

    def export_to(self, path: Path) -> None:
        """Write every case to a file."""
        if self.reading is not None:
            spawn(self._export(path, self._today()), name="export waits", owner=self)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.message)
        self._column.addWidget(self.headline)
        self._middle, self._below = QHBoxLayout(), QHBoxLayout()
        for card, share in ((self.coverage, 60), (self.grid, 68), (self.against, 56)):
            self._middle.addWidget(card, share)
        self._right = QVBoxLayout()
        self._right.addWidget(self.score)
        self._right.addWidget(self.remarks, 1)
        self._below.addWidget(self.latest, 128)
        self._below.addLayout(self._right, 100)
        self._column.addLayout(self._middle, 35)
        self._column.addLayout(self._below, 50)
        self.set_compact(False)

    def _today(self) -> date:
        """The business date in force; that of the branch's clock before the first one."""
        reading = self.reading
        if reading is None:
            raise ValueError("nothing has been shown yet")
        return reading.state.day or reading.now.date()

    def _read_if_due(self, now: datetime) -> None:
        due = self._read_at is None or not timedelta() <= now - self._read_at < EVERY
        if due and not self._reading_rows and self.reading is not None and loop_runs():
            self._read_at = now
            self._reading_rows = True
            spawn(self._read(self._today()), name="read promises", owner=self)

    async def _read(self, today: date) -> None:
        try:
            truth, done = await self.floor.read(partial(_truth, today=today))
        except FloorError as trouble:
            self.message.say(phrases().tell(trouble), "late")
        else:
            self.message.clear()
            self.show_truth(truth)
            self.show_followed(done)
        finally:
            self._reading_rows = False

    def _on_export(self) -> None:
        if self.reading is None:
            return
        dialog = QFileDialog(self, self.tr("Export"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"waits-{self._today():%Y-%m-%d}.csv")
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.export_to(Path(name))

    async def _export(self, path: Path, today: date) -> None:
        try:
            n = await self.floor.read(partial(_write, path=path, today=today))
        except FloorError as trouble:
            self.message.say(phrases().tell(trouble), "late")
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.message.say(self.tr("{0} cannot be written: {1}").format(path, why), "late")
        else:
            self.message.say(self.tr("%n case(s) written to {0}", "", n).format(path), "ok")


def _truth(books: Books, today: date) -> tuple[Truth, tuple[Promised, ...]]:
    """Read and reckon, in a thread of its own."""
    config = books.config
    first = since(today, config.time_zone)
    truth = truth_of(books.promises_since(first), config, today)
    return truth, followed(books.advice_since(first))


def _write(books: Books, path: Path, today: date) -> int:
    config = books.config
    return write_cases(books.promises_since(since(today, config.time_zone)), config, path)
