"""Differences between two versions in words: where, what, before, after."""

from dataclasses import dataclass
from typing import Any

from branchfloor.config import Change
from branchfloor.config.changes import KEYS
from branchfloor.domain.config import BranchConfig
from ui.app.language import current_language
from ui.settings.entry_words import line_words
from ui.settings.specs import THRESHOLDS, VOICE
from ui.settings.standing_words import class_word
from ui.settings.words import choice, field, heading, page, rule

_LONGEST = 120
_NOTHING = "—"
_SECTION_OF = {
    spec.path[-1]: section.title for section in (*VOICE, *THRESHOLDS) for spec in section.specs
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of a comparison."""

    where: str
    what: str
    before: str
    after: str


def told(change: Change, *configs: BranchConfig) -> Difference:
    """A change in words; names of entries are looked up in the configs, newest first."""
    keys = change.path.split(".")
    if keys[:2] == ["policy", "class"]:
        keys = keys[1:]
    where, rest = _where(keys, configs)
    what = " · ".join(field(key) for key in rest)
    old, new = change.old, change.new
    if change.path == "slip.line":
        old, new = _apart(old, new)
    return Difference(where, what, shown(old), shown(new))


def _apart(old: Any, new: Any) -> tuple[Any, Any]:
    """Of two lists only what the other lacks; whole where they differ in order alone."""
    gone = [one for one in old if one not in new]
    added = [one for one in new if one not in old]
    return (gone, added) if gone or added else (old, new)


def _where(keys: list[str], configs: tuple[BranchConfig, ...]) -> tuple[str, list[str]]:
    first = keys[0]
    if first in KEYS and len(keys) > 1:
        name = class_word(keys[1]) if first == "class" else f"{keys[1]} {_named(keys, configs)}"
        return f"{heading(first)} {name}".strip(), keys[2:]
    if first == "settings":
        return heading(_SECTION_OF.get(keys[1], "")), keys[1:]
    if first in ("hours", "policy", "slip"):
        return page(first), keys[1:]
    return page("texts") if first in ("name", "time_zone", "notices") else page(first), keys


def shown(value: Any) -> str:
    """A value in few words."""
    if value is None or value in ("", [], {}):
        return _NOTHING
    if isinstance(value, bool):
        return choice("true" if value else "false")
    if isinstance(value, dict):
        return _table(value)
    if isinstance(value, list):
        return _cut(", ".join(shown(one) for one in value))
    return _cut(choice(str(value)))


def _table(value: dict[str, Any]) -> str:
    if set(value) == {"zh", "en"}:
        return f"{value['zh']} | {value['en']}"
    if isinstance(value.get("name"), dict):
        key = value.get("code") or value.get("number")
        return f"{key} {value['name'][_side()]}" if key else shown(value["name"])
    if "shows" in value:
        return line_words(value)
    if "rule" in value:
        return rule(value["rule"])
    name = value.get("name") or value.get("number")
    until = value.get("until")
    if name:
        return f"{name} {until}" if until else str(name)
    return _cut(", ".join(f"{field(k)} {shown(v)}" for k, v in value.items()))


def _named(keys: list[str], configs: tuple[BranchConfig, ...]) -> str:
    for config in configs:
        many: tuple[Any, ...] = {
            "service": config.services,
            "counter": config.counters,
            "green": config.green_reasons,
        }.get(keys[0], ())
        for one in many:
            if getattr(one, KEYS[keys[0]]) == keys[1]:
                return str(one.name.text(current_language()))
    return ""


def _side() -> str:
    return "zh" if current_language().startswith("zh") else "en"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
