"""The command line's contract: answers, exits, sentences (DESIGN §9)."""

import json
import subprocess
import sys

import pytest

from branchfloor.cli.main import main

TEN = "2026-11-24T10:00:00+08:00"


def at(minute, second=0):
    return f"2026-11-24T10:{minute:02d}:{second:02d}+08:00"


def test_init_prints_a_one_time_pin_and_refuses_another_real_branch(empty):
    code, out, _ = empty("init", "--preset", "cn-default")
    assert code == 0
    assert "PIN" in out
    code, _, err = empty("init", "--preset", "intl-plain")
    assert code == 1
    assert "another" in err


def test_an_easy_pin_is_refused(empty):
    for pin in ("123456", "000000", "12345", "abcdef"):
        assert empty("init", "--admin-pin", pin)[0] == 1
    assert not empty.database.exists()


def test_a_preset_nobody_knows_is_named(empty):
    code, answer = empty.json("init", "--preset", "moon")
    assert code == 1
    assert answer["error"]["code"] == "unknown_preset"
    assert "moon" in answer["error"]["message"]


def test_presets_are_listed(empty):
    _, answer = empty.json("presets")
    assert [row["name"] for row in answer] == ["cn-default", "cn-ccb4", "intl-plain"]
    assert "cn-ccb4" in empty("presets")[1]


def test_a_ticket_from_issue_to_done(line):
    assert line("open", "1", "--staff", "0211", at=at(0))[0] == 0
    code, issued = line.json("issue", "GW", at=at(1))
    assert code == 0
    assert {"ticket", "leg", "service", "issued_at", "ahead", "wait_s"} <= issued.keys()
    assert set(issued["wait_s"]) == {"p10", "p50", "p90"}
    code, called = line.json("call-next", "1", at=at(4))
    assert (code, called["ticket"], called["waited_s"]) == (0, "A001", 180.0)
    assert {"code", "text", "points"} == set(called["reasons"][0])
    assert called["reasons"][0]["text"] == "waited 3 of 20 min: 0.15"
    assert line.json("start", "A001", at=at(5))[1]["state"] == "serving"
    assert line.json("finish", "A001", at=at(9)) == (
        0,
        {"ticket": "A001", "leg": 1, "state": "done"},
    )
    _, state = line.json("state")
    assert (state["waiting"], state["ended"], state["day"]) == (0, 1, "2026-11-24")


def test_nobody_waiting_exits_with_three(line):
    line("open", "3", at=TEN)
    code, answer = line.json("call-next", "3", at=TEN)
    assert (code, answer["error"]["code"]) == (3, "nobody_waiting")


def test_a_refusal_exits_with_one_and_says_one_sentence(line):
    code, out, err = line("start", "A001", at=TEN)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "A001" in err


def test_a_missing_database_exits_with_four(empty):
    code, answer = empty.json("issue", "GW")
    assert (code, answer["error"]["code"]) == (4, "database_missing")


def test_wrong_usage_exits_with_two(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["issue"])
    assert ended.value.code == 2
    assert "SERVICE" in capsys.readouterr().err.upper()


@pytest.mark.parametrize(
    "option", ["--minutes=-5", "--minutes=0", "--minutes=99999999999", "--speed=0", "--speed=nan"]
)
def test_a_demo_that_cannot_be_played_is_wrong_usage(capsys, option):
    with pytest.raises(SystemExit) as left:
        main(["demo", "--headless", option])
    assert left.value.code == 2
    assert option[2:7] in capsys.readouterr().err


def test_a_key_repeats_its_answer(line):
    first = line.json("issue", "GW", "--key", "k", at=at(1))
    assert line.json("issue", "GW", "--key", "k", at=at(2)) == first
    assert line.json("issue", "GD", "--key", "k", at=at(2))[1]["error"]["code"] == "key_reused"


def test_every_command_that_acts_takes_a_key(line):
    line("open", "1", at=at(0))
    line("issue", "GW", at=at(1))
    line("call-next", "1", at=at(2))
    for words in (("start", "A001"), ("add-leg", "A001", "GD"), ("finish", "A001")):
        first = line.json(*words, "--key", words[0], at=at(3))
        assert first[0] == 0
        assert line.json(*words, "--key", words[0], at=at(4)) == first
    assert line.json("close", "1", "--key", "start", at=at(5))[1]["error"]["code"] == "key_reused"


