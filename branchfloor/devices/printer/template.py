"""Slip templates: how the lines of a branch's slip are set."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from branchfloor.devices.faults import PrinterFault
from branchfloor.domain.catalogue import Name
from branchfloor.domain.slip import SlipLayout, SlipSize
from branchfloor.resources import resource

VALUES = frozenset(
    {"branch", "service", "then", "number", "counters", "ahead", "wait", "issued", "code"}
)
"""What a line may say of a ticket; there is no name for anything about a person."""

WORDS = frozenset(
    {"counters", "ahead", "wait", "then", "issued", "listen", "passed", "keep", "again"}
)
"""Words of the sentence file (`slip.…`) that a line may say."""

_MARK = re.compile(r"\{(@?)([a-z_]*)\}")


class LineKind(StrEnum):
    """How a line of a slip is set."""

    TITLE = "title"
    NUMBER = "number"
    RULE = "rule"
    ROW = "row"
    NOTE = "note"
    CODE = "code"
    SPACE = "space"


CONDITIONS = frozenset({"", "then", "again"})


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One line: `text` alone, or at the left of a row with `value` at its right; or `own` words.

    `shows` is its name in a branch's layout.
    """

    kind: LineKind
    text: str = ""
    value: str = ""
    when: str = ""
    shows: str = ""
    large: bool = False
    own: Name | None = None


@dataclass(frozen=True, slots=True)
class SlipTemplate:
    """The lines of a slip from top to bottom."""

    lines: tuple[TemplateLine, ...]


def read_template(text: str) -> SlipTemplate:
    """The template of a TOML text; PrinterFault `check.slip_template` says what is wrong."""
    try:
        rows = tomllib.loads(text).get("line", [])
    except tomllib.TOMLDecodeError as error:
        raise PrinterFault("check.slip_template", line=0, why=str(error)) from None
    if not isinstance(rows, list) or not rows:
        raise PrinterFault("check.slip_template", line=0, why="[[line]]")
    return SlipTemplate(tuple(_line(no, row) for no, row in enumerate(rows, 1)))


def _line(no: int, row: Mapping[str, Any]) -> TemplateLine:
    wrong = next(iter(set(row) - {"shows", "kind", "text", "value", "when"}), None)
    if wrong is not None:
        raise PrinterFault("check.slip_template", line=no, why=wrong)
    if row.get("kind") not in set(LineKind):
        raise PrinterFault("check.slip_template", line=no, why=str(row.get("kind")))
    texts = (row.get(key, "") for key in ("text", "value", "when", "shows"))
    line = TemplateLine(LineKind(row["kind"]), *texts)
    if line.when not in CONDITIONS:
        raise PrinterFault("check.slip_template", line=no, why=line.when)
    for at, name in _MARK.findall(line.text + line.value):
        if name not in (WORDS if at else VALUES):
            raise PrinterFault("check.slip_template", line=no, why=f"{{{at}{name}}}")
    return line


@lru_cache(maxsize=8)
def template_of(layout: SlipLayout) -> SlipTemplate:
    """A branch's layout with each of its lines as it is set."""
    known = _known()
    large = SlipSize.LARGE
    lines = (replace(known[line.shows], large=line.size is large) for line in layout.lines)
    return SlipTemplate((*_own(layout.head), *lines, *_own(layout.foot)))


def default_template() -> SlipTemplate:
    """The template of a branch that has none of its own."""
    return template_of(SlipLayout())


@cache
def _known() -> dict[str, TemplateLine]:
    """Each line a slip can have, by its name."""
    text = resource("slips", "default.toml").read_text(encoding="utf-8")
    return {line.shows: line for line in read_template(text).lines}


def _own(texts: tuple[Name, ...]) -> Iterator[TemplateLine]:
    return (TemplateLine(LineKind.NOTE, own=text) for text in texts)


def filled(text: str, values: Mapping[str, str], words: Mapping[str, str]) -> str:
    """A line's text with what it names put in."""

    def put(found: re.Match[str]) -> str:
        at, name = found.groups()
        return words[name] if at else values[name]

    return _MARK.sub(put, text)
