"""Plans of days: what is known of the branch for them, the saved ones, and how they are made."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from time import perf_counter

from branchfloor.domain.clock import business_date
from branchfloor.domain.codec import decode, encode
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.domain.people import Person, people_of
from branchfloor.domain.plan_effect import Coming, Planned
from branchfloor.domain.records import LegRecord
from branchfloor.domain.rostering import Away, DayPlan, Span, counters_by_kind, faults
from branchfloor.storage.history import records_between
from branchfloor.storage.plans import PlanRow, keep_plan, plan_of
from branchfloor.storage.store import Store
from branchfloor.twin.staffing.counters import Told, Wanted
from branchfloor.twin.staffing.roster import Ask, Filled
from branchfloor.twin.staffing.usual import usual_plan
from branchfloor.twin.staffing.week import fill_week
from branchfloor.waits.arrivals.day import Expected
from branchfloor.waits.arrivals.learned import ArrivalRates, learn_arrivals
from branchfloor.waits.learned import ServiceTimes, learn
from branchfloor.waits.planning.day import DayWork, empty_plan, not_told

from .learnt import past_counts
from .own_words import must_be_code, must_be_staff_number

TIMES_BACK = timedelta(days=28)
"""How far back service times and who sat where are looked at."""


def saved_plan(store: Store, day: date) -> DayPlan | None:
    """The plan saved for a date; None when there is none or it cannot be read any more."""
    row = plan_of(store, day)
    return None if row is None else plan_of_text(row.body)


def plan_of_text(text: str) -> DayPlan | None:
    """The plan of a text; None when it is none."""
    try:
        return decode(DayPlan, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def plans_of_text(text: str) -> tuple[DayPlan, ...] | None:
    """The plans of a list; None when it is none."""
    try:
        return tuple(decode(DayPlan, body) for body in json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def text_of_plan(plan: DayPlan) -> str:
    """A plan as text."""
    return json.dumps(encode(plan), ensure_ascii=False, separators=(",", ":"))


def save_plan(store: Store, plan: DayPlan, now: datetime, by: str) -> None:
    """Keep a plan for its date in place of the last one. `bad_value` for words of people where
    a code or a staff number belongs: a row that is kept holds none.
    """
    _must_hold_codes(store.config, plan, by)
    kept = replace(plan, made_at=plan.made_at or now)
    keep_plan(store, PlanRow(plan.day, text_of_plan(kept), now, by))


def _must_hold_codes(config: BranchConfig, plan: DayPlan, by: str) -> None:
    kind, _, number = by.partition(":")
    named = [*(shift.staff for shift in plan.shifts), *(gone.staff for gone in plan.away)]
    for staff in (*named, *((number,) * (kind == "staff"))):
        must_be_staff_number(staff)
    for word in plan.special:
        must_be_code("special", word)
    for shift in plan.shifts:
        config.counter(shift.counter)


@dataclass(frozen=True)
class Known:
    """What a branch has learned that plans are made of."""

    config: BranchConfig
    rates: ArrivalRates
    times: ServiceTimes
    sat: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def known_of(store: Store, now: datetime) -> Known:
    """Learn from the days that are over."""
    config = store.config
    today = business_date(now, config.time_zone)
    rates = learn_arrivals(config, past_counts(store, config, today))
    late = records_between(store, today - TIMES_BACK, today)
    return Known(config, rates, learn(config, late), _sat(late))


def _sat(records: Sequence[LegRecord]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for record in records:
        if record.staff and record.counter:
            found.setdefault(record.staff, Counter())[record.counter] += 1
    return found


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be worked out: who is away, whether shifts are chosen anew, whether needs that
    are known already are kept.
    """

    away: tuple[Away, ...] = ()
    refill: bool = True
    keep_needs: bool = False
    wanted: Wanted = field(default_factory=Wanted)


