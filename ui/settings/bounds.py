"""The published bound as a table: who may be overtaken by whom, by how many minutes. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, Tier
from branchfloor.domain.policy import ClassRule
from branchfloor.routing.bound import meeting_pairs, overtaking_bound
from branchfloor.routing.score import line, score


@dataclass(frozen=True, slots=True)
class Standing:
    """Classes with one rule, and for the ordinary one the tiers that share its target."""

    names: tuple[str, ...]
    kind: ClassKind
    tiers: tuple[Tier, ...]

    @property
    def name(self) -> str:
        """The first of its classes; the others are called alike."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Curve:
    """Score by minutes waited of one standing."""

    standing: Standing
    points: tuple[tuple[float, float], ...]


def standings(config: BranchConfig) -> list[Standing]:
    """The classes but emergency, strongest first; ordinary once for each target of its tiers."""
    found: list[Standing] = []
    alike: dict[tuple[ClassKind, float, float], list[str]] = {}
    for rule in config.policy.classes:
        if rule.kind is not ClassKind.EMERGENCY and rule.target_min is not None:
            alike.setdefault((rule.kind, rule.target_min, rule.head_start), []).append(rule.name)
    for (kind, _, _), names in alike.items():
        found.append(Standing(tuple(names), kind, tuple(Tier)))
    return found + [one for rule in config.policy.classes for one in _by_tier(config, rule)]


def _by_tier(config: BranchConfig, rule: ClassRule) -> list[Standing]:
    """A class that has the targets of the tiers, once for each target."""
    if rule.kind is ClassKind.EMERGENCY or rule.target_min is not None:
        return []
    by_target: dict[float, list[Tier]] = {}
    for tier, target in config.policy.tier_target_min:
        by_target.setdefault(target, []).append(tier)
    return [Standing((rule.name,), rule.kind, tuple(t)) for _, t in sorted(by_target.items())]


def bound_table(config: BranchConfig) -> dict[tuple[Standing, Standing], float]:
    """Minutes by which the second may come later and yet be called first, when the first has
    waited its target; pairs that meet at a counter only, and only where it is above 0.
    """
    found: dict[tuple[Standing, Standing], float] = {}
    many = standings(config)
    for one, other in _kinds_of_pairs(config):
        for slow in many:
            if config.service(one).tier not in slow.tiers:
                continue
            target_s = line(config, slow.name, one).target_s
            for fast in many:
                if config.service(other).tier not in fast.tiers:
                    continue
                bound = overtaking_bound(config, (fast.name, other), (slow.name, one))
                minutes = bound.at(target_s) / 60 if bound is not None else 0.0
                if minutes > max(0.0, found.get((slow, fast), 0.0)):
                    found[slow, fast] = minutes
    return found


def curves(config: BranchConfig, to_min: float, steps: int = 12) -> list[Curve]:
    """The score of each standing from 0 to `to_min` minutes of waiting."""
    found = []
    for standing in standings(config):
        service = _service_of(config, standing)
        if service is None:
            continue
        way = line(config, standing.name, service)
        times = [to_min * at / steps for at in range(steps + 1)]
        points = tuple((t, score(60 * t, way.slope, way.head_start)) for t in times)
        found.append(Curve(standing, points))
    return found


def _service_of(config: BranchConfig, standing: Standing) -> str | None:
    """A service of its tiers whose target is the tier's own, as far as there is one."""
    own = [s for s in config.services if s.tier in standing.tiers]
    plain = [s for s in own if s.target_min is None] or own
    return plain[0].code if plain else None


def _kinds_of_pairs(config: BranchConfig) -> Iterator[tuple[str, str]]:
    """One pair of services for each pair of kinds that meet: only tier and target matter."""
    kinds = {s.code: (s.tier, s.target_min) for s in config.services}
    seen = set()
    for one, other in sorted(meeting_pairs(config)):
        kind = (kinds[one], kinds[other])
        if kind not in seen:
            seen.add(kind)
            yield one, other
