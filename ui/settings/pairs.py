"""What a counter does with a service in a draft, what it may, and why not."""

import math
from typing import Any

from ui.settings.draft import MARKS, Draft
from ui.widgets.matrix_cell import CellMark

_P10_P90 = 1.2815515594
"""How many standard deviations the middle 80 % of a normal distribution reach."""

_MARK_OF = {
    "serves": CellMark.SERVES,
    "backs_up": CellMark.BACKS_UP,
    "lendable": CellMark.LENDABLE,
}


def barrier(service: Any, counter: Any) -> str:
    """`cash` or `zone` when the service can never go to the counter, else ""."""
    if service["needs_cash"] and not counter["takes_cash"]:
        return "cash"
    if service["sales_zone"] and not counter["sales_zone"]:
        return "zone"
    return ""


def key_of(service: Any, counter: Any) -> str | None:
    """The list of the counter in which the service stands."""
    return next((key for key in MARKS if service["code"] in counter[key]), None)


def mark_of(service: Any, counter: Any) -> CellMark:
    """What the cell shows; a pair that stands there and may not is marked as wrong."""
    key, barred = key_of(service, counter), barrier(service, counter)
    if key is None:
        return CellMark.FORBIDDEN if barred else CellMark.EMPTY
    if barred or (key == "lendable" and service["needs_cash"]):
        return CellMark.EXPIRED
    return _MARK_OF[key]


def next_key(service: Any, counter: Any) -> str | None:
    """What pressing the cell makes of it: serves, backs up, may be lent, nothing."""
    if barrier(service, counter):
        return None
    steps: list[str | None] = ["serves", "backs_up", "lendable", None]
    if service["needs_cash"]:
        steps.remove("lendable")
    key = key_of(service, counter)
    return steps[(steps.index(key) + 1) % len(steps)] if key in steps else None


def allowed_at(draft: Draft, service: Any) -> list[str]:
    """The counters a service may go to."""
    return [c["number"] for c in draft.values["counter"] if not barrier(service, c)]


def usual_min(mean_min: Any, cv: Any) -> tuple[int, int] | None:
    """P10 and P90 of a log-normal length with this mean and spread, in whole minutes."""
    if not isinstance(mean_min, (int, float)) or not isinstance(cv, (int, float)):
        return None
    if mean_min <= 0 or cv <= 0:
        return None
    variance = math.log(1 + cv * cv)
    middle, reach = math.log(mean_min) - variance / 2, _P10_P90 * math.sqrt(variance)
    return round(math.exp(middle - reach)), round(math.exp(middle + reach))
