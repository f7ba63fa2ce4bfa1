"""A played day: every ticket in one place, believable figures, the same bytes for one seed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from branchfloor.config import load_preset, preset_text
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.demo.house import House, new_branch
from branchfloor.demo.summary import DemoSummary
from branchfloor.domain import events as e
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.metrics import summarise
from branchfloor.floor.keeper import Keeper
from branchfloor.storage.rebuild import check
from branchfloor.storage.store import Store
from tests.demo.days import a_day

SEEDS = (1, 2, 3)
EACH = [1, *(pytest.param(seed, marks=pytest.mark.untraced) for seed in SEEDS[1:])]
"""The first goes over the lines; the others over the same ones, untraced."""
PLACES = ("served", "left", "expired", "cancelled", "abandoned", "waiting")
KEYS = [
    *("issued", "served", "left", "expired", "cancelled", "abandoned", "waiting", "no_show"),
    *("cash_at_non_cash", "double_called", "mean_wait_s", "p90_wait_s", "within_target"),
    *("by_service", "by_tier", "by_class"),
    *("holds", "legs", "transfers", "late", "green_requests", "green_granted", "green_revoked"),
    *("emergencies", "helps", "ratings_offered", "ratings_given", "grades", "unticketed"),
    *("outcomes", "wall_s"),
]


def as_text(summary: DemoSummary) -> str:
    value = summary.to_json()
    del value["wall_s"]
    return json.dumps(value)


@pytest.mark.parametrize("seed", EACH)
def test_every_ticket_is_in_exactly_one_place(seed: int) -> None:
    day = a_day(seed)
    value = day.summary.to_json()
    issued = [e for e in day.memory.entries if e.kind == "TicketIssued"]
    assert value["issued"] == len(issued)
    assert value["issued"] == sum(value[place] for place in PLACES)
    for parts in (day.summary.by_service, day.summary.by_tier, day.summary.by_class):
        assert sum(part.issued for part in parts.values()) == value["legs"]
        for part in parts.values():
            assert part.issued == sum(getattr(part, place) for place in PLACES)


@pytest.mark.parametrize("seed", EACH)
def test_no_cash_at_non_cash_and_nobody_twice(seed: int) -> None:
    summary = a_day(seed).summary
    assert (summary.cash_at_non_cash, summary.double_called) == (0, 0)


@pytest.mark.parametrize("preset", ["cn-ccb4", "intl-plain"])
def test_other_presets_play_as_well(preset: str) -> None:
    summary = a_day(1, preset).summary
    assert summary.served > 100
    assert (summary.cash_at_non_cash, summary.double_called) == (0, 0)


def test_keys_are_those_of_the_contract() -> None:
    assert list(a_day().summary.to_json()) == KEYS


@pytest.mark.parametrize("seed", EACH)
def test_log_and_live_figures_agree(seed: int) -> None:
    day = a_day(seed)
    state, summary = day.memory.state, day.summary
    assert state.at is not None
    live = summarise(state, day.config, state.at)
    assert summary.served == live.visits.served
    assert summary.left == live.visits.left
    assert summary.no_show == live.total.no_shows
    assert summary.mean_wait_s == pytest.approx(live.total.waits.mean_s, abs=0.06)
    assert summary.p90_wait_s == pytest.approx(live.total.waits.p90_s, abs=0.06)
    assert summary.within_target == pytest.approx(live.total.within_share, abs=1e-4)
    for key, part in summary.by_class.items():
        assert part.mean_wait_s == pytest.approx(live.class_(key).waits.mean_s or 0, abs=0.06)


@pytest.mark.parametrize("seed", EACH)
def test_figures_are_those_of_a_working_branch(seed: int) -> None:
    day = a_day(seed)
    summary, state = day.summary, day.memory.state
    assert state.at is not None
    utilisation = summarise(state, day.config, state.at).floor.utilisation
    assert 330 <= summary.issued <= 520
    assert 120 <= (summary.mean_wait_s or 0) <= 600
    assert 400 <= (summary.p90_wait_s or 0) <= 1500
    assert 0.8 <= (summary.within_target or 0) <= 0.99
    assert 0.55 <= (utilisation or 0) <= 0.88
    assert summary.served >= 0.88 * summary.issued
    assert summary.no_show > 0
    assert summary.left > 0
    legal = summary.by_class["legal"]
    assert 0.03 <= legal.issued / summary.issued <= 0.12
    assert (legal.within_target or 0) > 0.6, "one counter with one long customer is a long wait"


def test_priority_by_law_is_kept_over_the_days() -> None:
    legal = [a_day(seed).summary.by_class["legal"] for seed in SEEDS]
    within = sum((part.within_target or 0) * part.issued for part in legal)
    assert within / sum(part.issued for part in legal) > 0.75


def test_staff_do_all_that_staff_do() -> None:
    kinds = {type(entry.event) for entry in a_day().memory.entries}
    assert kinds >= {
        e.CounterOpened,
        e.CounterPaused,
        e.CounterClosed,
        e.LegRecalled,
        e.LegMissed,
        e.LegQueued,
        e.LegEnded,
        e.StandingChanged,
        e.PresenceMarked,
    }


def test_a_green_reason_counts_at_once_and_is_looked_at_by_the_lobby_manager() -> None:
    entries = a_day().memory.entries
    stated = [x.event for x in entries if isinstance(x.event, e.TicketIssued) and x.event.grounds]
    looked = {
        (x.event.visit_id, x.actor) for x in entries if isinstance(x.event, e.StandingChanged)
    }
    assert stated
    assert len([s for s in stated if (s.visit_id, "staff:0102") in looked]) > 0.7 * len(stated)


def test_actors_are_the_kiosk_and_staff() -> None:
    actors = {entry.actor.split(":")[0] for entry in a_day().memory.entries}
    assert actors == {"kiosk", "staff"}


def test_an_elastic_counter_opens_when_it_is_crowded_and_closes_after() -> None:
    events = [x.event for x in a_day(2).memory.entries]
    opened = [x for x in events if isinstance(x, e.CounterOpened) and x.counter == "10"]
    ended = (e.CounterClosing, e.CounterClosed)
    closed = [x for x in events if isinstance(x, ended) and x.counter == "10"]
    assert opened
    assert closed


@pytest.mark.untraced
def test_same_seed_same_day_and_another_seed_another() -> None:
    first = a_day(1, minutes=120)
    again = a_day.__wrapped__(1, minutes=120)
    assert again is not first
    assert as_text(again.summary) == as_text(first.summary)
    assert again.memory.entries == first.memory.entries
    assert as_text(a_day(2, minutes=120).summary) != as_text(first.summary)


SCRIPT = """
from tests.demo.test_demo_day import a_day, as_text
print(as_text(a_day(5, minutes=90).summary))
"""


@pytest.mark.untraced
def test_the_order_of_sets_plays_no_part() -> None:
    root = Path(__file__).resolve().parents[2]
    said = set()
    for salt in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": salt, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        said.add(done.stdout)
    assert len(said) == 1


def a_store(path: Path) -> Store:
    start = first_morning(load_preset("cn-default"))
    return new_branch(path / "demo.db", preset_text("cn-default"), start)


def test_a_real_database_holds_what_was_played(tmp_path: Path) -> None:
    store, keeper = a_store(tmp_path), Keeper("test")
    play = Play(3, 75, tick=lambda moment: keeper.keep(store, moment))
    summary = run_headless(store, play)
    entries = House.of(store).entries()
    assert summary.issued == sum(entry.kind == "TicketIssued" for entry in entries) > 30
    assert summary.cash_at_non_cash == summary.double_called == 0
    assert store.state.forecasts is not None
    issued = [x.event for x in entries if isinstance(x.event, e.TicketIssued)]
    assert any(event.wait for event in issued)
    assert check(store).sound
    store.close()


@pytest.mark.untraced
def test_the_same_seed_on_two_databases_gives_the_same_log(tmp_path: Path) -> None:
    heads = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        store = a_store(tmp_path / name)
        run_headless(store, Play(4, 30))
        heads.add(store.head_hash)
        store.close()
    assert len(heads) == 1


def test_a_demo_never_founds_over_another_branch(tmp_path: Path) -> None:
    a_store(tmp_path).close()
    with pytest.raises(Refused, match="other_branch"):
        a_store(tmp_path)


def test_after_hours_everybody_is_served_counters_close_and_so_does_the_day() -> None:
    day = a_day(1, minutes=560)
    state = day.memory.state
    assert state.day_closed
    assert all(c.status is CounterStatus.CLOSED for c in state.counters.values())
    assert day.summary.waiting == 0
    assert day.summary.abandoned <= 2


@pytest.mark.untraced
def test_the_next_morning_begins_anew() -> None:
    day = a_day(1, "intl-plain", 27 * 60)
    days = {entry.day for entry in day.memory.entries}
    assert len(days) == 2
    second = [x for x in day.memory.entries if x.day == max(days)]
    assert sum(x.kind == "TicketIssued" for x in second) > 10
    assert sum(x.kind == "LegFinished" for x in second) > 5
