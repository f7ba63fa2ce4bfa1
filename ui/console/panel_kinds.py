"""Which panels there are, what builds each, and when each may open: one line a panel."""

from collections.abc import Callable
from dataclasses import dataclass

from .add_panel import AddPanel, UnticketedPanel
from .approval_panel import ApprovalPanel
from .call_panel import CallPanel
from .desk import Mode
from .help_panel import HelpPanel
from .hold_panel import HoldPanel
from .keys import Panel
from .keys_panel import KeysPanel
from .outcome_panel import OutcomePanel
from .page import Page
from .transfer_panel import TransferPanel
from .usual import Usual

SERVING = frozenset({Mode.SERVING})
FREE = frozenset({Mode.IDLE})
AT_WORK = frozenset({Mode.IDLE, Mode.CALLED, Mode.SERVING})
STAFFED = AT_WORK | {Mode.PAUSED}


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A panel: what builds it, and the modes in which it may stand in place of their page."""

    make: Callable[[Usual], Page]
    modes: frozenset[Mode] = SERVING


def _keys(usual: Usual) -> Page:
    return KeysPanel()


PANELS: dict[Panel, PanelKind] = {
    Panel.HOLD: PanelKind(HoldPanel),
    Panel.TRANSFER: PanelKind(TransferPanel),
    Panel.ADD: PanelKind(AddPanel),
    Panel.CALL: PanelKind(CallPanel, FREE),
    Panel.OUTCOME: PanelKind(OutcomePanel),
    Panel.APPROVAL: PanelKind(ApprovalPanel),
    Panel.HELP: PanelKind(HelpPanel, STAFFED),
    Panel.UNTICKETED: PanelKind(UnticketedPanel, AT_WORK),
    Panel.KEYS: PanelKind(_keys, frozenset(Mode)),
}
"""Every panel by its name."""


def may_open(panel: Panel, mode: Mode) -> bool:
    """Whether a panel may stand in this mode."""
    return panel in PANELS and mode in PANELS[panel].modes
