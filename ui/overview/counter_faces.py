"""What each counter's card says."""

from datetime import datetime
from math import inf

from PySide6.QtCore import QObject

from branchfloor.domain.catalogue import CounterPlan
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.visit import Leg
from branchfloor.floor.alerts import Alert
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.overview.findings import no_show_in_s, sat_s
from ui.overview.lists import Ticket, ticket_at
from ui.overview.panel import counter_label, minutes_text, service_name
from ui.overview.reading import Reading
from ui.overview.times import hour_minute, timer, timer_wide
from ui.widgets import CounterFace, CounterLook


class CounterFaces(QObject):
    """Makes the faces of one reading at one moment, in the language in force."""

    def __init__(self, reading: Reading, now: datetime) -> None:
        super().__init__()
        self._reading, self._now = reading, now
        self._phrases = Phrases.load(current_language())
        self._zone = reading.config.time_zone
        self._offered = {
            one.counter
            for one in reading.findings
            if isinstance(one, Alert) and one.rule == "elastic_open"
        }

    def of(self, plan: CounterPlan) -> CounterFace:
        """The face of one counter."""
        reading = self._reading
        here = ticket_at(reading.state, reading.config, plan.number)
        counter = reading.state.counter(plan.number)
        if here is None:
            return self._empty(plan, counter)
        ticket, leg = here
        if leg.state is LegState.CALLED and leg.call_ats:
            return self._called(plan, ticket, leg)
        return self._serving(plan, counter, ticket, leg)

    def still_until(self, plan: CounterPlan) -> float:
        """Until when a face says the same by itself, in seconds since the epoch: never long where
        somebody is called or served, a minute where nobody is.
        """
        at = self._now.timestamp()
        if self._reading.state.at_counter(plan.number) is not None:
            return at
        counter = self._reading.state.counter(plan.number)
        if counter.status is not CounterStatus.OPEN or counter.free_since is None:
            return inf
        return at + 60 - seconds_between(counter.free_since, self._now) % 60

    def _serving(
        self, plan: CounterPlan, counter: Counter, ticket: Ticket, leg: Leg
    ) -> CounterFace:
        taken = sat_s(leg.served_s, leg.sat_at, self._now)
        low, high = self._reading.figures.usual.usual_range(leg.service, leg.staff)
        over = taken > high
        usual = f"{max(1, round(low / 60))}–{max(1, round(high / 60))}"
        kind = self._kind(plan)
        if counter.status is CounterStatus.CLOSING:
            kind = self.tr("closes after this")
        return CounterFace(
            name=counter_label(plan.number),
            kind=kind,
            figure=ticket.number,
            hue=ticket.hue,
            look=CounterLook.OVER if over else CounterLook.SERVING,
            left=service_name(self._reading.config, leg.service),
            right=self.tr("{0} / {1}", "timer / usual minutes").format(timer_wide(taken), usual),
            progress=min(1.0, taken / high) if high else None,
            priority=ticket.priority,
        )

    def _called(self, plan: CounterPlan, ticket: Ticket, leg: Leg) -> CounterFace:
        gone = seconds_between(leg.call_ats[0], self._now)
        left_s = no_show_in_s(leg.call_ats[0], self._reading.config, self._now)
        since = timer_wide(gone)
        may = self.tr("no-show in {0}").format(timer(left_s)) if left_s else ""
        whole = self._reading.config.settings.no_show_after_s or 1
        return CounterFace(
            name=counter_label(plan.number),
            kind=self._kind(plan),
            figure=ticket.number,
            hue=ticket.hue,
            look=CounterLook.CALLED,
            left=self.tr("Call {0}").format(len(leg.call_ats)),
            right=f"{since} · {may}" if may else since,
            progress=min(1.0, gone / whole),
            priority=ticket.priority,
        )

    def _empty(self, plan: CounterPlan, counter: Counter) -> CounterFace:
        match counter.status:
            case CounterStatus.PAUSED:
                return self._paused(plan, counter)
            case CounterStatus.OPEN:
                idle_s = seconds_between(counter.free_since or self._now, self._now)
                return self._face(plan, self.tr("Free"), CounterLook.FREE, right=self._idle(idle_s))
            case _ if plan.number in self._offered:
                note = self.tr("may open at once")
                return self._face(plan, self.tr("Closed"), CounterLook.OFFERED, note)
            case _:
                return self._face(plan, self.tr("Closed"), CounterLook.IDLE, self._served(plan))

    def _paused(self, plan: CounterPlan, counter: Counter) -> CounterFace:
        parts = []
        if counter.reason:
            parts.append(self._phrases.word("pause", counter.reason))
        if counter.since:
            parts.append(
                self.tr("{0}", "paused since").format(hour_minute(counter.since, self._zone))
            )
        back = ""
        if counter.until:
            back = self.tr("back {0}").format(hour_minute(counter.until, self._zone))
        word = self.tr("Paused")
        return self._face(plan, word, CounterLook.IDLE, " · ".join(parts), back)

    def _face(
        self, plan: CounterPlan, word: str, look: CounterLook, left: str = "", right: str = ""
    ) -> CounterFace:
        name = counter_label(plan.number)
        return CounterFace(name, self._kind(plan), word, "plain", look, left, right)

    def _idle(self, idle_s: float) -> str:
        """Whole minutes: a free counter needs no running clock."""
        return minutes_text(str(int(idle_s // 60))) if idle_s >= 60 else ""

    def _kind(self, plan: CounterPlan) -> str:
        return plan.name.text(current_language())

    def _served(self, plan: CounterPlan) -> str:
        counters = self._reading.figures.metrics.counters
        served = next((c.served for c in counters if c.number == plan.number), 0)
        return self.tr("%n served today", "", served) if served else ""
