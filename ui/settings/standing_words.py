"""What the standings are called, and the colours their family has."""

from PySide6.QtCore import QCoreApplication

from branchfloor.domain.kinds import ClassKind, Tier
from ui.overview.asking import phrases
from ui.settings.bounds import Standing
from ui.settings.words import choice

TONES = {
    ClassKind.EMERGENCY: "late",
    ClassKind.LEGAL: "green",
    ClassKind.EARNED: "brand",
    ClassKind.COMMERCIAL: "value",
}
_TIER_TONES = {Tier.GENERAL: "general", Tier.SPECIAL: "special", Tier.VALUE_ADDED: "value"}
HUES = {
    ClassKind.LEGAL: "green",
    ClassKind.EARNED: "brand",
    ClassKind.COMMERCIAL: "value_added",
}


def tone_of(standing: Standing) -> str:
    """The token of its text and its line."""
    return TONES.get(standing.kind) or _TIER_TONES[standing.tiers[0]]


def class_word(name: str) -> str:
    """A class as staff read it."""
    word = phrases().word("class", name)
    return word[:1].upper() + word[1:]


def standing_word(standing: Standing) -> str:
    """A standing as staff read it, "Ordinary · special"."""
    comma = QCoreApplication.translate("SettingsWords", ", ", "between tiers")
    names = comma.join(class_word(name) for name in standing.names)
    if len(standing.tiers) == len(Tier):
        return names
    return f"{names} · {comma.join(choice(tier) for tier in standing.tiers)}"