def test_the_rest_of_a_visits_life(line):
    line("open", "1", at=at(0))
    line("open", "2", at=at(0))
    line("issue", "gd", "--green", "elder", "--then", "SO", at=at(0))
    assert line.json("grant", "A001", "--reason", "elder", "--seen", "visible", at=at(0))[1] == {
        "ticket": "A001",
        "class": "legal",
        "pending": False,
    }
    line("call-next", "1", at=at(1))
    assert line.json("recall", "A001", at=at(1, 20))[0] == 0
    assert line.json("undo", "A001", at=at(1, 25))[1]["error"]["code"] == "undo_too_late"
    line("start", "A001", at=at(2))
    assert line.json("undo", "A001", at=at(2, 5))[1]["state"] == "called"
    line("start", "A001", at=at(2, 6))
    held = line.json("hold", "A001", "--kind", "took_papers", "--return-in", "5", at=at(3))[1]
    assert held["state"] == "on_hold"
    assert line.json("resume", "A001", "--counter", "2", at=at(4))[1]["state"] == "serving"
    assert line.json("transfer", "A001", "--to", "GW", at=at(5))[1]["state"] == "waiting"
    assert line.json("move", "A001", "--to", "GD", at=at(5))[1]["state"] == "waiting"
    assert line.json("add-leg", "A001", "GT", at=at(5))[1] == {
        "ticket": "A001",
        "leg": 3,
        "state": "planned",
    }
    assert line.json("call-next", "1", "--ticket", "A001", at=at(6))[0] == 0
    assert line.json("revoke", "A001", at=at(6))[1]["class"] == "ordinary"
    assert line.json("cancel", "A001", at=at(7))[1]["state"] == "cancelled"


def test_priority_is_granted_to_who_only_asked_for_a_language(line):
    line("issue", "GW", "--green", "language", at=at(0))
    code, answer = line.json("grant", "A001", "--reason", "elder", "--seen", "visible", at=at(1))
    assert (code, answer["class"]) == (0, "legal")


def test_absence_on_the_command_line(line):
    line("open", "1", at=at(0))
    line("issue", "GD", at=at(0))
    line("issue", "GD", at=at(0))
    line("call-next", "1", at=at(1))
    assert line.json("no-show", "A001", at=at(1, 30))[1]["error"]["calls"] == 2
    line("recall", "A001", at=at(2))
    line("recall", "A001", at=at(3))
    assert line.json("no-show", "A001", at=at(4))[1]["state"] == "late"
    assert line.json("reinstate", "A001", at=at(5))[1]["state"] == "waiting"
    assert line.json("leave", "A002", at=at(6))[1]["state"] == "left"
    closed = line.json("close-day", at=at(7))[1]
    assert (closed["day"], closed["abandoned"]) == ("2026-11-24", 1)


def test_counters_on_the_command_line(line):
    assert line.json("open", "9", "--staff", "0231", at=at(0))[1]["staff"] == "0231"
    paused = line.json("pause", "9", "--reason", "break", "--until", at(10), at=at(1))[1]
    assert paused["status"] == "paused"
    lent = line.json("lend", "9", "--to", "GT", "--for", "30", at=at(12))[1]
    assert (lent["status"], lent["lent"]) == ("open", ["GT"])
    assert line.json("lend", "9", "--to", "GD", "--for", "30", at=at(12))[0] == 1
    assert line.json("close", "9", at=at(13))[1]["status"] == "closed"


def test_a_time_nobody_can_read_is_refused(line):
    code, answer = line.json("issue", "GW", at="tomorrow")
    assert (code, answer["error"]["code"]) == (1, "bad_time")


@pytest.mark.parametrize("time", ["", "0001-01-01", "9999-12-31T23:59:59-08:00"])
def test_a_time_beyond_the_calendar_is_refused(line, time):
    code, answer = line.json("open", "1", "--at", time)
    assert (code, answer["error"]["code"]) == (1, "bad_time")


