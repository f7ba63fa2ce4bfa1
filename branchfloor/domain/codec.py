"""Frozen values to plain JSON values and back, by their type hints.

Fields that equal their default are left out, so the log stays small and old entries still read
after a field is added. Moments are UTC text; tuples are lists; enums are their values.
"""

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from .clock import from_iso, to_iso

Convert = Callable[[Any], Any]
V = TypeVar("V")


def encode(value: object) -> dict[str, Any]:
    """The JSON object of a dataclass value."""
    return typing.cast("dict[str, Any]", _encoder(_any(type(value)))(value))


def decode(cls: type[V], body: dict[str, Any]) -> V:
    """The value of a JSON object; KeyError or TypeError when a field is missing or unknown."""
    return typing.cast("V", _decoder(_any(cls))(body))


def _any(cls: Any) -> Any:
    return cls


@cache
def _encoder(cls: Any) -> Convert:
    """A function written out field by field, as dataclasses write their own: every command
    encodes hundreds of fields, and a loop over them costs twice as much.
    """
    hints = typing.get_type_hints(cls)
    known: dict[str, Any] = {}
    lines = ["def run(value):", "    body = {}"]
    for i, field in enumerate(_fields(cls)):
        known[f"default{i}"] = _default(field)
        known[f"convert{i}"] = _coder(hints[field.name], out=True)
        lines += _encoding(field.name, i, plain=known[f"convert{i}"] is None)
    exec("\n".join([*lines, "    return body"]), known)
    return typing.cast("Convert", known["run"])


def _encoding(name: str, i: int, *, plain: bool) -> list[str]:
    """The lines that put one field into `body` unless it equals its default."""
    out = "item" if plain else f"None if item is None else convert{i}(item)"
    return [
        f"    item = value.{name}",
        f"    if item is not default{i} and item != default{i}:",
        f"        body[{name!r}] = {out}",
    ]


@cache
def _decoder(cls: Any) -> Convert:
    hints = typing.get_type_hints(cls)
    fields = {f.name: _coder(hints[f.name], out=False) for f in _fields(cls)}

    def run(body: dict[str, Any]) -> Any:
        given = {}
        for name, item in body.items():
            convert = fields[name]
            given[name] = item if convert is None or item is None else convert(item)
        return cls(**given)

    return run


def _fields(cls: type) -> tuple[Any, ...]:
    return dataclasses.fields(cls)


def _default(field: Any) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _coder(hint: Any, *, out: bool) -> Convert | None:
    """How to turn one field's value; None when it is already plain."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        kinds = [_coder(a, out=out) for a in typing.get_args(hint) if a is not type(None)]
        return next((k for k in kinds if k is not None), None)
    if origin is tuple:
        return _tuple_coder(typing.get_args(hint), out=out)
    if not isinstance(hint, type):
        return None
    return _plain_coder(hint, out=out)


def _tuple_coder(args: tuple[Any, ...], *, out: bool) -> Convert:
    shape: Convert = list if out else tuple
    if len(args) == 2 and args[1] is Ellipsis:
        item = _coder(args[0], out=out)
        return shape if item is None else lambda many: shape(item(one) for one in many)
    items = [_coder(a, out=out) for a in args]
    return lambda many: shape(
        one if item is None else item(one) for item, one in zip(items, many, strict=True)
    )


def _plain_coder(hint: type, *, out: bool) -> Convert | None:
    if issubclass(hint, datetime):
        return to_iso if out else from_iso
    if issubclass(hint, (date, time)):
        return hint.isoformat if out else hint.fromisoformat
    if issubclass(hint, Enum):
        return (lambda item: item.value) if out else hint
    if dataclasses.is_dataclass(hint):
        return (lambda item: _encoder(hint)(item)) if out else (lambda item: _decoder(hint)(item))
    return None
