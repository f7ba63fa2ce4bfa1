"""A draft of the policy against days that were: who gains, who loses, on the command line."""

import json
from datetime import date, timedelta

import pytest

from branchfloor.config import load_preset, to_document
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.domain.changing import replace
from branchfloor.domain.codec import decode
from branchfloor.domain.kinds import Discipline
from branchfloor.domain.previewing import PolicyPreview
from branchfloor.floor.memory import MemoryFloor
from branchfloor.floor.previewing import days_of
from branchfloor.twin.preview import Day, compared
from branchfloor.twin.recorded import Seat, Visitor
from branchfloor.twin.replay import RecordedDay

CONFIG = load_preset("cn-default")


@pytest.fixture(scope="module")
def days():
    """A crowded morning."""
    memory = MemoryFloor(CONFIG, first_morning(CONFIG))
    run_headless(memory, Play(seed=4, minutes=240, load=1.3))
    return list(days_of(memory.state.records, CONFIG))


def under(discipline):
    return replace(CONFIG, policy=replace(CONFIG.policy, discipline=discipline))


def test_the_same_policy_changes_nobodys_wait(days):
    found = compared(days, CONFIG, CONFIG)
    assert found.days == 1
    assert found.tickets > 100
    assert found.worst is None
    assert (found.whole.gained, found.whole.lost, found.pushed_over) == (0, 0, 0)
    for one in found.classes:
        assert one.within_before == one.within_after
        assert one.p90_before_s == one.p90_after_s


def test_first_come_first_served_takes_from_priority_what_it_gives_to_the_others(days):
    found = compared(days, CONFIG, under(Discipline.FIFO))
    by_name = {one.name: one for one in found.classes}
    assert by_name["legal"].within_after < by_name["legal"].within_before
    assert by_name["legal"].lost > by_name["legal"].gained
    assert by_name["ordinary"].gained > 0
    assert sum(one.tickets for one in found.classes) == found.whole.tickets == found.tickets
    assert found.worst.after_s - found.worst.before_s >= found.loss_s > 0


def test_a_service_that_was_given_up_since_is_played_as_a_general_one(days):
    left = tuple(one for one in CONFIG.services if one.code != "GW")
    without = replace(CONFIG, services=left)
    assert any(v.service == "GW" for v in days[0].recorded.visitors)
    found = compared(days, without, without)
    assert found.tickets == compared(days, CONFIG, CONFIG).tickets


def test_legs_of_a_visit_are_one_ticket():
    legs = (
        Visitor("ordinary", "GW", 0.0, 0.0, 60.0, "1", "A001"),
        Visitor("ordinary", "GP", 60.0, 70.0, 100.0, "1", "A001"),
        Visitor("ordinary", "GW", 5.0, 100.0, 130.0, "1", "A002"),
    )
    seats = (Seat("1", frozenset({"GW", "GP"}), ((0.0, 3600.0),)),)
    day = Day(date(2026, 3, 2), RecordedDay(legs, seats, 0.0, 7200.0), {})
    found = compared([day], CONFIG, CONFIG)
    assert (found.tickets, found.whole.tickets) == (2, 2)


def test_no_days_no_figures():
    assert compared([], CONFIG, CONFIG) == PolicyPreview(0, 0)


def test_the_command_line_reads_a_draft(line, tmp_path):
    draft = tmp_path / "draft.toml"
    draft.write_text(to_document(under(Discipline.STRICT)), encoding="utf-8")
    code, found = line.json("policy-preview", str(draft))
    assert code == 0
    assert decode(PolicyPreview, found) == PolicyPreview(0, 0)
    assert "No past day" in line("policy-preview", str(draft), "--lang", "en")[1]


def test_a_day_of_its_own_branch_is_played_again(line, tmp_path):
    at = "2026-11-24T10:00:00+08:00"
    line("open", "1", at=at)
    for minute in range(4):
        ticket = json.loads(line("issue", "GW", "--json", at=at)[1])["ticket"]
        moment = f"2026-11-24T10:{minute:02d}:30+08:00"
        line("call-next", "1", at=moment)
        line("start", ticket, at=moment)
        line("finish", ticket, at=f"2026-11-24T10:{minute:02d}:50+08:00")
    line("close-day", at="2026-11-24T17:00:00+08:00")
    line("open", "1", at="2026-11-25T10:00:00+08:00")
    draft = tmp_path / "draft.toml"
    draft.write_text(to_document(CONFIG), encoding="utf-8")
    _, found = line.json("policy-preview", str(draft))
    preview = decode(PolicyPreview, found)
    assert (preview.days, preview.tickets) == (1, 4)
    assert preview.whole.p90_before_s <= timedelta(minutes=4).total_seconds()


def test_an_unlawful_or_unreadable_draft_is_refused_in_one_sentence(line, tmp_path):
    draft = tmp_path / "draft.toml"
    draft.write_text("no toml = = 3", encoding="utf-8")
    for words in ((str(draft),), (str(tmp_path / "none.toml"),), (str(draft), "--days", "99")):
        code, out, err = line("policy-preview", *words, "--lang", "en")
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
