"""The `[[alert]]` tables of a document: thresholds and cool-downs of the overview's alerts."""

from branchfloor.domain.alerting import ALERTS, AlertRule

from .reading import Table

_DEFAULTS = {rule.rule: rule for rule in ALERTS}


def read_alerts(tables: list[Table]) -> tuple[AlertRule, ...]:
    """Every rule in its order: what a table leaves out, and a rule without a table, is as a
    branch starts with it.
    """
    own: dict[str, AlertRule] = {}
    for table in tables:
        rule = _rule(table)
        if rule.rule in own:
            table.refuse("rule_twice", rule=rule.rule)
        own[rule.rule] = rule
    return tuple(own.get(rule.rule, rule) for rule in ALERTS)


def _rule(table: Table) -> AlertRule:
    name = table.text("rule")
    start = _DEFAULTS.get(name)
    if start is None:
        table.refuse("rule_unknown", rule=name, words=tuple(_DEFAULTS))
    rule = AlertRule(
        name,
        table.whole("least", start.least, 1),
        table.amount("after_min", start.after_min),
        table.positive("cool_down_min") if table.has("cool_down_min") else start.cool_down_min,
        table.flag("off", start.off),
    )
    table.done()
    return rule
