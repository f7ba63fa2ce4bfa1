"""Stages, approvals and sessions on days made for them: holds, steps taken back, open ends."""

from datetime import timedelta

import pytest

from branchfloor.domain import staff_events as s
from branchfloor.domain.kinds import HoldKind
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.reports.day import day_report
from branchfloor.reports.reading import material_of
from branchfloor.storage.store import AtOnce
from tests.builders import TEN
from tests.reports import hall_days
from tests.reports.days import TUESDAY


@pytest.fixture
def store(tmp_path):
    store = hall_days.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def at(seconds):
    return TEN + timedelta(seconds=seconds)


def floor(store, seconds):
    return Floor(AtOnce(store), "cli:test", at(seconds))


def told(store, seconds, table):
    return day_report(material_of(store, TUESDAY, at(seconds))).table(table)


def stages(store, seconds):
    rows = told(store, seconds, "stages").rows
    return {row[1]: (row[2], row[-1]) for row in rows}


@pytest.fixture
def served(store):
    """A customer at counter 3 since second 10, at the first stage since 20."""
    ticket = now(floor(store, 0).issue(Wish("GT"))).ticket
    now(floor(store, 5).call_next("3"))
    now(floor(store, 10).start(Target(ticket)))
    now(floor(store, 20).stage(Target(ticket), "s1"))
    return ticket


def test_a_stage_lasts_until_the_next_and_the_last_until_now(store, served):
    assert stages(store, 50) == {"GT/s1": (1, 30)}
    now(floor(store, 60).stage(Target(served), "s2"))
    assert stages(store, 90) == {"GT/s1": (1, 40), "GT/s2": (1, 30)}
    now(floor(store, 100).finish(Target(served)))
    assert stages(store, 500) == {"GT/s1": (1, 40), "GT/s2": (1, 40)}


def test_a_hold_is_no_part_of_a_stage(store, served):
    now(floor(store, 30).hold(Target(served), HoldKind.LEFT_PAPERS.value))
    assert stages(store, 300) == {"GT/s1": (1, 10)}
    now(floor(store, 400).resume(Target(served, counter="3")))
    now(floor(store, 405).stage(Target(served), "s2"))
    now(floor(store, 415).finish(Target(served)))
    assert stages(store, 500) == {"GT/s1": (1, 15), "GT/s2": (1, 10)}


def test_a_finish_taken_back_lets_the_stage_run_on(store, served):
    now(floor(store, 30).finish(Target(served)))
    now(floor(store, 35).undo(served, "3"))
    now(floor(store, 80).finish(Target(served)))
    assert stages(store, 500) == {"GT/s1": (1, 60)}


def test_a_stage_reached_again_counts_again(store, served):
    now(floor(store, 30).stage(Target(served), "s2"))
    now(floor(store, 45).stage(Target(served), "s1"))
    now(floor(store, 50).finish(Target(served)))
    assert stages(store, 500) == {"GT/s1": (2, 15), "GT/s2": (1, 15)}
    table = told(store, 500, "stages")
    assert [row[3] for row in table.rows] == [7.5, 15]


def test_an_approved_service_has_its_second_person(store):
    ticket = now(floor(store, 0).issue(Wish("SO"))).ticket
    now(floor(store, 5).call_next("3"))
    now(floor(store, 10).start(Target(ticket)))
    assert told(store, 20, "approvals").rows == (("SO", 0, 0, 0, 0),)
    now(floor(store, 20).approve_as(Target(ticket), "0900"))
    now(floor(store, 30).finish(Target(ticket)))
    assert told(store, 40, "approvals").rows == (("SO", 1, 1, 1, 1),)
    assert told(store, 40, "approvers").rows == (("0900", 1, 1, 0),)


def write(store, seconds, event):
    store.run(lambda work: work.append(event), actor="t", now=at(seconds))


def test_a_session_that_nobody_ended_lasts_until_the_day_does(store):
    write(store, 100, s.SignedIn("counter:3", "0303", "w"))
    table = told(store, 160, "sign_ins")
    assert table.rows == (("0303", 1, 0, 0, 0, 0, 0, 0, 60.0),)
    write(store, 200, s.SignedOut("counter:3", "0303", "idle"))
    write(store, 230, s.SignedIn("counter:1", "0303", "w"))
    write(store, 250, s.SignedOut("counter:1", "0303", "taken_over"))
    write(store, 250, s.SignedIn("counter:1", "0101", "v"))
    rows = told(store, 300, "sign_ins").rows
    assert rows == (
        ("0101", 1, 0, 0, 0, 0, 0, 0, 50.0),
        ("0303", 2, 1, 0, 1, 0, 0, 0, 120.0),
    )
