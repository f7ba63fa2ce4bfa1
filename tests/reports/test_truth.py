"""Did the waits come true, over days: every figure worked out by hand or by another way."""

import csv
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from branchfloor.config import load_preset
from branchfloor.domain.clock import zone
from branchfloor.domain.waits import Baselines, WaitRange
from branchfloor.reports.truth import Family, cases_of, since, truth_of
from branchfloor.reports.truth_csv import write_cases
from branchfloor.storage.promises import Promise

CONFIG = load_preset("cn-default")
TODAY = date(2026, 11, 25)
RANGE = WaitRange(300.0, 600.0, 900.0)
SIMPLE = Baselines(les=500.0, hol=650.0, avg_k=560.0, ql=700.0, waiting=5)


def given(waited_s, day=TODAY, hour=10, service="GW", **changes):
    at = datetime(day.year, day.month, day.day, hour, 5, tzinfo=zone(CONFIG.time_zone))
    number = changes.pop("number", "A001")
    one = Promise(f"{day:%Y%m%d}-{number}", 1, 0.0, at, RANGE, waited_s, service, "ordinary")
    return replace(one, **{"simple": SIMPLE, "number": number, **changes})


def days_ago(n):
    return TODAY - timedelta(days=n)


def test_errors_coverage_and_bias_of_past_days_and_today_apart():
    past = [given(s, days_ago(1)) for s in (600, 700, 1000, 200) * 10]
    truth = truth_of([*past, given(600), given(950)], CONFIG, TODAY)
    assert (truth.past.coverage.n, truth.past.coverage.hits) == (40, 20)
    assert truth.past.mean_abs_s == pytest.approx((0 + 100 + 400 + 400) / 4)
    assert truth.past.bias_s == pytest.approx(600 - 625)
    assert truth.past.width_s == 600
    assert (truth.today.coverage.n, truth.today.coverage.hits) == (2, 1)
    assert (truth.days, truth.past_is_today) == (1, False)


def test_twenty_days_count_and_what_was_before_them_stands_apart():
    promises = [given(600, days_ago(n)) for n in range(1, 25) for _ in range(2)]
    truth = truth_of(promises, CONFIG, TODAY)
    assert (truth.days, truth.past.coverage.n, truth.before.coverage.n) == (20, 40, 8)


def test_on_a_first_day_today_stands_for_the_past():
    truth = truth_of([given(600) for _ in range(40)], CONFIG, TODAY)
    assert truth.past_is_today
    assert truth.past.coverage.n == 40
    assert truth_of([], CONFIG, TODAY).past.coverage.n == 0


def test_families_are_those_of_the_floors_lists():
    services = {"GW": Family.GENERAL, "SO": Family.SPECIAL, "VF": Family.VALUE_ADDED}
    services |= {"BC": Family.CORPORATE}
    for service, family in services.items():
        cases, _ = cases_of([given(1.0, service=service)], CONFIG)
        assert cases[0].family is family
    cases, _ = cases_of([given(1.0, service="VF", class_name="legal")], CONFIG)
    assert cases[0].family is Family.GREEN


def test_what_is_no_range_is_counted_apart_and_what_is_not_over_not_at_all():
    at_once = given(2.0, wait=WaitRange(0.0, 0.0, 30.0))
    later = given(100.0, age_s=300.0)
    gone = given(10.0, service="no such service")
    cases, once = cases_of([at_once, later, gone, given(None), given(600)], CONFIG)
    assert (len(cases), once) == (1, 1)


def test_hours_crowds_and_weeks_hold_the_same_cases():
    promises = [
        given(600, days_ago(1), hour=9, simple=replace(SIMPLE, waiting=0)),
        given(1000, days_ago(1), hour=12, simple=replace(SIMPLE, waiting=3)),
        given(600, days_ago(8), hour=12, simple=replace(SIMPLE, waiting=40)),
        given(600, days_ago(8), hour=12, simple=replace(SIMPLE, waiting=None)),
    ]
    truth = truth_of(promises, CONFIG, TODAY)
    assert truth.hours.columns == (9, 12)
    assert truth.hours.cell(Family.GENERAL, 12).hits == 2
    assert truth.hours.cell(Family.SPECIAL, 12).n == 0
    assert truth.loads.columns == (0, 1, 15)
    mondays = tuple(date(2026, 11, day).toordinal() for day in (16, 23))
    assert truth.weeks.columns == mondays
    assert truth.weeks.cell(Family.GENERAL, mondays[1]).n == 2


