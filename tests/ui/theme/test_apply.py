import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import THEMES, apply_theme, load_tokens, style_sheet, tokens
from ui.widgets import Chip, ChipFace


@pytest.fixture(autouse=True)
def day_again(qapp):
    yield
    apply_theme(qapp, "day")


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_has_every_token_filled(theme: str):
    sheet = style_sheet(load_tokens(theme))
    assert "$" not in sheet
    assert load_tokens(theme).late in sheet


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
