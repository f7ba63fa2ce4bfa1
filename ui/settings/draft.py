"""A draft of the branch document: changed key by key, checked whole after each change. No Qt."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

import tomli_w

from branchfloor.config import Change, compare, parse_document, to_document
from branchfloor.config.writing import Plain, plain
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid, Sentence
from branchfloor.routing.bound import check_law

Path = tuple[str | int, ...]
"""Where a value stands: `("service", 3, "tile", "order")`."""

MARKS = ("serves", "backs_up", "lendable")
"""The lists of a counter that name services."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the draft may not be saved, and the change that broke it."""

    why: Sentence
    path: Path


class Draft:
    """What stands in the fields now, beside the version it began from.

    `config` is the newest whole draft that was sound; `fault` says why the present one is not.
    `today` tells which certificates have run out; `may_change` whether who looks may save.
    """

    def __init__(self, base: BranchConfig, today: date | None = None) -> None:
        self.base, self.today = base, today
        self.may_change = True
        self.values: Plain = plain(base)
        self.config = base
        self.fault: Fault | None = None

    @property
    def changed(self) -> bool:
        """Whether anything differs from the version it began from."""
        return self.fault is not None or bool(self.changes())

    def changes(self) -> list[Change]:
        """Every difference of the newest sound draft from its beginning."""
        return compare(self.base, self.config)

    def document(self) -> str:
        """The TOML text to adopt."""
        return to_document(self.config)

    def get(self, path: Path) -> Any:
        """The value at a path; None where there is none."""
        return _at(self.values, path)

    def old(self, path: Path) -> Any:
        """The value at a path in the version it began from; None where there is none."""
        return _at(plain(self.base), path)

    def put(self, path: Path, value: object) -> None:
        """Change one value and check the whole."""
        holder, key = self.get(path[:-1]), path[-1]
        before = self.get(path)
        if before == value:
            return
        holder[key] = value
        if path[0] == "service" and key == "code":
            self._rename(str(before), str(value))
        self._check(path)

    def add(self, kind: str, entry: Plain, at: int | None = None) -> int:
        """Add an entry to a list such as `service`; gives its place."""
        entries = self.values[kind]
        place = len(entries) if at is None else at
        entries.insert(place, entry)
        self._check((kind, place))
        return place

    def remove(self, kind: str, at: int) -> None:
        """Take an entry out; a service leaves every counter with it."""
        gone = self.values[kind].pop(at)
        if kind == "service":
            self._rename(gone["code"], None)
        self._check((kind, max(0, at - 1)))

    def move(self, kind: str, at: int, to: int) -> None:
        """Change the place of an entry in its list."""
        entries = self.values[kind]
        entries.insert(to, entries.pop(at))
        self._check((kind, to))

    def mark(self, counter: int, service: str, mark: str | None) -> None:
        """Set what a counter does with a service: one of `MARKS`, or None for nothing."""
        plan = self.values["counter"][counter]
        order = {one["code"]: place for place, one in enumerate(self.values["service"])}
        for key in MARKS:
            codes = set(plan[key]) - {service} | ({service} if key == mark else set())
            plan[key] = sorted(codes, key=lambda code: order.get(code, len(order)))
        self._check(("counter", counter, mark or MARKS[0]))

    def load(self, text: str) -> None:
        """Take a whole document into the draft; ConfigInvalid leaves the draft as it was."""
        found = checked(text, self.base.version)
        self.config, self.values, self.fault = found, plain(found), None

    def reset(self) -> None:
        """Forget every change."""
        self.config, self.values, self.fault = self.base, plain(self.base), None

    def copy_of(self, kind: str, at: int) -> Plain:
        """An entry to begin a new one from."""
        return deepcopy(self.values[kind][at])

    def _rename(self, before: str, after: str | None) -> None:
        """Counters follow a service's code; None takes it out of them."""
        for plan in self.values["counter"]:
            for key in MARKS:
                new = (after if code == before else code for code in plan[key])
                plan[key] = [code for code in new if code is not None]

    def _check(self, path: Path) -> None:
        try:
            self.config = checked(tomli_w.dumps(_given(self.values)), self.base.version)
        except ConfigInvalid as invalid:
            why = invalid.why
            same = self.fault is not None and self.fault.why == why
            self.fault = self.fault if same else Fault(why, path)
        else:
            self.fault = None


def checked(text: str, version: int) -> BranchConfig:
    """A document that keeps all rules and the law; ConfigInvalid with why it does not."""
    config = parse_document(text, version)
    check_law(config)
    return config


def _at(values: Any, path: Path) -> Any:
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _given(value: Any) -> Any:
    """The values without those that are not given: TOML has no word for nothing."""
    if isinstance(value, dict):
        return {key: _given(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_given(one) for one in value]
    return value


def places(entries: Iterable[Plain], key: str) -> dict[str, int]:
    """Where each entry of a list stands, by its own key."""
    return {str(entry[key]): place for place, entry in enumerate(entries)}