def test_simpler_ways_are_judged_on_the_cases_where_they_said_something():
    one = given(600, days_ago(1))
    silent = given(1200, days_ago(1), simple=Baselines(ql=1200.0))
    truth = truth_of([one, silent], CONFIG, TODAY)
    found = {way.name: way for way in truth.against}
    assert (found["les"].n, found["les"].mean_abs_s, found["les"].ours_mean_abs_s) == (1, 100, 0)
    assert (found["ql"].n, found["ql"].mean_abs_s, found["ql"].ours_mean_abs_s) == (2, 50, 300)
    assert found["les"].saved == 1.0
    assert found["ql"].saved < 0


def codes(truth):
    return [remark.code for remark in truth.remarks]


def test_an_hour_that_is_surely_missed_is_named_and_chance_is_not():
    good = [given(600, days_ago(1), hour=10) for _ in range(80)]
    good += [given(1000, days_ago(1), hour=10) for _ in range(20)]
    bad = [given(1000 if n % 2 else 600, days_ago(1), hour=12) for n in range(60)]
    truth = truth_of([*good, *bad], CONFIG, TODAY)
    hour = next(r for r in truth.remarks if r.code == "tight_hour")
    assert (hour.values["hour"], hour.values["share"], hour.values["n"]) == (12, 50, 60)
    assert "tight_hour" not in codes(truth_of(good, CONFIG, TODAY))


def test_ranges_that_always_hold_are_too_wide():
    always = [given(600, days_ago(1)) for _ in range(60)]
    assert "wide_hour" in codes(truth_of(always, CONFIG, TODAY))


def test_a_family_that_waits_longer_than_said_and_a_better_simpler_way_are_told():
    late = [given(800, days_ago(1), simple=replace(SIMPLE, ql=790.0)) for _ in range(40)]
    found = codes(truth_of(late, CONFIG, TODAY))
    assert "later_than_said" in found
    assert "beaten" in found


def test_few_today_is_said_with_what_past_days_show():
    past = [given(600, days_ago(1)) for _ in range(40)]
    truth = truth_of([*past, given(600), given(1000)], CONFIG, TODAY)
    few = next(r for r in truth.remarks if r.code == "few_today")
    assert few.values == {"family": "general", "hits": 1, "n": 2, "past": 100}


def test_the_latest_are_those_whose_wait_ended_last():
    first = given(600, hour=10, number="A001")
    second = given(6000, hour=10, number="A002")
    third = given(60, hour=11, number="A003")
    truth = truth_of([first, second, third], CONFIG, TODAY, latest=2)
    assert [case.given.number for case in truth.latest] == ["A002", "A003"]
    assert truth.latest[0].off_s == 6000 - 900
    assert truth.latest[1].off_s == 60 - 300


def test_every_case_is_exported_once_as_spreadsheets_read_it(tmp_path):
    promises = [given(600), given(None), given(1000, number="A002", class_name="legal")]
    assert write_cases(promises, CONFIG, tmp_path / "w.csv") == 2
    rows = list(csv.DictReader((tmp_path / "w.csv").read_text("utf-8-sig").splitlines()))
    assert [row["ticket"] for row in rows] == ["A001", "A002"]
    assert (rows[0]["inside"], rows[1]["inside"], rows[1]["family"]) == ("1", "0", "green")
    assert rows[0]["issued_at"] == "2026-11-25T10:05:00+08:00"
    assert (float(rows[0]["ql_s"]), float(rows[0]["waited_s"])) == (700, 600)
    assert list(tmp_path.iterdir()) == [tmp_path / "w.csv"]


def test_promises_are_read_as_far_back_as_weeks_are_shown():
    assert since(TODAY, CONFIG.time_zone).date() == date(2026, 9, 30)
