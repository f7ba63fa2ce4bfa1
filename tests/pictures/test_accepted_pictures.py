"""Every screen in every state and language looks as it did when somebody looked at it."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.pictures.gallery import draw, every_name
from tests.pictures.references import FOLDER, Name, complaint

pytestmark = pytest.mark.no_cover  # lines of the floor that its own tests cover
NAMES = list(every_name())
MOST_BYTES = 10 * 1024 * 1024


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_it_looks_as_accepted(name: Name, qapp: QApplication) -> None:
    assert complaint(name, draw(qapp, name)) == ""


def test_nothing_is_kept_that_nobody_draws() -> None:
    assert set(FOLDER.rglob("*.png")) - {name.path for name in NAMES} == set()


def test_the_folder_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.png")) < MOST_BYTES
