"""The process that foresees a branch, from the command line: once, learning anew, with a parent."""

import json
import os
import sqlite3
import subprocess
import sys
import time

from branchfloor.config import parse_document
from branchfloor.domain.waits import QUEUE, TWIN
from branchfloor.floor.standing_back import NICE
from branchfloor.storage.learned import learned_text
from branchfloor.storage.store import Store
from branchfloor.twin.run import Run

TEN = "2026-11-24T10:00:00+08:00"


def published(line):
    store = Store.open(line.database, parse=parse_document)
    try:
        return store.state.forecasts
    finally:
        store.close()


def test_one_forecast_is_published_and_stamped_on_the_next_ticket(line):
    line("open", "1")
    line("issue", "GD")
    code, _, _ = line("foresee", "--once")
    found = published(line)
    assert (code, found.by) == (0, TWIN)
    assert len(found.legs) == 1
    _, answer = line.json("issue", "GD")
    assert answer["wait_s"]["p50"] == found.of("GD").wait.p50


def test_a_floor_that_cannot_be_played_is_told_and_the_plainer_forecast_published(
    line, monkeypatch
):
    monkeypatch.setattr(Run, "_most_steps", lambda self: 1)
    line("open", "1")
    line("issue", "GD")
    code, _, err = line("foresee", "--once")
    found = published(line)
    assert (code, found.by) == (0, QUEUE)
    assert found.of("GD").wait is not None
    assert "could not be played forward (Stuck: lanes [0, 1, 2, 3, 4] have not ended by" in err


def test_what_is_learned_is_made_anew_from_the_log(line):
    line("issue", "GD", at=TEN)
    code, answer = line.json("foresee", "--rebuild")
    assert (code, answer["services"], answer["days"]) == (0, 0, 0)
    store = Store.open(line.database, parse=parse_document)
    assert learned_text(store, "arrivals", 1) is not None
    store.close()


def test_it_follows_the_branch_and_ends_when_its_parent_is_gone(line):
    line("open", "1")
    child = subprocess.Popen(
        [
            *(sys.executable, "-m", "branchfloor", "foresee", "--with-parent"),
            *("--database", str(line.database)),
        ],
        stdin=subprocess.PIPE,
    )
    try:
        first = wait_for(lambda: published(line))
        if hasattr(os, "getpriority"):
            mine, its = (os.getpriority(os.PRIO_PROCESS, pid) for pid in (0, child.pid))
            assert its == min(19, mine + NICE), "screens go first"
        _, answer = line.json("issue", "GD")
        assert answer["ticket"] == "A001"
        later = wait_for(lambda: next((f for f in [published(line)] if f.seq > first.seq), None))
        assert later.by == TWIN
        child.stdin.close()
        assert child.wait(10) == 0
    finally:
        child.kill()
        child.wait()
    assert json.dumps(answer)


def wait_for(find, within_s=30.0):
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        found = find()
        if found is not None:
            return found
        time.sleep(0.05)
    raise AssertionError("it never came")


def test_staff_read_the_middle_and_the_far_end_of_a_wait(line):
    line("open", "1")
    line("issue", "GD")
    line("foresee", "--once")
    wait = published(line).legs[0].wait
    _, told, _ = line("state")
    assert f"P50 {wait.p50 / 60:.0f} · P90 {wait.p90 / 60:.0f} min" in told


def test_rows_that_had_to_be_made_anew_take_what_was_learned_with_them(line):
    line("issue", "GD", at=TEN)
    line("foresee", "--rebuild")
    raw = sqlite3.connect(line.database)
    raw.execute("update leg set service = 'GW'")
    raw.commit()
    raw.close()
    line("check", "--rebuild", "--voice", "none")
    store = Store.open(line.database, parse=parse_document)
    assert learned_text(store, "times", 1) is None
    store.close()