@dataclass
class Planning:
    """Works plans out; `told` hears how far it is and may raise to stop it."""

    known: Known
    told: Told = not_told

    def people(self, day: date) -> tuple[Person, ...]:
        """Who there is."""
        return people_of(self.known.config, day, self.known.sat)

    def usual(self, day: date) -> DayPlan | None:
        """The plan of a date for which none was saved; None when the branch is closed."""
        empty = empty_plan(self.known.config, self.known.rates, day)
        if empty is None:
            return None
        return usual_plan(self.known.config, empty, self.people(day))

    def by_todays_rules(self, plan: DayPlan) -> DayPlan:
        """A plan made before the document said otherwise: its date and rules as they are now."""
        special = self.known.rates.calendar.kinds(plan.day)
        return replace(plan, special=special, rules=self.known.config.roster)

    def plan(self, start: DayPlan, wish: Wish) -> Planned:
        """One day: needs, shifts, and the waits that follow."""
        began = perf_counter()
        work = self._work(start.day, wish)
        plan = self._needed(start, work, wish)
        plan, proven = self._filled(plan, wish)
        done = self._answer(work, plan, (proven, perf_counter() - began))
        self.told(1.0)
        return done

    def seen(self, plan: DayPlan, *, saved: bool = False) -> Planned:
        """A plan as it is, with who there is and who is expected; nothing is played."""
        answer = Planned(plan, people=self.people(plan.day), saved=saved)
        return self._expecting(answer)

    def week(
        self, starts: Sequence[DayPlan], wish: Wish, over: Sequence[DayPlan] = ()
    ) -> tuple[Planned, ...]:
        """Several days with one roster: nobody works too many of them, those of the same week
        that are `over` included.
        """
        began = perf_counter()
        whole = len(starts)
        works = [self._work(s.day, wish, (i / whole, 1 / whole)) for i, s in enumerate(starts)]
        plans = [self._needed(s, w, wish) for s, w in zip(starts, works, strict=True)]
        if not wish.refill:
            return tuple(self._played(plans, works, (False, began)))
        filled = self._roster([replace(plan, shifts=()) for plan in plans], wish, over)
        return tuple(self._played(filled.days, works, (filled.proven, began)))

    def _played(
        self, plans: Sequence[DayPlan], works: Sequence[DayWork], how: tuple[bool, float]
    ) -> Iterator[Planned]:
        proven, began = how
        for i, (work, plan) in enumerate(zip(works, plans, strict=True)):
            yield self._answer(work, plan, (proven, perf_counter() - began))
            self.told(NEEDS_SHARE + (1 - NEEDS_SHARE) * (i + 1) / len(plans))

    def away(self, base: DayPlan, wish: Wish) -> tuple[Planned, Planned]:
        """A day with some people away: as the rest of the plan leaves it, and with the shifts of
        the others moved to make up for it. Each says what the waits were before.
        """
        work = self._work(base.day, wish)
        base = self._needed(base, work, wish)
        before = work.effect(base)
        gone = base
        for one in wish.away:
            gone = gone.without_staff(one.staff, one.span)
        mended, proven = self._filled(gone, wish)
        left, moved = (
            self._answer(work, gone, (False, 0.0)),
            self._answer(work, mended, (proven, 0)),
        )
        return replace(left, before=before), replace(moved, before=before)

    def _work(self, day: date, wish: Wish, part: tuple[float, float] = (0.0, 1.0)) -> DayWork:
        """The work on a day, whose needs are such a part of what there is to do: where it begins
        and how much it is.
        """
        arrivals = self.known.rates.of(day)
        if arrivals is None:
            raise Refused("plan_closed", day=day)
        told = partial(_told_part, self.told, part)
        return DayWork(self.known.config, arrivals, self.known.times, wish.wanted, told)

    def _needed(self, plan: DayPlan, work: DayWork, wish: Wish) -> DayPlan:
        if plan.needs and wish.keep_needs:
            return plan
        aim = wish.wanted
        return replace(plan, needs=work.needs(), share=aim.share, risk=aim.risk)

    def _filled(self, plan: DayPlan, wish: Wish) -> tuple[DayPlan, bool]:
        if not wish.refill:
            return plan, False
        filled = self._roster([plan], wish)
        return filled.days[0], filled.proven

    def _roster(self, plans: Sequence[DayPlan], wish: Wish, over: Sequence[DayPlan] = ()) -> Filled:
        people = tuple(
            _with_away(self.people(plan.day), (*wish.away, *plan.away)) for plan in plans
        )
        counters = counters_by_kind(self.known.config)
        ask = Ask(tuple(plans), people, counters, plans[0].rules, over=tuple(over))
        return fill_week(ask)

    def _answer(self, work: DayWork, plan: DayPlan, how: tuple[bool, float]) -> Planned:
        proven, took_s = how
        answer = Planned(
            plan,
            work.effect(plan),
            self.people(plan.day),
            services=work.services(),
            proven=proven,
            took_s=round(took_s, 2),
        )
        return self._expecting(answer)

    def _expecting(self, answer: Planned) -> Planned:
        """The answer with the customers of its day."""
        arrivals = self.known.rates.of(answer.plan.day)
        if arrivals is None:
            return answer
        coming = tuple(_coming(one) for one in arrivals.by_half_hour())
        whole, days = _coming(arrivals.whole()), self.known.rates.days
        return replace(answer, coming=coming, whole=whole, learned_from=days)


def _coming(one: Expected) -> Coming:
    return Coming(round(one.mean, 2), one.p10, one.p90)


NEEDS_SHARE = 0.8
"""Of the time a plan takes so much goes by until its needs are known."""


def _told_part(told: Told, part: tuple[float, float], done: float) -> None:
    start, share = part
    told(NEEDS_SHARE * (start + share * done))


def _with_away(people: tuple[Person, ...], away: Sequence[Away]) -> tuple[Person, ...]:
    gone: dict[str, tuple[Span, ...]] = {}
    for one in away:
        gone[one.staff] = (*gone.get(one.staff, ()), one.span)
    return tuple(replace(p, away=(*p.away, *gone.get(p.staff, ()))) for p in people)


def refuse_below_least(plan: DayPlan) -> None:
    """Refused when fewer are on duty than must always be there."""
    few = next((fault for fault in faults(plan) if fault.code == "too_few"), None)
    if few is not None and few.kind is not None and few.from_min is not None:
        least = plan.least(few.kind)
        raise Refused("plan_below_least", kind=few.kind.value, n=least, at=clock(few.from_min))


def clock(minute: int) -> str:
    """A minute of the day as people write it."""
    return f"{minute // 60}:{minute % 60:02d}"
