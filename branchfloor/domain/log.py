"""The one log: entries in sequence, each chained to the one before by its hash."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from . import events, hall_events, staff_events
from .clock import to_iso
from .codec import decode, encode
from .events import FloorEvent

GENESIS = "0" * 64


def _family(cls: type[FloorEvent]) -> dict[str, type[FloorEvent]]:
    found = {cls.__name__: cls}
    for child in cls.__subclasses__():
        found |= _family(child)
    return found


FAMILIES = (events, hall_events, staff_events)
"""Where the kinds of event stand."""

KINDS: dict[str, type[FloorEvent]] = _family(events.FloorEvent)
"""Every kind of event by the name the log stores."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: an event with its sequence, time, actor and config version."""

    seq: int
    at: datetime
    day: date
    actor: str
    config_version: int
    event: FloorEvent

    @property
    def kind(self) -> str:
        """The stored name of the event's kind."""
        return type(self.event).__name__


_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def body_text(event: FloorEvent) -> str:
    """The stored text of an event: the same bytes on every machine."""
    return _to_json(encode(event))


def event_of(kind: str, body: str) -> FloorEvent:
    """The event of its stored kind and text."""
    fields: dict[str, Any] = json.loads(body)
    return decode(KINDS[kind], fields)


def chain(prev_hash: str, entry: Entry, body: str) -> str:
    """The hash of an entry: over the hash before it and everything the entry says."""
    head = (
        prev_hash,
        str(entry.seq),
        to_iso(entry.at),
        entry.day.isoformat(),
        entry.actor,
        str(entry.config_version),
        entry.kind,
        body,
    )
    return hashlib.sha256("\n".join(head).encode()).hexdigest()
