"""Between a value of the document and the text of its field. No Qt.

What cannot be read is passed on as it was typed: the document's own check says what is wrong.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from ui.settings.specs import Kind

BETWEEN = " | "


def text_of(kind: Kind, value: Any) -> str:
    """A value as it stands in its field."""
    match kind:
        case _ if value is None:
            return ""
        case Kind.WORDS | Kind.WHOLES:
            return ", ".join(map(str, value))
        case Kind.NAMES:
            return "\n".join(BETWEEN.join((one["zh"], one["en"])) for one in value)
        case Kind.STAGES:
            return "\n".join(_stage(one) for one in value)
        case Kind.SKILLS:
            return "\n".join(_skill(one) for one in value)
        case Kind.DATES:
            return "\n".join(map(str, value))
        case _:
            return str(value)


def value_of(kind: Kind, text: str, *, optional: bool = False) -> Any:
    """What a field's text means."""
    if optional and not text.strip():
        return None
    if kind in (Kind.WHOLE, Kind.NUMBER):
        return _number(text, int if kind is Kind.WHOLE else float)
    if kind in (Kind.WORDS, Kind.WHOLES):
        words = [word.strip() for word in _commas(text).split(",") if word.strip()]
        return words if kind is Kind.WORDS else [_number(word, int) for word in words]
    read = _LINE_READERS.get(kind)
    return [read(line) for line in _lines(text)] if read else text.strip()


def _commas(text: str) -> str:
    """Chinese commas mean the same."""
    return text.replace("，", ",").replace("、", ",")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _number(text: str, kind: type) -> Any:
    try:
        found = kind(text.strip())
    except ValueError:
        return text.strip()
    return int(found) if found == int(found) else found


def _name(line: str) -> dict[str, str]:
    zh, _, en = line.partition("|")
    return {"zh": zh.strip(), "en": en.strip()}


def _stage(stage: Any) -> str:
    return BETWEEN.join((stage["code"], stage["name"]["zh"], stage["name"]["en"]))


def _read_stage(line: str) -> dict[str, Any]:
    code, _, rest = line.partition("|")
    return {"code": code.strip(), "name": _name(rest)}


def _skill(skill: Any) -> str:
    until = skill.get("until")
    return f"{skill['name']} {until}" if until else str(skill["name"])


def _read_skill(line: str) -> dict[str, Any]:
    name, _, until = line.partition(" ")
    return {"name": name, "until": _date(until.strip())} if until.strip() else {"name": name}


def _date(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


_LINE_READERS: dict[Kind, Callable[[str], Any]] = {
    Kind.NAMES: _name,
    Kind.STAGES: _read_stage,
    Kind.SKILLS: _read_skill,
    Kind.DATES: _date,
}
