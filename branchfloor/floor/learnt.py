"""What was learned, kept as rows: read at a start, made anew from the log when asked.

Nothing here is needed to go on: a row that is missing, broken or of another form is as if the
branch had learned nothing yet, until its own rows have been read.
"""

from datetime import date, datetime, timedelta

from branchfloor.domain.config import BranchConfig
from branchfloor.storage.history import records_between
from branchfloor.storage.learned import Learned, forget_learned, keep_learned, learned_text
from branchfloor.storage.store import Store
from branchfloor.waits.arrivals import keeping as counts
from branchfloor.waits.arrivals.counted import DayCount, counted
from branchfloor.waits.arrivals.learned import WEEKS, ArrivalRates, learn_arrivals
from branchfloor.waits.keeping import VERSION, times_text, tracker_text

from .learning import Learning

TIMES, TRACKER, ARRIVALS = "times", "tracker", "arrivals"


def rates_of(store: Store, day: date) -> ArrivalRates:
    """Arrival rates from the days before a business date; the counts of past days are kept."""
    config = store.config
    days = past_counts(store, config, day)
    return learn_arrivals(config, days)


def past_counts(store: Store, config: BranchConfig, day: date) -> tuple[DayCount, ...]:
    """Counts of the last weeks before a date: those kept, and days since read from the rows."""
    first = day - timedelta(weeks=WEEKS)
    kept = learned_text(store, ARRIVALS, counts.VERSION)
    known = [one for one in counts.counts_of(kept.body if kept else None) if first <= one.day < day]
    since = max((one.day for one in known), default=first - timedelta(days=1)) + timedelta(days=1)
    fresh = counted(config, records_between(store, since, day)) if since < day else ()
    return (*known, *fresh)


def keep_all(store: Store, learning: Learning, days: tuple[DayCount, ...], now: datetime) -> None:
    """Keep what is known now."""
    for name, version, body in (
        (TIMES, VERSION, times_text(learning.known(store.config))),
        (TRACKER, VERSION, tracker_text(learning.tracker)),
        (ARRIVALS, counts.VERSION, counts.counts_text(days)),
    ):
        keep_learned(store, Learned(name, version, now, body))


def relearn(store: Store, learning: Learning, now: datetime) -> dict[str, int]:
    """Forget everything that was kept and learn it anew from the branch's rows; what was found."""
    forget_learned(store)
    learning.refresh(store, now)
    day = store.state.day or now.date()
    days = past_counts(store, store.config, day)
    keep_all(store, learning, days, now)
    return {
        "services": learning.known(store.config).learned_from,
        "promises": learning.tracker.coverage().n,
        "days": len(days),
    }
