"""What happened beside tickets, reckoned a second time from the bare log.

Nothing here knows the reports' readers: stages are laid along each step's sittings, sessions
along their places, grades looked up in the events alone.
"""

from collections import Counter, defaultdict
from statistics import fmean

from branchfloor.domain import events as e
from branchfloor.domain import hall_events as h
from branchfloor.domain import staff_events as s
from branchfloor.domain.kinds import LegState
from tests.reports.again import DayAgain, lie, standing


class HallAgain(DayAgain):
    """The legs and counters, and the hall beside them."""

    def __init__(self, lived):
        super().__init__(lived)
        own = [x for x in self.log if x.day == self.day]
        self.own, self.kept_own = own, [x for x in self.kept if x.day == self.day]
        finished = [x for x in self.kept_own if isinstance(x.event, e.LegFinished)]
        self.outcome = {self.key(x): x.event.outcome for x in finished}
        self.desk_of = {self.key(x): self.at_call(self.key(x)) for x in finished}
        self.offered = {self.key(x) for x in own if isinstance(x.event, h.RatingOffered)}
        self.grade = {self.key(x): x.event.grade for x in own if isinstance(x.event, h.RatingGiven)}
        self.offered |= set(self.grade)
        self.done = [leg for leg in self.legs if leg["state"] is LegState.DONE]

    def key(self, entry):
        return (entry.event.visit_id, entry.event.leg_no)

    def at_call(self, key):
        """Counter and staff as the call, or the return from a hold, says."""
        found = ("", "")
        for x in self.kept_own:
            if isinstance(x.event, e.LegCalled | e.LegResumed) and self.key(x) == key:
                found = (x.event.counter, x.event.staff or "")
        return found

    def asked(self):
        """Steps that were offered a rating, and the last served step of tickets that were not."""
        by_visit = defaultdict(list)
        for leg in self.done:
            by_visit[leg["visit"]].append(leg)
        for legs in by_visit.values():
            given = [leg for leg in legs if leg["key"] in self.offered]
            yield from given or [max(legs, key=lambda leg: (self.ends[leg["key"]], leg["key"]))]

    def rating_cells(self, legs):
        offered = [leg for leg in legs if leg["key"] in self.offered]
        grades = [self.grade[leg["key"]] for leg in legs if leg["key"] in self.grade]
        return [
            *(len(legs) - len(offered), len(offered), len(offered) - len(grades), len(grades)),
            *(grades.count(g) for g in (4, 3, 2, 1)),
            sum(g >= 3 for g in grades) / len(grades) if grades else None,
            fmean(grades) if grades else None,
        ]

    def clocks(self, grades):
        legs = [leg for leg in self.done if self.grade.get(leg["key"]) in grades]
        waits = [leg["wait"] for leg in legs if leg["wait"] is not None]
        return legs, waits, [leg["service_s"] for leg in legs]

    def outcome_cells(self, legs):
        said = Counter(self.outcome[leg["key"]] for leg in legs)
        known = [said[word] for word in ("need_met", "booked", "declined", "done")]
        return [len(legs), *known, len(legs) - sum(known) - said[None], said[None]]

    def sittings_of(self, key):
        """Begin and end of each time somebody sat with the step's customer."""
        begun, found = None, []
        for x in self.kept_own:
            if not isinstance(x.event, e.LegEvent) or self.key(x) != key:
                continue
            if isinstance(x.event, e.LegStarted | e.LegResumed):
                begun = x.at
            elif isinstance(x.event, e.LegHeld | e.LegTransferred | e.LegFinished) and begun:
                found.append((begun, x.at))
                begun = None
        return [*found, (begun, self.until)] if begun else found

    def spans(self):
        """Seconds of each stage reached: what of the sittings lies between it and the next."""
        reached = defaultdict(list)
        service = {}
        for x in self.kept_own:
            if isinstance(x.event, e.TicketIssued):
                service |= {(x.event.visit_id, leg.no): leg.service for leg in x.event.legs}
            elif isinstance(x.event, e.LegAdded):
                service[x.event.visit_id, x.event.leg.no] = x.event.leg.service
            elif isinstance(x.event, e.LegTransferred | e.LegMoved):
                service[self.key(x)] = x.event.service
            elif isinstance(x.event, e.StageReached):
                reached[self.key(x)].append((x.at, service[self.key(x)], x.event.stage))
        found = defaultdict(list)
        for key, marks in reached.items():
            sittings = self.sittings_of(key)
            ends = [at for at, _, _ in marks[1:]] + [self.until]
            for (low, code, stage), high in zip(marks, ends, strict=True):
                inside = (
                    (min(high, b) - max(low, a)).total_seconds()
                    for a, b in sittings
                    if min(high, b) > max(low, a)
                )
                found[code, stage].append(sum(inside))
        return found

    def approvals(self):
        """Service, step, approver and operator of each second person's word."""
        service, operator = {}, {}
        for x in self.kept_own:
            event = x.event
            if isinstance(event, e.TicketIssued):
                service |= {(event.visit_id, leg.no): leg.service for leg in event.legs}
            elif isinstance(event, e.LegAdded):
                service[event.visit_id, event.leg.no] = event.leg.service
            elif isinstance(event, e.LegTransferred | e.LegMoved):
                service[self.key(x)] = event.service
            elif isinstance(event, e.LegCalled | e.LegResumed):
                operator[self.key(x)] = event.staff or ""
            elif isinstance(event, e.LegApproved):
                key = self.key(x)
                yield service[key], key, event.approver, operator[key]

    def help_cells(self, wanted):
        asked, times = 0, []
        for i, x in enumerate(self.own):
            if isinstance(x.event, h.HelpAsked) and wanted(x.event):
                asked += 1
                came = (
                    y.at
                    for y in self.own[i:]
                    if isinstance(y.event, h.HelpAnswered) and y.event.counter == x.event.counter
                )
                end = next(came, None)
                times += [(end - x.at).total_seconds()] if end else []
        mean, _, p90 = lie(times)
        return [asked, len(times), asked - len(times), mean, p90, max(times, default=None)]

    def sign_cells(self, wanted):
        events = [x.event for x in self.own]
        ins = [x for x in events if isinstance(x, s.SignedIn) and wanted(x.staff)]
        outs = [x.cause for x in events if isinstance(x, s.SignedOut) and wanted(x.staff)]

        def of(kind):
            return sum(isinstance(x, kind) and wanted(x.staff) for x in events)

        forced = [outs.count("freed"), outs.count("taken_over")]
        return [
            *(len(ins), len(outs) - sum(forced), *forced),
            *(of(s.SignInFailed), of(s.SignInLocked), of(s.PinSet)),
            sum(map(self.session_s, [x for x in self.own if self.is_in(x, wanted)])),
        ]

    def is_in(self, entry, wanted):
        return isinstance(entry.event, s.SignedIn) and wanted(entry.event.staff)

    def session_s(self, entry):
        """Until the next thing that happens to the place."""
        there = (x for x in self.own if getattr(x.event, "place", None) == entry.event.place)
        end = next((x.at for x in there if x.seq > entry.seq), self.until)
        return (end - entry.at).total_seconds()


__all__ = ["HallAgain", "standing"]
