"""Who comes before whom, as data: classes with targets and head starts (DESIGN §5)."""

from dataclasses import dataclass

from .catalogue import Service
from .kinds import ClassKind, Discipline, Tier

ORDINARY = "ordinary"
LEGAL = "legal"
EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class ClassRule:
    """One class of standing; no `target_min` means the tier's. The head start is in targets."""

    name: str
    kind: ClassKind
    target_min: float | None = None
    head_start: float = 0.0


@dataclass(frozen=True, slots=True)
class Policy:
    """The routing rule of a branch; `classes` run from the strongest standing to the weakest."""

    discipline: Discipline
    classes: tuple[ClassRule, ...]
    tier_target_min: tuple[tuple[Tier, float], ...]
    provisional_green: bool = True

    def rule(self, class_name: str) -> ClassRule:
        """The rule of a class; KeyError when the policy has none of that name."""
        for rule in self.classes:
            if rule.name == class_name:
                return rule
        raise KeyError(class_name)

    def rank(self, class_name: str) -> int:
        """Place of a class from the strongest (0) down."""
        return next(i for i, rule in enumerate(self.classes) if rule.name == class_name)

    def target_s(self, class_name: str, service: Service) -> float:
        """Target wait of a class for a service, in seconds.

        A service may lengthen the target of ordinary and commercial classes, never shorten it,
        and never touches another class. An emergency has the legal target for reports.
        """
        rule = self.rule(class_name)
        base = rule.target_min if rule.target_min is not None else self._default_min(rule, service)
        if rule.kind in (ClassKind.ORDINARY, ClassKind.COMMERCIAL) and service.target_min:
            base = max(base, service.target_min)
        return base * 60.0

    def _default_min(self, rule: ClassRule, service: Service) -> float:
        if rule.kind is ClassKind.EMERGENCY:
            return min(r.target_min for r in self.classes if r.target_min is not None)
        return dict(self.tier_target_min)[service.tier]
