"""Under which rule a recorded day is played again: a branch's document, a `[policy]`, a preset."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from branchfloor.config import load_preset
from branchfloor.config.document import parse_document
from branchfloor.config.reading import Table
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.kinds import Discipline, Tier
from branchfloor.domain.policy import ORDINARY
from branchfloor.twin.replay import Key, Rulings
from branchfloor.twin.standings import standing_of

from .scenario_policy import Asked, Rulebook, section

PRESET = "cn-default"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a log shows: its classes and services, and classes by mean wait, the shortest first."""

    keys: tuple[Key, ...]
    classes: tuple[str, ...]


def rulings_of(text: str | None, seen: Seen) -> Rulings:
    """Standings for all that a log shows. A class the rule does not know has the target of
    ordinary customers and no head start; among classes that the rule ranks no higher than
    ordinary, `strict` goes by who was served sooner.
    """
    if text is None:
        return _of_branch(load_preset(PRESET), seen)
    document = _toml(text)
    if "service" in document and "counter" in document:
        return _of_branch(parse_document(text), seen)
    table = Table(document)
    policy = section(table, "policy", needed=True)
    book = Rulebook.read(policy)
    table.done()
    ranks = book.ranks(seen.classes)
    asked = {key: Asked(key[1], key[0], Tier.GENERAL, None, None) for key in seen.keys}
    book.check(policy, asked.values())
    return Rulings(
        book.discipline, {key: book.standing(one, ranks[key[0]]) for key, one in asked.items()}
    )


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigInvalid("no_toml", said=str(error)) from error


def _of_branch(config: BranchConfig, seen: Seen) -> Rulings:
    names = (rule.name for rule in config.policy.classes if rule.name != ORDINARY)
    ranks = _ranks(names, seen.classes)
    return Rulings(
        config.policy.discipline,
        {key: standing_of(config, key, ranks[key[0]]) for key in seen.keys},
    )


def _ranks(known: Iterable[str], seen: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys((*known, *seen)))}


BESIDE = (Discipline.FIFO, Discipline.STRICT)
"""What is shown beside the rule asked for."""
