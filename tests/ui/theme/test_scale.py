import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from ui.theme import Role, Scale, Target, Type, Weight, load_fonts
from ui.theme.scale import size_px


@pytest.mark.parametrize("role", [Role.SMALL, Role.TEXT, Role.HINT])
def test_elder_type_is_a_third_larger(role: Role):
    assert size_px(Scale.ELDER, role) >= 1.35 * size_px(Scale.KIOSK, role)


def test_nothing_in_elder_mode_is_smaller_than_36():
    assert min(size_px(Scale.ELDER, role) for role in Role) == 36


def test_kiosk_targets_are_large_enough_for_a_finger():
    assert min(Target.KIOSK, Target.KIOSK_ROW, Target.KIOSK_TILE) >= 80


def test_a_type_changes_screen_weight_and_size_without_losing_the_rest():
    title = Type(Scale.KIOSK, Role.TITLE, Weight.HEAVY)
    assert title.at(Scale.ELDER) == Type(Scale.ELDER, Role.TITLE, Weight.HEAVY)
    assert title.scaled(0.5).px == 21
    assert title.weighing(Weight.BOLD).font().weight() == QFont.Weight.Bold


def test_figures_have_one_width(qapp):
    load_fonts()
    metrics = QFontMetricsF(Type(Scale.OVERVIEW, Role.FIGURE).font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_bundled_fonts_are_registered_once(qapp):
    first = load_fonts()
    assert {"Inter", "Noto Sans SC"} <= set(first)
    assert load_fonts() == first
