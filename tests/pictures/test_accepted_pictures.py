"""Every screen in every state and language looks as it did when somebody looked at it; and
whoever cannot see it is told its pieces.
"""

import pytest
from PySide6.QtWidgets import QApplication

from tests.pictures.gallery import every_name, shown
from tests.pictures.references import FOLDER, Name, complaint, reduced
from tests.ui.names import SCREENS, named_wrongly
from ui.app.pictures import grab

pytestmark = pytest.mark.untraced  # lines of the floor that its own tests cover
NAMES = list(every_name())
MOST_BYTES = 10 * 1024 * 1024


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_it_looks_as_accepted_and_says_what_takes_the_focus(name: Name, qapp: QApplication) -> None:
    with shown(qapp, name) as screen:
        assert complaint(name, reduced(grab(screen), name.times)) == ""
        if name.screen in SCREENS and name.theme == "day":
            assert named_wrongly(screen, name.language) == []


def test_nothing_is_kept_that_nobody_draws() -> None:
    assert set(FOLDER.rglob("*.png")) - {name.path for name in NAMES} == set()


def test_the_folder_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.png")) < MOST_BYTES
