from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QWidget

from ui.theme import THEMES, Role, Scale, Type, apply_theme
from ui.widgets import (
    AlertRow,
    AlertSign,
    Card,
    CardLook,
    CellMark,
    CounterCard,
    CounterFace,
    CounterLook,
    FlowRow,
    KioskButton,
    KioskLook,
    MatrixCell,
    Pill,
    ProgressTicks,
    PushKey,
    QuietMessage,
    SectionHeader,
    SegmentBar,
)
from ui.widgets.gallery import Gallery


def distinct(qtbot, made: list[QWidget], width: int = 200) -> bool:
    """Whether no two pieces look alike."""
    pictures = []
    for piece in made:
        qtbot.addWidget(piece)
        piece.resize(width, max(30, piece.sizeHint().height()))
        pictures.append(piece.grab().toImage())
    return all(one != other for i, one in enumerate(pictures) for other in pictures[i + 1 :])


def a_counter(look: CounterLook, scale: Scale = Scale.OVERVIEW) -> CounterCard:
    card = CounterCard(scale)
    card.show_face(CounterFace("1 号", "现金", "A041", "general", look, "取款", "02:10", 0.3))
    return card


def an_alert(sign: AlertSign) -> AlertRow:
    row = AlertRow()
    row.show_alert(sign, "4 人超过 20 分", "A043")
    return row


def a_cell(mark: CellMark) -> MatrixCell:
    cell = MatrixCell()
    cell.show_cell(mark)
    return cell


def a_message(tone: str) -> QuietMessage:
    message = QuietMessage()
    message.say("纸已更换", tone)
    message.hide()
    return message


STATES: dict[str, Callable[[], list[QWidget]]] = {
    "counter": lambda: [a_counter(look) for look in CounterLook],
    "alert": lambda: [an_alert(sign) for sign in AlertSign],
    "cell": lambda: [a_cell(mark) for mark in CellMark],
    "message": lambda: [a_message(tone) for tone in ("info", "ok", "warn", "late")],
    "card": lambda: [Card(look) for look in CardLook],
    "kiosk button": lambda: [KioskButton("返回", look) for look in KioskLook],
}


@pytest.mark.parametrize("name", STATES)
def test_every_state_looks_different(qtbot, name):
    assert distinct(qtbot, STATES[name]())


def test_the_small_counter_card_is_lower_and_drops_the_bar(qtbot, share):
    tall = a_counter(CounterLook.SERVING)
    low = a_counter(CounterLook.SERVING, Scale.OVERVIEW_SMALL)
    for card in (tall, low):
        qtbot.addWidget(card)
        card.resize(200, card.sizeHint().height())
    assert low.sizeHint().height() < tall.sizeHint().height()
    assert share(low.grab().toImage(), "brand") < share(tall.grab().toImage(), "brand")


def test_a_called_counter_is_edged_all_round(qtbot, share):
    card = a_counter(CounterLook.CALLED)
    qtbot.addWidget(card)
    card.resize(200, 130)
    right = card.grab().toImage().copy(198, 40, 2, 40)
    assert share(right, "brand") > 0.9


def test_progress_shows_how_far_and_where_it_is_usual(qtbot, share):
    bar = ProgressTicks()
    qtbot.addWidget(bar)
    bar.resize(200, bar.sizeHint().height())
    bar.show_progress(None)
    assert share(bar.grab().toImage(), "brand") == 0
    bar.show_progress(0.5, (0.22, 1.0))
    half = bar.grab().toImage()
    assert 0.2 < share(half, "brand") < 0.35
    assert share(half.copy(42, 0, 6, 3), "ink_2") > 0.2, "tick at 22 %"
    assert share(half.copy(197, 0, 3, 3), "ink_2") > 0.2, "a tick at the end stays inside"
    bar.show_progress(7.0, (), over=True)
    assert share(bar.grab().toImage(), "late") > 0.4


def test_a_disabled_key_keeps_its_hint(qtbot):
    with_hint, without = PushKey("过号 1:12", "F7"), PushKey("过号 1:12")
    for key in (with_hint, without):
        key.setEnabled(False)
    assert distinct(qtbot, [with_hint, without])


def test_segments_ask_and_move_only_when_told(qtbot, stage):
    bar = SegmentBar()
    bar.set_choices((("zh_CN", "中文"), ("en", "English")))
    bar.select("zh_CN")
    stage(bar)
    english = bar.button("en")
    with qtbot.waitSignal(bar.picked) as picked:
        qtbot.mouseClick(english, Qt.MouseButton.LeftButton)
    assert picked.args == ["en"]
    assert not english.isChecked()
    bar.select("en")
    assert english.isChecked()
    assert not bar.button("zh_CN").isChecked()
    bar.set_choices((("zh_CN", "Chinese"), ("en", "English")))
    assert bar.button("en") is english, "new words keep the buttons"


def test_pieces_flow_to_the_next_row_when_there_is_no_room(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    row = FlowRow(8, 6, box)
    pills = [Pill(f"A0{n}", "general") for n in range(10, 22)]
    for pill in pills:
        row.addWidget(pill)
    assert row.heightForWidth(150) > row.heightForWidth(900) == pills[0].sizeHint().height()
    box.resize(150, row.heightForWidth(150))
    box.show()
    assert all(box.rect().contains(pill.geometry()) for pill in pills)
    assert len({pill.y() for pill in pills}) > 2


def test_a_message_takes_no_room_when_there_is_none(qtbot, stage):
    message = QuietMessage()
    stage(message)
    message.say("<b>A031</b> 已被 1 号叫走", "late")
    assert message.isVisible()
    assert message.text() == "A031 已被 1 号叫走"
    message.clear()
    assert not message.isVisible()


def test_a_section_header_shows_its_tag_only_for_a_tier(qtbot, stage, share):
    header = SectionHeader(Scale.KIOSK)
    window = stage(header)
    header.show_header("等候队列", note="3 人")
    assert share(window.grab().toImage(), "special") == 0
    header.show_header("特殊业务", "Special", "4 人等候", "special")
    assert share(window.grab().toImage(), "special") > 0.01


@pytest.mark.parametrize("theme", THEMES)
def test_the_gallery_draws_every_piece(qapp, qtbot, theme, share):
    apply_theme(qapp, theme)
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(gallery.sizeHint())
    gallery.show()
    gallery.show_rings()
    picture = gallery.grab().toImage()
    assert share(picture.scaledToWidth(700), "paper") > 0.2
    assert share(picture, "focus") > 0.001


@pytest.mark.parametrize(
    "text", ["请选择业务 9–14 分 · −17 至 −11（…）「」—", "Window 3, low counter ×≥"]
)
def test_no_glyph_is_missing(qapp, text):
    font = Type(Scale.KIOSK, Role.TEXT).font()
    supported = [QRawFont.fromFont(_only(font, family)) for family in ("Inter", "Noto Sans SC")]
    for letter in text:
        assert any(raw.supportsCharacter(ord(letter)) for raw in supported), letter


def _only(font: QFont, family: str) -> QFont:
    only = QFont(font)
    only.setFamilies([family])
    return only
