"""What the measurements stand on: the bare program, the past, the log of a race, the children."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from branchfloor.bench import floors, past, race
from branchfloor.bench.children import PLAIN, Child, ChildFailed, together
from branchfloor.bench.machine import commits_ms, machine, resident_mb
from branchfloor.bench.mirror import Mirror
from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    raw = sqlite3.connect(path)
    tables = ("event", "visit", "leg", "call", "counter", "branch", "promise")
    found = {table: raw.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    raw.close()
    return found


def test_the_bare_program_writes_the_very_same_rows(tmp_path: Path) -> None:
    store = floors.founded(tmp_path / "ours.db")
    floors.fill(store, 5)
    mirror = Mirror(tmp_path / "ours.db", tmp_path / "bare.db", store.state.branch)
    floor = floors.floor_of(store)
    took = []
    now(floor.issue(Wish("GD")))
    took.append(mirror.follow())
    called = now(floor.call_next("1"))
    took.append(mirror.follow())
    now(floor.start(Target(called.ticket)))
    took.append(mirror.follow())
    now(floor.finish(Target(called.ticket)))
    took.append(mirror.follow())
    waiting = now(floor.issue(Wish("SO")))
    took.append(mirror.follow())
    now(floor.cancel(Target(waiting.ticket)))
    took.append(mirror.follow())
    assert all(ms > 0 for ms in took)
    mirror.close()
    store.close()
    assert _rows(tmp_path / "bare.db") == _rows(tmp_path / "ours.db")


def test_a_branch_to_measure_on_is_open_whenever_it_is_measured(tmp_path: Path) -> None:
    store = floors.founded(tmp_path / "a.db")
    local = store.clock.now() + timedelta(hours=8)
    assert (local.date(), local.hour) == (floors.A_DAY, 10)
    assert {c.status for c in store.state.counters.values()} == {CounterStatus.OPEN}
    every = sum(not service.approval for service in store.config.services)
    floors.fill(store, every)
    floors.publish(store)
    assert len(store.state.lanes) == every
    assert floors.serve(store, 100) == every
    assert store.state.forecasts is not None
    store.close()


def test_the_past_fills_every_table_and_commands_go_on(tmp_path: Path) -> None:
    added = past.after_years(tmp_path / "years.db", 2_500)
    assert added == 8 * 2_500
    rows = _rows(tmp_path / "years.db")
    assert {len(rows[t]) for t in ("visit", "leg", "call", "promise")} == {2_500}
    assert [event[1] for event in rows["event"]] == list(range(1, len(rows["event"]) + 1))
    store = floors.opened(tmp_path / "years.db")
    assert store.state.day == floors.A_DAY
    assert now(floors.floor_of(store).issue(Wish("GD"))).ticket == "A001"
    store.close()


def _log(*entries: tuple[str, str, str]) -> race.Seen:
    seen = race.Seen()
    for kind, visit, counter in entries:
        seen.read(kind, {"visit_id": visit, "counter": counter})
    return seen


def test_a_sound_race_has_no_fault() -> None:
    seen = _log(("TicketIssued", "a", ""), ("LegCalled", "a", "1"), ("LegFinished", "a", "1"))
    answers = [{"issued": ["a"], "called": [["a", "1"]]}]
    assert [row.value for row in race.faults(seen, answers)] == [0, 0, 0]


def test_a_race_shows_what_was_lost_doubled_and_called_twice() -> None:
    seen = _log(
        ("TicketIssued", "a", ""),
        ("TicketIssued", "a", ""),
        ("LegCalled", "a", "1"),
        ("LegCalled", "a", "2"),
    )
    answers = [{"issued": ["a", "b"], "called": [["a", "1"], ["b", "2"]]}]
    assert [row.value for row in race.faults(seen, answers)] == [2, 1, 1]


def test_a_counter_with_two_customers_is_seen() -> None:
    seen = _log(("LegCalled", "a", "1"), ("LegCalled", "b", "1"), ("LegFinished", "a", "1"))
    assert seen.overlaps == 2


def test_a_child_that_fails_says_why() -> None:
    child = Child(PLAIN, "cold", {"database": "nowhere.db"})
    with pytest.raises(ChildFailed, match="(?s)cold ended with 1: .*database_missing"):
        child.result()


def test_a_child_that_says_nothing_more_is_not_waited_for() -> None:
    child = Child(PLAIN, "unknown", {})
    with pytest.raises(ChildFailed, match="(?s)unknown ended with 1: .*KeyError"):
        child.line()


def test_the_machine_is_told_in_a_few_words(tmp_path: Path) -> None:
    said = machine(tmp_path)
    assert said["cores"]
    assert said["qt"] == "6.11.3"
    assert float(said["commit_ms"]) > 0
    assert len(commits_ms(tmp_path / "commit.db", 3)) == 3


def test_a_process_knows_its_memory() -> None:
    held = resident_mb()
    assert held is None or 10 < held < 2_000


def test_plans_differ_only_in_size() -> None:
    from branchfloor.bench.plan import Bench, Plan

    told = Bench(Path("x"), replace(Plan(), taps=3)).arguments(database="y")
    assert (told["folder"], told["taps"], told["database"]) == ("x", 3, "y")


def test_children_do_not_outlive_a_failure(tmp_path: Path) -> None:
    floors.founded(tmp_path / "a.db").close()
    waiting = Child(PLAIN, "listen", {"database": str(tmp_path / "a.db")})
    with pytest.raises(ValueError, match="enough"), together([waiting]):
        raise ValueError("enough")
    with pytest.raises(ChildFailed, match="listen ended with"):
        waiting.result()
