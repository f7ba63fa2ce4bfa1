"""The shifts a day allows: where they begin and end, and where their break lies."""

from collections.abc import Iterator
from dataclasses import dataclass

from branchfloor.domain.people import Person
from branchfloor.domain.rostering import HALF_HOUR_MIN, RosterRules, Span

FROM_EDGE_MIN = 60
"""A break is at least so far from both ends of its shift."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A shift without a name on it, and whether it works in each half-hour of the day."""

    span: Span
    breaks: tuple[Span, ...]
    works: tuple[bool, ...]

    @property
    def work_min(self) -> int:
        """Minutes at the counter."""
        return HALF_HOUR_MIN * sum(self.works)


def patterns(hours: Span, rules: RosterRules, step_min: int = HALF_HOUR_MIN) -> tuple[Pattern, ...]:
    """Every shift the rules allow within the opening hours, on half-hours; with larger steps only
    some of them, those until the last minute among them.
    """
    return tuple(
        Pattern(span, breaks, _works(hours, span, breaks))
        for span in _spans(hours, rules, step_min)
        for breaks in _breaks(span, rules, step_min)
    )


def _spans(hours: Span, rules: RosterRules, step_min: int) -> Iterator[Span]:
    least = min(rules.least_shift_min, hours.minutes)
    for start in range(hours.from_min, hours.until_min - least + 1, step_min):
        last = min(hours.until_min, start + rules.most_shift_min)
        ends = list(range(start + least, last + 1, step_min))
        if step_min != HALF_HOUR_MIN and last not in ends:
            ends.append(last)
        for end in ends:
            yield Span(start, end)


def _breaks(span: Span, rules: RosterRules, step_min: int) -> Iterator[tuple[Span, ...]]:
    if span.minutes <= rules.break_after_min:
        yield ()
        return
    long = rules.meal_min if span.minutes >= rules.meal_from_shift_min else rules.least_break_min
    first = max(rules.window.from_min, span.from_min + FROM_EDGE_MIN)
    last = min(rules.window.until_min, span.until_min - FROM_EDGE_MIN) - long
    for start in range(first, last + 1, step_min):
        yield (Span(start, start + long),)


def _works(hours: Span, span: Span, breaks: tuple[Span, ...]) -> tuple[bool, ...]:
    return tuple(
        bool(span.common(half)) and not any(rest.common(half) for rest in breaks)
        for start in range(hours.from_min, hours.until_min, HALF_HOUR_MIN)
        for half in (Span(start, start + HALF_HOUR_MIN),)
    )


def allowed(pattern: Pattern, person: Person) -> bool:
    """Whether a person is there for all of a shift; a break may fall on an absence."""
    busy = [Span(a.from_min, a.until_min) for a in person.away]
    return not any(
        pattern.span.common(gone) > sum(rest.common(gone) for rest in pattern.breaks)
        for gone in busy
    )
