"""The overview at 1280×800: all of it in sight, nothing clipped, large again when there is room."""

import pytest
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QApplication, QWidget

from ui.app.language import LANGUAGES, set_language
from ui.overview.drawer import DRAWER_PX, NARROW_PX
from ui.overview.pictures import pictures
from ui.overview.pictures_small import SHOWN_SMALL, SMALL_PX
from ui.overview.screen import OverviewScreen
from ui.theme import Role, Scale, Type
from ui.widgets import Chip, CounterCard
from ui.widgets.paint import width_of


@pytest.fixture(params=LANGUAGES)
def language(request, qapp: QApplication) -> str:
    set_language(qapp, request.param)
    return str(request.param)


@pytest.fixture
def small(qtbot):
    kept: list[OverviewScreen] = []

    def build(state: str) -> OverviewScreen:
        made = pictures()[f"small-{state}"]()
        assert isinstance(made, OverviewScreen)
        qtbot.addWidget(made)
        kept.append(made)
        made.show()
        QCoreApplication.processEvents()
        return made

    return build


def place(screen: QWidget, part: QWidget) -> QRect:
    return part.rect().translated(part.mapTo(screen, part.rect().topLeft()))


@pytest.mark.parametrize("state", SHOWN_SMALL)
def test_everything_has_its_place_in_a_small_window(language, small, state):
    shown = small(state)
    assert (shown.width(), shown.height()) == SMALL_PX
    parts = [shown.head, shown.kpis, shown.counters, shown.queues, shown.chart, shown.hall.shelf]
    parts += [shown.alerts, shown.green, shown.accuracy, shown.drawer]
    boxes = [place(shown, part) for part in parts if part.isVisible()]
    for at, box in enumerate(boxes):
        assert shown.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[at + 1 :])


@pytest.mark.parametrize("state", ["calm", "crowded"])
def test_no_panel_is_smaller_than_it_needs(language, small, state):
    shown = small(state)
    assert shown.hall.shelf.width() == shown.drawer.width() == NARROW_PX
    for part in (shown.head, shown.kpis, shown.counters, shown.queues, shown.alerts, shown.green):
        if part.isVisible():
            least = part.minimumSizeHint()
            assert part.width() >= least.width(), part
            assert part.height() >= least.height(), part


@pytest.mark.parametrize("state", ["calm", "crowded"])
def test_a_small_card_shows_number_and_clock_whole(language, small, state):
    number = Type(Scale.OVERVIEW_SMALL, Role.NUMBER).font()
    note = Type(Scale.OVERVIEW_SMALL, Role.SMALL).font()
    for card in small(state).findChildren(CounterCard):
        face, inner = card.face(), card.width() - 22
        assert width_of(face.figure, number) + (24 if face.priority else 0) <= inner
        if ":" in face.right and "·" not in face.right:
            assert width_of(face.right, note) <= inner, face.right
        assert face.left in card.toolTip()


@pytest.mark.parametrize("state", ["ticket-waiting", "issue", "counter-open"])
def test_a_page_of_the_drawer_fits_its_width(language, small, state):
    page = small(state).drawer.page
    assert page.minimumSizeHint().width() <= page.parentWidget().width()


def test_every_chip_shown_is_whole_inside_its_lane(small):
    shown = small("crowded")
    for row in shown.queues.rows():
        for chip in row.field.findChildren(Chip):
            if chip.isVisible():
                assert row.field.rect().contains(chip.geometry())
    assert shown.queues.rows()[1].field.left_over() < len(shown.queues.rows()[1].field.faces())


def test_a_larger_window_has_everything_large_again(small):
    shown = small("crowded")
    assert shown.drawer.width() == NARROW_PX
    shown.resize(1920, 1080)
    QCoreApplication.processEvents()
    assert shown.drawer.width() == DRAWER_PX
    assert shown.head.height() == 72
    assert shown.chart.key(None).isVisible()
    assert shown.chart.x() > shown.queues.x()


def test_a_window_is_never_narrower_than_the_small_form(small):
    shown = small("calm")
    shown.resize(900, 500)
    assert shown.width() == SMALL_PX[0]
