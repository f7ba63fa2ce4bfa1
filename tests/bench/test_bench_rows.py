"""Rows and figures of a run: what is met, what programs and people read."""

import pytest

from branchfloor.bench.result import Result, Results, against, within
from branchfloor.bench.timing import percentile, typical


def test_a_percentile_is_a_sample_that_its_share_does_not_exceed() -> None:
    samples = list(range(1, 101))
    assert percentile(samples, 0.5) == 50
    assert percentile(samples, 0.99) == 99
    assert percentile([7.0], 0.99) == 7.0


def test_no_samples_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no samples"):
        percentile([], 0.5)


def test_one_disturbed_round_is_no_news() -> None:
    assert typical([[1.0, 2.0], [2.0, 2.0], [900.0, 900.0]], 0.5) == 2.0


@pytest.mark.parametrize(("value", "met"), [(0.4, True), (0.41, False)])
def test_a_goal_may_be_a_multiple_of_the_reference(value: float, met: bool) -> None:
    row = against(Result("issue_p50", value, "ms", 0.2), 2)
    assert (row.goal, row.limit, row.met) == (0.4, "≤ 2×", met)


@pytest.mark.parametrize(("value", "met"), [(50.0, True), (49.0, False)])
def test_more_may_be_better(value: float, met: bool) -> None:
    row = against(Result("race_slowest", value, "commands", 100.0, better="higher"), 0.5)
    assert (row.limit, row.met) == ("≥ 0.5×", met)


def test_a_goal_may_stand_by_itself() -> None:
    row = within(Result("kiosk_memory", 141.0, "MB", 61.0), 140)
    assert (row.goal, row.limit, row.met) == (140, "≤ 140 MB", False)


def test_a_row_without_a_goal_only_informs() -> None:
    assert Result("idle_keeper", 99.0, "%").met


def test_programs_read_the_keys_of_the_contract() -> None:
    row = within(Result("cold_start", 0.123456, "s", 0.1, note="said to people"), 0.5)
    assert Results({"cores": 2}, (row,)).value() == {
        "machine": {"cores": 2},
        "results": [
            {
                "name": "cold_start",
                "value": 0.1235,
                "unit": "s",
                "reference": 0.1,
                "goal": 0.5,
                "better": "lower",
                "met": True,
            }
        ],
    }


def test_people_read_each_row_beside_its_reference_and_limit() -> None:
    rows = (
        against(Result("call_few", 0.9, "ms", 0.2, note="100 waiting"), 3),
        within(Result("headless_day", 12_345.6, "× real time", 1.0, better="higher"), 2000),
        Result("idle_keeper", 1.5, "%"),
    )
    lines = Results({"system": "Linux", "cores": 2}, rows).table().splitlines()
    assert lines[0] == "system Linux, cores 2"
    assert lines[3].split() == ["call_few", "0.9", "ms", "0.2", "ms", "4.50×", "≤", "3×", "✗"]
    assert lines[4].split()[:4] == ["headless_day", "12,346", "×", "real"]
    assert lines[4].endswith("✓")
    assert lines[5].split() == ["idle_keeper", "1.5", "%"]
    assert lines[-1] == "  call_few: 100 waiting"
