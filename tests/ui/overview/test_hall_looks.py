"""The hall's drawers: nothing clipped, no glyph missing, large enough, in both languages."""

import re

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.app.language import LANGUAGES, set_language
from ui.overview.alert_item import IconKey
from ui.overview.hall.pictures import hall_pictures
from ui.overview.hall.shelf import ShelfKey
from ui.overview.hall.tick_list import TickRow
from ui.theme import Target
from ui.widgets import PushKey, TextLabel

STATES = sorted(hall_pictures())


@pytest.fixture(params=LANGUAGES)
def language(request, qapp: QApplication):
    set_language(qapp, request.param)
    return request.param


@pytest.fixture
def screen(qtbot):
    kept = []

    def build(state: str):
        made = hall_pictures()[state]()
        qtbot.addWidget(made)
        kept.append(made)
        made.show()
        for _ in range(3):
            QCoreApplication.processEvents()
        return made

    yield build
    kept.clear()


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_whole(language, screen, state):
    """One look at each state, for building one takes a while."""
    shown = screen(state)
    assert (shown.width(), shown.height()) == (1920, 1080)
    labels = [one for one in shown.findChildren(TextLabel) if one.isVisible() and one.text()]
    keys = [one for one in shown.drawer.findChildren(PushKey) if one.isVisible()]
    assert [label.text() for label in labels if clipped(label)] == []
    assert [key.text() for key in keys if key.sizeHint().width() > key.width()] == []
    assert [one.text() for one in pressed(shown) if one.height() < int(Target.OVERVIEW)] == []
    shelf = shown.findChildren(ShelfKey)
    assert [key.text() for key in shelf if key.sizeHint().width() > key.width()] == []
    texts = [one.text() for one in (*labels, *keys)]
    texts += [field.placeholderText() for field in shown.findChildren(QLineEdit)]
    assert strange(texts) == set()
    if language == "zh_CN":
        assert [t for t in texts if state != "notices" and foreign(t)] == []


def clipped(label: TextLabel) -> bool:
    """Whether a label has less room than its text needs."""
    if label.hasHeightForWidth():
        return label.height() < label.heightForWidth(label.width()) - 1
    return label.sizeHint().width() > label.width() + 1


def pressed(shown) -> list[QWidget]:
    """What can be pressed in the drawer and on the shelf."""
    kinds = (IconKey, ShelfKey, TickRow)
    found = [one for kind in kinds for one in shown.findChildren(kind) if one.isVisible()]
    return [*found, *(one for one in shown.drawer.findChildren(PushKey) if one.isVisible())]


def strange(texts: list[str]) -> set[str]:
    """Signs that neither font has."""
    fonts = [QRawFont.fromFont(QFont(family)) for family in ("Inter", "Noto Sans SC")]
    signs = set("".join(texts)) - {"\n"}
    return {sign for sign in signs if not any(f.supportsCharacter(ord(sign)) for f in fonts)}


def foreign(text: str) -> bool:
    """Whether English words stand in a Chinese text."""
    words = re.findall(r"[A-Za-z]{3,}", re.sub(r"<.*?>", "", text))
    return bool(set(words) - {"PIN", "Ctrl", "Esc", "Enter"})
