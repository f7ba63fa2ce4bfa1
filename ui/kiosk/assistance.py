"""What helps a customer, and which green-channel reason that states.

The kiosk asks what helps, never why, and asks for no proof: any choice, or none, states the
bank's plain "asked for assistance", which the lobby manager confirms face to face.
"""

from dataclasses import dataclass

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind

ASSISTANCE = "assistance"
MILITARY = "military"


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that helps: its code (kept with the ticket for staff only) and its icon."""

    code: str
    icon: str


HELPS = (
    Help("seated", "seat"),
    Help("wheelchair", "wheelchair"),
    Help("sign_language", "ear"),
    Help("large_print", "text-size"),
    Help("slower", "clock"),
    Help("child", "stroller"),
    Help("companion", "people"),
    Help("pager", "bell"),
    Help(MILITARY, "shield"),
    Help("other", "help"),
)


def stated_reason(config: BranchConfig, needs: tuple[str, ...]) -> str | None:
    """The green-channel reason the choices state; None when the bank has no green channel.

    Military service alone states its own reason, which counts from the card the lobby manager
    sees; anything else counts provisionally from the tap.
    """
    reasons = {reason.code: reason for reason in config.green_reasons}
    if needs == (MILITARY,) and MILITARY in reasons:
        return MILITARY
    if ASSISTANCE in reasons:
        return ASSISTANCE
    legal = {c.name for c in config.policy.classes if c.kind is ClassKind.LEGAL}
    stated = (r.code for r in reasons.values() if r.counts == "stated" and r.class_name in legal)
    return next(stated, None)


def class_stated(config: BranchConfig, needs: tuple[str, ...]) -> str:
    """The class people ahead are counted for while these needs are stated."""
    code = stated_reason(config, needs)
    if code is None or counts_later(config, needs):
        return "ordinary"
    return config.reason(code).class_name


def counts_later(config: BranchConfig, needs: tuple[str, ...]) -> bool:
    """Whether what was stated counts only once the lobby manager has confirmed it."""
    code = stated_reason(config, needs)
    if code is None:
        return False
    return config.reason(code).counts != "stated" or not config.policy.provisional_green
