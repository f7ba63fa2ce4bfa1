"""Reduced motion: for people whom moving pictures make ill."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


class _Motion:
    """Whether this process keeps still."""

    still = False


def keep_still(asked: bool) -> None:
    """Keep still when asked, or when the desktop is set to show no effects.

    Qt tells of the desktop's wish on Windows and macOS; elsewhere it must be asked for.
    """
    _Motion.still = asked or not _desktop_moves()


def still() -> bool:
    """Whether nothing may flash or move."""
    return _Motion.still


def _desktop_moves() -> bool:
    if QApplication.platformName() not in {"windows", "cocoa"}:
        return True
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
