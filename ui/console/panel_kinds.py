"""Which panels there are, what builds each, and when each may open: one line a panel."""

from collections.abc import Callable
from dataclasses import dataclass

from .desk import Mode
from .hold_panel import HoldPanel
from .keys import Panel
from .page import Page
from .transfer_panel import TransferPanel
from .usual import Usual

SERVING = frozenset({Mode.SERVING})


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A panel: what builds it, and the modes in which it may stand in place of their page."""

    make: Callable[[Usual], Page]
    modes: frozenset[Mode] = SERVING


PANELS: dict[Panel, PanelKind] = {
    Panel.HOLD: PanelKind(HoldPanel),
    Panel.TRANSFER: PanelKind(TransferPanel),
}
"""Every panel by its name."""


def may_open(panel: Panel, mode: Mode) -> bool:
    """Whether a panel may stand in this mode."""
    return panel in PANELS and mode in PANELS[panel].modes
