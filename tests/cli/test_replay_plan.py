"""`branchfloor replay --counters plan.csv`: the table that `branchfloor plan` exports."""

import json
from datetime import date

import pytest

from branchfloor.cli.main import main
from branchfloor.cli.replay_plan import read_plan_table
from branchfloor.phrasing import Phrases
from branchfloor.reports.plan_tables import SHIFT_HEADS

LOG = """\
ticket,service,priority,green,counter,issued_at,called_at,finished_at,outcome
A1,GW,ordinary,,1,2026-03-02T09:00:00,2026-03-02T09:00:00,2026-03-02T09:20:00,served
A2,GW,ordinary,,1,2026-03-02T09:01:00,2026-03-02T09:20:00,2026-03-02T09:40:00,served
A3,GP,ordinary,,2,2026-03-02T09:02:00,2026-03-02T09:02:00,2026-03-02T09:12:00,served
"""


def heads(language="en"):
    return ",".join(Phrases.load(language).say(f"plan.col_{key}") for key in SHIFT_HEADS)


def plan(*shifts, language="en"):
    return "\ufeff" + "\r\n".join((heads(language), *shifts, "", "Day,Kind", "x,y")) + "\r\n"


MONDAY = "2026-03-02,1001,1,Cash,09:00,17:00,11:00-11:30,7.5"
BESIDE = "2026-03-02,1002,9,Cash,09:00,17:00,,8"


@pytest.fixture
def replayed(tmp_path, capsys):
    log, table = tmp_path / "log.csv", tmp_path / "plan.csv"
    log.write_text(LOG, encoding="utf-8")

    def run(text, *more):
        table.write_text(text, encoding="utf-8")
        code = main(["replay", str(log), "--counters", str(table), *more])
        return code, capsys.readouterr()

    return run


def ours(replayed, *shifts):
    code, said = replayed(plan(*shifts), "--json")
    assert code == 0, said.err
    return json.loads(said.out)["ours"]["classes"]["ordinary"]


def test_a_second_counter_of_the_plan_takes_its_share(replayed):
    second = MONDAY.replace(",1,Cash", ",2,Cash")
    alone, both = ours(replayed, MONDAY, second), ours(replayed, MONDAY, second, BESIDE)
    assert alone["mean_s"] == pytest.approx(19 * 60 / 3, abs=0.1)
    assert both["mean_s"] == 0.0


def test_a_counter_serves_what_it_was_seen_serving(replayed):
    assert ours(replayed, MONDAY)["unserved"] == 1  # nobody sits where GP is served


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_both_languages_are_read(language):
    (spells,) = read_plan_table(plan(MONDAY, language=language)).days.values()
    assert spells == {"1": ((9 * 3600.0, 11 * 3600.0), (11.5 * 3600, 17 * 3600.0))}


def test_shifts_that_follow_each_other_are_one_spell():
    early, late = MONDAY.replace("11:00-11:30", ""), BESIDE.replace(",9,", ",1,")
    read = read_plan_table(plan(early.replace("17:00", "12:00"), late.replace("09:00", "12:00")))
    assert read.days[date(2026, 3, 2)] == {"1": ((9 * 3600.0, 17 * 3600.0),)}


def test_a_day_is_its_own_else_that_of_its_weekday_else_the_only_one():
    tuesday = MONDAY.replace("03-02", "03-03").replace("1001,1", "1001,4")
    week = read_plan_table(plan(MONDAY, tuesday))
    assert [seat.number for seat in week.seats(date(2026, 3, 9), {})] == ["1"]
    assert [seat.number for seat in week.seats(date(2026, 3, 10), {})] == ["4"]
    only = read_plan_table(plan(MONDAY))
    assert [seat.number for seat in only.seats(date(2026, 3, 6), {})] == ["1"]


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("a,b\n1,2\n", "is no exported plan", "不是导出的排班"),
        (plan(MONDAY.replace("17:00", "five")), "line 2 of the plan", "第 2 行"),
        (plan(MONDAY.replace("17:00", "08:00")), "line 2 of the plan", "第 2 行"),
        (plan(MONDAY, "2026-03-02,1002"), "line 3 of the plan", "第 3 行"),
        (plan(), "has no shift", "没有班次"),
        (
            plan(MONDAY.replace("03-02", "03-03"), MONDAY.replace("03-02", "03-04")),
            "no 2026-03-02 and no day of that weekday",
            "没有 2026-03-02",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence_in_both_languages(replayed, text, english, chinese):
    for language, words in (("en", english), ("zh_CN", chinese)):
        code, said = replayed(text, "--lang", language)
        assert (code, said.out) == (2, "")
        assert words in said.err
        assert said.err.count("\n") == 1
