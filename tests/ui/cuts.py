"""Texts that had to be cut to fit, remembered while a picture is drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui.widgets import lines, text_flow


def watch(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """From now on every text that is drawn cut is added to the list."""
    found: list[str] = []

    class Cuts(QFontMetricsF):
        def elidedText(  # noqa: N802
            self, text: str, mode: Qt.TextElideMode, width: float, /, flags: int | None = 0
        ) -> str:
            cut = super().elidedText(text, mode, width, flags or 0)
            if cut != text:
                found.append(text)
            return cut

    def cut_line(text: str, font: QFont, width_px: float) -> str:
        return Cuts(font).elidedText(text, Qt.TextElideMode.ElideRight, width_px)

    monkeypatch.setattr(lines, "_cut", cut_line)
    monkeypatch.setattr(text_flow, "QFontMetricsF", Cuts)
    return found
