"""What must hold between the parts of a document: the matrix, the targets, the reasons."""

from collections.abc import Iterable

from branchfloor.domain.catalogue import CounterPlan, GreenReason, Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid, entry
from branchfloor.domain.kinds import ClassKind, Height

from .reading import a

_MARKS = ("serves", "backs_up", "lendable")


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
            raise ConfigInvalid("twice", kind=kind, code=code)
        seen.add(code)
    if not seen and kind in ("service", "counter"):
        raise ConfigInvalid("none", kind=kind)


def _check_counter(plan: CounterPlan, services: dict[str, Service]) -> None:
    where = entry("counter", plan.number)
    if plan.height is Height.LOW and plan.takes_cash:
        raise ConfigInvalid("low_cash", where=where)
    for key in _MARKS:
        for code in sorted(getattr(plan, key)):
            if code not in services:
                raise ConfigInvalid("no_service", where=where, key=key, service=code)
            why_not = _why_not(plan, services[code], key)
            if why_not:
                raise ConfigInvalid(
                    "cannot", service=code, how=a(key), counter=plan.number, why=a(why_not)
                )
    doubled = plan.serves & plan.backs_up | (plan.serves | plan.backs_up) & plan.lendable
    if doubled:
        raise ConfigInvalid("doubled", where=where, service=min(doubled))


def _why_not(plan: CounterPlan, service: Service, key: str) -> str:
    if service.needs_cash and not plan.takes_cash:
        return "takes_no_cash"
    if service.sales_zone and not plan.sales_zone:
        return "outside_sales_zone"
    if service.needs_cash and key == "lendable":
        return "cash_never_lent"
    return ""


def _check_service(config: BranchConfig, service: Service, served: frozenset[str]) -> None:
    if service.code not in served:
        raise ConfigInvalid("served_nowhere", service=service.code)
    tier_min = dict(config.policy.tier_target_min)[service.tier]
    if service.target_min is not None and service.target_min < tier_min:
        has = {"key": "target_min", "value": service.target_min, "least": tier_min}
        raise ConfigInvalid("short_target", where=entry("service", service.code), **has)


def _check_reason(config: BranchConfig, reason: GreenReason) -> None:
    """Green reasons give priority by law or earn it; a skill gives none; nobody buys it."""
    rules = {rule.name: rule.kind for rule in config.policy.classes}
    kind, where = rules.get(reason.class_name), entry("green", reason.code)
    if kind is None:
        raise ConfigInvalid("no_class", where=where, standing=reason.class_name)
    if kind is ClassKind.COMMERCIAL:
        raise ConfigInvalid("bought", where=where, standing=reason.class_name)
    if (kind is ClassKind.EMERGENCY) != (reason.counts == "emergency"):
        raise ConfigInvalid("emergency_pair", where=where)
    if kind is ClassKind.ORDINARY and reason.skill is None:
        raise ConfigInvalid("gives_nothing", where=where)
