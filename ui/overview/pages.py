"""The overview's pages beside the live floor, in the order of their keys."""

from PySide6.QtWidgets import QWidget

from branchfloor.floor.floor import Floor
from ui.overview.nav import FloorPage, PageEntry


def _accuracy(floor: Floor, parent: QWidget) -> FloorPage:
    from ui.overview.accuracy.page import AccuracyPage

    return AccuracyPage(floor, parent)


def _plan(floor: Floor, parent: QWidget) -> FloorPage:
    from ui.overview.plan.page import PlanPage

    return PlanPage(floor, parent)


PAGES = (PageEntry("plan", _plan), PageEntry("accuracy", _accuracy))
"""A page's code is loaded when it is first opened; its word stands in `page_word`."""
