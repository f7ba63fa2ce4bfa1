"""`branchfloor replay`: recorded days under three rules, other counters, odd logs."""

import json

import pytest

from branchfloor.cli.main import main

HEAD = "ticket,service,priority,green,counter,issued_at,called_at,finished_at,outcome\n"
ROWS = (
    "A1,GW,ordinary,,1,2026-03-02T09:00:00,2026-03-02T09:00:00,2026-03-02T09:20:00,served",
    "A2,GW,ordinary,,1,2026-03-02T09:01:00,2026-03-02T09:20:00,2026-03-02T09:30:00,served",
    "A3,GW,vip,,1,2026-03-02T09:02:00,2026-03-02T09:30:00,2026-03-02T09:35:00,served",
    "A4,GW,ordinary,1,1,2026-03-02T09:03:00,2026-03-02T09:35:00,2026-03-02T09:40:00,served",
    "A5,XX,,,2,2026-03-03T10:00:00,2026-03-03T10:00:00,2026-03-03T10:05:00,served",
    "A6,XX,,,,2026-03-03T10:01:00,,2026-03-03T10:02:00,left",
)
POLICY = """
[policy]
discipline = "strict"
order = ["vip", "legal", "ordinary"]
target_min = { vip = 3 }
"""


@pytest.fixture
def replayed(tmp_path, capsys):
    log = tmp_path / "log.csv"
    log.write_text(HEAD + "\n".join(ROWS) + "\n", encoding="utf-8")

    def run(*more, **files):
        for name, text in files.items():
            file = tmp_path / f"{name}.toml"
            file.write_text(text, encoding="utf-8")
            more = (*more, f"--{name}", str(file))
        code = main(["replay", str(log), *more])
        return code, capsys.readouterr()

    return run


def means(value, way):
    return {name: one["mean_s"] for name, one in value[way]["classes"].items()}


def test_three_rules_side_by_side(replayed):
    code, said = replayed("--json")
    value = json.loads(said.out)
    assert code == 0
    assert (value["rows"], value["bad_rows"], value["days"], value["counters"]) == (6, 0, 2, 2)
    assert means(value, "recorded") == {"legal": 1920, "ordinary": 380, "vip": 1680}
    assert means(value, "fifo") == {"legal": 1920, "ordinary": 380, "vip": 1680}
    # the green customer goes before all who wait; nobody knows what a vip is
    assert means(value, "ours")["legal"] == 17 * 60
    assert means(value, "strict")["legal"] == 17 * 60
    assert value["ours"]["classes"]["ordinary"]["left"] == 1
    keys = {"n", "mean_s", "p50_s", "p90_s", "p99_s", "within_target", "left", "unserved"}
    assert set(value["fifo"]["classes"]["vip"]) == keys


def test_a_policy_of_ones_own(replayed):
    code, said = replayed("--json", "--day", "2026-03-02", policy=POLICY)
    value = json.loads(said.out)
    assert code == 0
    assert value["days"] == 1
    assert means(value, "ours") == {"legal": 22 * 60, "ordinary": 29 * 60 / 2, "vip": 18 * 60}
    assert means(value, "strict") == means(value, "ours")


def test_a_branch_document_as_policy(replayed):
    from branchfloor.config import preset_text

    _, usual = replayed("--json")
    code, said = replayed("--json", policy=preset_text("cn-default"))
    assert code == 0
    assert json.loads(said.out) == json.loads(usual.out)


def test_other_counters(replayed):
    plan = '[[counter]]\nnumber = "1"\n[[counter]]\nnumber = "2"\nopen = [["09:00", "12:00"]]\n'
    code, said = replayed("--json", counters=plan)
    value = json.loads(said.out)
    assert code == 0
    assert value["counters"] == 2
    assert value["fifo"]["classes"]["vip"]["mean_s"] == 9 * 60  # twice as many counters
    none = '[[counter]]\nnumber = "1"\nopen = [["17:00", "18:00"]]\n'
    _, said = replayed("--json", counters=none)
    assert json.loads(said.out)["fifo"]["classes"]["vip"]["mean_s"] > 7 * 3600


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("as recorded", "first come, first served", "strict ranks", "under the policy")),
     ("zh_CN", ("实际记录", "先到先办", "严格分级", "按本规则"))],
)  # fmt: skip
def test_a_page_that_a_person_reads(replayed, language, words):
    code, said = replayed("--lang", language)
    assert code == 0
    assert all(word in said.out for word in words)


def test_a_class_that_nobody_calls_says_so(replayed):
    _, said = replayed("--lang", "en", counters='[[counter]]\nnumber = "1"\nserves = ["XX"]\n')
    assert "vip: nobody was called" in said.out


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"policy": "[policy"}, "this is no TOML"),
        ({"policy": "[policies]\n"}, "policy is missing"),
        ({"policy": '[policy]\norder = ["gold"]\n'}, "order names gold, which is no class"),
        ({"counters": "x ="}, "this is no TOML"),
        ({"counters": ""}, "counter is missing"),
        ({"counters": '[[counter]]\nnumber = "1"\nserves = ["YY"]\n'}, "YY, which is no service"),
    ],
)
def test_wrong_documents_are_wrong_usage(replayed, files, said):
    code, out = replayed("--lang", "en", **files)
    assert code == 2
    assert said in out.err


def test_an_empty_log_has_no_days(tmp_path, capsys):
    log = tmp_path / "log.csv"
    log.write_text(HEAD, encoding="utf-8")
    assert main(["replay", str(log), "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert (value["rows"], value["days"], value["ours"]["classes"]) == (0, 0, {})
