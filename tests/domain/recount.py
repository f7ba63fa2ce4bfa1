"""The day recounted from the raw log, for comparison with the live figures."""

from typing import Any

from branchfloor.domain import events as e
from branchfloor.domain import hall_events as h
from branchfloor.domain.kinds import LegState

BESIDE = (e.StageReached, e.LegApproved, h.RatingOffered, h.RatingGiven)
"""What is known of a leg beside its state and clocks."""


class Recount:
    """The log read by somebody who knows only what its events mean.

    A visit's clock is (seconds banked, running since); a counter's row holds when it opened and
    when it took its customer, and what earlier times made. `back` keeps all of it as it was
    before each entry, for steps taken back.
    """

    def __init__(self, log):
        self.legs: dict[Any, Any] = {}
        self.visits: dict[Any, Any] = {}
        self.counters: dict[Any, Any] = {}
        self.back: dict[Any, Any] = {}
        for entry in log:
            self.at = entry.at
            self.back[entry.seq] = self.copied(self.legs, self.visits, self.counters)
            self.read(entry, entry.event)
            for visit_id, visit in self.visits.items():
                visit["clock"] = self.settled(visit_id, visit["clock"])

    def copied(self, *tables):
        return tuple({key: dict(row) for key, row in table.items()} for table in tables)

    def settled(self, visit_id, clock):
        states = [leg["state"] for key, leg in self.legs.items() if key[0] == visit_id]
        active = LegState.CALLED in states or LegState.SERVING in states
        runs = LegState.WAITING in states and not active
        if runs == (clock[1] is not None):
            return clock
        return (clock[0], self.at) if runs else (self.clock(clock), None)

    def clock(self, clock):
        return clock[0] + ((self.at - clock[1]).total_seconds() if clock[1] else 0.0)

    def read(self, entry, event):
        if isinstance(event, e.TicketIssued):
            self.visits[event.visit_id] = {
                "at": entry.at,
                "class": event.class_name,
                "clock": (0.0, None),
            }
            for leg in event.legs:
                self.add(event.visit_id, leg)
        elif isinstance(event, e.StandingChanged):
            self.visits[event.visit_id]["class"] = event.class_name
        elif isinstance(event, e.StepUndone):
            self.undo(event)
        elif isinstance(event, e.CounterEvent):
            self.turn(event, self.counter(event.counter))
        elif isinstance(event, e.LegEvent) and not isinstance(event, BESIDE):
            self.leg(entry, event, self.legs[event.visit_id, event.leg_no])

    def counter(self, number):
        fresh = {"open": None, "opens": 0.0, "busy": None, "busys": 0.0, "closing": False}
        return self.counters.setdefault(number, fresh)

    def add(self, visit_id, leg):
        self.legs[visit_id, leg.no] = {
            "service": leg.service,
            "state": leg.state,
            "calls": [],
            "call": None,
            "wait": None,
            "mark": 0.0,
            "served": 0.0,
            "sat": None,
            "no_shows": 0,
            "counter": None,
        }

    def leg(self, entry, event, leg):
        getattr(self, type(event).__name__)(entry, event, leg)

    def LegCalled(self, entry, event, leg):  # noqa: N802 - named as the event
        wait = self.clock(self.visits[event.visit_id]["clock"]) - leg["mark"]
        leg.update(state=LegState.CALLED, call=event, wait=wait, seq=entry.seq)
        leg.update(calls=[*leg["calls"], entry.at], target=event.target_s)
        self.sit(leg, event.counter)

    def LegRecalled(self, entry, event, leg):  # noqa: N802
        assert leg["state"] is LegState.CALLED

    def LegStarted(self, entry, event, leg):  # noqa: N802
        leg.update(state=LegState.SERVING, sat=entry.at)

    def LegResumed(self, entry, event, leg):  # noqa: N802
        leg.update(state=LegState.SERVING, sat=entry.at)
        self.sit(leg, event.counter)

    def LegFinished(self, entry, event, leg):  # noqa: N802
        self.stand_up(leg, LegState.DONE)

    def LegHeld(self, entry, event, leg):  # noqa: N802
        self.stand_up(leg, LegState.ON_HOLD)

    def LegTransferred(self, entry, event, leg):  # noqa: N802
        self.stand_up(leg, LegState.WAITING)
        mark = self.visits[event.visit_id]["clock"][0]
        leg.update(service=event.service, mark=mark, target=event.target_s)

    def LegMissed(self, entry, event, leg):  # noqa: N802
        leg["no_shows"] += 1
        self.stand_up(leg, LegState.EXPIRED if event.expired else LegState.LATE)

    def LegQueued(self, entry, event, leg):  # noqa: N802
        leg["state"] = LegState.WAITING
        if event.cause == "planned":
            leg["mark"] = self.clock(self.visits[event.visit_id]["clock"])

    def LegMoved(self, entry, event, leg):  # noqa: N802
        leg.update(service=event.service, target=event.target_s)

    def LegReleased(self, entry, event, leg):  # noqa: N802
        visit = self.visits[event.visit_id]
        visit["clock"] = self.back[leg["seq"]][1][event.visit_id]["clock"]
        self.stand_up(leg, LegState.WAITING)
        leg.update(call=None, wait=None, calls=leg["calls"][:-1])

    def LegEnded(self, entry, event, leg):  # noqa: N802
        self.stand_up(leg, event.state)

    def sit(self, leg, number):
        leg["counter"] = number
        self.counter(number)["busy"] = self.at

    def stand_up(self, leg, state):
        if leg["sat"]:
            leg["served"] += (self.at - leg["sat"]).total_seconds()
        if leg["state"] in (LegState.CALLED, LegState.SERVING):
            counter = self.counter(leg["counter"])
            counter["busys"] += (self.at - counter["busy"]).total_seconds()
            counter["busy"] = None
            if counter["closing"]:
                self.close(counter)
        leg.update(state=state, sat=None)

    def close(self, counter):
        if counter["open"]:
            counter["opens"] += (self.at - counter["open"]).total_seconds()
        counter.update(open=None, closing=False)

    def undo(self, event):
        """All legs of the visit, its clock and its counter as they were before the step."""
        legs, visits, counters = self.copied(*self.back[event.undone_seq])
        self.legs.update({key: leg for key, leg in legs.items() if key[0] == event.visit_id})
        self.visits[event.visit_id] = visits[event.visit_id]
        self.counters[event.counter] = counters[event.counter]

    def turn(self, event, counter):
        if isinstance(event, e.CounterOpened):
            counter.update(open=counter["open"] or self.at, closing=False)
        elif isinstance(event, e.CounterClosing):
            counter["closing"] = True
        elif isinstance(event, e.CounterClosed):
            self.close(counter)

    def rows(self, wanted):
        return [leg for key, leg in self.legs.items() if wanted(leg, self.class_of(key))]

    def class_of(self, key):
        call = self.legs[key]["call"]
        return call.class_name if call else self.visits[key[0]]["class"]
