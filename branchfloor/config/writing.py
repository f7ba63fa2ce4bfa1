"""From values back to a document: what a settings page or a comparison works with."""

from dataclasses import fields
from typing import Any

from branchfloor.domain.alerting import AlertRule
from branchfloor.domain.catalogue import (
    ChecklistItem,
    CounterPlan,
    GreenReason,
    Name,
    OpeningHours,
    Service,
    StaffMember,
    Tile,
)
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.policy import ClassRule, Policy
from branchfloor.domain.roster_rules import CounterKind, RosterRules
from branchfloor.domain.settings import Settings
from branchfloor.domain.slip import SlipLayout
from branchfloor.domain.special_days import SpecialDays

from .people import WEEKDAYS

Plain = dict[str, Any]


def to_document(config: BranchConfig) -> str:
    """The TOML text of a configuration; `parse_document` reads the same values from it.

    Every setting is written, so a branch keeps its numbers when a default changes later.
    """
    import tomli_w  # only writing needs it; commands never write

    document = plain(config)
    for key in ("service", "counter", "green", "staff"):
        document[key] = [_short(entry) for entry in document[key]]
    document["policy"]["class"] = [_short(entry) for entry in document["policy"]["class"]]
    return tomli_w.dumps(document)


def plain(config: BranchConfig) -> Plain:
    """Every value of a configuration under its document key, defaults included."""
    order = {service.code: place for place, service in enumerate(config.services)}
    return {
        "preset": config.preset,
        "name": _name(config.name),
        "time_zone": config.time_zone,
        "notices": [_name(one) for one in config.notices],
        "hours": _hours(config.hours),
        "settings": _settings(config.settings),
        "policy": _policy(config.policy),
        "counter": [_counter(one, order) for one in config.counters],
        "service": [_service(one) for one in config.services],
        "green": [_reason(one) for one in config.green_reasons],
        "staff": [_person(one) for one in config.staff],
        "checklist": [_item(one) for one in config.checklist],
        "alert": [_alert(one) for one in config.alerts],
        "slip": _slip(config.slip),
        "special_days": _special_days(config.special_days),
        "roster": _roster(config.roster),
    }


def _name(name: Name) -> Plain:
    return {"zh": name.zh, "en": name.en}


def _hours(hours: OpeningHours) -> Plain:
    days = {WEEKDAYS[day]: f"{a:%H:%M}-{b:%H:%M}" for day, a, b in hours.days}
    return {
        **days,
        "holidays": list(hours.holidays),
        "last_ticket_before_min": hours.last_ticket_before_min,
    }


def _settings(settings: Settings) -> Plain:
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in values.items()}


def _policy(policy: Policy) -> Plain:
    return {
        "discipline": policy.discipline.value,
        "provisional_green": policy.provisional_green,
        "target_min": {tier.value: _number(target) for tier, target in policy.tier_target_min},
        "class": [_class(rule) for rule in policy.classes],
    }


def _class(rule: ClassRule) -> Plain:
    return {
        "name": rule.name,
        "kind": rule.kind.value,
        "target_min": _number(rule.target_min),
        "head_start": _number(rule.head_start),
    }


def _counter(plan: CounterPlan, order: dict[str, int]) -> Plain:
    return {
        "number": plan.number,
        "name": _name(plan.name),
        "height": plan.height.value,
        "takes_cash": plan.takes_cash,
        "sales_zone": plan.sales_zone,
        "elastic": plan.elastic,
        "care": plan.care,
        "corporate": plan.corporate,
        "word": plan.word,
        "zone": plan.zone,
        "skills": sorted(plan.skills),
        "serves": sorted(plan.serves, key=order.__getitem__),
        "backs_up": sorted(plan.backs_up, key=order.__getitem__),
        "lendable": sorted(plan.lendable, key=order.__getitem__),
    }


def _service(service: Service) -> Plain:
    return {
        "code": service.code,
        "name": _name(service.name),
        "everyday": _name(service.everyday) if service.everyday else None,
        "tier": service.tier.value,
        "prefix": service.prefix,
        "needs_cash": service.needs_cash,
        "corporate": service.corporate,
        "sales_zone": service.sales_zone,
        "mean_min": _number(service.mean_min),
        "cv": _number(service.cv),
        "target_min": _number(service.target_min),
        "requires": list(service.requires),
        "bring": [_name(one) for one in service.bring],
        "talk_first": service.talk_first,
        "opens": f"{service.opens:%H:%M}" if service.opens else None,
        "closes": f"{service.closes:%H:%M}" if service.closes else None,
        "tile": _tile(service.tile),
        "approval": service.approval,
        "stages": [{"code": one.code, "name": _name(one.name)} for one in service.stages],
    }


def _tile(tile: Tile) -> Plain:
    return {
        "quick": tile.quick,
        "home": tile.home,
        "group": tile.group,
        "order": tile.order,
        "icon": tile.icon,
    }


def _reason(reason: GreenReason) -> Plain:
    return {
        "code": reason.code,
        "name": _name(reason.name),
        "counts": reason.counts,
        "class": reason.class_name,
        "proof": list(reason.proof),
        "skill": reason.skill,
    }


def _person(person: StaffMember) -> Plain:
    skills = [{"name": skill, "until": until} for skill, until in person.skills]
    return {
        "number": person.number,
        "roles": list(person.roles),
        "skills": [_short(skill) for skill in skills],
    }


def _item(item: ChecklistItem) -> Plain:
    return {"code": item.code, "when": item.when, "name": _name(item.name)}


def _alert(rule: AlertRule) -> Plain:
    return {
        "rule": rule.rule,
        "least": rule.least,
        "after_min": _number(rule.after_min),
        "cool_down_min": _number(rule.cool_down_min),
        "off": rule.off,
    }


def _slip(slip: SlipLayout) -> Plain:
    return {
        "paper_mm": slip.paper_mm,
        "head": [_name(one) for one in slip.head],
        "foot": [_name(one) for one in slip.foot],
        "line": [{"shows": one.shows.value, "size": one.size.value} for one in slip.lines],
    }


def _special_days(days: SpecialDays) -> Plain:
    return {
        "pay_days": list(days.pay),
        "pension_days": list(days.pension),
        "month_end_days": days.last_days,
    }


def _roster(rules: RosterRules) -> Plain:
    start, end = (
        f"{minute // 60:02d}:{minute % 60:02d}"
        for minute in (rules.window.from_min, rules.window.until_min)
    )
    return {
        "least_shift_min": rules.least_shift_min,
        "most_shift_min": rules.most_shift_min,
        "most_days": rules.most_days,
        "most_week_hours": rules.most_week_min // 60,
        "break_after_min": rules.break_after_min,
        "least_break_min": rules.least_break_min,
        "meal_from_shift_min": rules.meal_from_shift_min,
        "meal_min": rules.meal_min,
        "break_hours": f"{start}-{end}",
        **{f"least_{kind.value}": rules.least_of(kind) for kind in CounterKind},
    }


def _number(value: float | None) -> float | None:
    """20 rather than 20.0, as people write it."""
    return int(value) if value is not None and value == int(value) else value


def _short(entry: Plain) -> Plain:
    """An entry without what it says by saying nothing."""
    kept = {key: _short(v) if isinstance(v, dict) else v for key, v in entry.items()}
    return {key: v for key, v in kept.items() if v not in (None, False, "", [], {}, 0)}
