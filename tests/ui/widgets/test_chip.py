from itertools import combinations

import pytest
from PySide6.QtGui import QImage

from ui.theme import Scale
from ui.widgets import Chip, ChipFace, ChipState

TEXTS = {ChipState.HELD: "挂起 A048"}
"""A held ticket is told by its word."""


def drawn(qtbot, face: ChipFace, scale: Scale = Scale.OVERVIEW) -> QImage:
    chip = Chip(scale)
    qtbot.addWidget(chip)
    chip.show_ticket(face)
    chip.resize(chip.sizeHint())
    return chip.grab().toImage()


def outline(image: QImage, width: int, height: int) -> list[bool]:
    """Where there is dark ink or edge, whatever its colour: what a colour-blind eye can tell."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8).copy(0, 0, width, height)
    return [grey.pixelColor(x, y).value() < 190 for x in range(width) for y in range(height)]


@pytest.mark.parametrize(("one", "other"), list(combinations(ChipState, 2)))
def test_states_differ_by_shape_not_only_by_colour(qtbot, one: ChipState, other: ChipState):
    first, second = (
        drawn(qtbot, ChipFace(TEXTS.get(state, "A048 14:50"), "general", state))
        for state in (one, other)
    )
    width, height = min(first.width(), second.width()), first.height()
    shapes = (outline(image, width, height) for image in (first, second))
    changed = sum(a != b for a, b in zip(*shapes, strict=True))
    assert changed > 40


def test_priority_adds_a_heart(qtbot):
    plain = drawn(qtbot, ChipFace("C061 0:40", "green"))
    heart = drawn(qtbot, ChipFace("C061 0:40", "green", priority=True))
    assert heart.width() > plain.width() + 10


def test_the_sign_is_read_out(qtbot):
    chip = Chip()
    qtbot.addWidget(chip)
    chip.show_ticket(ChipFace("A043 27:10", "general", ChipState.OVERDUE))
    assert chip.accessibleName() == "! A043 27:10"


def test_the_same_face_again_changes_nothing(qtbot):
    chip = Chip()
    qtbot.addWidget(chip)
    chip.show_ticket(ChipFace("A048 14:50"))
    size = chip.sizeHint()
    chip.show_ticket(ChipFace("A048 14:50"))
    assert chip.sizeHint() == size
    assert chip.face() == ChipFace("A048 14:50")
