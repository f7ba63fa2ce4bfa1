"""Every measurement from its name to its rows, small: real children, real screens."""

import pytest

from branchfloor.bench.children import ChildFailed
from branchfloor.bench.plan import Plan
from branchfloor.bench.run import MEASURES, run_bench

SMALL = Plan(
    rounds=1,
    commands=6,
    few_waiting=40,
    many_waiting=80,
    signals=5,
    settle_s=0.1,
    idle_s=0.3,
    taps=3,
    switches=2,
    repaints=2,
    slips=3,
    calls_spoken=1,
    race_s=0.6,
    race_processes=2,
    starts=1,
    past_tickets=1_000,
    played_rounds=1,
    played_lanes=30,
    played_customers=60,
    long_customers=2_000,
    packaged_customers=300,
    day_tickets=80,
    day_minutes=20,
    plan_half_hours=6,
    advice_rounds=1,
    advice_s=0.3,
    log_days=1,
)

ROWS = {
    "issue": {"issue_p50", "issue_p99"},
    "call": {"call_few", "call_many"},
    "signal": {"state_signal_p50", "state_signal_p99"},
    "idle": {"idle_kiosk", "idle_console", "idle_board", "idle_overview", "idle_keeper"},
    "touch": {"tap_ticket_p50", "tap_ticket_p95", "key_called_p50", "key_called_p95"},
    "switches": {"language_switch_p95", "theme_switch_p95"},
    "repaint": {"repaint_overview_p50", "repaint_overview_p95"},
    "slip": {"slip_bytes_p95"},
    "speech": {"speech_uncached_p95", "speech_cached_p95"},
    "race": {"race_lost", "race_doubled", "race_double_called", "race_slowest", "race_worst_wait"},
    "start": {"kiosk_start", "kiosk_tiles", "kiosk_memory"},
    "cold": {"cold_start", "cold_process"},
    "plan": {"day_plan"},
    "played": {
        "played_queue",
        "played_queue_ciw",
        "played_queue_rate",
        "played_long",
        "played_crowd",
        "played_branch",
    },
    "advice": {"advice_options", "advice_frame_gap"},
    "evaluate": {"evaluate_log", "evaluate_twin"},
    "past": {"past_tickets"},
    "day": {"headless_day"},
}


def test_every_measurement_is_tested() -> None:
    assert set(ROWS) == set(MEASURES)


@pytest.mark.slow
@pytest.mark.parametrize("name", ROWS)
def test_a_measurement_gives_its_rows(name: str) -> None:
    found = run_bench(name, SMALL)
    assert found is not None
    assert {row.name for row in found.results} == ROWS[name]
    for row in found.results:
        assert row.value >= 0
        assert row.reference is not None
        assert row.goal is not None or row.name in ("idle_keeper", "kiosk_tiles", "cold_process")


def test_nothing_is_lost_in_a_small_race() -> None:
    found = run_bench("race", SMALL)
    assert found is not None
    faults = [row for row in found.results if row.goal == 0]
    assert [(row.name, row.value) for row in faults] == [
        ("race_lost", 0),
        ("race_doubled", 0),
        ("race_double_called", 0),
    ]


def test_one_row_may_be_named() -> None:
    found = run_bench("cold_start", SMALL)
    assert found is not None
    assert [row.name for row in found.results] == ["cold_start"]


@pytest.mark.parametrize("name", ["nonsense", ""])
def test_an_unknown_name_measures_nothing(name: str) -> None:
    assert run_bench(name, SMALL) is None


def test_a_name_that_only_begins_like_a_row_measures_nothing(monkeypatch) -> None:
    monkeypatch.setitem(MEASURES, "cold", (lambda bench: iter(()), "cold_start"))
    assert run_bench("cold_start_of_what", SMALL) is None


def test_a_measurement_that_fails_takes_no_other_with_it(monkeypatch) -> None:
    def fails(bench):
        raise ChildFailed("race ended with 1: no disk")
        yield

    monkeypatch.setitem(MEASURES, "race", (fails, "race_"))
    found = run_bench("race", SMALL)
    assert found is not None
    assert found.results == ()
    assert found.failed == ("race could not be measured: race ended with 1: no disk",)
    assert "✗ race could not be measured" in found.table()
