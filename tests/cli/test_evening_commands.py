"""The evening on the command line: the copy of a closed day, its age, the purge."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from branchfloor.cli.main import main
from branchfloor.config import parse_document
from branchfloor.domain.hall_events import ParticularsPurged
from branchfloor.storage.reading import entries
from branchfloor.storage.store import Store

DAY, NEXT = "2026-11-24", "2026-11-25"


def at(minute, day=DAY):
    return f"{day}T10:{minute:02d}:00+08:00"


def found(line, code=None):
    """What `check` finds about copies, and its exit code."""
    result, said = line.json("check")
    copies = [f for f in said if f["code"].startswith("copy_")]
    assert len(copies) == 1
    return result, copies[0]


def test_closing_the_day_leaves_a_copy_and_check_tells_its_age(line, tmp_path):
    assert found(line)[1]["code"] == "copy_none"
    line("issue", "GT", at=at(1))
    code, closed = line.json("close-day", at=at(7))
    path = tmp_path / "backups" / f"cn-default-{DAY}.db"
    assert (code, closed) == (0, {"day": DAY, "abandoned": 1, "copy": str(path)})
    result, copy = found(line)
    assert (result, copy["ok"], copy["code"]) == (0, True, "copy_ready")
    assert str(path) in copy["message"]
    old = time.time() - 100 * 3600
    os.utime(path, (old, old))
    assert "100 h old" in line("check", "--lang", "en")[1]
    assert found(line)[0] == 0
    path.write_bytes(path.read_bytes()[:9000])
    assert found(line)[1]["code"] == "copy_bad"


def test_a_copy_is_told_of_in_words(line, tmp_path):
    code, out, _ = line("close-day", "--lang", "en", at=at(7))
    assert code == 0
    assert out.splitlines()[-1] == f"The day's copy: {tmp_path}/backups/cn-default-{DAY}.db"
    assert "当日备份：" in line("close-day", "--lang", "zh_CN", at=at(7))[1]


def test_the_copy_of_a_day_is_put_back(line, tmp_path):
    line("issue", "GT", at=at(1))
    copy = line.json("close-day", at=at(7))[1]["copy"]
    line("issue", "GT", at=at(1, NEXT))
    assert line.json("restore", copy, "--discard-newer")[0] == 0
    assert line.json("check", "--rebuild")[0] == 0
    assert line.json("state", at=at(8))[1]["waiting"] == 0


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_without_a_copy_the_day_is_closed_all_the_same(line, tmp_path, language):
    (tmp_path / "backups").write_text("a file where the folder should be")
    line("issue", "GT", at=at(1))
    code, out, err = line("close-day", "--lang", language, at=at(7))
    assert code == 0
    assert DAY in out
    assert str(tmp_path / "backups") in err
    assert len(err.splitlines()) == 1
    store = Store.open(line.database, parse=parse_document)
    assert store.state.day_closed
    store.close()


def test_without_a_copy_a_program_is_told_why(line, tmp_path):
    (tmp_path / "backups").write_text("a file where the folder should be")
    code, closed = line.json("close-day", at=at(7))
    assert (code, closed["copy"]) == (0, None)
    assert closed["copy_error"]["code"] == "copy_failed"


def test_a_purge_says_what_went(line):
    first, second = "2026-11-19", "2026-11-20"
    line("issue", "GT", "--green", "elder", "--key", "k", at=at(1, first))
    code, said = line.json("purge", "--before", first)
    assert (code, said) == (0, {"before": first, "particulars": 0, "answers": 1})
    line("issue", "GT", at=at(1, "2026-11-22"))
    code, said = line.json("purge", "--before", second)
    assert (code, said["particulars"]) == (0, 1)
    _, out, _ = line("purge", "--before", second, "--lang", "en")
    assert out.startswith(f"Before {second}: 0 reasons, needs and notes deleted")
    assert line.json("audit", "verify")[1]["whole"]
    assert line.json("check", "--rebuild")[0] == 0


@pytest.mark.parametrize(
    ("day", "code"), [("2999-01-01", "report.purge_today"), ("yesterday", "report.bad_day")]
)
def test_nobody_in_the_house_is_forgotten(line, day, code):
    line("issue", "GT", "--green", "elder", at=at(1))
    result, said = line.json("purge", "--before", day)
    assert (result, said["error"]["code"]) == (1, code)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="ends it by a signal")
def test_a_restore_waits_until_the_screens_are_closed(line, tmp_path):
    copy = tmp_path / "copy.db"
    line("open", "1")
    line("backup", str(copy))
    entries = line.json("issue", "GW")[1]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = ["board", "--database", str(line.database)]
    board = subprocess.Popen([sys.executable, "-m", "branchfloor", *words], env=environment)
    try:
        bells = Path(f"{line.database}-bells")
        deadline = time.monotonic() + 60
        while not (bells.exists() and list(bells.iterdir())) and time.monotonic() < deadline:
            time.sleep(0.05)
        whole = line.json("state")[1]
        code, answer = line.json("restore", str(copy), "--discard-newer")
        assert (code, answer["error"]["code"]) == (1, "report.in_use")
        assert line.json("state")[1]["waiting"] == whole["waiting"] == 1
        assert line.json("issue", "GW")[0] == 0  # and work goes on
    finally:
        board.terminate()
        board.wait(30)
    code, put = line.json("restore", str(copy), "--discard-newer")
    assert (code, put["kept"] is not None) == (0, True)
    assert entries["ticket"] == "A001"
    assert line.json("state")[1]["waiting"] == 0
    assert line.json("check", "--rebuild")[0] == 0
    assert main(["state", "--database", put["kept"], "--json"]) == 0
    assert json.loads(line.capture.readouterr().out)["waiting"] == 2


@pytest.mark.parametrize(
    ("tickets", "said"),
    [
        (0, f"Business day {DAY} is closed; nobody was left waiting."),
        (1, f"Business day {DAY} is closed; 1 ticket was still open and counts as abandoned."),
        (2, f"Business day {DAY} is closed; 2 tickets were still open and count as abandoned."),
    ],
)
def test_the_close_is_told_in_a_sentence(line, tickets, said):
    for minute in range(tickets):
        line("issue", "GT", at=at(minute))
    assert line("close-day", "--lang", "en", at=at(7))[1].splitlines()[0] == said


def test_a_purge_is_on_the_record_without_what_it_deleted(line, tmp_path):
    line("issue", "GT", "--green", "elder", at=at(1))
    later = "2026-12-30T10:00:00+08:00"
    assert line.json("purge", "--before", "2026-12-01", at=later)[1]["particulars"] == 1
    store = Store.open(line.database, parse=parse_document)
    kinds = [type(entry.event).__name__ for entry in entries(store)]
    purged = next(e.event for e in entries(store) if isinstance(e.event, ParticularsPurged))
    store.close()
    assert (purged.before.isoformat(), purged.particulars) == ("2026-12-01", 1)
    assert kinds.count("ParticularsPurged") == 1
    assert line.json("purge", "--before", "2026-12-01", at=later)[1]["particulars"] == 0
    codes = {one["code"] for one in line.json("check", "--rebuild")[1]}
    assert {"chain_whole", "rows_match"} <= codes
