"""`branchfloor plan`: needs, rosters, absences, exports, and the screen's child process."""

import csv
import io
import json
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from branchfloor.cli.main import main
from branchfloor.cli.replay_plan import read_plan_table
from branchfloor.config import load_preset
from branchfloor.domain.codec import decode
from branchfloor.domain.plan_effect import Planned
from branchfloor.domain.rostering import CounterKind, Span
from tests.cli.conftest import Line
from ui.overview.plan.planner import Question, WorkerPlanner

DAY = "2026-11-25"
SUNDAY = "2026-11-29"


@dataclass
class Kept:
    """A branch of six counters whose plan of the day was worked out, kept and written."""

    file: Path
    book: Path
    told: list


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("planned")
    made = Kept(folder / "branch.db", folder / "plan.xlsx", [])
    at = ("--database", str(made.file))
    words = ("plan", "--day", DAY, "--json", "--progress", "--save", "--export", str(made.book))
    said = io.StringIO()
    with redirect_stdout(said):
        assert main(["init", "--preset", "cn-ccb4", "--admin-pin", "427913", *at]) == 0
        said.truncate(0)
        said.seek(0)
        assert main([*words, *at]) == 0
    made.told.extend(json.loads(one) for one in said.getvalue().splitlines())
    return made


@pytest.fixture
def small(kept, capsys):
    """Its command line."""
    return Line(kept.file, capsys)


def planned(body):
    return decode(Planned, body["days"][0])


def test_a_plan_has_needs_shifts_and_what_follows(small, kept):
    code, body = small.json("plan", "--day", DAY, "--quick")
    assert code == 0
    found = planned(body)
    assert found.saved
    plan = found.plan
    assert plan.special == ("pay",)
    assert {need.kind for need in plan.needs} == set(CounterKind)
    assert 4 <= len(plan.shifts) <= 6
    assert min(cell.on_duty for cell in plan.cells(CounterKind.CASH)) >= 1


def test_progress_comes_line_by_line_before_the_answer(kept):
    parts = [one["progress"] for one in kept.told[:-1]]
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    answer = planned(kept.told[-1])
    assert answer.proven
    assert answer.saved
    assert answer.effect.days > 100
    assert answer.effect.within > 0.7


def test_the_workbook_has_shifts_and_half_hours(small, kept):
    book = load_workbook(kept.book)
    shifts, halves, services = book.worksheets
    assert services.max_row == 1 + 16 * len(load_preset("cn-ccb4").services)
    _, body = small.json("plan", "--day", DAY, "--quick")
    plan = planned(body).plan
    assert shifts.max_row == 1 + len(plan.shifts)
    assert halves.max_row == 1 + 16 * 4
    assert shifts.cell(2, 2).value == plan.shifts[0].staff
    assert isinstance(halves.cell(2, 4).value, int)


def test_the_same_as_csv(small, tmp_path):
    file = tmp_path / "plan.csv"
    assert small("plan", "--day", DAY, "--quick", "--export", str(file), "--lang", "en")[0] == 0
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    gap = rows.index([])
    assert rows[0][:2] == ["Day", "Staff"]
    assert rows[gap + 1][3:6] == ["On duty", "Needed", "Short"]
    ((day, counters),) = read_plan_table(file.read_text("utf-8-sig")).days.items()
    _, body = small.json("plan", "--day", DAY, "--quick")
    shifts = [one for one in planned(body).plan.shifts if one.spells()]
    assert day.isoformat() == DAY
    assert set(counters) == {one.counter for one in shifts}
    first = min(span.from_min for one in shifts for span in one.spells())
    assert min(spell[0][0] for spell in counters.values()) == 60 * first


def test_the_plan_as_text_says_where_it_is_short(small):
    code, out, _ = small("plan", "--day", DAY, "--quick", "--lang", "en")
    assert code == 0
    assert "pay day" in out
    assert "Cash" in out
    assert " missing from " in out or "as many as are needed" in out
    _, out, _ = small("plan", "--day", DAY, "--quick", "--lang", "zh_CN")
    assert "发薪日" in out


def test_a_day_without_a_saved_plan_has_the_usual_one(small):
    code, body = small.json("plan", "--day", "2026-11-26", "--quick")
    found = planned(body)
    assert code == 0
    assert not found.saved
    assert len(found.plan.shifts) == len(found.people) == 6
    assert found.plan.needs == ()


