"""What past days taught of ranges, drawn from their promises once a business date and kept.

numpy is loaded with this module, so that only a process that plays the floor forward has it.
"""

from datetime import date, datetime, time

from branchfloor.domain.clock import DAY_STARTS_AT, zone
from branchfloor.storage.learned import Learned, keep_learned
from branchfloor.storage.store import Store
from branchfloor.waits.correcting.daily_fit import fitted
from branchfloor.waits.daily import Daily
from branchfloor.waits.keeping import VERSION, DayTaught, daily_text

from .learning import DAILY, LOOKS_BACK, kept_daily


def drawn_daily(store: Store, day: date) -> DayTaught:
    """As it is kept for that date, or drawn and kept."""
    kept = kept_daily(store, day)
    if kept.day == day:
        return kept
    found = DayTaught(day, _drawn(store, day))
    keep_learned(store, Learned(DAILY, VERSION, store.clock.now(), daily_text(found)))
    return found


def _drawn(store: Store, day: date) -> Daily:
    here = zone(store.config.time_zone)
    morning = datetime.combine(day, time(), here)
    promises = [
        one
        for one in store.promises_since(morning - LOOKS_BACK)
        if one.at < morning + DAY_STARTS_AT
    ]
    return fitted(promises, [(day - one.at.astimezone(here).date()).days for one in promises])
