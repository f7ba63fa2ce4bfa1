"""What must hold between the parts of a document: the matrix, the targets, the reasons."""

from collections.abc import Iterable

from branchfloor.domain.catalogue import CounterPlan, GreenReason, Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.kinds import ClassKind, Height

_VERBS = (("serves", "served at"), ("backs_up", "backed up at"), ("lendable", "lent to"))


def check(config: BranchConfig) -> None:
    """Refuse a document whose parts contradict each other, with the first sentence found."""
    _check_unique("service", (s.code for s in config.services))
    _check_unique("counter", (c.number for c in config.counters))
    _check_unique("green", (r.code for r in config.green_reasons))
    _check_unique("staff", (p.number for p in config.staff))
    _check_unique("checklist", (item.code for item in config.checklist))
    services = {s.code: s for s in config.services}
    for plan in config.counters:
        _check_counter(plan, services)
    served = frozenset[str]().union(*(plan.serves for plan in config.counters))
    for service in config.services:
        _check_service(config, service, served)
    for reason in config.green_reasons:
        _check_reason(config, reason)


def _check_unique(kind: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise ConfigInvalid(f"{kind} {code} stands there twice; give each one its own")
        seen.add(code)
    if not seen and kind in ("service", "counter"):
        raise ConfigInvalid(f"{kind} is missing; give at least one [[{kind}]]")


def _check_counter(plan: CounterPlan, services: dict[str, Service]) -> None:
    where = f"counter {plan.number}"
    if plan.height is Height.LOW and plan.takes_cash:
        raise ConfigInvalid(
            f'{where}: a low counter takes no cash; remove takes_cash or set height = "high"'
        )
    for key, verb in _VERBS:
        for code in sorted(getattr(plan, key)):
            if code not in services:
                raise ConfigInvalid(
                    f"{where}: {key} lists {code}, which is no service; add it or correct the code"
                )
            why_not = _why_not(plan, services[code], key)
            if why_not:
                raise ConfigInvalid(f"{code} cannot be {verb} counter {plan.number}: {why_not}")
    doubled = plan.serves & plan.backs_up | (plan.serves | plan.backs_up) & plan.lendable
    if doubled:
        raise ConfigInvalid(
            f"{where}: {min(doubled)} stands in two of serves, backs_up and lendable; keep one"
        )


def _why_not(plan: CounterPlan, service: Service, key: str) -> str:
    if service.needs_cash and not plan.takes_cash:
        return "it takes no cash"
    if service.sales_zone and not plan.sales_zone:
        return "it is outside the sales zone"
    if service.needs_cash and key == "lendable":
        return "cash work is never lent"
    return ""


def _check_service(config: BranchConfig, service: Service, served: frozenset[str]) -> None:
    if service.code not in served:
        raise ConfigInvalid(
            f"service {service.code} is served at no counter; list it in the serves of one"
        )
    tier_min = dict(config.policy.tier_target_min)[service.tier]
    if service.target_min is not None and service.target_min < tier_min:
        raise ConfigInvalid(
            f"service {service.code}: target_min {service.target_min:g} is shorter than the "
            f"{tier_min:g} of its tier; a service may only lengthen a target"
        )


def _check_reason(config: BranchConfig, reason: GreenReason) -> None:
    """Green reasons give priority by law or earn it; a skill gives none; nobody buys it."""
    rules = {rule.name: rule.kind for rule in config.policy.classes}
    kind, where = rules.get(reason.class_name), f"green {reason.code}"
    if kind is None:
        raise ConfigInvalid(
            f"{where}: the policy has no class {reason.class_name}; choose one it lists"
        )
    if kind is ClassKind.COMMERCIAL:
        raise ConfigInvalid(
            f"{where}: class {reason.class_name} is a commercial one; choose legal or an earned one"
        )
    if (kind is ClassKind.EMERGENCY) != (reason.counts == "emergency"):
        raise ConfigInvalid(
            f'{where}: counts = "emergency" and class = "emergency" go together; set both'
        )
    if kind is ClassKind.ORDINARY and reason.skill is None:
        raise ConfigInvalid(f"{where}: it gives neither priority nor a skill; add one of them")
