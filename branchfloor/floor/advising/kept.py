"""Advice as rows: the latest one under a fixed id, and each that was followed under its own."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from branchfloor.domain.advising import Advice, Promised
from branchfloor.domain.codec import decode, encode

LATEST = "latest"
"""The id of the row that is written again and again."""


class Row(Protocol):
    """A row as storage gives it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def body(self) -> str:
        """What was advised, as text."""

    @property
    def taken_at(self) -> datetime | None:
        """When it was followed."""

    @property
    def judged(self) -> str | None:
        """What came of it, as text."""


def advice_text(advice: Advice | Promised) -> str:
    """The text of a row."""
    return json.dumps(encode(advice), separators=(",", ":"), allow_nan=False)


def latest(rows: Sequence[Row]) -> Advice | None:
    """The newest advice among rows; None when there is none that can be read."""
    for row in rows:
        if row.id == LATEST:
            try:
                return decode(Advice, json.loads(row.body))
            except (ValueError, TypeError, KeyError):
                return None
    return None


def followed(rows: Sequence[Row]) -> tuple[Promised, ...]:
    """What was followed, newest first, with what came of it; rows that cannot be read are left."""
    found = []
    for row in rows:
        if row.taken_at is not None:
            try:
                found.append(decode(Promised, json.loads(row.judged or row.body)))
            except (ValueError, TypeError, KeyError):
                continue
    return tuple(sorted(found, key=lambda one: one.taken_at, reverse=True))
