"""The words of one ticket: its state, its steps, its standing and its history."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QObject

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import GroundState, HoldKind, LegState
from branchfloor.domain.records import LegRecord
from branchfloor.domain.standing import Ground
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.care import Care
from ui.console.texts import help_word
from ui.overview.asking import phrases
from ui.overview.line_list import Line
from ui.overview.panel import counter_label, service_name
from ui.overview.ticket_facts import Happening, history_of
from ui.overview.times import hour_minute, timer


class TicketTexts(QObject):
    """Phrases a visit in the language in force, for the lobby manager."""

    def __init__(self, config: BranchConfig, now: datetime) -> None:
        super().__init__()
        self._config, self._now = config, now

    def state_of(self, leg: Leg) -> str:
        """Where a leg stands, in a few words."""
        word = phrases().word("state", leg.state.value)
        if leg.state in (LegState.CALLED, LegState.SERVING) and leg.counter:
            return f"{word} · {counter_label(leg.counter)}"
        if leg.state is LegState.ON_HOLD and leg.hold is not None:
            return f"{word} · {self._hold(leg)}"
        if leg.state is LegState.LATE:
            return f"{word} · {self.tr('%n calls to return', '', leg.passes)}"
        if leg.state is LegState.WAITING and leg.pin is not None:
            return f"{word} · {self._pin(leg)}"
        return word

    def legs(self, visit: Visit) -> Iterator[Line]:
        """The steps of a visit with their clocks."""
        for leg in visit.legs:
            name = f"{service_name(self._config, leg.service)} · {self.state_of(leg)}"
            live = leg.state in (LegState.WAITING, LegState.CALLED, LegState.SERVING)
            yield Line(str(leg.no), name, self._clock(visit, leg), strong=live)

    def grounds(self, visit: Visit, care: Care | None) -> Iterator[Line]:
        """The class and what gives it; the reason is read for the lobby manager only."""
        words = phrases()
        yield Line(self.tr("Class"), words.word("class", visit.class_name), strong=True)
        for ground in visit.grounds:
            yield Line(self.tr("Ground"), self.ground(ground), tone=_tone(ground))
            if care is not None:
                yield Line("", self.reason(care, ground))
        needs = care.needs if care else ()
        if needs:
            yield Line(self.tr("Helps"), self.needs(needs))
        if visit.skills:
            yield Line(self.tr("Skill"), words.word("skill", visit.skills))

    def ground(self, ground: Ground) -> str:
        """One ground: its kind, its state, what was seen, by whom and until when."""
        words = phrases()
        parts = [words.word("class", ground.class_name), self.ground_state(ground.state)]
        if ground.proof:
            parts.append(words.word("seen", ground.proof))
        kind, _, number = (ground.by or "").partition(":")
        at = hour_minute(ground.at, self._config.time_zone)
        parts.append(f"{number} {at}" if kind == "staff" else at)
        if ground.expires_at is not None and (ground.counts or ground.pending):
            parts.append(self.until(ground.expires_at))
        return " · ".join(parts)

    def ground_state(self, state: GroundState) -> str:
        """The word of a ground's state."""
        return {
            GroundState.PROVISIONAL: self.tr("counts until looked at"),
            GroundState.REQUESTED: self.tr("asked for"),
            GroundState.GRANTED: self.tr("granted"),
            GroundState.REVOKED: self.tr("refused"),
            GroundState.LAPSED: self.tr("run out"),
        }[state]

    def until(self, at: datetime) -> str:
        """When a ground runs out."""
        return self.tr("until {0}").format(hour_minute(at, self._config.time_zone))

    def reason(self, care: Care, ground: Ground) -> str:
        """Why, as the customer said it; a purged row says so."""
        code = care.reason_of(ground.id)
        if code is None:
            return self.tr("reason: purged")
        return self.tr("reason: {0} (shown to you only)").format(phrases().word("green", code))

    def needs(self, codes: tuple[str, ...]) -> str:
        """What helps, listed."""
        return " · ".join(help_word(code) for code in codes)

    def history(self, visit: Visit, most: int = 8) -> Iterator[Line]:
        """What happened, the latest last; what finds no room is the oldest."""
        several = len(visit.legs) > 1
        for one in history_of(visit)[-most:]:
            at = hour_minute(one.at, self._config.time_zone)
            yield Line(at, self._happening(visit, one, several))

    def record(self, record: LegRecord) -> Iterator[Line]:
        """What is left of an ended leg."""
        zone = self._config.time_zone
        yield Line(hour_minute(record.issued_at, zone), self.tr("issued"))
        for at in record.called_ats:
            yield Line(hour_minute(at, zone), self._called(record.counter or "", 1))
        if record.ended_at is not None:
            word = phrases().word("state", record.state.value)
            name = service_name(self._config, record.service)
            yield Line(hour_minute(record.ended_at, zone), f"{name} · {word}", strong=True)

    def _happening(self, visit: Visit, one: Happening, several: bool) -> str:
        text = self._what(visit, one)
        if not several or not one.leg_no:
            return text
        return f"{text} · {self.tr('step {0}').format(one.leg_no)}"

    def _what(self, visit: Visit, one: Happening) -> str:
        if one.what == "issued":
            return self.tr("issued at the kiosk") if visit.via == "kiosk" else self.tr("issued")
        if one.what == "called":
            return self._called(one.where, one.n)
        if one.what == "started":
            return self.tr("service began at {0}").format(counter_label(one.where))
        if one.what.startswith("ground_"):
            state = GroundState(one.what.removeprefix("ground_"))
            return self.tr("priority {0}").format(self.ground_state(state))
        return phrases().word("state", one.what)

    def _called(self, counter: str, n: int) -> str:
        where = counter_label(counter) if counter else ""
        if n > 1:
            return self.tr("called to {0}, call {1}").format(where, n)
        return self.tr("called to {0}").format(where)

    def _hold(self, leg: Leg) -> str:
        if leg.due_at is not None:
            at = hour_minute(leg.due_at, self._config.time_zone)
            return self.tr("back {0}").format(at)
        return phrases().word("hold", (leg.hold or HoldKind.TOOK_PAPERS).value)

    def _pin(self, leg: Leg) -> str:
        pin = leg.pin
        if pin is None:
            return ""
        if pin.counter:
            return self.tr("for {0} only").format(counter_label(pin.counter))
        return self.tr("for staff {0} only").format(pin.staff or "")

    def _clock(self, visit: Visit, leg: Leg) -> str:
        if leg.state is LegState.WAITING:
            return timer(visit.queued_s(self._now))
        if leg.state is LegState.SERVING and leg.sat_at is not None:
            return timer(leg.served_s + seconds_between(leg.sat_at, self._now))
        if leg.state is LegState.CALLED and leg.call_ats:
            return timer(seconds_between(leg.call_ats[-1], self._now))
        return timer(leg.served_s) if leg.served_s else ""


def _tone(ground: Ground) -> str:
    if ground.pending:
        return "warn_ink"
    return "green" if ground.counts else "ink_2"
