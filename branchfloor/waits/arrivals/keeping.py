"""Past days' counts as text, to be kept between runs; a broken text is no loss."""

import json
from collections.abc import Sequence

from branchfloor.domain.codec import decode, encode

from .counted import DayCount

VERSION = 1


def counts_text(days: Sequence[DayCount]) -> str:
    """Counts of days as text."""
    body = {"version": VERSION, "days": [encode(day) for day in days]}
    return json.dumps(body, separators=(",", ":"))


def counts_of(text: str | None) -> tuple[DayCount, ...]:
    """The counts of a text; none when it cannot be read or is of another version."""
    try:
        body = json.loads(text or "")
        if body["version"] != VERSION:
            return ()
        return tuple(decode(DayCount, day) for day in body["days"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()
