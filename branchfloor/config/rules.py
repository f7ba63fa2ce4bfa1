"""The routing rule and the settings of a document."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from branchfloor.domain.kinds import ClassKind, Discipline, Tier
from branchfloor.domain.policy import EMERGENCY, LEGAL, ORDINARY, ClassRule, Policy
from branchfloor.domain.settings import Settings
from branchfloor.phrasing import LANGUAGES

from .catalogue import code_of
from .reading import Table, a, clock_of

NOT_ZERO = {
    "announce_times",
    "board_big_s",
    "board_history_rows",
    "calls_before_no_show",
    "kiosk_back_s",
    "ticket_page_s",
    "pin_failures",
    "forecast_every_s",
    "promise_every_s",
}

LESS_THAN = (
    ("kiosk_warn_s", "kiosk_back_s"),
    ("board_big_s", "board_now_s"),
    ("amber_min", "red_min"),
    ("elastic_close_waiting", "elastic_open_waiting"),
    ("elastic_close_wait_min", "elastic_open_wait_min"),
)
"""Pairs of settings of which the first must be the smaller: a warning before its limit, and
thresholds of opening and closing apart, or an elastic counter would flutter."""

_STEPS = (ClassKind.EMERGENCY, ClassKind.LEGAL, None, ClassKind.ORDINARY)


def read_policy(table: Table) -> Policy:
    """The `[policy]` with its classes from the strongest standing to the weakest."""
    targets = table.table("target_min")
    policy = Policy(
        discipline=table.word("discipline", Discipline),
        classes=tuple(_class(one) for one in table.tables("class")),
        tier_target_min=tuple((tier, targets.positive(tier.value)) for tier in Tier),
        provisional_green=table.flag("provisional_green", True),
    )
    targets.done()
    table.done()
    table.once("class", [rule.name for rule in policy.classes])
    _check_order(table, policy)
    return policy


def read_settings(table: Table) -> Settings:
    """The `[settings]`; what is left out has its default."""
    settings = Settings(**dict(_given(table)))
    if not settings.languages or not set(settings.languages) <= set(LANGUAGES):
        table.refuse("at_least_one", key="languages", words=LANGUAGES)
    if not set(settings.outcome_tiers) <= set(Tier):
        table.refuse("nothing_else", key="outcome_tiers", words=tuple(Tier))
    for span in settings.quiet_hours:
        _check_span(table, span)
    for less, more in LESS_THAN:
        if getattr(settings, less) >= getattr(settings, more):
            table.refuse("less", less=less, more=more)
    table.done()
    return settings


def _check_span(table: Table, text: str) -> None:
    start, _, end = text.partition("-")
    opens, closes = clock_of(start), clock_of(end)
    if opens is None or closes is None or opens >= closes:
        table.refuse("quiet_spans", key="quiet_hours", value=text)


def _given(table: Table) -> Iterator[tuple[str, Any]]:
    for field in fields(Settings):
        if not table.has(field.name):
            continue
        if isinstance(field.default, bool):
            yield field.name, table.flag(field.name)
        elif isinstance(field.default, int):
            yield field.name, table.whole(field.name, least=int(field.name in NOT_ZERO))
        else:
            yield field.name, table.texts(field.name)


def _class(table: Table) -> ClassRule:
    name = code_of(table, "name", "class")
    kind = table.word("kind", ClassKind)
    target_min = table.positive("target_min") if table.has("target_min") else None
    rule = ClassRule(name, kind, target_min, table.amount("head_start", 0.0))
    table.done()
    if kind is ClassKind.EMERGENCY and (rule.target_min is not None or rule.head_start):
        table.refuse("emergency_scored")
    if kind is ClassKind.LEGAL and rule.target_min is None:
        table.refuse("missing", key="target_min", what=a("number_above_0"))
    return rule


def _check_order(table: Table, policy: Policy) -> None:
    """Emergency, then the law, then the rest, ordinary last; strict ranks hang on it."""
    for name, kind in (
        (EMERGENCY, ClassKind.EMERGENCY),
        (LEGAL, ClassKind.LEGAL),
        (ORDINARY, ClassKind.ORDINARY),
    ):
        if not any(rule.name == name and rule.kind is kind for rule in policy.classes):
            table.refuse("class_lacks", standing=name, kind=kind.value)
    places = [_STEPS.index(r.kind if r.kind in _STEPS else None) for r in policy.classes]
    if places != sorted(places) or places.count(0) != 1 or places.count(3) != 1:
        table.refuse("class_order")
