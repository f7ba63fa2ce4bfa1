"""The hall's voice at a board: the same record that is shown, spoken in order."""

from collections.abc import Callable
from datetime import datetime, time

from branchfloor.devices.voice import Announcement, Announcer, Delivery, Voice, VoiceFailed
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import Call
from ui.app.view import View

from .stage import Key, key_of

HALL = "hall"
"""The zone of a branch that has but one."""

_STALE = 4
"""A call that waited in line so many times as long as one may be late is not spoken any more."""

Speaking = Callable[[Announcement | None], None]
Failed = Callable[[Announcement, VoiceFailed], None]


class BoardVoice:
    """Feeds the announcer from each view while this board may speak.

    One board a hall zone holds the voice: whoever watches over that tells it with
    `set_speaking_allowed`; none speaks until it is told. The announcer never speaks what is older
    than the branch's `voice_late_s`, so that a board opened late keeps quiet about the past.
    It speaks the calls of the counters in its `zone` of the hall. `run` speaks until it is
    cancelled; `show` is told each call being spoken, and None after it
    (`BoardScreen.show_speaking`).
    """

    def __init__(
        self, voice: Voice, now: Callable[[], datetime], failed: Failed, zone: str = HALL
    ) -> None:
        self._zone = zone
        self._announcer = Announcer(voice, now, failed)
        self._allowed = False
        self._view: View | None = None
        self._cut: frozenset[Key] = frozenset()

    def when_speaking(self, show: Speaking) -> None:
        """Name who marks the spoken call on the screen."""
        self._announcer.when_speaking(show)

    def set_speaking_allowed(self, allowed: bool) -> None:
        """Give the voice to this board or take it away; taken away it falls silent at once."""
        if allowed == self._allowed:
            return
        self._allowed = allowed
        if allowed and self._view is not None:
            self.show_state(self._view)
        elif not allowed:
            self._fall_silent()

    @property
    def speaking_allowed(self) -> bool:
        """Whether this board has the voice."""
        return self._allowed

    @property
    def in_line(self) -> tuple[Announcement, ...]:
        """Calls still to be spoken, next first."""
        return self._announcer.in_line

    def show_state(self, view: View) -> None:
        """Hear the record: offer every call that holds, cut every one that was undone."""
        self._view = view
        if not self._allowed:
            return
        undone = frozenset(key_of(call) for call in view.state.calls if call.undone)
        for _, call_no in sorted(undone - self._cut):
            self._announcer.cut(call_no)
        self._cut = undone
        late_s = float(view.config.settings.voice_late_s)
        self._announcer.late_s, self._announcer.stale_s = late_s, _STALE * late_s
        here = {plan.number for plan in view.config.counters if plan.zone == self._zone}
        self._announcer.offer(
            announcement_of(call, view.config)
            for call in view.state.calls
            if not call.undone and call.counter in here
        )

    async def run(self) -> None:
        """Speak calls as they come until cancelled."""
        await self._announcer.run()

    def _fall_silent(self) -> None:
        current = self._announcer.current
        for call in (*self._announcer.in_line, *((current,) if current else ())):
            self._announcer.cut(call.call_no)


def announcement_of(call: Call, config: BranchConfig) -> Announcement:
    """A call as the branch wants it heard."""
    plan = next((plan for plan in config.counters if plan.number == call.counter), None)
    return Announcement(
        call_no=call.no,
        ticket=call.number,
        counter=call.counter,
        called_at=call.at,
        place=plan.word if plan else "counter",
        recall=call.repeat,
        delivery=_delivery(call, config),
    )


def _delivery(call: Call, config: BranchConfig) -> Delivery:
    """How it is spoken: in quiet hours once, softly, without the chime."""
    settings = config.settings
    quiet = is_quiet(settings.quiet_hours, call.at.astimezone(zone(config.time_zone)).time())
    return Delivery(
        languages=settings.languages,
        repeats=1 if quiet else settings.announce_times,
        chime=not quiet,
        yao=settings.say_one_as_yao,
        volume=settings.quiet_volume_percent / 100 if quiet else 1.0,
    )


def is_quiet(spans: tuple[str, ...], clock: time) -> bool:
    """Whether a branch-local time lies in one of the spans, such as `12:30-14:00`."""
    bounds = (span.split("-") for span in spans)
    return any(time.fromisoformat(a) <= clock < time.fromisoformat(b) for a, b in bounds)
