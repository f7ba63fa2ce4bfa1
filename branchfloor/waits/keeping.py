"""What was learned as text, to be kept between runs; broken or foreign text is no loss.

Everything kept here can be rebuilt from records and promises, so a text that cannot be read,
or of another version, gives the start of a new branch rather than an error.
"""

import json
from dataclasses import dataclass
from datetime import date
from math import inf, isfinite
from typing import Any

from branchfloor.domain.codec import decode, encode
from branchfloor.domain.config import BranchConfig

from .daily import TERMS, UNTAUGHT, Daily
from .gaps import Gaps
from .learned import ServiceTimes, presets
from .moments import Moments
from .usual import Customs

VERSION = 2


@dataclass(frozen=True, slots=True)
class PastDays:
    """What the days before a business date taught of services and of what customers do."""

    day: date
    times: ServiceTimes
    customs: Customs


def past_text(past: PastDays) -> str:
    """What past days taught as text."""
    cells = [[service, staff, encode(cell)] for (service, staff), cell in past.times.cells.items()]
    customs = [past.customs.no_show, past.customs.again]
    patience_s = past.customs.patience_s if isfinite(past.customs.patience_s) else None
    body = {"cells": cells, "gaps": encode(past.times.gaps), "customs": [*customs, patience_s]}
    return _text({"day": past.day.isoformat(), **body})


def past_of(config: BranchConfig, text: str | None) -> PastDays | None:
    """What past days taught by a text; None when there is none to be read."""
    try:
        body = _body(text)
        cells = {(str(s), str(who)): _sound(decode(Moments, c)) for s, who, c in body["cells"]}
        gaps = decode(Gaps, body["gaps"])
        _sound(gaps.reaction)
        _sound(gaps.walk)
        times = ServiceTimes(presets(config).presets, cells, gaps)
        return PastDays(date.fromisoformat(body["day"]), times, _customs(*body["customs"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _customs(no_show: float, again: float, patience_s: float | None) -> Customs:
    if not (0 <= no_show <= 1 and 0 <= again <= 1):
        raise ValueError("not shares")
    return Customs(float(no_show), float(again), inf if patience_s is None else float(patience_s))


@dataclass(frozen=True, slots=True)
class DayTaught:
    """What the days before a business date taught of ranges; `day` None when nothing is kept."""

    day: date | None = None
    daily: Daily = UNTAUGHT


def daily_text(taught: DayTaught) -> str:
    """What past days taught as text."""
    return _text({"taught": encode(taught)})


def daily_of(text: str | None) -> DayTaught:
    """What past days taught by a text; nothing when there is none to be read."""
    try:
        found = decode(DayTaught, _body(text)["taught"])
        _sound_daily(found.daily)
    except (ValueError, TypeError, KeyError, AttributeError):
        return DayTaught()
    return found


def _sound_daily(daily: Daily) -> None:
    """Slopes for every term or for none, and sides that are there at all."""
    steps = [*daily.slopes, *(step for _, step in daily.classes)]
    if len(daily.slopes) not in (0, TERMS) or not all(isfinite(step) for step in steps):
        raise ValueError("not a line")
    if any(not 0 <= side < 1e3 for band in daily.bands for side in (band.below, band.above)):
        raise ValueError("not bands")


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
