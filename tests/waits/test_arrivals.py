"""Who will come: presets at first, then what the branch's own days have shown."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from branchfloor.config import load_preset
from branchfloor.domain.clock import zone
from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord
from branchfloor.domain.special_days import SpecialDays
from branchfloor.waits.arrivals.counted import DayCount, counted, open_day
from branchfloor.waits.arrivals.keeping import counts_of, counts_text
from branchfloor.waits.arrivals.learned import learn_arrivals, preset_arrivals
from branchfloor.waits.arrivals.spread import Overdispersion, count_quantile, overdispersion
from tests.builders import a_branch

CONFIG = load_preset("cn-default")
FIRST = date(2026, 9, 28)
"""A Monday."""


def a_day(day, seed=1, times=1.0):
    """A day drawn from the presets, `times` as many, with factors of its own."""
    rng = Random(f"{seed} {day}")
    hours = open_day(CONFIG, day)
    rows = preset_arrivals(CONFIG).of(day).expected
    pace = times * rng.gammavariate(1 / 0.06**2, 0.06**2)
    joined = {service: [0] * hours.quarters for service in rows}
    for quarter in range(hours.quarters):
        rate = pace * rng.gammavariate(1 / 0.25**2, 0.25**2)
        for service, row in rows.items():
            joined[service][quarter] += poisson(rng, rate * row[quarter])
    return DayCount(day, tuple((s, tuple(row)) for s, row in sorted(joined.items())))


def poisson(rng, mean):
    found, left = 0, rng.expovariate(1.0)
    while left < mean:
        found += 1
        left += rng.expovariate(1.0)
    return found


def days(n, first=FIRST, times=lambda day: 1.0):
    dates = [first + timedelta(days=i) for i in range(n)]
    return [a_day(day, times=times(day)) for day in dates]


def record(at, service="GW", no=1, **changes):
    base = LegRecord(
        "v",
        no,
        "A001",
        at.date(),
        service,
        "ordinary",
        LegState.DONE,
        at,
        (),
        None,
        None,
        None,
        None,
        None,
        1200,
        None,
        None,
        0,
        0,
    )
    return replace(base, **changes)


def test_a_new_branch_expects_what_its_counters_can_bear():
    day = preset_arrivals(CONFIG).of(FIRST)
    assert 300 < day.whole().mean < 450
    assert day.learned_from == 0
    assert len(day.half_hours) == 16
    noon, morning = day.by_half_hour()[6].mean, day.by_half_hour()[2].mean
    assert noon < morning
    assert sum(day.classes["GW"].values()) == pytest.approx(1)
    assert day.classes["BC"] == {"ordinary": 1.0}


def test_a_closed_day_expects_nobody():
    hours = replace(CONFIG.hours, holidays=(FIRST,))
    assert preset_arrivals(replace(CONFIG, hours=hours)).of(FIRST) is None


def test_a_busier_branch_is_known_within_five_days():
    learned = learn_arrivals(CONFIG, days(5, times=lambda day: 1.6))
    told = learned.of(FIRST + timedelta(days=8)).whole().mean
    true = 1.6 * preset_arrivals(CONFIG).of(FIRST + timedelta(days=8)).whole().mean
    assert told == pytest.approx(true, rel=0.1)


def test_a_weekday_of_its_own_is_found_and_others_are_not_moved():
    mondays = learn_arrivals(CONFIG, days(56, times=lambda d: 1.5 if d.weekday() == 0 else 1.0))
    usual = preset_arrivals(CONFIG).of(FIRST).whole().mean
    assert mondays.of(date(2026, 11, 23)).whole().mean == pytest.approx(1.5 * usual, rel=0.12)
    assert mondays.of(date(2026, 11, 26)).whole().mean == pytest.approx(usual, rel=0.1)


def test_pay_days_are_found():
    calendar = SpecialDays()
    busy = learn_arrivals(
        CONFIG, days(56, times=lambda d: 1.4 if "pay" in calendar.kinds(d) else 1.0)
    )
    day = busy.of(date(2026, 11, 25))
    assert day.special == ("pay",)
    assert day.whole().mean > 1.15 * busy.of(date(2026, 11, 26)).whole().mean


def test_the_shape_of_the_day_is_learned():
    late = [
        replace(day, joined=tuple((s, tuple(reversed(row))) for s, row in day.joined))
        for day in days(40)
    ]
    usual = preset_arrivals(CONFIG).of(FIRST).by_half_hour()
    learned = learn_arrivals(CONFIG, late).of(date(2026, 11, 23)).by_half_hour()
    assert learned[13].mean > 1.5 * usual[13].mean


def test_the_range_holds_four_in_five():
    learned = learn_arrivals(CONFIG, days(56))
    inside = total = 0
    for fresh in days(28, first=date(2026, 11, 23)):
        rows = [row for _, row in fresh.joined]
        came = [sum(column) for column in zip(*rows, strict=True)]
        for i, half in enumerate(learned.of(fresh.day).by_half_hour()):
            inside += half.p10 <= sum(came[2 * i : 2 * i + 2]) <= half.p90
            total += 1
    assert 0.74 < inside / total < 0.9


def test_one_odd_day_is_pulled_in():
    usual, odd = days(20), days(20)
    odd[10] = a_day(odd[10].day, times=8.0)
    plain = learn_arrivals(CONFIG, usual).of(date(2026, 10, 22)).whole().mean
    assert learn_arrivals(CONFIG, odd).of(date(2026, 10, 22)).whole().mean < 1.15 * plain


def test_what_was_seen_today_moves_what_is_still_to_come():
    day = preset_arrivals(CONFIG).of(FIRST)
    now = day.hours.start_of(12)
    busy = a_day(FIRST, times=1.8)
    so_far = DayCount(FIRST, tuple((s, row[:12]) for s, row in busy.joined))
    told = day.told(so_far, now)
    assert told.quarters_of()[20] > 1.1 * day.quarters_of()[20]
    assert told.quarters_of()[3] == day.quarters_of()[3]


def test_between_counts_parts_of_quarters():
    day = preset_arrivals(CONFIG).of(FIRST)
    opens = day.hours.opens_at
    first = day.expected["GW"][0]
    assert day.between("GW", opens, opens + timedelta(minutes=5)) == pytest.approx(first / 3)
    assert day.between("GW", opens - timedelta(hours=2), opens) == 0
    assert day.scaled(2).between("GW", opens, opens + timedelta(minutes=15)) == pytest.approx(
        2 * first
    )


def test_records_are_counted_where_they_joined():
    at = datetime.combine(FIRST, time(9, 20), zone(CONFIG.time_zone))
    later = record(
        at, "GT", no=2, called_ats=(at + timedelta(minutes=50),), wait_s=600.0, day=FIRST
    )
    never_up = record(at, "GT", no=2)
    (day,) = counted(CONFIG, [record(at), later, never_up])
    assert day.of("GW")[:2] == (0, 1)
    assert day.of("GT")[4] == 1
    assert day.total == 2
    assert day.classes == (("GT", "ordinary", 1), ("GW", "ordinary", 1))


def test_counts_are_kept_as_text_and_a_broken_text_is_no_loss():
    some = tuple(days(2))
    assert counts_of(counts_text(some)) == some
    assert counts_of("{") == counts_of(None) == counts_of('{"version": 9, "days": []}') == ()


def test_a_branch_of_another_kind_expects_somebody_too():
    day = preset_arrivals(a_branch()).of(FIRST)
    assert day.whole().mean > 50
    assert set(day.expected) == {"GD", "GW", "GT", "SO", "VC"}


def test_special_days():
    calendar = SpecialDays()
    assert calendar.kinds(date(2026, 11, 25)) == ("pay",)
    assert calendar.kinds(date(2026, 11, 30)) == ("month_end",)
    assert calendar.kinds(date(2026, 11, 16)) == ("pension",)  # the 15th was a Sunday
    assert calendar.kinds(date(2026, 11, 15)) == ()


def test_quantiles_of_counts():
    assert count_quantile(10, 10, 0.9) == 14  # Poisson
    assert count_quantile(10, 60, 0.9) >= 20
    assert count_quantile(0, 0, 0.9) == 0
    assert Overdispersion(0.1, 0.2).range((500.0, 500.0))[0] < 900


def test_how_much_days_vary_is_learned():
    rng = Random(5)
    expected = (20.0,) * 32
    calm, wild = [], []
    for _ in range(60):
        calm.append((expected, tuple(poisson(rng, 20) for _ in expected)))
        pace = rng.gammavariate(1 / 0.3**2, 0.3**2)
        row = (poisson(rng, 20 * pace * rng.gammavariate(4, 0.25)) for _ in expected)
        wild.append((expected, tuple(row)))
    assert overdispersion(calm).day_cv < 0.05
    assert overdispersion(wild).day_cv == pytest.approx(0.3, abs=0.07)
    assert overdispersion(wild).quarter_cv == pytest.approx(0.5, abs=0.08)
