"""Which counter each person of a roster gets: their own where it is free, else the first of its
kind that nobody sits at meanwhile.
"""

from collections.abc import Mapping, Sequence

from branchfloor.domain.people import Person
from branchfloor.domain.rostering import CounterKind, Shift, Span

Chosen = tuple[Person, CounterKind, Span, tuple[Span, ...]]
"""A person, the kind of counter, the shift and its breaks."""


def seated(
    chosen: Sequence[Chosen], counters: Mapping[CounterKind, tuple[str, ...]]
) -> tuple[Shift, ...]:
    """The shifts with a counter each, in the order of the counters and of time."""
    taken: dict[str, list[Span]] = {}
    found: list[Shift] = []
    for own in (True, False):
        for person, kind, span, breaks in sorted(chosen, key=lambda one: one[2].from_min):
            if (person.home in counters[kind]) is own:
                wanted = (person.home, *counters[kind]) if own else counters[kind]
                counter = next((c for c in wanted if _free(taken.get(c, []), span)), wanted[0])
                taken.setdefault(counter, []).append(span)
                found.append(Shift(person.staff, counter, kind, span, breaks))
    order = {number: i for kind in counters for i, number in enumerate(counters[kind])}
    kinds = list(counters)
    return tuple(
        sorted(found, key=lambda s: (kinds.index(s.kind), order[s.counter], s.span.from_min))
    )


def _free(spans: Sequence[Span], wanted: Span) -> bool:
    return not any(span.common(wanted) for span in spans)
