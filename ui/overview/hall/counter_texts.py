"""A counter in words: how it stands, what it serves and why not the rest, who sits there."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.overview.findings import sat_s
from ui.overview.hall.counter_facts import Serving, serving_of
from ui.overview.line_list import Line
from ui.overview.panel import service_name
from ui.overview.reading import Reading
from ui.overview.times import hour_minute, timer

SOON_DAYS = 30
"""A certificate that ends within so many days is marked."""


class CounterTexts(QObject):
    """Makes the lines of one counter from a reading."""

    def __init__(self, reading: Reading, number: str) -> None:
        super().__init__()
        self._reading, self._number = reading, number
        self._plan = reading.config.counter(number)
        self._counter = reading.state.counter(number)
        self._phrases = Phrases.load(current_language())

    def state_word(self) -> str:
        """Its status in a word."""
        return self._phrases.word("counter", self._counter.status)

    def standing(self) -> list[Line]:
        """How it stands now."""
        return [*self._standing()]

    def serves(self) -> list[Line]:
        """What it serves."""
        found = serving_of(self._reading.state, self._reading.config, self._number)
        rows = (
            (self.tr("Serves"), found.own),
            (self.tr("Backs up"), found.backs_up),
            (self.tr("Lent"), found.lent),
        )
        return [Line(word, self._names(codes)) for word, codes in rows if codes]

    def serves_not(self) -> list[Line]:
        """What it may not serve, by reason."""
        found: Serving = serving_of(self._reading.state, self._reading.config, self._number)
        return [
            Line(self._why(why), self._names(codes), tone=_tone(why))
            for why, codes in found.refused
        ]

    def person(self) -> list[Line]:
        """The skills of whoever sits there, with the last day each is valid."""
        staff = self._counter.staff
        if staff is None:
            return []
        member = self._reading.config.staff_member(staff)
        if member is None:
            return [Line(staff, self.tr("not listed in the branch document"), tone="ink_2")]
        if not member.skills:
            return [Line(staff, self.tr("no certificate on record"), tone="ink_2")]
        return [self._skill(name, until) for name, until in member.skills]

    def staff(self) -> str:
        """Who sits there, "" for nobody."""
        return self._counter.staff or ""

    def _standing(self) -> Iterator[Line]:
        counter, zone = self._counter, self._reading.config.time_zone
        parts = [self.state_word()]
        if counter.since:
            parts.append(self.tr("since {0}").format(hour_minute(counter.since, zone)))
        if counter.status is CounterStatus.PAUSED:
            parts.append(self._phrases.word("pause", counter.reason or "other"))
            if counter.until:
                parts.append(self.tr("back {0}").format(hour_minute(counter.until, zone)))
        yield Line(self.tr("Now"), " · ".join(parts), strong=True)
        if counter.staff:
            yield Line(self.tr("Staff"), counter.staff)
        yield from self._customer()
        if counter.lent and counter.lent_until:
            until = self.tr("until {0}").format(hour_minute(counter.lent_until, zone))
            yield Line(self.tr("Lent"), self._names(counter.lent), until)
        yield Line(self.tr("Kind"), self._kind(self._plan))

    def _customer(self) -> Iterator[Line]:
        here = self._reading.state.at_counter(self._number)
        if here is None:
            return
        visit, leg = here
        if leg.state is LegState.CALLED:
            seconds = seconds_between(leg.call_ats[0], self._reading.now) if leg.call_ats else 0.0
        else:
            seconds = sat_s(leg.served_s, leg.sat_at, self._reading.now)
        name = service_name(self._reading.config, leg.service)
        word = self._phrases.word("state", leg.state)
        yield Line(self.tr("Ticket"), f"{visit.number} · {name} · {word}", timer(seconds))

    def _kind(self, plan: CounterPlan) -> str:
        words = [
            self._phrases.word("height", plan.height),
            self.tr("cash") if plan.takes_cash else self.tr("no cash"),
        ]
        marks = (
            (plan.corporate, self.tr("corporate")),
            (plan.sales_zone, self.tr("sales zone")),
            (plan.elastic, self.tr("elastic")),
            (plan.care, self.tr("care")),
        )
        return " · ".join([*words, *(word for set_, word in marks if set_)])

    def _names(self, codes: tuple[str, ...]) -> str:
        names = tuple(service_name(self._reading.config, code) for code in codes)
        return self._phrases.word("name", names)

    def _why(self, why: str) -> str:
        return {
            "skill_missing": self.tr("No skill"),
            "lendable": self.tr("If lent"),
            "zone_only": self.tr("Sales zone"),
            "cash_at_non_cash": self.tr("Cash"),
        }.get(why, self.tr("Elsewhere"))

    def _skill(self, name: str, until: date | None) -> Line:
        word = self._phrases.word("skill", name)
        if until is None:
            return Line(self.tr("Skill"), word, self.tr("no end"))
        date_ = QDate(until.year, until.month, until.day)
        day = QLocale(current_language()).toString(date_, self.tr("d MMM yyyy"))
        on = self._reading.state.day or self._reading.now.date()
        if until < on:
            told = self.tr("expired {0}").format(day)
            return Line(self.tr("Expired"), word, told, tone="late", strong=True)
        tone = "warn_ink" if (until - on).days <= SOON_DAYS else "ink"
        return Line(self.tr("Skill"), word, self.tr("until {0}").format(day), tone=tone)


def _tone(why: str) -> str:
    return "late" if why == "skill_missing" else "ink_2"
