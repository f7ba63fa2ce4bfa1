"""Demo, voice, pictures, bench and check on the command line."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from branchfloor.cli.main import main
from branchfloor.waits.queue_log import read_log


def run(capsys, *words):
    code = main(list(words))
    return code, capsys.readouterr().out


def test_a_headless_demo_prints_its_contract(capsys, tmp_path):
    log = tmp_path / "day.csv.gz"
    words = ("demo", "--headless", "--minutes", "45", "--seed", "3", "--json")
    code, out = run(capsys, *words, "--export-log", str(log))
    day = json.loads(out)
    assert code == 0
    parts = ("served", "left", "expired", "cancelled", "abandoned", "waiting")
    assert day["issued"] == sum(day[part] for part in parts) > 10
    assert (day["cash_at_non_cash"], day["double_called"]) == (0, 0)
    assert len(read_log(log).rows) >= day["served"]
    again = json.loads(run(capsys, *words)[1])
    assert {**day, "wall_s": 0} == {**again, "wall_s": 0}


def test_a_headless_demo_for_people(capsys):
    _, out = run(capsys, "demo", "--headless", "--minutes", "10")
    assert "issued" in out
    assert "mean_wait_s" in out


def test_a_demo_never_touches_a_real_branch_and_replaces_an_old_demo(capsys, tmp_path):
    real, demo = str(tmp_path / "real.db"), str(tmp_path / "demo.db")
    assert main(["init", "--admin-pin", "427913", "--database", real]) == 0
    short = ("demo", "--headless", "--minutes", "5", "--database")
    assert main([*short, real]) == 1
    assert main([*short, demo]) == 0
    assert main([*short, demo]) == 0
    assert main(["init", "--admin-pin", "427913", "--database", demo]) == 1
    assert "another branch" in capsys.readouterr().err


def test_a_demo_that_cannot_end_well_does_not_begin(capsys):
    words = ["demo", "--headless", "--minutes", "5", "--json"]
    assert main([*words, "--export-log", "/no/such/folder/day.csv"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "bad_value"
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--screens", "moon"])
    assert ended.value.code == 2


def test_the_voice_says_a_call_into_files(capsys, tmp_path):
    words = ("voice", "say", "a031", "3", "--driver", f"file:{tmp_path}")
    assert run(capsys, *words)[0] == 0
    assert [f.name for f in sorted(tmp_path.glob("*.wav"))] == [
        "0001-A031-3-zh.wav",
        "0002-A031-3-en.wav",
    ]


def test_a_voice_nobody_knows_is_refused(capsys):
    assert main(["voice", "say", "A031", "3", "--driver", "parrot", "--json"]) == 1
    assert "parrot" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_a_measurement_nobody_knows_is_refused(capsys):
    assert main(["bench", "moon", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "bad_value"


def test_check_without_a_branch_looks_at_the_pc(capsys, tmp_path):
    code, out = run(capsys, "check", "--json", "--database", str(tmp_path / "none.db"))
    found = {f["code"]: f for f in json.loads(out)}
    assert code == 0
    assert not found["database_missing"]["ok"]
    assert found["font_ready"]["ok"]


def test_check_of_a_damaged_file_fails(capsys, tmp_path):
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"this is no database" * 100)
    code, out = run(capsys, "check", "--database", str(bad))
    assert code == 1
    assert "✗" in out


def test_pictures_of_a_screen(qapp, capsys, tmp_path):
    code, out = run(capsys, "pictures", str(tmp_path), "--screen", "board", "--theme", "night")
    names = {f.name for f in tmp_path.glob("*.png")}
    assert code == 0
    assert out == f"{len(names)} pictures in {tmp_path}\n"
    assert {"board-one-zh_CN-1920x1080.png", "board-one-en-1920x1080.png"} <= names


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="ends it by a signal")
def test_a_living_demo_runs_until_it_is_told_to_stop(tmp_path):
    database = tmp_path / "live.db"
    words = ["demo", "--screens", "board", "--voice", "none", "--database", str(database)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    demo = subprocess.Popen([sys.executable, "-m", "branchfloor", *words], env=environment)
    bells = tmp_path / "live.db-bells"
    deadline = time.monotonic() + 60
    while not (bells.exists() and list(bells.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert list(bells.iterdir()), "no screen follows the demo"
    demo.send_signal(signal.SIGTERM)
    assert demo.wait(30) == 0
