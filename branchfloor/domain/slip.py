"""What stands on a ticket slip: lines of a closed list, a branch's own words above and below.

There is no line for anything about a person, and no way to write one: what a slip can show is
this list, and a branch's own words name no value.
"""

from dataclasses import dataclass
from enum import StrEnum

from .catalogue import Name


class SlipPart(StrEnum):
    """What one line of a slip shows."""

    BRANCH = "branch"
    AGAIN = "again"
    SERVICE = "service"
    NUMBER = "number"
    COUNTERS = "counters"
    AHEAD = "ahead"
    WAIT = "wait"
    THEN = "then"
    ISSUED = "issued"
    ADVICE = "advice"
    KEEP = "keep"
    CODE = "code"
    RULE = "rule"
    SPACE = "space"


class SlipSize(StrEnum):
    """How large a line is set; the number is always as large as the paper holds."""

    NORMAL = "normal"
    LARGE = "large"


MANY = frozenset({SlipPart.RULE, SlipPart.SPACE})
"""What may stand on a slip more than once."""

ONE_SIZE = frozenset({SlipPart.NUMBER, SlipPart.CODE, SlipPart.RULE, SlipPart.SPACE})
"""What has no size of its own."""

PAPER_MM = (58, 80)
"""The widths of paper that ticket printers come in."""

MOST_TEXTS, LONGEST_TEXT = 4, 60
"""How many own texts may stand above and below, and how many signs each may have."""


@dataclass(frozen=True, slots=True)
class SlipEntry:
    """One line in its place."""

    shows: SlipPart
    size: SlipSize = SlipSize.NORMAL


DEFAULT_LINES = tuple(
    SlipEntry(part)
    for part in (
        SlipPart.BRANCH,
        SlipPart.AGAIN,
        SlipPart.SERVICE,
        SlipPart.NUMBER,
        SlipPart.RULE,
        SlipPart.COUNTERS,
        SlipPart.AHEAD,
        SlipPart.WAIT,
        SlipPart.THEN,
        SlipPart.ISSUED,
        SlipPart.RULE,
        SlipPart.ADVICE,
        SlipPart.CODE,
    )
)
"""The lines every branch starts with."""


@dataclass(frozen=True, slots=True)
class SlipLayout:
    """A branch's slip: its lines from top to bottom, own texts above (`head`) and below (`foot`),
    and the width of its paper in mm, where the printer's words name none.
    """

    lines: tuple[SlipEntry, ...] = DEFAULT_LINES
    head: tuple[Name, ...] = ()
    foot: tuple[Name, ...] = ()
    paper_mm: int = 80

    def has(self, part: SlipPart) -> bool:
        """Whether a line shows this."""
        return any(line.shows is part for line in self.lines)


DEFAULT_SLIP = SlipLayout()
"""The slip of a branch that has not made its own."""
