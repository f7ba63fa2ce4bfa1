"""The card of keys says what the console's own tables say, all of it, in both languages."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from ui.app.language import LANGUAGES, current_language, set_language
from ui.console.key_card import MODES, card_page, card_rows
from ui.console.keys import KEYS
from ui.console.window import WINDOW


def on_card(language="en"):
    return {row.key for row in card_rows(language)}


def test_every_key_of_the_console_is_on_the_card(qapp):
    work = {QKeySequence(key).toString() for key in KEYS}
    window = {f"Ctrl {QKeySequence(key).toString()}" for key in WINDOW}
    assert on_card() == work | window | {"Ctrl Z"}
    assert QKeySequence(Qt.Key.Key_Insert).toString() == "Ins"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_does_something_somewhere_and_in_words_of_the_language(qapp, language):
    for row in card_rows(language):
        assert len(row.does) == len(MODES)
        assert row.meanings(), row.key
        for words in row.meanings():
            assert bool(re.search("[一-鿿]", words)) == (language == "zh_CN"), words


def test_a_key_that_means_another_thing_elsewhere_says_both(qapp):
    rows = {row.key: row.meanings() for row in card_rows("en")}
    assert rows["F9"] == ("Call the next ticket", "Finish and call the next")
    assert rows["F3"] == ("Find a ticket and call it", "Add a step under the same number")
    assert rows["F11"] == ("Pause the counter", "Serve again")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_every_key_and_fetches_nothing(qapp, language):
    page = card_page(language)
    keys = re.findall(r"<kbd>([^<]+)</kbd>", page)
    assert keys == [row.key for row in card_rows(language)]
    assert not re.search(r"https?:|<script|<img|url\(", page)
    assert f'lang="{language.replace("_", "-")}"' in page


def test_the_language_in_force_stays(qapp):
    set_language(qapp, "en")
    card_page("zh_CN")
    assert current_language() == "en"
