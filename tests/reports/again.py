"""The day reckoned a second time from the bare log, by other means than the reports use.

Legs come from the recount of the domain's tests. Steps taken back are struck out of the log
first, then each counter's day is laid out as a list of moments and added up.
"""

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import fmean, median, quantiles

from branchfloor.domain import events as e
from branchfloor.domain.clock import zone
from branchfloor.domain.kinds import LegState
from tests.domain.recount import Recount

AGAIN = (LegState.WAITING, LegState.PLANNED)


def lie(values):
    """Mean, median and P90 of seconds; nothing of nothing."""
    if not values:
        return None, None, None
    if len(values) == 1:
        return values[0], values[0], values[0]
    return fmean(values), median(values), quantiles(values, n=10, method="inclusive")[8]


def standing(log):
    """The log less steps taken back."""
    undone = {x.event.undone_seq for x in log if isinstance(x.event, e.StepUndone)}
    return [x for x in log if x.seq not in undone and not isinstance(x.event, e.StepUndone)]


class Legs(Recount):
    """The recount of the domain's tests, with legs that join a visit later."""

    def read(self, entry, event):
        if isinstance(event, e.LegAdded):
            self.add(event.visit_id, event.leg)
            if event.leg.state is LegState.WAITING:
                mark = self.clock(self.visits[event.visit_id]["clock"])
                self.legs[event.visit_id, event.leg.no]["mark"] = mark
        else:
            super().read(entry, event)


class DayAgain:
    """One row a leg, and each counter's time."""

    def __init__(self, lived):
        self.config, self.until, self.day = lived.config, lived.now, lived.day
        self.log = lived.log
        count = Legs(self.log)
        self.legs = [self.leg(count, key) for key in count.legs]
        self.issued_at = {key: visit["at"] for key, visit in count.visits.items()}
        self.kept = standing(self.log)
        self.ends = {}
        self.spent = defaultdict(lambda: defaultdict(float))
        self.sittings, self.finished, self.missed = defaultdict(list), Counter(), Counter()
        self.called_at, self.called_by = {}, {}
        self.opened, self.closed = [], []
        self.lay_out()

    def leg(self, count, key):
        row = count.legs[key]
        return {
            "key": key,
            "visit": key[0],
            "service": row["service"],
            "tier": self.config.service(row["service"]).tier.value,
            "class": count.class_of(key),
            "state": row["state"],
            "wait": None if row["state"] in AGAIN else row["wait"],
            "queued": None if row["wait"] is None else row["wait"] + row["mark"],
            "target": row.get("target", 0.0),
            "service_s": row["served"],
            "no_shows": row["no_shows"],
            "overtook": row["call"].overtook if row["call"] else 0,
        }

    def hour(self, moment):
        return moment.astimezone(zone(self.config.time_zone)).hour

    def lay_out(self):
        """Every counter's moments: (when, what it then does), read off the log once."""
        self.now = {}
        for entry in self.kept:
            event, leg = entry.event, None
            if isinstance(event, e.LegEvent):
                leg = (event.visit_id, event.leg_no)
            self.counter_event(entry, event)
            if leg is not None:
                self.leg_event(entry, event, leg)
            if entry.day == self.day and isinstance(event, e.LegEnded | e.LegFinished):
                self.ends[leg] = entry.at
            if isinstance(event, e.LegMissed) and event.expired:
                self.ends[leg] = entry.at
            if isinstance(event, e.LegQueued):
                self.ends.pop(leg, None)
        for number in list(self.now):
            self.tick(number, self.until)

    def place(self, number):
        fresh = {"is": "closed", "staff": "", "leg": None, "sat": None, "at": None}
        return self.now.setdefault(number, fresh)

    def tick(self, number, at):
        place = self.place(number)
        if place["is"] != "closed" and place["at"] is not None:
            what = "paused" if place["is"] == "paused" else "idle"
            if place["leg"]:
                what = "serving" if place["sat"] else "calling"
            self.spent[number, place["staff"]][what] += (at - place["at"]).total_seconds()
        place["at"] = at
        return place

    def counter_event(self, entry, event):
        if not isinstance(event, e.CounterEvent):
            return
        place = self.tick(event.counter, entry.at)
        if isinstance(event, e.CounterOpened):
            self.opened += [entry.at] * (place["is"] == "closed")
            place.update({"is": "open", "staff": event.staff or place["staff"]})
        elif isinstance(event, e.CounterPaused):
            place["is"] = "paused"
        elif isinstance(event, e.CounterClosing):
            place["is"] = "closing"
        elif isinstance(event, e.CounterClosed):
            self.closed.append(entry.at)
            place.update({"is": "closed", "staff": ""})

    def leg_event(self, entry, event, leg):
        if isinstance(event, e.LegCalled):
            place = self.tick(event.counter, entry.at)
            place.update(leg=leg, sat=None)
            self.called_at[leg] = entry.at
            self.called_by[leg] = (event.counter, place["staff"])
        elif isinstance(event, e.LegStarted | e.LegResumed):
            self.tick(event.counter, entry.at).update(leg=leg, sat=entry.at)
        else:
            self.leaves(entry, event, leg)

    def leaves(self, entry, event, leg):
        parts = e.LegFinished | e.LegHeld | e.LegTransferred | e.LegMissed | e.LegReleased
        number = next((n for n, place in self.now.items() if place["leg"] == leg), None)
        if number is None or not isinstance(event, parts | e.LegEnded):
            return
        place = self.tick(number, entry.at)
        desk = (number, place["staff"])
        if place["sat"]:
            self.sittings[desk].append((entry.at - place["sat"]).total_seconds())
        self.finished[desk] += isinstance(event, e.LegFinished)
        self.missed[desk] += isinstance(event, e.LegMissed)
        place.update(leg=None, sat=None)
        if place["is"] == "closing":
            self.closed.append(entry.at)
            place.update({"is": "closed", "staff": ""})

    def waits(self, legs):
        return [leg["wait"] for leg in legs if leg["wait"] is not None]

    def wait_cells(self, legs):
        """What a row about waits says."""
        waits = self.waits(legs)
        within = sum(leg["wait"] <= leg["target"] for leg in legs if leg["wait"] is not None)
        edges = [0, 180, 300, 600, 900, 1200, 1800, float("inf")]
        bands = [sum(low <= wait < high for wait in waits) for low, high in pairwise(edges)]
        share = within / len(waits) if waits else None
        return [len(waits), *lie(waits), max(waits, default=None), within, share, *bands]

    def service_cells(self, legs):
        done = [leg["service_s"] for leg in legs if leg["state"] is LegState.DONE]
        return [len(done), *lie(done)]

    def desk_cells(self, wanted):
        """What a row about counters or staff says, for the desks wanted."""
        desks = {*self.spent, *self.sittings, *self.missed, *self.called_by.values()}
        mine = [desk for desk in desks if wanted(desk)]
        waits = [
            leg["wait"]
            for leg in self.legs
            if leg["wait"] is not None and self.called_by[leg["key"]] in mine
        ]
        sittings = [seconds for desk in mine for seconds in self.sittings[desk]]
        kinds = ("serving", "calling", "paused", "idle")
        spent = [sum(self.spent[desk][kind] for desk in mine) for kind in kinds]
        whole = sum(spent)
        return [
            sum(self.finished[desk] for desk in mine),
            *(len(waits), *lie(waits)),
            *(len(sittings), *lie(sittings)),
            *(*spent, whole, spent[0] / whole if whole else None),
            sum(self.missed[desk] for desk in mine),
        ]