def test_a_week_begins_with_the_plans_it_is_given(small, tmp_path):
    """Days that are over stay as they were; what comes is worked out with one roster."""
    at = ("--at", f"{DAY}T06:00:00+08:00", "--days", "4", "--day", "2026-11-24")
    code, body = small.json("plan", *at, "--quick")
    days = [decode(Planned, one) for one in body["days"]]
    assert code == 0
    assert [one.plan.day.day for one in days] == [24, 25, 26, 27]
    assert [one.saved for one in days] == [False, True, False, False]
    assert all(one.whole.p10 < one.whole.mean < one.whole.p90 for one in days)
    assert all(len(one.coming) == len(one.plan.half_hours) for one in days)
    file = tmp_path / "week.json"
    file.write_text(json.dumps([one["plan"] for one in body["days"][:2]]), encoding="utf-8")
    answer = small.json("plan", *at, "--as-is", "--start", str(file))[1]["days"]
    over, now = (decode(Planned, one) for one in answer)
    assert over.plan == days[0].plan
    assert not over.effect.days
    assert now.plan.shifts == days[1].plan.shifts
    assert now.effect.days > 100
    assert now.saved
    file.write_text(json.dumps(body["days"][0]["plan"]), encoding="utf-8")
    assert small.json("plan", *at, "--start", str(file))[1]["error"]["code"] == "plan_unread"


def test_an_absence_shows_the_waits_before_and_after(small):
    away = ("--away", "0205:9:30-11:30")
    code, body = small.json("plan", "--day", DAY, *away, "--as-is")
    assert code == 0
    found = planned(body)
    gone = Span(570, 690)
    assert all(not s.span.common(gone) for s in found.plan.of_staff("0205"))
    assert found.before.within > found.effect.within
    again = planned(small.json("plan", "--day", DAY, *away, "--as-is")[1])
    assert again.effect == found.effect


def test_an_absence_below_the_least_is_refused(small):
    words = ("plan", "--day", DAY, "--as-is", "--away", "0201:9-17", "--away", "0202:9-17")
    code, body = small.json(*words)
    assert code == 1
    assert body["error"]["code"] == "plan_below_least"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--day", "tomorrow"), "report.bad_day"),
        (("--day", SUNDAY), "plan_closed"),
        (("--days", "99"), "plan_days"),
        (("--share", "2"), "plan_aim"),
        (("--export", "plan.pdf"), "plan_export"),
        (("--day", DAY, "--away", "0201"), "plan_away"),
        (("--day", DAY, "--away", "0201:12-11"), "plan_away"),
        (("--day", DAY, "--away", "0777:10-11"), "plan_nobody"),
        (("--day", DAY, "--start", "nowhere.json"), "plan_unread"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(small, words, code):
    exit_code, body = small.json("plan", *words)
    assert exit_code == 1
    assert body["error"]["code"] == code
    assert body["error"]["message"]


class Heard:
    """Listens to a planner."""

    def __init__(self):
        self.answer = None
        self.parts = []

    def on_progress(self, part):
        self.parts.append(part)

    def on_planned(self, found):
        self.answer = found

    def on_refused(self, code, text):
        self.answer = (code, text)


def test_a_screen_asks_through_a_process_of_its_own(small, qtbot):
    planner, heard = WorkerPlanner(f"sqlite:///{small.database}", actor="staff:0101"), Heard()
    planner.ask(Question(date(2026, 11, 25), quick=True), heard)
    qtbot.waitUntil(lambda: heard.answer is not None, timeout=30_000)
    assert isinstance(heard.answer, Planned)
    assert heard.answer.saved
    heard.answer = None
    planner.ask(Question(date(2026, 11, 29), quick=True), heard)
    qtbot.waitUntil(lambda: heard.answer is not None, timeout=30_000)
    assert heard.answer[0] == "plan_closed"


def test_a_question_that_is_left_is_never_answered(small, qtbot):
    planner, heard = WorkerPlanner(f"sqlite:///{small.database}"), Heard()
    planner.ask(Question(date(2026, 11, 26), fill=True), heard)
    qtbot.waitUntil(lambda: bool(heard.parts), timeout=30_000)
    planner.cancel()
    qtbot.waitUntil(lambda: not planner.children(), timeout=10_000)
    assert heard.answer is None


def test_a_plan_that_holds_words_of_people_is_not_kept(small, kept, tmp_path):
    """The row of a plan is kept for ever: numbers and codes only, whoever saves it."""
    told = small("plan", "--day", DAY, "--quick", "--json")[1]
    plan = json.loads(told)["days"][0]["plan"]
    assert plan["shifts"]
    named = {**plan, "shifts": [{**plan["shifts"][0], "staff": "庄文渊"}]}
    away = {**plan, "shifts": [{**plan["shifts"][0], "counter": "庄"}]}
    day = {**plan, "special": ["胰腺癌"]}
    file = tmp_path / "given.json"
    save = ("plan", "--day", DAY, "--quick", "--start", str(file), "--save")
    for given in (named, away, day):
        file.write_text(json.dumps(given), encoding="utf-8")
        assert small(*save)[0] == 1
    file.write_text(json.dumps(plan), encoding="utf-8")
    assert small(*save, "--staff", "庄文渊")[0] == 1
    assert small("plan", "--day", DAY, "--quick", "--json")[1] == told
    assert small(*save, "--staff", "0102")[0] == 0
