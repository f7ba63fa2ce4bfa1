"""Who works here, on the command line: lists, PINs shown once, and whether people sign in."""

import re

import pytest

from branchfloor.config import parse_document
from branchfloor.floor.floor import Floor, now
from branchfloor.storage.store import AtOnce, Store

TEN = "2026-11-24T10:00:00+08:00"


def listed(line):
    code, rows = line.json("staff", "list")
    assert code == 0
    return {row["staff"]: row for row in rows}


def pin_in(text):
    return re.search(r"\b\d{6}\b", text).group()


def test_init_makes_people_sign_in_and_names_the_administrator(empty):
    code, answer = empty.json("init", "--preset", "cn-default")
    assert (code, answer["administrator"]) == (0, "0001")
    assert len(answer["admin_pin"]) == 6
    assert listed(empty)["0001"]["pin"] == "one_time"
    store = Store.open(empty.database, parse=parse_document)
    assert store.config.settings.sign_in
    signed = now(
        Floor(AtOnce(store), "overview:1").sign_in("overview:1", "0001", answer["admin_pin"], "w")
    )
    assert signed.must_change
    store.close()


def test_a_pin_given_to_init_is_not_printed(empty):
    code, out, _ = empty("init", "--admin-pin", "427913")
    assert code == 0
    assert "427913" not in out
    assert listed(empty)["0001"]["pin"] == "one_time"


def test_somebody_new_is_listed_with_a_pin_shown_once(line):
    code, out, _ = line("staff", "add", "0400", "--role", "lobby_manager", "--role", "teller")
    assert code == 0
    pin = pin_in(out)
    row = listed(line)["0400"]
    assert (row["roles"], row["pin"]) == (["lobby_manager", "teller"], "one_time")
    assert pin not in line("staff", "list")[1]
    assert line("audit", "verify")[0] == 0


def test_somebody_known_keeps_the_pin_and_gets_skills(line):
    line("staff", "pin", "0217", "--pin", "801357")
    code, out, _ = line("staff", "add", "0217", "--skill", "funds:2027-06-30", "--skill", "english")
    assert code == 0
    assert not re.search(r"\b\d{6}\b", out)
    row = listed(line)["0217"]
    assert row["skills"] == ["funds:2027-06-30", "english"]
    assert (row["roles"], row["pin"]) == (["teller"], "one_time")


def test_who_is_removed_has_no_pin_any_more(line):
    line("staff", "pin", "0217")
    assert line("staff", "remove", "0217")[0] == 0
    assert "0217" not in listed(line)
    assert line.json("staff", "remove", "0217")[1]["error"]["code"] == "unknown_staff"
    assert line.json("staff", "pin", "0217")[1]["error"]["code"] == "unknown_staff"


def test_an_easy_pin_lists_nobody(line):
    assert line.json("staff", "add", "0400", "--pin", "123456")[1]["error"]["code"] == "bad_pin"
    assert "0400" not in listed(line)


def test_only_the_administrator_changes_who_works_here(line):
    for staff in ("0217", "0102", "0101"):
        words = ("staff", "add", "0400", "--role", "administrator", "--staff", staff)
        assert line.json(*words)[1]["error"]["code"] == "not_permitted", staff
    assert line("staff", "add", "0400", "--staff", "0001")[0] == 0


@pytest.mark.parametrize("choice", ["on", "off"])
def test_a_branch_chooses_whether_people_sign_in(line, choice):
    code, answer = line.json("staff", "sign-in", choice)
    assert (code, answer["sign_in"]) == (0, choice == "on")
    assert line("staff", "sign-in", choice)[0] == 0
    line("open", "3", at=TEN)
    store = Store.open(line.database, parse=parse_document)
    assert store.config.settings.sign_in == (choice == "on")
    store.close()


@pytest.mark.parametrize(
    "words", [("add", "0400", "--role", "king"), ("add", "1", "--skill", "a:b")]
)
def test_a_role_or_date_nobody_knows_is_wrong_usage(line, words):
    with pytest.raises(SystemExit) as caught:
        line("staff", *words)
    assert caught.value.code == 2


def test_acting_as_a_teller_has_a_tellers_rights(line):
    assert line("open", "3", "--staff", "0217", at=TEN)[0] == 0
    error = line.json("close-day", "--staff", "0217", at=TEN)[1]["error"]
    assert (error["code"], error["actor"], error["command"]) == (
        "not_permitted",
        "teller",
        "close_day",
    )
    assert line.json("close", "3", "--staff", "0211", at=TEN)[1]["error"]["code"] == (
        "not_your_counter"
    )
    assert line("close-day", at=TEN)[0] == 0
