"""The services and the hours of a scenario: who comes when, for how long."""

from dataclasses import dataclass
from itertools import pairwise
from math import inf, isfinite
from typing import Any, NamedTuple

from branchfloor.config.reading import Table, a, clock_of
from branchfloor.domain.kinds import Tier
from branchfloor.twin.scenario import HOUR_S, Law, Rate, Run, Work, steadily

from .scenario_policy import Asked


class Span(NamedTuple):
    """From and until, in seconds of the run, and what stood behind them."""

    from_s: float
    until_s: float
    rest: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """The `[run]` of a scenario: how long it is played, and what clock its hours are on."""

    run: Run
    starts_h: float
    patience_s: float
    reaction_s: float
    walk_s: float

    @classmethod
    def read(cls, table: Table) -> "Hours":
        """The section; `hours` is the whole length of a run, its warm-up included."""
        length_s = table.positive("hours") * HOUR_S
        given = table.has("warmup_hours")
        warmup_s = table.amount("warmup_hours") * HOUR_S if given else None
        if warmup_s is not None and warmup_s >= length_s:
            table.refuse("less", less="warmup_hours", more="hours")
        hours = cls(
            run=Run(length_s, warmup_s, table.whole("replications", 1, 1), table.whole("seed", 1)),
            starts_h=_starts_h(table),
            patience_s=table.positive("patience_min") * 60 if table.has("patience_min") else inf,
            reaction_s=table.amount("reaction_s", 0.0),
            walk_s=table.amount("walk_s", 0.0),
        )
        table.done()
        return hours

    def spans(self, table: Table, key: str, value: Any, size: int) -> list[Span]:
        """A list of `[from, to, …]`, one after another, cut to the run; refused in the name of
        the table's key.
        """
        what = a("rates") if size > 2 else a("open_spans")
        if not isinstance(value, list) or not value:
            table.wrong(key, what, value)
        found = [self._span(one, size) for one in value]
        if not all(found):
            table.wrong(key, what, next(v for v, f in zip(value, found, strict=True) if not f))
        spans = [span for span in found if span]
        if any(after.from_s < before.until_s for before, after in pairwise(spans)):
            table.refuse("spans_overlap", key=key)
        if all(s.until_s <= 0 or s.from_s >= self.run.length_s for s in spans):
            until_h = self.starts_h + self.run.length_s / HOUR_S
            table.refuse("spans_outside", key=key, first=self.starts_h, last=until_h)
        return [span._replace(from_s=max(span.from_s, 0.0)) for span in spans if span.until_s > 0]

    def _span(self, value: Any, size: int) -> Span | None:
        if not isinstance(value, list) or len(value) != size:
            return None
        first, last = hour_of(value[0]), hour_of(value[1])
        if first is None or last is None or first >= last:
            return None
        start = self.starts_h
        return Span((first - start) * HOUR_S, (last - start) * HOUR_S, tuple(value[2:]))


def hour_of(value: Any) -> float | None:
    """Hours of a number or of a time of day such as "09:30"; None when it is neither."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) if isfinite(value) and value >= 0 else None
    clock = clock_of(value)
    return None if clock is None else clock.hour + clock.minute / 60


def _starts_h(table: Table) -> float:
    if not table.has("starts_at"):
        return 0.0
    value = table.either("starts_at", a("time_of_day"))
    hour = hour_of(value)
    if hour is None:
        table.wrong("starts_at", a("time_of_day"), value)
    return hour


@dataclass(frozen=True, slots=True)
class Paper:
    """A service as the document has it."""

    name: str
    asked: Asked
    work: Work
    rates: tuple[Rate, ...]
    needs_cash: bool


def read_service(table: Table, hours: Hours) -> Paper:
    """One `[[service]]`."""
    name = table.text("name")
    table.is_entry("service", name)
    asked = Asked(
        service=name,
        class_name=table.text("class", name),
        tier=table.word("tier", Tier) if table.has("tier") else Tier.GENERAL,
        target_min=table.positive("target_min") if table.has("target_min") else None,
        head_start=table.number("head_start") if table.has("head_start") else None,
    )
    paper = Paper(name, asked, _work(table), _rates(table, hours), table.flag("needs_cash"))
    table.done()
    return paper


def _work(table: Table) -> Work:
    law = table.word("law", Law) if table.has("law") else Law.LOGNORMAL
    given = table.has("cv")
    cv = table.amount("cv", 1.0)
    work = Work(table.positive("mean_min") * 60, cv, law)
    if given and work.spread != cv:
        table.refuse("law_has_cv", law=law.value, spread=work.spread)
    return work


def _rates(table: Table, hours: Hours) -> tuple[Rate, ...]:
    key, what = "arrivals_per_hour", a("rates")
    value = table.either(key, what)
    if not isinstance(value, list):
        if not _is_rate(value):
            table.wrong(key, what, value)
        return steadily(float(value))
    spans = hours.spans(table, key, value, 3)
    if not all(_is_rate(span.rest[0]) for span in spans):
        table.wrong(key, what, value)
    return tuple(Rate(span.from_s, span.until_s, float(span.rest[0])) for span in spans)


def _is_rate(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return isfinite(value) and value >= 0
