"""Late opening, early closing and lists in time, on days made for it."""

from datetime import timedelta

import pytest

from branchfloor.domain import events as e
from branchfloor.domain import hall_events as h
from branchfloor.reports.day import day_report
from branchfloor.reports.reading import material_of
from tests.builders import TEN
from tests.reports import hall_days
from tests.reports.days import TUESDAY

NINE, FIVE = TEN - timedelta(hours=1), TEN + timedelta(hours=7)
OPENING = ("hall_clean", "screens_on", "slips", "care_kit", "counters_ready")


@pytest.fixture
def a_day(tmp_path):
    """A day of which only the moments given are known: counter 1 opened, closed, lines ticked."""
    made = []

    def live(opened, closed, ticks=(), at=FIVE + timedelta(hours=1)):
        from branchfloor.floor.founding import Founding, found
        from branchfloor.storage.store import BranchRow, Store

        path = tmp_path / f"{len(made)}.db"
        store = Store.create(path, BranchRow("b1", "B"), parse=hall_days.parse, at=opened)
        made.append(store)
        acts = [(opened, e.DayOpened(TUESDAY)), (opened, e.CounterOpened("1", "0101"))]
        acts += [(moment, h.ChecklistTicked(item, done)) for moment, item, done in ticks]
        acts += [(closed, e.CounterClosed("1"))] if closed else []
        founding = Founding("b1", "test", "text", "sha")
        store.run(lambda work: found(work, founding), actor="t", now=acts[0][0])
        for moment, event in sorted(acts, key=lambda act: act[0]):
            store.run(lambda work, one=event: work.append(one), actor="t", now=moment)
        report = day_report(material_of(store, TUESDAY, at))
        return {row[0]: row[1:] for row in report.table("kept").rows}, report

    yield live
    for store in made:
        store.close()


def minutes(n):
    return timedelta(minutes=n)


def test_a_day_that_kept_its_hours(a_day):
    rows, _ = a_day(NINE - minutes(10), FIVE + minutes(20))
    assert rows["opening"][1:] == (NINE - minutes(10), 0.0)
    assert rows["closing"][1:] == (FIVE + minutes(20), 0.0)


def test_late_and_early(a_day):
    rows, _ = a_day(NINE + minutes(12), FIVE - minutes(30))
    assert rows["opening"][2] == 12 * 60
    assert rows["closing"][2] == 30 * 60


def test_while_a_counter_is_open_nobody_closed_early(a_day):
    rows, _ = a_day(NINE, None, at=NINE + minutes(60))
    assert rows["closing"][1:] == (None, None)


def test_a_list_is_done_with_its_last_line(a_day):
    early = [(NINE - minutes(30 - i), item, True) for i, item in enumerate(OPENING)]
    rows, report = a_day(NINE - minutes(40), FIVE, early)
    assert rows["opening_list"][1:] == (NINE - minutes(26), 0.0)
    assert rows["closing_list"][1:] == (None, None)
    assert report.table("checklist").total[2] == 5


def test_a_line_opened_again_opens_its_list(a_day):
    done = [(NINE + minutes(i), item, True) for i, item in enumerate(OPENING)]
    rows, _ = a_day(NINE, FIVE, done)
    assert rows["opening_list"][2] == 4 * 60
    rows, _ = a_day(NINE, FIVE, [*done, (NINE + minutes(9), "slips", False)])
    assert rows["opening_list"][1:] == (None, None)
    again = [*done, (NINE + minutes(9), "slips", False), (NINE + minutes(11), "slips", True)]
    rows, _ = a_day(NINE, FIVE, again)
    assert rows["opening_list"][2] == 11 * 60