@pytest.mark.parametrize("minutes", ["nan", "inf", "1e12", "0", "-5"])
def test_minutes_that_cannot_be_are_refused(line, minutes):
    line("open", "1", at=at(0))
    line("issue", "GW", at=at(0))
    line("call-next", "1", at=at(0))
    line("start", "A001", at=at(0))
    hold = ("hold", "A001", "--kind", "took_papers", f"--return-in={minutes}")
    for words in (hold, ("lend", "1", "--to", "GT", f"--for={minutes}")):
        code, answer = line.json(*words, at=at(1))
        assert (code, answer["error"]["code"]) == (1, "bad_value")


def test_a_pause_that_is_already_over_is_refused(line):
    line("open", "1", at=at(0))
    code, answer = line.json("pause", "1", "--until", at(3), at=at(5))
    assert (code, answer["error"]["code"]) == (1, "bad_value")


def test_answers_for_people_are_one_line(line):
    line("open", "1", at=at(0))
    assert line("issue", "GD", at=at(0))[1].startswith("A001  GD  0–")
    assert line("call-next", "1", at=at(1))[1].startswith("A001 → 1  (")
    assert "A001" in line("state")[1]


def test_sentences_follow_the_language(line, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "票" in line("start", "A001", at=TEN)[2]
    assert "ticket" in line("start", "A001", "--lang", "en", at=TEN)[2]


def test_check_and_audit_find_an_edited_log(line):
    line("issue", "GW", at=TEN)
    code, findings = line.json("check", "--rebuild")
    assert code == 0
    assert {"chain_whole", "rows_match"} <= {f["code"] for f in findings}
    assert line.json("audit", "verify")[1]["whole"]
    import sqlite3

    with sqlite3.connect(line.database) as raw:
        raw.execute(
            "update event set body = replace(body, 'A001', 'A009') where kind = 'TicketIssued'"
        )
    raw.close()
    assert line("audit", "verify")[0] == 1
    assert line("check", "--rebuild")[0] == 1


def test_check_finds_a_row_that_differs(line):
    import sqlite3

    line("issue", "GW", at=TEN)
    with sqlite3.connect(line.database) as raw:
        raw.execute("update leg set service = 'GD'")
    raw.close()
    code, findings = line.json("check", "--rebuild")
    assert code == 1
    assert "rows_differ" in {f["code"] for f in findings}
    assert line("check", "--rebuild")[0] == 0
    assert line.json("state")[1]["legs"][0]["service"] == "GW"


def test_a_clock_behind_the_log_is_told_and_loses_nothing(line):
    line("issue", "GW", at=at(30))
    code, out, err = line("issue", "GW", at=at(10))
    assert code == 0
    assert "clock" in err
    assert "A002" in out


def test_the_module_runs_as_a_program(line):
    words = [sys.executable, "-m", "branchfloor", "state", "--json", "--database"]
    done = subprocess.run([*words, str(line.database)], capture_output=True, check=True)
    assert json.loads(done.stdout)["branch"] == "cn-default"


def test_full_width_words_and_odd_bytes_are_read_kindly(line):
    line("open", "１", at=at(0))
    line("issue", "ｇｗ", at=at(0))
    assert line.json("call-next", "1", "--ticket", "Ａ００１", at=at(1))[1]["ticket"] == "A001"
    assert line("start", "\udcff", at=at(1))[0] == 1


def test_a_proof_without_its_reason_is_refused(line):
    code, said = line.json("issue", "GT", "--seen", "id_card")
    assert (code, said["error"]["code"]) == (1, "seen_needs_reason")
    assert said["error"]["message"].count("--green") == 1


def test_a_whole_visit_that_ends_says_how_much_it_was(line):
    line("issue", "GT", "--then", "GW", "--then", "GD")
    _, out, _ = line("cancel", "C001", "--lang", "en")
    assert out.splitlines()[1] == (
        "The whole visit C001 has ended: 3 services; --leg N ends one of them."
    )
    line("issue", "GT", "--then", "GW")
    assert len(line("cancel", "C002", "--leg", "2")[1].splitlines()) == 1
    assert len(line("cancel", "C002")[1].splitlines()) == 1
