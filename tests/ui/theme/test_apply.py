import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import CONTRAST, THEMES, apply_theme, load_tokens, style_sheet, tokens
from ui.widgets import Chip, ChipFace


@pytest.fixture(autouse=True)
def day_again(qapp):
    yield
    apply_theme(qapp, "day")


def test_the_style_sheet_has_every_token_filled_with_a_role():
    sheet = style_sheet()
    assert "$" not in sheet
    assert "palette(bright-text)" in sheet


@pytest.mark.parametrize("theme", [*THEMES, CONTRAST])
def test_a_piece_made_in_one_theme_wears_the_next(qapp, qtbot, theme: str):
    apply_theme(qapp, "day")
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(160, 40)
    field.show()
    field.grab()
    apply_theme(qapp, theme)
    assert painted(field) == painted(fresh(qtbot)) == load_tokens(theme).card
    field.setEnabled(False)
    assert painted(field) == load_tokens(theme).disabled


def test_a_piece_keeps_the_height_it_was_given(qapp, qtbot):
    field = fresh(qtbot)
    field.setFixedHeight(90)
    apply_theme(qapp, "night")
    assert field.minimumHeight() == 90


def fresh(qtbot) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(160, 40)
    field.show()
    return field


def painted(field: QLineEdit) -> str:
    """The ground in the middle of an empty field."""
    return field.grab().toImage().pixelColor(100, 20).name().upper()


def test_applying_sets_palette_and_tokens(qapp):
    apply_theme(qapp, "night")
    assert tokens().name == "night"
    assert qapp.palette().window().color().name().upper() == load_tokens("night").paper


@pytest.mark.parametrize("make", [QLineEdit, Chip])
def test_switching_the_theme_repaints_what_is_shown(qapp, qtbot, make: type[QWidget]):
    apply_theme(qapp, "day")
    widget = make()
    qtbot.addWidget(widget)
    if isinstance(widget, Chip):
        widget.show_ticket(ChipFace("A048 14:50"))
    widget.resize(160, 36)
    widget.show()
    day = widget.grab().toImage()
    apply_theme(qapp, "night")
    assert widget.grab().toImage() != day
    apply_theme(qapp, "day")
    assert widget.grab().toImage() == day
