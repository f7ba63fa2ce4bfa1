"""`branchfloor simulate`: the contract's keys, a page a person reads, documents refused."""

import json

import pytest

from branchfloor.cli.main import main
from branchfloor.twin.formulas.erlang import Mmc

STEADY = """
[[service]]
name = "cash"
mean_min = 4
law = "exponential"
arrivals_per_hour = 24
target_min = 3

[[counter]]
number = "1"

[[counter]]
number = "2"

[run]
hours = 600
seed = 5
"""
DAY = """
[[service]]
name = "cash"
tier = "general"
needs_cash = true
target_min = 20
mean_min = 4
cv = 0.8
arrivals_per_hour = [[0, 2, 20], [2, 4, 40]]

[[service]]
name = "wealth"
tier = "value_added"
mean_min = 15
cv = 0.6
arrivals_per_hour = 2

[[counter]]
number = "1"
serves = ["cash"]
open = true

[[counter]]
number = "2"
serves = ["cash", "wealth"]
open = [[0, 3.5]]

[policy]
discipline = "affine"
head_start = { wealth = 0.3 }

[run]
hours = 4
warmup_hours = 0
replications = 50
seed = 2
"""


@pytest.fixture
def simulated(tmp_path, capsys):
    def run(text, *more):
        file = tmp_path / "hall.toml"
        file.write_text(text, encoding="utf-8")
        code = main(["simulate", str(file), *more])
        return code, capsys.readouterr()

    return run


def test_a_settled_hall_as_json(simulated):
    code, said = simulated(STEADY, "--json")
    value = json.loads(said.out)
    assert code == 0
    cash = value["classes"]["cash"]
    known = Mmc(24 / 3600, 1 / 240, 2)
    assert abs(cash["mean_s"] - known.mean_wait) < 2 * cash["ci95_s"]
    assert cash["ci95_s"] < 0.2 * cash["mean_s"]
    assert 0 <= cash["p50_s"] < cash["p90_s"] < cash["p99_s"]
    assert cash["within_target"] == pytest.approx(known.service_level(180), abs=0.03)
    assert set(value["utilisation"]) == {"1", "2"}
    assert value["utilisation"]["1"] == pytest.approx(0.8, abs=0.03)
    assert value["customers_per_second"] > 0
    assert value["method"] == "batches"
    assert value["load"] == pytest.approx(0.8)


def test_a_day_that_changes_as_json(simulated):
    code, said = simulated(DAY, "--json")
    value = json.loads(said.out)
    assert code == 0
    assert list(value["classes"]) == ["cash", "wealth"]
    assert value["method"] == "replications"
    assert (value["lanes"], value["warmup_hours"], value["counted_hours"]) == (50, 0, 4)
    assert 50 * 100 < value["classes"]["cash"]["n"] < 50 * 140
    wealth = value["classes"]["wealth"]
    assert wealth["n"] + wealth["unserved"] > 50 * 6
    assert wealth["unserved"] > 0  # its only counter closes half an hour before the doors do
    assert 0.3 < value["utilisation"]["2"] <= 1


def test_the_same_seed_gives_the_same_figures(simulated):
    _, first = simulated(DAY, "--json")
    _, second = simulated(DAY, "--json")
    assert timeless(first.out) == timeless(second.out)


def timeless(text):
    value = json.loads(text)
    del value["customers_per_second"]
    return value


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("batches", "cash: mean", "within target", "counter 1: busy")),
     ("zh_CN", ("稳态", "cash：平均", "达标", "1 号窗口：忙碌"))],
)  # fmt: skip
def test_a_page_that_a_person_reads(simulated, language, words):
    code, said = simulated(STEADY, "--lang", language)
    assert code == 0
    assert all(word in said.out for word in words)
    assert "±" in said.out


def test_a_class_that_nobody_serves_says_so(simulated):
    late = DAY.replace("arrivals_per_hour = 2\n", "arrivals_per_hour = [[3.9, 4, 0.1]]\n")
    late = late.replace("replications = 50", "replications = 1")
    code, said = simulated(late, "--lang", "en")
    assert code == 0
    assert "wealth: nobody was served" in said.out
    _, said = simulated(late, "--json")
    assert json.loads(said.out)["classes"]["wealth"]["mean_s"] is None
    assert json.loads(said.out)["classes"]["cash"]["ci95_s"] is None  # one day tells no interval


def test_who_was_never_called_is_told(simulated):
    _, said = simulated(DAY, "--lang", "en")
    assert "never called" in said.out
    assert "50 replications, each 0.0 h not counted and 4.0 h counted" in said.out


def test_a_wrong_document_is_wrong_usage(simulated):
    code, said = simulated(STEADY.replace("hours = 600", "hours = 0"), "--lang", "en")
    assert code == 2
    assert said.err == (
        "The scenario cannot be played: run: hours must be a number above 0, not 0\n"
    )
    code, said = simulated("[[service]]", "--json")
    assert code == 2
    assert json.loads(said.out)["error"]["code"] == "scenario_invalid"


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path, capsys, name):
    assert main(["simulate", str(tmp_path / name), "--lang", "en"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_no_text_and_too_much_text(tmp_path, capsys):
    file = tmp_path / "hall.toml"
    file.write_bytes(b"\xff\xfe\x00")
    assert main(["simulate", str(file)]) == 2
    file.write_bytes(b"#" * 1_000_001)
    assert main(["simulate", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_help_says_what_a_scenario_may_hold(capsys):
    with pytest.raises(SystemExit):
        main(["simulate", "--help"])
    said = capsys.readouterr().out
    assert all(word in said for word in ("[[service]]", "head_start", "ci95_s", "warmup_hours"))
