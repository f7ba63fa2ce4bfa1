"""The day on the command line: report, queue log, backup and restore."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from branchfloor.cli.main import GROUPS, main
from branchfloor.config import parse_document
from branchfloor.storage.store import Store
from branchfloor.waits.queue_log import read_log

DAY, NEXT = "2026-11-24", "2026-11-25"
TABLES = 34


def at(minute, day=DAY):
    return f"{day}T10:{minute:02d}:00+08:00"


def live(line, day=DAY, ticket="A001"):
    """One customer served at counter 1, another who waits."""
    line("open", "1", "--staff", "0211", at=at(0, day))
    line("issue", "GW", at=at(1, day))
    line("issue", "GD", "--green", "elder", at=at(2, day))
    line("call-next", "1", "--ticket", ticket, at=at(5, day))
    line("start", ticket, at=at(6, day))
    line("finish", ticket, at=at(16, day))


@pytest.fixture(scope="module")
def first(founded, tmp_path_factory):
    """The folder of a branch that has lived once; each test has a copy of its own."""
    folder = tmp_path_factory.mktemp("lived")
    shutil.copytree(founded, folder, dirs_exist_ok=True)
    live(lambda *words, at: (main([*words, "--at", at, "--database", str(folder / "branch.db")]),))
    return folder


@pytest.fixture
def lived(first, empty, capsys):
    shutil.copytree(first, empty.database.parent, dirs_exist_ok=True)
    capsys.readouterr()
    return empty


def table(folder, key):
    (file,) = folder.glob(f"[0-9][0-9]-{key}.csv")
    lines = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    return {row[0]: dict(zip(lines[0], row, strict=True)) for row in lines[1:]}


def test_the_group_is_part_of_the_command_line():
    assert "day" in GROUPS


@pytest.mark.parametrize("form", ["html", "xlsx", "csv"])
def test_a_report_in_each_form(lived, tmp_path, form):
    target = tmp_path / f"out.{form}"
    code, answer = lived.json(
        *("report", "--day", DAY, "--format", form, "--output", str(target)), at=at(30)
    )
    assert (code, answer["day"], answer["format"]) == (0, DAY, form)
    assert answer["files"]
    assert all(Path(file).stat().st_size > 10 for file in answer["files"])


def test_the_report_says_what_happened(lived, tmp_path):
    words = ("report", "--format", "csv", "--output", str(tmp_path / "day"), "--lang", "en")
    code, out, _ = lived(*words, at=at(30))
    assert code == 0
    assert out == f"Report of {DAY}: {tmp_path / 'day'}\n"
    day = table(tmp_path / "day", "day")
    assert day["tickets taken"]["Value"] == "2"
    assert day["mean wait (min)"]["Value"] == "4.00"
    counter = table(tmp_path / "day", "counters")["1"]
    names = ("served", "serving (min)", "calling (min)", "idle (min)", "open (min)")
    assert [counter[name] for name in names] == ["1", "10.00", "1.00", "19.00", "30.00"]
    assert table(tmp_path / "day", "staff")["0211"]["mean service (min)"] == "10.00"
    assert table(tmp_path / "day", "green")["priority by law"]["asked for"] == "1"


def test_a_report_stands_in_the_folder_one_is_in(lived, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert lived("report", "--lang", "zh_CN", at=at(30))[0] == 0
    page = (tmp_path / f"branchfloor-report-{DAY}.html").read_text(encoding="utf-8")
    assert "营业日报" in page
    assert lived("report", "--format", "csv", at=at(30))[0] == 0
    assert len(list((tmp_path / f"branchfloor-report-{DAY}").iterdir())) == TABLES


def test_a_past_date_is_told_as_it_was(lived, tmp_path):
    lived("close-day", at=at(40))
    words = ("report", "--day", DAY, "--format", "csv", "--output")
    lived(*words, str(tmp_path / "then"), at=at(41))
    live(lived, NEXT)
    lived(*words, str(tmp_path / "later"), at=at(50, NEXT))
    files = sorted(p.name for p in (tmp_path / "then").iterdir())
    assert len(files) == TABLES
    for name in files:
        assert (tmp_path / "then" / name).read_bytes() == (tmp_path / "later" / name).read_bytes()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--day", "2026-11-20"), "report.no_day"),
        (("--day", "24.11.2026"), "report.bad_day"),
        (("--output", "nowhere/day.html"), "report.no_folder"),
    ],
)
def test_what_cannot_be_reported_is_refused(lived, tmp_path, monkeypatch, words, code):
    monkeypatch.chdir(tmp_path)
    result, answer = lived.json("report", *words, at=at(30))
    assert (result, answer["error"]["code"]) == (1, code)
    assert lived("report", *words, "--lang", "zh_CN", at=at(30))[2].endswith("。\n")


def test_a_place_that_cannot_be_written_is_named(lived, tmp_path):
    (tmp_path / "taken").mkdir()
    code, answer = lived.json("report", "--output", str(tmp_path / "taken"), at=at(30))
    assert (code, answer["error"]["code"]) == (1, "report.not_written")
    assert str(tmp_path / "taken") in answer["error"]["message"]


def test_the_queue_log_can_be_read_back(lived, tmp_path):
    lived("leave", "A002", at=at(20))
    live(lived, NEXT)
    for name in ("log.csv", "log.csv.gz"):
        code, answer = lived.json("export-log", "--output", str(tmp_path / name))
        assert (code, answer["rows"]) == (0, 3)
        log = read_log(tmp_path / name, "Asia/Shanghai")
        assert log.bad == ()
        assert [row.outcome for row in log.rows] == ["served", "left", "served"]
    rows = {}
    for day in (DAY, NEXT):
        path = tmp_path / f"{day}.csv"
        assert lived.json("export-log", "--day", day, "--output", str(path))[0] == 0
        rows[day] = read_log(path).rows
    assert (*rows[DAY], *rows[NEXT]) == log.rows
    assert {len(found) for found in rows.values()} == {1, 2}


def test_a_queue_log_without_anything_has_its_heading(lived, tmp_path):
    code, out, _ = lived(
        *("export-log", "--day", "2026-11-30", "--output", str(tmp_path / "e.csv"), "--lang", "en")
    )
    assert (code, out) == (0, f"0 rows in {tmp_path / 'e.csv'}\n")
    assert (tmp_path / "e.csv").read_text(encoding="utf-8").startswith("ticket,service,")
    where = str(tmp_path / "no" / "e.csv")
    assert lived.json("export-log", "--output", where)[1]["error"]["code"] == "report.no_folder"


def files(folder):
    return {path.name for path in folder.iterdir() if not path.name.endswith("-bells")}


def test_a_copy_made_and_put_back(lived, tmp_path):
    copy = tmp_path / "copies" / "monday.db"
    copy.parent.mkdir()
    code, made = lived.json("backup", str(copy))
    assert code == 0
    assert made["branch"] == "cn-default"
    assert files(copy.parent) == {"monday.db"}
    lived.database.unlink()
    code, put = lived.json("restore", str(copy))
    assert (code, put["entries"], put["kept"]) == (0, made["entries"], None)
    assert put["last"] == made["last"] == "2026-11-24T02:16:00.000Z"
    assert files(copy.parent) == {"monday.db"}
    assert lived.json("check", "--rebuild")[0] == 0
    assert lived.json("state", at=at(30))[1]["ended"] == 1


def test_entries_the_copy_lacks_are_not_given_up_by_accident(lived, tmp_path):
    copy = str(tmp_path / "copy.db")
    lived("backup", copy)
    lived("issue", "GW", at=at(50))
    code, answer = lived.json("restore", copy)
    assert (code, answer["error"]["code"], answer["error"]["n"]) == (1, "report.would_lose", 1)
    assert lived.json("state", at=at(51))[1]["waiting"] == 2
    code, out, _ = lived("restore", copy, "--discard-newer", "--lang", "en")
    assert code == 0
    assert "is kept" in out
    assert lived.json("state", at=at(51))[1]["waiting"] == 1
    kept = tmp_path / "branch-before-restore.db"
    assert main(["state", "--database", str(kept), "--json"]) == 0
    assert json.loads(lived.capture.readouterr().out)["waiting"] == 2


def test_the_copy_of_another_branch_founded_alike_is_not_put_over_this_one(lived, tmp_path):
    other = tmp_path / "elsewhere.db"
    assert main(["init", "--admin-pin", "427913", "--database", str(other)]) == 0
    lived.capture.readouterr()
    code, answer = lived.json("restore", str(other), "--discard-newer")
    assert (code, answer["error"]["code"]) == (1, "report.other_founding")
    assert lived.json("state", at=at(51))[1]["ended"] == 1


def test_restoring_twice_keeps_both(lived, tmp_path):
    copy = str(tmp_path / "copy.db")
    lived("backup", copy)
    lived("issue", "GW", at=at(50))
    first = lived.json("restore", copy, "--discard-newer")[1]["kept"]
    second = lived.json("restore", copy)[1]["kept"]
    assert first != second
    for kept, serial in ((first, 3), (second, 2)):
        store = Store.open(kept, parse=parse_document)
        assert store.state.serials["A"] == serial
        store.close()


@pytest.mark.parametrize("damage", ["garbage", "a torn page", "empty"])
def test_a_damaged_database_can_be_replaced(lived, tmp_path, damage):
    copy = str(tmp_path / "copy.db")
    lived("backup", copy)
    whole = lived.database.read_bytes()
    torn = whole[:8192] + b"\xff" * (len(whole) - 8192)
    bad = {"garbage": b"no database" * 400, "a torn page": torn, "empty": b""}[damage]
    lived.database.write_bytes(bad)
    code, answer = lived.json("restore", copy)
    assert code == 0, answer
    if bad:
        assert Path(answer["kept"]).read_bytes() == bad
    assert lived.json("check", "--rebuild")[0] == 0


def test_a_branch_open_at_a_screen_is_not_replaced(lived, tmp_path):
    copy = str(tmp_path / "copy.db")
    lived("backup", copy)
    store = Store.open(lived.database, parse=parse_document)
    code, answer = lived.json("restore", copy)
    assert (code, answer["error"]["code"]) == (1, "report.in_use")
    store.close()
    assert lived.json("restore", copy)[0] == 0


def test_another_branch_is_not_replaced(lived, tmp_path, capsys):
    copy = str(tmp_path / "copy.db")
    lived("backup", copy)
    other = str(tmp_path / "other.db")
    main(["init", "--preset", "intl-plain", "--admin-pin", "427913", "--database", other])
    capsys.readouterr()
    assert main(["restore", copy, "--database", other, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "other_branch"


def test_what_is_no_copy_is_neither_overwritten_nor_put_back(lived, tmp_path):
    letter = tmp_path / "letter.odt"
    letter.write_bytes(b"Dear manager, " * 300)
    assert lived.json("backup", str(letter))[1]["error"]["code"] == "report.not_a_copy"
    assert letter.read_bytes().startswith(b"Dear")
    code, answer = lived.json("restore", str(letter))
    assert (code, answer["error"]["code"]) == (4, "database_corrupt")
    assert str(letter) in answer["error"]["message"]
    with sqlite3.connect(tmp_path / "foreign.db") as raw:
        raw.execute("create table things (id)")
    raw.close()
    foreign = str(tmp_path / "foreign.db")
    assert lived.json("restore", foreign)[1]["error"]["code"] == "database_empty"
    assert lived.json("backup", foreign)[1]["error"]["code"] == "report.not_a_copy"
    assert lived.json("restore", str(tmp_path / "none.db"))[1]["error"]["code"] == (
        "database_missing"
    )
    assert lived.json("state", at=at(30))[1]["ended"] == 1


def test_a_database_is_never_copied_onto_itself(lived, tmp_path):
    link = tmp_path / "link.db"
    os.link(lived.database, link)
    for name in (str(lived.database), str(link)):
        assert lived.json("backup", name)[1]["error"]["code"] == "report.onto_itself"
        assert lived.json("restore", name)[1]["error"]["code"] == "report.onto_itself"
    assert lived.json("backup", str(tmp_path))[1]["error"]["code"] == "report.is_a_folder"
    missing = str(tmp_path / "no" / "copy.db")
    assert lived.json("backup", missing)[1]["error"]["code"] == "report.no_folder"
    assert lived.json("check", "--rebuild")[0] == 0


def test_a_copy_of_a_newer_program_is_refused_by_name(lived, tmp_path):
    copy = tmp_path / "copy.db"
    lived("backup", str(copy))
    with sqlite3.connect(copy) as raw:
        raw.execute("update alembic_version set version_num = '9999'")
    raw.close()
    code, answer = lived.json("restore", str(copy))
    assert (code, answer["error"]["code"]) == (4, "database_newer")
    assert str(copy) in answer["error"]["message"]


def test_an_older_copy_is_replaced(lived, tmp_path):
    copy = str(tmp_path / "copy.db")
    first = lived.json("backup", copy)[1]["entries"]
    lived("issue", "GW", at=at(50))
    assert lived.json("backup", copy)[1]["entries"] == first + 1
    shutil.copy(copy, tmp_path / "sent.db")
    assert lived.json("restore", str(tmp_path / "sent.db"))[0] == 0


def test_the_command_line_loads_no_workbook_until_one_is_asked_for():
    ask = "import sys, branchfloor.cli.main as m; m.parser(); print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
