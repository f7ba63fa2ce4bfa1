"""What was learned as text, to be kept between runs; broken or foreign text is no loss.

Everything kept here can be rebuilt from records and promises, so a text that cannot be read,
or of another version, gives the start of a new branch rather than an error.
"""

import json
from typing import Any

from branchfloor.domain.codec import decode, encode
from branchfloor.domain.config import BranchConfig

from .gaps import Gaps
from .learned import ServiceTimes, presets
from .moments import Moments
from .track import Tracker

VERSION = 1


def times_text(times: ServiceTimes) -> str:
    """Service times as text."""
    cells = [[service, staff, encode(cell)] for (service, staff), cell in times.cells.items()]
    return _text({"cells": cells, "gaps": encode(times.gaps)})


def times_of(config: BranchConfig, text: str | None) -> ServiceTimes:
    """Service times of a text; the presets of the document when there is none to be read."""
    start = presets(config)
    try:
        body = _body(text)
        cells = {(str(s), str(who)): _sound(decode(Moments, c)) for s, who, c in body["cells"]}
        gaps = decode(Gaps, body["gaps"])
        _sound(gaps.reaction)
        _sound(gaps.walk)
    except (ValueError, TypeError, KeyError, AttributeError):
        return start
    return ServiceTimes(start.presets, cells, gaps)


def tracker_text(tracker: Tracker) -> str:
    """A tracker as text."""
    return _text({"tracker": encode(tracker)})


def tracker_of(text: str | None) -> Tracker:
    """The tracker of a text; a new one when there is none to be read."""
    try:
        return decode(Tracker, _body(text)["tracker"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return Tracker()


def _text(body: dict[str, Any]) -> str:
    return json.dumps({"version": VERSION, **body}, separators=(",", ":"), allow_nan=False)


def _body(text: str | None) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(text or "")
    if body["version"] != VERSION:
        raise ValueError("another version")
    return body


def _sound(moments: Moments) -> Moments:
    """Moments a sum can have made: numbers, none of them absurd."""
    if not (moments.n >= 0 and moments.ss >= 0 and abs(moments.mean) < 1e6):
        raise ValueError("not moments")
    return moments
