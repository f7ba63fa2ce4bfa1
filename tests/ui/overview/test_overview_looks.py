"""Nothing clipped, no glyph missing, in every state, language and theme."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from branchfloor.resources import resource
from ui.app.language import LANGUAGES, set_language
from ui.overview.hall.pictures import hall_pictures
from ui.overview.pictures import pictures
from ui.overview.plan.pictures import plan_pictures
from ui.overview.plan.week.pictures import week_pictures
from ui.theme import Role, Scale, Target, Type, apply_theme, tokens
from ui.widgets import CounterCard, PushKey, TextLabel
from ui.widgets.paint import width_of

pytestmark = pytest.mark.untraced  # lines of the floor that its own tests cover

OWN = {*plan_pictures(), *week_pictures(), "small-plan", "small-plan-picked", "small-plan-week"}
"""Looked at in tests of their own."""

STATES = sorted(set(pictures()) - {"night"} - set(hall_pictures()) - OWN)


@pytest.fixture(params=LANGUAGES)
def language(request, qapp: QApplication):
    set_language(qapp, request.param)
    return request.param


@pytest.fixture
def screen(qtbot):
    kept = []

    def build(state: str):
        made = pictures()[state]()
        qtbot.addWidget(made)
        kept.append(made)
        made.show()
        QCoreApplication.processEvents()
        return made

    yield build
    kept.clear()


def no_text_is_clipped(shown):
    for label in shown.findChildren(TextLabel):
        if label.isVisible() and label.text() and not label.hasHeightForWidth():
            assert label.sizeHint().width() <= label.width() + 1, label.text()
            assert label.height() >= label.line_px(), label.text()
    for key in shown.findChildren(PushKey):
        if key.isVisible():
            assert key.sizeHint().width() <= key.width(), key.text()
            assert key.height() >= int(Target.OVERVIEW_SMALL), key.text()


def a_counter_card_shows_its_number_and_timer_whole(shown):
    number = Type(Scale.OVERVIEW, Role.NUMBER).font()
    note = Type(Scale.OVERVIEW, Role.SMALL).font()
    for card in shown.findChildren(CounterCard):
        inner = card.width() - 34
        face = card.face()
        assert width_of(face.figure, number) + (34 if face.priority else 0) <= inner
        room = inner - width_of(face.right, note)
        assert room >= 0, face.right
        if not re.search(r"\d\d:\d\d / ", face.right):
            assert width_of(face.left, note) <= room, f"{face.left} | {face.right}"


def every_character_has_a_glyph(shown):
    fonts = [QRawFont.fromFont(QFont(family)) for family in ("Inter", "Noto Sans SC")]
    words = [*shown.findChildren(QLabel), *shown.findChildren(QAbstractButton)]
    for piece in words:
        text = piece.text()
        missing = {c for c in text if not any(f.supportsCharacter(ord(c)) for f in fonts)}
        assert not missing - {"\n"}, text


@pytest.mark.parametrize("state", STATES)
def test_a_state_can_be_read(language, screen, state):
    """All at once: a screen takes longer to build than to look at."""
    shown = screen(state)
    no_text_is_clipped(shown)
    every_character_has_a_glyph(shown)
    if not state.startswith("small-"):
        a_counter_card_shows_its_number_and_timer_whole(shown)


@pytest.mark.parametrize("state", ["crowded", "calm"])
def test_panels_stay_inside_the_window_and_off_each_other(language, screen, state):
    shown = screen(state)
    assert (shown.width(), shown.height()) == (1920, 1080)
    parts = [shown.kpis, shown.counters, shown.queues, shown.chart, shown.alerts, shown.accuracy]
    boxes = [part.rect().translated(part.mapTo(shown, part.rect().topLeft())) for part in parts]
    for at, box in enumerate(boxes):
        assert shown.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[at + 1 :])


def test_chinese_is_complete():
    entries = ElementTree.parse(resource("i18n", "overview_zh_CN.ts")).getroot().iter("message")
    for entry in entries:
        translation = entry.find("translation")
        text = "".join(translation.itertext()).strip()
        assert text, entry.findtext("source")
        assert translation.get("type") is None
        source = set(re.findall(r"\{\d\}|%n", entry.findtext("source")))
        assert set(re.findall(r"\{\d\}|%n", text)) == source


def test_night_is_drawn_in_its_own_colours(screen, qapp):
    apply_theme(qapp, "night")
    picture = screen("crowded").grab().toImage()
    assert picture.pixelColor(10, 500) == tokens().colour("paper")
    assert picture.pixelColor(960, 10) == tokens().colour("brand_deep")


def test_the_theme_switches_live(screen, qapp):
    shown = screen("crowded")
    apply_theme(qapp, "night")
    QCoreApplication.processEvents()
    picture = shown.grab().toImage()
    assert picture.pixelColor(10, 500) == tokens().colour("paper")
    assert picture.pixelColor(700, 1000) == tokens().colour("card")


def test_the_night_picture_puts_the_theme_back(qapp):
    made = pictures()["night"]()
    assert tokens().name == "night"
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)
    assert tokens().name == "day"
