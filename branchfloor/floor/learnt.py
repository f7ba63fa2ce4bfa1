"""What was learned, kept as rows: read at a start, made anew from the log when asked.

Nothing here is needed to go on: a row that is missing, broken or of another form is as if the
branch had learned nothing yet, until its own rows have been read.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from branchfloor.domain.codec import decode
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.rostering import DayPlan
from branchfloor.storage.history import counter_moves, records_between
from branchfloor.storage.learned import Learned, forget_learned, keep_learned, learned_text
from branchfloor.storage.plans import plan_of
from branchfloor.storage.store import Store
from branchfloor.waits.arrivals import keeping as counts
from branchfloor.waits.arrivals.counted import DayCount, counted
from branchfloor.waits.arrivals.learned import WEEKS, ArrivalRates, learn_arrivals
from branchfloor.waits.duty import Duty, learned_duty
from branchfloor.waits.forecast import Expecting
from branchfloor.waits.keeping import VERSION, past_text

from .learning import PAST, Learning

DUTY_DAYS = timedelta(days=14)
"""How far back counters' hours are looked at: staff change."""

ARRIVALS = "arrivals"


@dataclass(frozen=True, slots=True)
class Expectations:
    """Who comes and when counters work, as the days before a business date show."""

    rates: ArrivalRates
    duty: Duty

    def tell(self, forecaster: Expecting) -> None:
        """Have a forecaster know."""
        forecaster.rates, forecaster.duty = self.rates, self.duty


def expectations(store: Store, day: date) -> Expectations:
    """What the days before a business date show; counts of past days are kept, not read again."""
    config = store.config
    moves = counter_moves(store, day - DUTY_DAYS, day)
    rates = learn_arrivals(config, past_counts(store, config, day))
    return Expectations(rates, learned_duty(config, moves))


def day_plan(store: Store, day: date) -> DayPlan | None:
    """The plan saved for a date; None when there is none, or none that can be read."""
    row = plan_of(store, day)
    try:
        return decode(DayPlan, json.loads(row.body)) if row is not None else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def past_counts(store: Store, config: BranchConfig, day: date) -> tuple[DayCount, ...]:
    """Counts of the last weeks before a date: those kept, and days since read from the rows."""
    first = day - timedelta(weeks=WEEKS)
    kept = learned_text(store, ARRIVALS, counts.VERSION)
    known = [one for one in counts.counts_of(kept.body if kept else None) if first <= one.day < day]
    since = max((one.day for one in known), default=first - timedelta(days=1)) + timedelta(days=1)
    fresh = counted(config, records_between(store, since, day)) if since < day else ()
    return (*known, *fresh)


def keep_all(store: Store, learning: Learning, day: date, now: datetime) -> tuple[DayCount, ...]:
    """Keep what is known on a business date; gives the days that are counted."""
    days = past_counts(store, store.config, day)
    keep_learned(store, Learned(ARRIVALS, counts.VERSION, now, counts.counts_text(days)))
    if learning.past is not None:
        keep_learned(store, Learned(PAST, VERSION, now, past_text(learning.past)))
    return days


def relearn(store: Store, learning: Learning, now: datetime) -> dict[str, int]:
    """Forget everything that was kept and learn it anew from the branch's rows; what was found."""
    forget_learned(store)
    learning.refresh(store, now)
    day = store.state.day or now.date()
    days = keep_all(store, learning, day, now)
    return {
        "services": learning.known(store.config).learned_from,
        "promises": learning.promises,
        "days": len(days),
    }
