"""Slip templates: which lines a slip has, as data a branch can change."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from branchfloor.devices.faults import PrinterFault
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
    """One line: `text` alone, or at the left of a row with `value` at its right."""

    kind: LineKind
    text: str = ""
    value: str = ""
    when: str = ""


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
    wrong = next(iter(set(row) - {"kind", "text", "value", "when"}), None)
    if wrong is not None:
        raise PrinterFault("check.slip_template", line=no, why=wrong)
    if row.get("kind") not in set(LineKind):
        raise PrinterFault("check.slip_template", line=no, why=str(row.get("kind")))
    line = TemplateLine(
        LineKind(row["kind"]), row.get("text", ""), row.get("value", ""), row.get("when", "")
    )
    if line.when not in CONDITIONS:
        raise PrinterFault("check.slip_template", line=no, why=line.when)
    for at, name in _MARK.findall(line.text + line.value):
        if name not in (WORDS if at else VALUES):
            raise PrinterFault("check.slip_template", line=no, why=f"{{{at}{name}}}")
    return line


@cache
def default_template() -> SlipTemplate:
    """The template of a branch that has none of its own."""
    return read_template(resource("slips", "default.toml").read_text(encoding="utf-8"))


def filled(text: str, values: Mapping[str, str], words: Mapping[str, str]) -> str:
    """A line's text with what it names put in."""

    def put(found: re.Match[str]) -> str:
        at, name = found.groups()
        return words[name] if at else values[name]

    return _MARK.sub(put, text)
