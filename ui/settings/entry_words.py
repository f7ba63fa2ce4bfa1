"""How an entry of a list is named in its list, and what a new one begins with. No widgets."""

from copy import deepcopy
from datetime import date
from typing import Any

from branchfloor.config.writing import Plain
from ui.app.language import current_language
from ui.overview.asking import phrases
from ui.settings.words import choice, rule

_NEW: dict[str, Plain] = {
    "service": {
        "code": "",
        "name": {"zh": "", "en": ""},
        "everyday": None,
        "tier": "general",
        "prefix": "C",
        "needs_cash": False,
        "corporate": False,
        "sales_zone": False,
        "mean_min": 10,
        "cv": 0.6,
        "target_min": None,
        "requires": [],
        "bring": [],
        "talk_first": False,
        "opens": None,
        "closes": None,
        "tile": {"quick": False, "home": False, "group": "", "order": 99, "icon": "document"},
        "approval": False,
        "stages": [],
    },
    "counter": {
        "number": "",
        "name": {"zh": "", "en": ""},
        "height": "low",
        "takes_cash": False,
        "sales_zone": False,
        "elastic": False,
        "care": False,
        "corporate": False,
        "word": "counter",
        "zone": "hall",
        "skills": [],
        "serves": [],
        "backs_up": [],
        "lendable": [],
    },
    "green": {
        "code": "",
        "name": {"zh": "", "en": ""},
        "counts": "stated",
        "class": "legal",
        "proof": ["statement", "visible"],
        "skill": None,
    },
    "staff": {"number": "", "roles": ["teller"], "skills": []},
    "checklist": {"code": "", "when": "opening", "name": {"zh": "", "en": ""}},
}


def new_entry(kind: str) -> Plain:
    """What a new entry begins with; its code is still to be given."""
    return deepcopy(_NEW[kind])


def expired(person: Any, today: date | None) -> list[str]:
    """The certificates of a person that have run out."""
    return [
        one["name"]
        for one in person["skills"]
        if today is not None and isinstance(one.get("until"), date) and one["until"] < today
    ]


def entry_title(kind: str, entry: Any, today: date | None = None) -> str:
    """An entry in its list."""
    if kind == "alert":
        return rule(entry["rule"])
    if kind == "staff":
        gone = ", ".join(phrases().word("skill", skill) for skill in expired(entry, today))
        roles = " · ".join(choice(role) for role in entry["roles"])
        return f"{entry['number'] or '—'}   {roles}" + (f"   ! {gone}" if gone else "")
    key = entry["number"] if kind == "counter" else entry["code"]
    side = "zh" if current_language().startswith("zh") else "en"
    return f"{key or '—'}   {entry['name'][side]}"


def part_words(part: str) -> str:
    """What a line shows, in words."""
    word = phrases().word("slip_part", part)
    return word[:1].upper() + word[1:]


def line_words(line: Plain) -> str:
    """A line in words, with its size where it is not the usual one."""
    words = part_words(line["shows"])
    return f"{words} · {choice('large')}" if line.get("size") == "large" else words
