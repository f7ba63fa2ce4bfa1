"""`waits evaluate` on the command line: the contract's figures, and what is said of bad lines."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from branchfloor.cli.main import main
from branchfloor.demo.queue_log import export_log
from branchfloor.waits.queue_log import write_log
from tests.demo.days import a_day
from tests.waits.queues import a_log

LOGS = "BRANCHFLOOR_QUEUE_LOGS"
"""The folder of real queue logs, for the tests that need them."""

SCORES = {"mae_s", "rmse_s", "bias_s", "coverage_80", "width_80_s", "winkler_80", "pinball"}
WAYS = {"us", "les", "hol", "avg5", "ql"}


@pytest.fixture
def evaluate(capsys):
    def run(*words):
        code = main(["waits", "evaluate", *map(str, words), "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out), said.err

    return run


def written(path, rows):
    write_log(path, rows)
    return path


def is_part(part):
    assert set(part) == {"n"} | WAYS
    for way in WAYS:
        assert set(part[way]) - {"by"} == SCORES, way
        assert set(part[way]["pinball"]) == {"10", "50", "90"}
        if part["n"]:
            assert 0 <= part[way]["coverage_80"] <= 1
    if part["n"]:
        assert {part[way]["by"] for way in ("les", "hol")} <= {"all", "service", "priority"}


def test_the_figures_are_those_of_the_contract(evaluate, tmp_path):
    code, value, err = evaluate(written(tmp_path / "log.csv.gz", a_log(3)))
    assert (code, err) == (0, "")
    assert list(value) == ["rows", "bad_rows", "seconds_per_1000", "waited", "served"]
    assert (value["rows"], value["bad_rows"]) == (750, 0)
    assert value["seconds_per_1000"] > 0
    for name in ("waited", "served"):
        assert list(value[name]) == ["all", "by_priority", "by_service"]
        is_part(value[name]["all"])
        for kind in ("by_priority", "by_service"):
            for part in value[name][kind].values():
                is_part(part)
                assert part["n"] >= 200
    assert set(value["served"]["by_priority"]) <= {"high", "ordinary"}


def test_the_hall_is_played_forward_when_asked(evaluate, tmp_path):
    path = written(tmp_path / "log.csv", a_log(1))
    code, value, err = evaluate(path, "--twin")
    assert (code, err, value["twin"]) == (0, "", True)
    plain = evaluate(path)[1]
    assert "twin" not in plain
    ours, without = (found["waited"]["all"] for found in (value, plain))
    assert ours["us"] != without["us"]
    assert ours["les"] == without["les"]


def test_a_day_of_the_demo_is_evaluated(evaluate, tmp_path):
    day = a_day()
    rows = export_log(day.memory.entries, day.config)
    code, value, _ = evaluate(written(tmp_path / "day.csv", rows))
    assert (code, value["rows"]) == (0, len(rows))
    assert value["served"]["all"]["n"] == sum(row.outcome == "served" for row in rows)
    waited = value["waited"]["all"]
    assert waited["us"]["rmse_s"] < waited["les"]["rmse_s"]


def test_bad_and_odd_lines_are_named_and_counted(evaluate, tmp_path):
    path = written(tmp_path / "log.csv", a_log(1))
    lines = path.read_text().splitlines()
    lines[4] = lines[4].replace("T", " at ")
    lines[10:12] = ["rubbish", "rubbish"]
    lines[20], lines[25] = lines[25], lines[20]
    path.write_text("\n".join(lines))
    code, value, err = evaluate(path)
    assert (code, value["rows"], value["bad_rows"]) == (0, 250, 3)
    assert f"{path}, line 11-12: 1 fields, 9 expected (skipped)" in err
    assert f"{path}, line 5: issued_at is no ISO 8601 moment" in err
    assert "used in its place in time" in err


def test_earlier_logs_are_learned_from(evaluate, tmp_path):
    rows = a_log(3, per_day=500, counters=5)
    days = [
        written(tmp_path / f"{day}.csv", [r for r in rows if r.issued_at.day == day])
        for day in (2, 3, 4)
    ]
    code, value, _ = evaluate(days[2], "--train", days[0], days[1])
    cold = evaluate(days[2])[1]
    assert (code, value["rows"], cold["rows"]) == (0, 500, 500)
    us, les = value["waited"]["all"]["us"], value["waited"]["all"]["les"]
    assert us != cold["waited"]["all"]["us"]
    assert us["rmse_s"] < les["rmse_s"]


def test_a_log_that_lies_after_the_one_scored_teaches_nothing_and_that_is_said(evaluate, tmp_path):
    rows = a_log(2, per_day=300)
    first, second = (
        written(tmp_path / f"{day}.csv", [r for r in rows if r.issued_at.day == day])
        for day in (2, 3)
    )
    code, value, err = evaluate(first, "--train", second)
    assert (code, value["waited"]) == (0, evaluate(first)[1]["waited"])
    assert err.strip() == f"{second} begins after the log to score has ended: nothing was " + (
        "learned from it."
    )
    assert evaluate(second, "--train", first)[2] == ""


def test_people_get_a_table(capsys, tmp_path):
    path = written(tmp_path / "log.csv", a_log(1, per_day=40))
    assert main(["waits", "evaluate", str(path)]) == 0
    out = capsys.readouterr().out
    assert "rmse_s" in out
    assert "waited  all" in out
    assert "les  (" in out


def test_a_log_without_rows_gives_empty_figures(evaluate, tmp_path):
    path = written(tmp_path / "log.csv", [])
    code, value, _ = evaluate(path)
    assert (code, value["rows"], value["bad_rows"]) == (0, 0, 0)
    is_part(value["waited"]["all"])
    assert value["waited"]["all"]["us"]["mae_s"] is None
    path.write_text("nothing,of,the,kind\n")
    code, value, err = evaluate(path)
    assert (code, value["rows"], value["bad_rows"]) == (0, 0, 1)
    assert "columns missing" in err


def test_what_cannot_be_evaluated_is_refused(evaluate, tmp_path):
    code, value, _ = evaluate(tmp_path / "none.csv")
    assert (code, value["error"]["code"]) == (1, "queue_log.unreadable")
    path = written(tmp_path / "log.csv", a_log(1, per_day=3))
    for zone in ("Mars/Olympus", "", "../etc"):
        code, value, _ = evaluate(path, "--time-zone", zone)
        assert (code, value["error"]["code"]) == (1, "queue_log.unknown_zone")
    assert evaluate(tmp_path)[1]["error"]["code"] == "queue_log.unreadable"


def test_the_command_line_itself_loads_no_numpy():
    modules = "sys, branchfloor.cli.waits, branchfloor.waits.queue_log"
    code = f"import {modules}; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def real(name):
    folder = os.environ.get(LOGS)
    path = Path(folder) / name if folder else None
    if path is None or not path.is_file():
        pytest.skip(f"{LOGS} names no folder with {name}")
    return path


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("month", "share"), [("bank-1999-01", 0.80), ("contact-2014-01", 0.80)], ids=["bank", "contact"]
)
def test_real_queues_are_told_better_than_by_the_last_wait(evaluate, month, share):
    """From nothing, through a January on which everything was chosen."""
    code, value, _ = evaluate(real(f"{month}.csv.gz"))
    waited = value["waited"]["all"]
    assert code == 0
    assert waited["us"]["rmse_s"] < share * waited["les"]["rmse_s"]
    assert 0.78 <= waited["us"]["coverage_80"] <= 0.82
    assert waited["us"]["winkler_80"] < min(waited[way]["winkler_80"] for way in WAYS - {"us"})
