"""First use by keyboard and by touch; what is refused is said where it is typed."""

import sqlite3

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from branchfloor.config import parse_document
from branchfloor.security.pins import matches
from branchfloor.storage.store import Store
from ui.app.tasks import settled


def opened(hand):
    return Store.open(str(hand.database), parse=parse_document)


async def test_four_answers_by_keys_found_the_branch_and_open_its_screens(launcher):
    hand = launcher()
    await hand.screen.begin()
    assert hand.screen.first_run.name.hasFocus()
    await hand.answer()
    store = opened(hand)
    try:
        assert store.config.name.zh == "城南支行"
        assert store.config.settings.sign_in
    finally:
        store.close()
    assert [words[0] for words in hand.asked] == ["kiosk", "console", "board", "overview"]
    assert set(hand.fleet.open_names()) == {"kiosk", "console", "board", "overview"}
    assert "0001" in hand.screen.start.message.text()


async def test_the_pin_is_kept_as_a_hash_only_and_leaves_the_window(launcher):
    hand = launcher()
    await hand.screen.begin()
    await hand.answer()
    with sqlite3.connect(hand.database) as raw:
        rows = [str(row) for row in raw.iterdump()]
    raw.close()
    assert not any("427913" in row for row in rows)
    stored = next(row for row in rows if "$argon2id$" in row)
    start = stored.index("$argon2id$")
    assert matches(stored[start : stored.index("'", start)], "427913")
    assert hand.screen.first_run.pins.pin() == ""
    assert "427913" not in hand.screen.start.message.text()


@pytest.mark.parametrize(
    ("name", "pin", "again", "said"),
    [
        ("", "427913", "427913", "网点名称"),
        ("城南支行", "123456", "123456", "6"),
        ("城南支行", "111111", "111111", "6"),
        ("城南支行", "4279", "4279", "6"),
        ("城南支行", "427913", "427931", "不一致"),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_is_made(launcher, name, pin, again, said):
    hand = launcher()
    await hand.screen.begin()
    await hand.answer(name, pin, again)
    assert said in hand.screen.first_run.message.text()
    assert not hand.database.exists()
    assert hand.asked == []


async def test_typing_on_takes_the_sentence_away(launcher):
    hand = launcher()
    await hand.screen.begin()
    await hand.answer(again="427931")
    first = hand.screen.first_run
    assert first.pins.second.hasFocus()
    hand.type(first.pins.second, "427913")
    assert first.message.text() == ""


async def test_touch_alone_founds_a_branch_too(launcher):
    hand = launcher()
    await hand.screen.begin()
    first = hand.screen.first_run
    hand.type(first.name, "城北支行")
    hand.type(first.pins.first, "427913")
    hand.type(first.pins.second, "427913")
    await hand.click(first.create_key)
    assert hand.database.exists()
    assert hand.screen.founded


async def test_the_other_language_is_one_touch_and_keeps_what_was_typed(launcher, qapp):
    from ui.app.language import set_language

    hand = launcher()
    await hand.screen.begin()
    hand.type(hand.screen.first_run.name, "West")
    asked = []
    hand.screen.language_asked.connect(asked.append)
    await hand.click(hand.screen.first_run.language.half("en"))
    assert asked == ["en"]
    set_language(qapp, "en")
    QCoreApplication.sendPostedEvents()
    assert hand.screen.first_run.name.text() == "West"
    assert hand.screen.first_run.create_key.text() == "Begin with 4 screens"


async def test_a_preset_shows_what_it_brings_and_gives_its_counters(launcher):
    hand = launcher()
    await hand.screen.begin()
    usual = hand.screen.right.rows["console"].counter.count()
    hand.screen.first_run.choose_preset("cn-ccb4")
    await settled()
    assert hand.screen.config.preset == "cn-ccb4"
    assert hand.screen.right.rows["console"].counter.count() != usual


async def test_the_pin_shows_only_when_asked(launcher):
    hand = launcher()
    await hand.screen.begin()
    pins = hand.screen.first_run.pins
    hand.type(pins.first, "427913")
    assert "4" not in pins.first.displayText()
    await hand.click(pins.show_key)
    assert pins.first.displayText() == "427913"
    await hand.press(pins.show_key, Qt.Key.Key_Space)
    assert "4" not in pins.first.displayText()
