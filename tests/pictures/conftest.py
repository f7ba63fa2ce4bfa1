"""The theme and language of before, whatever a picture asked for."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.app import language
from ui.theme import apply_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """The day theme and no language left behind."""
    yield
    language.forget(qapp)
    apply_theme(qapp, "day")
