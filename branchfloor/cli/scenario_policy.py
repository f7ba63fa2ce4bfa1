"""The `[policy]` of a scenario: targets, head starts and the order of classes, by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from branchfloor.config.reading import Table, a
from branchfloor.domain.errors import Sentence
from branchfloor.domain.kinds import Discipline, Tier
from branchfloor.twin.scenario import Standing

TIER_TARGET_MIN = {Tier.GENERAL: 20.0, Tier.SPECIAL: 15.0, Tier.VALUE_ADDED: 20.0}
"""Targets where a scenario names none: those of the presets."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a service of a scenario says about its standing."""

    service: str
    class_name: str
    tier: Tier
    target_min: float | None
    head_start: float | None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A scenario's rule; what it says of a class, a service or a tier, by name."""

    discipline: Discipline
    target_min: dict[str, float]
    head_start: dict[str, float]
    order: tuple[str, ...]
    jump_min: dict[str, float]
    reserve: int

    @classmethod
    def read(cls, table: Table) -> "Rulebook":
        """The section, with its classes as a branch document has them where it lists some."""
        discipline = Discipline.AFFINE
        if table.has("discipline"):
            discipline = table.word("discipline", Discipline)
        targets, heads = _amounts(table, "target_min"), _amounts(table, "head_start")
        heads |= _amounts(table, "head_starts")
        order = list(table.texts("order"))
        for one in table.tables("class"):
            name = _class(one, targets, heads)
            order += [name] if name not in order else []
        jumps, reserve = _amounts(table, "jump_min"), table.whole("reserve", 0)
        table.done()
        return cls(discipline, targets, heads, tuple(order), jumps, reserve)

    def standing(self, asked: Asked, rank: int) -> Standing:
        """How the customers of a service stand; its own words first, then those of `[policy]`
        about the class, the service, the tier.
        """
        names = (asked.class_name, asked.service, asked.tier.value)
        target_min = asked.target_min or _first(self.target_min, names)
        target_s = (target_min or TIER_TARGET_MIN[asked.tier]) * 60
        own = asked.head_start
        head_start = _first(self.head_start, names) if own is None else own
        jump_min = _first(self.jump_min, names)
        jump_s = inf if jump_min is None else jump_min * 60
        return Standing(asked.class_name, target_s, 1 / target_s, head_start or 0.0, rank, jump_s)

    def ranks(self, class_names: Iterable[str]) -> dict[str, int]:
        """The places of classes, the strongest first: as `order` says, then as services come."""
        names = dict.fromkeys((*self.order, *class_names))
        return {name: place for place, name in enumerate(names)}

    def check(self, table: Table, asked: Iterable[Asked]) -> None:
        """Refuse a name that no class, service or tier has."""
        known = dict.fromkeys(tier.value for tier in Tier)
        for one in asked:
            known |= dict.fromkeys((one.class_name, one.service))
        for key, names in (
            ("target_min", self.target_min),
            ("head_start", self.head_start),
            ("jump_min", self.jump_min),
            ("order", self.order),
        ):
            for name in names:
                if name not in known:
                    table.refuse("nobody_of", key=key, standing=name, words=tuple(known))


def _first(said: dict[str, float], names: tuple[str, ...]) -> float | None:
    return next((said[name] for name in names if name in said), None)


def _amounts(table: Table, key: str) -> dict[str, float]:
    """A table of numbers by name; empty when it is not given."""
    if not table.has(key):
        return {}
    inner = table.table(key, a("numbers_by_name"))
    return {name: inner.number(name) for name in inner.untaken}


def _class(table: Table, targets: dict[str, float], heads: dict[str, float]) -> str:
    name = table.text("name")
    table.is_entry("class", name)
    if table.has("target_min"):
        targets[name] = table.positive("target_min")
    if table.has("head_start"):
        heads[name] = table.number("head_start")
    if table.has("kind"):
        table.text("kind")
    table.done()
    return name


def section(document: Table, key: str, *, needed: bool = False) -> Table:
    """A part of the document; its sentences begin with its name."""
    where = Sentence("config.section", {"kind": key})
    if not needed and not document.has(key):
        return Table({}, where)
    part = document.table(key)
    part.where, part.path = where, ""
    return part
