"""The hall's voice: calls from the floor's numbered record, spoken in order, one at a time."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from branchfloor.devices.faults import VoiceFailed

from .announcement import Announcement, Voice

Failed = Callable[[Announcement, VoiceFailed], None]
Speaking = Callable[[Announcement | None], None]

_REMEMBERED = timedelta(hours=1)


class Announcer:
    """Takes calls with `offer`, speaks them while `run` runs, takes them back with `cut`.

    A call is spoken once, whoever offers it how often. One that is older than `late_s` when it
    is offered is never spoken (a board opened late keeps quiet about the past); one that waited
    in line longer than `stale_s` is reported instead. With `hurry_at` calls in line behind it a
    call is spoken once instead of repeated, so that the voice keeps up with the screen.
    A device that fails, or takes longer than `limit_s`, is reported and the next call spoken.
    """

    late_s: float = 30.0
    stale_s: float = 120.0
    limit_s: float = 60.0
    hurry_at: int = 2

    def __init__(self, voice: Voice, now: Callable[[], datetime], failed: Failed) -> None:
        self._voice = voice
        self._now = now
        self._failed = failed
        self._speaking: Speaking | None = None
        self._line: list[Announcement] = []
        self._known: dict[tuple[datetime, int], None] = {}
        self._cut: dict[int, datetime] = {}
        self._arrived = asyncio.Event()
        self._turn: asyncio.Task[None] | None = None
        self.current: Announcement | None = None

    def when_speaking(self, tell: Speaking) -> None:
        """Name who is told the call being spoken, and None when the hall is quiet again."""
        self._speaking = tell

    @property
    def in_line(self) -> tuple[Announcement, ...]:
        """Calls still to be spoken, next first."""
        return tuple(self._line)

    def offer(self, calls: Iterable[Announcement]) -> None:
        """Put calls not yet known in line, by their numbers."""
        now = self._now()
        self._forget(now)
        for call in calls:
            key = (call.called_at, call.call_no)
            if key not in self._known:
                self._known[key] = None
                if self._wanted(call, now):
                    self._line.append(call)
        self._line.sort(key=lambda call: (call.call_no, call.called_at))
        if self._line:
            self._arrived.set()

    def cut(self, call_no: int) -> None:
        """Take an undone call back: out of the line, or off the loudspeaker in mid-word."""
        self._cut[call_no] = self._now()
        self._line = [call for call in self._line if call.call_no != call_no]
        if self.current is not None and self.current.call_no == call_no and self._turn:
            self._turn.cancel()

    async def run(self) -> None:
        """Speak calls as they come until cancelled; cancelling silences the one being spoken."""
        while True:
            await self._arrived.wait()
            while self._line:
                await self._speak(self._line.pop(0))
            self._arrived.clear()

    async def _speak(self, call: Announcement) -> None:
        age_s = (self._now() - call.called_at).total_seconds()
        if age_s > self.stale_s:
            values = {"ticket": call.ticket, "seconds": age_s}
            self._failed(call, VoiceFailed("check.voice_behind", **values))
            return
        self._show(call)
        self._turn = asyncio.ensure_future(self._voice.speak(self._hurried(call)))
        try:
            done, _ = await asyncio.wait({self._turn}, timeout=self.limit_s)
            fault = _fault(call, self._turn) if done else self._slow(call)
        finally:
            await self._stop_turn()
        if fault is not None:
            self._failed(call, fault)

    def _hurried(self, call: Announcement) -> Announcement:
        if len(self._line) < self.hurry_at:
            return call
        return replace(call, delivery=replace(call.delivery, repeats=1))

    def _slow(self, call: Announcement) -> VoiceFailed:
        return VoiceFailed("check.voice_slow", ticket=call.ticket, seconds=self.limit_s)

    async def _stop_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None and not turn.done():
            turn.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await turn
        self._show(None)

    def _show(self, call: Announcement | None) -> None:
        self.current = call
        if self._speaking is not None:
            self._speaking(call)

    def _wanted(self, call: Announcement, now: datetime) -> bool:
        cut_at = self._cut.get(call.call_no)
        undone = cut_at is not None and call.called_at <= cut_at
        return not undone and (now - call.called_at).total_seconds() <= self.late_s

    def _forget(self, now: datetime) -> None:
        """Drop what is too old to be offered in earnest again, so that a year costs nothing."""
        old = now - _REMEMBERED
        self._known = {key: None for key in self._known if key[0] > old}
        self._cut = {number: at for number, at in self._cut.items() if at > old}


def _fault(call: Announcement, turn: asyncio.Task[None]) -> VoiceFailed | None:
    """What went wrong in a turn that ended; a cut call is no fault."""
    error = None if turn.cancelled() else turn.exception()
    if error is None or isinstance(error, VoiceFailed):
        return error
    return VoiceFailed("check.voice_failed", ticket=call.ticket, why=str(error) or repr(error))
