"""Alerts of those who wait: overdue, far too long, in vain, too many for the open counters."""

from collections.abc import Iterator

from branchfloor.domain.advising import Act
from branchfloor.domain.alerting import AlertRule
from branchfloor.domain.clock import seconds_between
from branchfloor.routing.stranded import Stranded, Why, stranded, stranded_by
from branchfloor.waits.round import rounded

from .alert import Alert, Grade
from .scene import Scene, Waiter

NAMED = 6
"""So many tickets are named in one sentence."""


def overdue(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """People past the target of their class; urgent from the red line on and for priority."""
    late = tuple(w for w in scene.waiting if w.target_s and w.waited_s >= w.target_s)
    if len(late) < rule.least:
        return
    red_s = scene.config.settings.red_min * 60
    urgent = any(w.priority or w.waited_s >= red_s for w in late)
    do, values = _turn(scene, late[0])
    yield Alert(
        rule="overdue",
        subject="",
        grade=Grade.URGENT if urgent else Grade.WARN,
        measure=len(late),
        values=(("n", len(late)), ("tickets", _named(late)), *values),
        do=do,
        tickets=tuple(w.number for w in late),
    )


def long_wait(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """Whoever has waited longer than anybody should, whatever the class."""
    long = tuple(w for w in scene.waiting if w.waited_s >= rule.after_min * 60)
    if len(long) < rule.least:
        return
    minutes = int(long[0].waited_s / 60)
    yield Alert(
        rule="long_wait",
        subject="",
        grade=Grade.URGENT,
        measure=minutes,
        values=(("n", len(long)), ("minutes", minutes), ("tickets", _named(long))),
        tickets=tuple(w.number for w in long),
    )


def stranded_legs(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """Those whom no open counter may call; not urgent while a paused one will come back."""
    for one in stranded(scene.state, scene.config):
        if len(one.tickets) >= rule.least:
            yield _stranded(one)


def elastic_open(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """A closed elastic counter whose threshold has been met for long enough."""
    asks_min = scene.config.settings.elastic_open_for_min
    for one in scene.elastic.reached(scene.config, scene.now):
        if one.opening:
            values = (
                ("counter", one.counter),
                ("n", one.waiting),
                ("minutes", int(one.longest_s / 60)),
                ("met", int(one.met_s / 60)),
                ("asks", asks_min),
            )
            yield Alert(
                rule="elastic_open",
                subject=one.counter,
                grade=Grade.URGENT,
                measure=one.waiting,
                values=values,
                counter=one.counter,
                proof=scene.proof(Act.OPEN, one.counter),
            )


def elastic_close(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """An open elastic counter that is not needed any more; never one that somebody still needs."""
    for one in scene.elastic.reached(scene.config, scene.now):
        if not one.opening and not stranded_by(scene.state, scene.config, one.counter):
            values = (
                ("counter", one.counter),
                ("n", one.waiting),
                ("minutes", int(one.longest_s / 60)),
            )
            yield Alert(
                rule="elastic_close",
                subject=one.counter,
                grade=Grade.INFO,
                measure=1,
                values=values,
                counter=one.counter,
                proof=scene.proof(Act.CLOSE, one.counter),
            )


def forecast_stale(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """Old ranges, or none, while somebody waits: no keeper is at work."""
    published = scene.state.forecasts
    if scene.state.day_closed or not scene.waiting:
        return
    if published is None:
        yield Alert("forecast_stale", "", Grade.WARN, 1, form="forecast_none")
        return
    age_s = seconds_between(published.made_at, scene.now)
    if age_s > rule.after_min * 60:
        values = (("minutes", round(age_s / 60)),)
        yield Alert("forecast_stale", "", Grade.WARN, age_s / 60, values)


def _turn(scene: Scene, first: Waiter) -> tuple[str, tuple[tuple[str, object], ...]]:
    """When the longest waiting will be called, and so what to do."""
    published = scene.state.forecasts
    leg = published.of_leg(first.visit_id, first.leg_no) if published else None
    if leg is None or leg.wait is None:
        return "overdue", ()
    low, high = rounded(leg.wait)
    if high <= 1:
        return "overdue_next", (("first", first.number),)
    return "overdue_due", (("first", first.number), ("low", low), ("high", high))


def stranded_values(one: Stranded) -> tuple[tuple[str, object], ...]:
    """The values of its sentences."""
    return (
        ("service", one.service),
        ("n", len(one.tickets)),
        ("tickets", _listed(one.tickets)),
        ("skill", one.skill),
        ("counters", " / ".join(one.counters[:4])),
        ("staff", " / ".join(one.staff[:4])),
    )


def _stranded(one: Stranded) -> Alert:
    return Alert(
        rule="stranded",
        subject=f"{one.service}/{one.why}",
        grade=Grade.WARN if one.why is Why.PAUSED else Grade.URGENT,
        measure=len(one.tickets),
        values=stranded_values(one),
        do=stranded_do(one),
        counter=one.counters[0] if one.counters else "",
        tickets=one.tickets,
    )


def stranded_do(one: Stranded) -> str:
    """The code of what helps: open or bring back a counter, or find whoever holds the skill."""
    if one.why is Why.SKILL:
        if one.counters:
            return "stranded_skill_open"
        return "stranded_skill_staff" if one.staff else "stranded_skill"
    return f"stranded_{one.why}"


def _named(waiters: tuple[Waiter, ...]) -> str:
    return _listed(tuple(w.number for w in waiters))


def _listed(numbers: tuple[str, ...]) -> str:
    return " ".join(numbers[:NAMED]) + (" …" if len(numbers) > NAMED else "")
