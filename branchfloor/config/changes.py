"""What differs between two versions of a branch's document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from branchfloor.domain.config import BranchConfig

from .writing import Plain, plain

KEYS = {"service": "code", "counter": "number", "green": "code", "staff": "number", "class": "name"}
"""Lists whose entries are known by a key of their own."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the key's path (`service.GD.tile.order`) with the value before and after.

    A whole entry that was added has None before, one removed has None after; entries that
    changed places are one change of the list itself, given as its keys in order.
    """

    path: str
    old: object
    new: object


def compare(old: BranchConfig, new: BranchConfig) -> list[Change]:
    """Every change from one version to the next, in the document's order; empty when equal.

    The version numbers themselves are not compared.
    """
    return list(_differences("", plain(old), plain(new)))


def _differences(path: str, old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from _entry(f"{path}.{key}" if path else key, key, (old.get(key), new.get(key)))
    else:
        yield Change(path, old, new)


def _entry(path: str, key: str, pair: tuple[Any, Any]) -> Iterator[Change]:
    old, new = pair
    if key not in KEYS or not isinstance(old, list):
        yield from _differences(path, old, new)
        return
    before, after = _keyed(key, old), _keyed(key, new)
    yield from _differences(path, before, after)
    if [k for k in before if k in after] != [k for k in after if k in before]:
        yield Change(path, list(before), list(after))


def _keyed(key: str, entries: list[Plain]) -> dict[str, Plain]:
    return {entry[KEYS[key]]: entry for entry in entries}
