import pytest
from PySide6.QtGui import QColor, QImage

from ui.theme import icon, icon_names, pixmap, tokens

WANTED = {
    "cash", "card", "transfer", "pension", "bill", "lost-card", "account", "wealth", "loan",
    "corporate", "heart", "heart-fill", "help", "clock", "warning", "printer", "speaker", "pause",
    "person", "home", "back", "check",
}  # fmt: skip


def inked(image: QImage) -> list[QColor]:
    """The pixels of full strength."""
    where = [(x, y) for x in range(image.width()) for y in range(image.height())]
    found = (image.pixelColor(x, y) for x, y in where)
    return [colour for colour in found if colour.alpha() == 255]


def test_the_services_and_controls_have_their_icons():
    assert set(icon_names()) >= WANTED


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_in_the_colour_it_is_asked_for(qapp, name: str):
    drawn = inked(pixmap(name, "late", 44).toImage())
    assert drawn
    assert all(colour == tokens().colour("late") for colour in drawn)


@pytest.mark.parametrize("name", icon_names())
def test_no_icon_runs_out_of_its_box(qapp, name: str):
    image = pixmap(name, "#000000", 96).toImage()
    last = image.width() - 1
    rim = [image.pixelColor(i, j) for i in range(last + 1) for j in (0, last)]
    rim += [image.pixelColor(j, i) for i in range(last + 1) for j in (0, last)]
    assert all(colour.alpha() == 0 for colour in rim)


def test_icons_are_sharp_on_fine_screens(qapp):
    assert pixmap("cash", "ink", 24, 2.0).width() == 48
    assert not icon("cash").isNull()
