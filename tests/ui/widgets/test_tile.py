import pytest
from PySide6.QtCore import Qt

from ui.theme import Scale
from ui.widgets import Tile, TileLook

LONG = "Account opening and change of personal details"


def shown(stage, tile: Tile):
    stage(tile)
    return tile


def test_it_says_service_wait_and_people_to_a_screen_reader(stage):
    tile = shown(stage, Tile())
    tile.show_service("缴费", "Bills")
    tile.show_wait("6–10 分", "前面 3 人")
    assert tile.accessibleName() == "缴费, Bills, 6–10 分, 前面 3 人"


def test_closed_takes_no_press_and_opens_again(stage):
    tile = shown(stage, Tile())
    tile.show_service("对公", "Corporate")
    tile.show_closed("13:30 起", "8 号窗口")
    assert not tile.isEnabled()
    tile.show_wait("6–10 分", "前面 3 人")
    assert tile.isEnabled()


def test_trouble_gives_a_dash_and_stays_pressable(qtbot, stage):
    tile = shown(stage, Tile())
    tile.show_service("缴费")
    tile.show_trouble("请找大堂经理")
    assert "—" in tile.accessibleName()
    assert tile.is_troubled()
    with qtbot.waitSignal(tile.clicked):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("look", list(TileLook))
@pytest.mark.parametrize("scale", [Scale.KIOSK, Scale.ELDER])
def test_every_state_keeps_the_size(stage, look, scale):
    tile = Tile(scale)
    tile.set_look(look)
    tile.show_service("缴费", "Bills", "bill" if look is TileLook.QUICK else "")
    shown(stage, tile)
    sizes = set()
    for act in (
        lambda: tile.show_wait("6–10 分", "前面 3 人"),
        lambda: tile.show_closed("13:30 起", "8 号窗口"),
        lambda: tile.show_trouble("请找大堂经理"),
    ):
        act()
        sizes.add((tile.sizeHint().toTuple(), tile.size().toTuple()))
    assert len(sizes) == 1


def test_a_long_name_never_touches_the_range(stage, share):
    tile = Tile()
    tile.show_service(LONG, "开户与信息变更")
    tile.show_wait("15–26 min", "3 before you")
    shown(stage, tile)
    with_name = tile.grab().toImage()
    tile.show_service("", "开户与信息变更")
    without = tile.grab().toImage()
    changed = [
        x
        for x in range(with_name.width())
        for y in range(with_name.height())
        if with_name.pixel(x, y) != without.pixel(x, y)
    ]
    range_px = 160
    assert max(changed) < with_name.width() - 24 - range_px
