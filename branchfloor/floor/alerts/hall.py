"""Alerts of the hall: a counter that asks for help, a request to look at, a device, a grade."""

from collections.abc import Iterator

from branchfloor.domain.alerting import AlertRule
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.hall import Fault
from branchfloor.domain.kinds import ENDED

from .alert import Alert, Grade
from .scene import Scene

HELP_URGENT_S = 120
"""A call for help that nobody answers for so long is urgent, security at once."""

_PAPER = frozenset({"paper_low", "paper_out", "printer_paper_low", "printer_no_paper"})
_CABLE = frozenset({"offline", "printer_offline", "printer_place"})
_BY_KIND = {"voice": "device_voice", "copy": "device_copy"}


def device_do(fault: Fault) -> str:
    """The code of what mends it: a new roll, a cable, the sound settings, room on a disk."""
    if fault.code in _PAPER:
        return "device_paper"
    if fault.code in _CABLE:
        return "device_cable"
    return _BY_KIND.get(fault.device.partition(":")[0], "device_fault")


def help_waiting(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """A counter pressed its help button and nobody has come."""
    for call in scene.state.hall.helps:
        waits_s = seconds_between(call.asked_at, scene.now)
        if call.answered_at is not None or waits_s < rule.after_min * 60:
            continue
        urgent = call.kind == "security" or waits_s >= HELP_URGENT_S
        minutes, seconds = divmod(int(waits_s), 60)
        values = (
            ("counter", call.counter),
            ("kind", call.kind),
            ("time", f"{minutes}:{seconds:02d}"),
        )
        yield Alert(
            rule="help_waiting",
            subject=call.counter,
            grade=Grade.URGENT if urgent else Grade.WARN,
            measure=waits_s / 60,
            values=values,
            counter=call.counter,
        )


def green_pending(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """Requests for the green channel that nobody has looked at for some minutes."""
    asked = [
        (ground.at, visit.number)
        for visit in scene.state.visits.values()
        if (ground := visit.pending) and any(leg.state not in ENDED for leg in visit.legs)
    ]
    old = sorted(one for one in asked if seconds_between(one[0], scene.now) >= rule.after_min * 60)
    if not old or len(old) < rule.least:
        return
    minutes = int(seconds_between(old[0][0], scene.now) / 60)
    tickets = tuple(number for _, number in old)
    values = (("n", len(old)), ("tickets", " ".join(tickets[:6])), ("minutes", minutes))
    yield Alert("green_pending", "", Grade.WARN, minutes, values, tickets=tickets)


def device_fault(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """A device that told of a fault."""
    for fault in scene.state.hall.faults:
        if seconds_between(fault.at, scene.now) >= rule.after_min * 60:
            values = (("device", fault.device), ("fault", fault.code))
            do = device_do(fault)
            yield Alert("device_fault", fault.device, Grade.WARN, 1, values, do=do)


def low_grade(scene: Scene, rule: AlertRule) -> Iterator[Alert]:
    """Customers who were not content and whom nobody has spoken to yet."""
    tasks = [task for task in scene.state.hall.open_tasks if task.kind == "low_grade"]
    if not tasks or len(tasks) < rule.least:
        return
    numbers = " ".join(f"{task.number} ({task.counter})" for task in tasks[:4])
    values = (("n", len(tasks)), ("tickets", numbers))
    tickets = tuple(task.number for task in tasks)
    yield Alert("low_grade", "", Grade.WARN, len(tasks), values, tickets=tickets)
