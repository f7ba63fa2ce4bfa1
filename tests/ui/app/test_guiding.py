"""A kiosk's process with a voice: the option, the wiring, stillness."""

import pytest
from PySide6.QtWidgets import QApplication

from branchfloor.cli.main import main
from branchfloor.devices.faults import VoiceFailed
from branchfloor.devices.voice.guide import FileGuide
from branchfloor.floor.floor import Floor
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch
from ui.app.guiding import guiding_for
from ui.app.options import ScreenOptions
from ui.app.screens import _dress
from ui.kiosk.screen import KioskScreen
from ui.theme import apply_theme, keep_still, still, tokens


@pytest.fixture
def screen(qtbot) -> KioskScreen:
    made = KioskScreen(Floor(MemoryFloor(a_branch(), TEN), "kiosk:1"))
    qtbot.addWidget(made)
    return made


def test_no_guide_no_key(screen):
    assert guiding_for(ScreenOptions("kiosk"), screen) == []
    assert not screen.reading.available


def test_a_folder_is_a_guide(screen, tmp_path):
    (part,) = guiding_for(ScreenOptions("kiosk", guide=f"file:{tmp_path}"), screen)
    assert screen.reading.available
    assert isinstance(part.guide._voice, FileGuide)


def test_an_unknown_guide_is_named(screen):
    with pytest.raises(VoiceFailed) as refused:
        guiding_for(ScreenOptions("kiosk", guide="loud"), screen)
    assert "loud" in str(refused.value)


def test_contrast_goes_back_to_the_theme_of_the_house(qapp: QApplication):
    apply_theme(qapp, "night")
    _dress("night", contrast=True)
    assert tokens().name == "contrast"
    _dress("night", contrast=False)
    assert tokens().name == "night"
    apply_theme(qapp, "day")


def test_stillness_is_asked_for_where_the_desktop_does_not_tell(qapp: QApplication):
    keep_still(False)
    assert not still()
    keep_still(True)
    assert still()
    keep_still(False)


def test_the_options_are_told_by_help(capsys):
    with pytest.raises(SystemExit):
        main(["kiosk", "--help"])
    told = capsys.readouterr().out
    assert "--guide" in told
    assert "--still" in told
