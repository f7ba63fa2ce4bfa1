"""Where it is still wrong, in words; what too few cases cannot tell; what is odd about today."""

from PySide6.QtWidgets import QWidget

from branchfloor.domain.waits import TWIN, Forecasts
from branchfloor.reports.truth import Remark, Truth
from ui.overview.accuracy.truth_card import TruthCard
from ui.overview.accuracy.words import family_word, minute_text, simple_words
from ui.overview.panel import only_shown
from ui.widgets import AlertRow, AlertSign

MOST, MOST_COMPACT = 5, 2


class RemarksCard(TruthCard):
    """The gravest first, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._published: Forecasts | None = None
        self.rows = [only_shown(AlertRow()) for _ in range(MOST)]
        for row in self.rows:
            row.hide()
            self.column.addWidget(row)
        self.column.addStretch(1)

    def show_published(self, published: Forecasts | None) -> None:
        """What the forecasts say of themselves."""
        known = self._published
        self._published = published
        if _manner(known) != _manner(published):
            self.retranslate()

    def retranslate(self) -> None:
        self.head.show_header(self.tr("Where it is still wrong"))
        told = self._told()
        for at, row in enumerate(self.rows):
            shown = at < len(told) and at < (MOST_COMPACT if self.compact else MOST)
            row.setVisible(shown)
            if shown:
                row.show_alert(*told[at])

    def said(self) -> list[str]:
        """The titles shown."""
        return [row.text() for row in self.rows if not row.isHidden()]

    def _told(self) -> list[tuple[AlertSign, str, str]]:
        if self.truth is None:
            return []
        found = [self._remark(one) for one in self.truth.remarks if one.code != "few_today"]
        few = [one for one in self.truth.remarks if one.code == "few_today"]
        found += [self._few(few)] if few else []
        found += self._of_today(self._published)
        grave = [one for one in found if one[0] is AlertSign.URGENT]
        found = grave + [one for one in found if one[0] is not AlertSign.URGENT]
        return found or [self._all_well(self.truth)]

    def _all_well(self, truth: Truth) -> tuple[AlertSign, str, str]:
        if not truth.past.coverage.n:
            return (
                AlertSign.INFO,
                self.tr("Nothing to judge by yet"),
                self.tr("Every ticket's range is held against the wait that follows it."),
            )
        return (
            AlertSign.DONE,
            self.tr("Nothing is surely wrong"),
            self.tr("No hour, kind of business or crowd misses the aim beyond chance."),
        )

    def _remark(self, one: Remark) -> tuple[AlertSign, str, str]:
        told = {
            "tight_hour": self._tight_hour,
            "wide_hour": self._wide_hour,
            "later_than_said": self._later,
            "sooner_than_said": self._sooner,
            "beaten": self._beaten,
        }
        return told[one.code](one)

    def _tight_hour(self, one: Remark) -> tuple[AlertSign, str, str]:
        title = self.tr("Ranges promise too much around {0}:00").format(one.values["hour"])
        text = self.tr("{0} of 100 came true, of {1}; the wait was {2} off the middle on average.")
        off = minute_text(float(one.values["off_s"]), signed=True)
        return AlertSign.URGENT, title, text.format(one.values["share"], one.values["n"], off)

    def _wide_hour(self, one: Remark) -> tuple[AlertSign, str, str]:
        title = self.tr("Ranges are too wide around {0}:00").format(one.values["hour"])
        text = self.tr("{0} of 100 came true, of {1}: they could be narrower.")
        return AlertSign.INFO, title, text.format(one.values["share"], one.values["n"])

    def _later(self, one: Remark) -> tuple[AlertSign, str, str]:
        family = family_word(str(one.values["family"]))
        text = self.tr("On average {0} after the middle of the range, of {1} cases.")
        off = minute_text(float(one.values["off_s"]))
        title = self.tr("{0} waits longer than said").format(family)
        return AlertSign.WARN, title, text.format(off, one.values["n"])

    def _sooner(self, one: Remark) -> tuple[AlertSign, str, str]:
        family = family_word(str(one.values["family"]))
        text = self.tr("On average {0} before the middle of the range, of {1} cases.")
        off = minute_text(-float(one.values["off_s"]))
        title = self.tr("{0} is called sooner than said").format(family)
        return AlertSign.WARN, title, text.format(off, one.values["n"])

    def _beaten(self, one: Remark) -> tuple[AlertSign, str, str]:
        name, _ = simple_words(str(one.values["name"]))
        title = self.tr("A simpler way was better: {0}").format(name)
        text = self.tr("Its error is {0}% smaller, on the same {1} cases.")
        return AlertSign.URGENT, title, text.format(one.values["share"], one.values["n"])

    def _few(self, few: list[Remark]) -> tuple[AlertSign, str, str]:
        """All families that today cannot be judged, in one line."""
        told = [
            f"{family_word(str(one.values['family']))} {one.values['hits']} / {one.values['n']}"
            for one in few
        ]
        return AlertSign.WARN, self.tr("Too few today to say anything"), " · ".join(told)

    def _of_today(self, published: Forecasts | None) -> list[tuple[AlertSign, str, str]]:
        found = []
        if published is not None and published.by != TWIN:
            found.append(
                (
                    AlertSign.INFO,
                    self.tr("Waits come from the queue alone now"),
                    self.tr("The floor is not played forward on this PC at this moment."),
                )
            )
        if published is not None and "odd_day" in published.unsure:
            found.append(
                (
                    AlertSign.INFO,
                    self.tr("A day unlike the others"),
                    self.tr("Far more or fewer came than usual; ranges follow today's pace."),
                )
            )
        if published is not None and "young" in published.unsure:
            found.append(
                (
                    AlertSign.INFO,
                    self.tr("Still learning"),
                    self.tr("Fewer than three past days are known; presets stand in."),
                )
            )
        return found


def _manner(published: Forecasts | None) -> tuple[str, tuple[str, ...]] | None:
    return (published.by, published.unsure) if published is not None else None
