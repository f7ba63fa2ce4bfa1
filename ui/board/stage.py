"""Which calls stand big on the board: in order, from the numbered record, by the clock."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from branchfloor.domain.state import Call

PLACES = 2
"""How many calls stand big at once."""

Key = tuple[datetime, int]
"""What names a call for ever: its moment and its number in the record, which begins anew daily."""


def key_of(call: Call) -> Key:
    """The key of a call."""
    return call.at, call.no


@dataclass(frozen=True, slots=True)
class Shown:
    """A call that stands big, and since when."""

    call: Call
    since: datetime


@dataclass(frozen=True, slots=True)
class Spans:
    """How long a call stands big at least, and how long the latest is called present.

    Everything else a hall needs time for follows from them: on a demo's fast clock a branch has
    longer spans, so that people still see what they should.
    """

    big: timedelta = timedelta(seconds=8)
    present: timedelta = timedelta(seconds=60)

    @property
    def longest_line(self) -> timedelta:
        """A call not shown for so long is only listed: its customer is long at the counter.

        A real hall never comes near: twenty calls at once take nine times `big`.
        """
        return 40 * self.big

    @property
    def just_now(self) -> timedelta:
        """A call that stands big no longer than this still flashes when a board opens."""
        return self.big * 3 / 8

    @property
    def notice(self) -> timedelta:
        """How long one of the branch's notices stays."""
        return self.big * 5 / 4

    @property
    def figures(self) -> timedelta:
        """Older figures are not shown: none is better than one that was true once."""
        return 2 * self.present


class Stage:
    """The board's memory of calls: who stands big now, who is next in line, who was before.

    Every call gets `spans.big` on one of two places, in the order of the record; more wait in
    line. When nobody has a claim any more the latest call stays until `spans.present` is over. The
    first record it hears of is laid out by the clock alone, as if the board had always been
    there, so that a restart neither loses a call nor plays the day again. An undone call goes at
    once; a call being spoken keeps its place until the voice is done with it.
    """

    def __init__(self) -> None:
        self._calls: tuple[Call, ...] = ()
        self._line: list[Call] = []
        self._begun: dict[Key, datetime] = {}
        self._present: list[Call] = []
        self._warm = False

    def follow(self, calls: Iterable[Call], now: datetime, spans: Spans) -> None:
        """Hear the record as it stands; the same again changes nothing."""
        heard = self._begun.keys() | {key_of(call) for call in self._line}
        self._calls = tuple(call for call in calls if not call.undone)
        known = {key_of(call) for call in self._calls}
        self._begun = {key: at for key, at in self._begun.items() if key in known}
        self._line = [call for call in self._line if key_of(call) in known]
        self._present = [call for call in self._present if key_of(call) in known]
        if self._warm:
            for call in self._calls:
                if key_of(call) not in heard:
                    self._take(call, now, spans)
        else:
            self._lay_out(now, spans)
        self._warm = True

    def advance(self, now: datetime, spans: Spans, spoken: Key | None = None) -> None:
        """Let time pass: who has been seen makes room, who is next in line comes."""
        for call in self._present:
            # A clock that was set back must not hold a call for the hours it went back.
            self._begun[key_of(call)] = min(self._begun[key_of(call)], now)
        claims = [c for c in self._present if self._claims(c, now, spans, spoken)]
        while self._line:
            call = self._line[0]
            others = [c for c in claims if c.number != call.number]
            if now - call.at > spans.longest_line:
                self._begun[key_of(call)] = call.at
            elif len(others) < PLACES:
                self._begun[key_of(call)] = now
                claims = [*others, call]
            else:
                break
            self._line.pop(0)
        self._present = claims or self._latest(now, spans)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The calls that stand big, in the order of the record."""
        return tuple(Shown(call, self._begun[key_of(call)]) for call in self._present)

    @property
    def in_line(self) -> int:
        """How many calls wait for a place."""
        return len(self._line)

    def before(self) -> tuple[Call, ...]:
        """The calls shown before, newest first; a number once, and never one that stands big."""
        seen = {call.number for call in self._present}
        found: list[Call] = []
        for call in reversed(self._calls):
            if key_of(call) in self._begun and call.number not in seen:
                seen.add(call.number)
                found.append(call)
        return tuple(found)

    def _take(self, call: Call, now: datetime, spans: Spans) -> None:
        """Put a new call in line; one heard of too late to be present is only listed."""
        if now - call.at > spans.present:
            self._begun[key_of(call)] = call.at
        else:
            self._line.append(call)

    def _lay_out(self, now: datetime, spans: Spans) -> None:
        """Begin the calls of the past when a board that was there would have begun them."""
        free = [datetime.min.replace(tzinfo=now.tzinfo)] * PLACES
        for call in self._calls:
            begins = max(call.at, free[0])
            if begins > now:
                self._line.append(call)
                continue
            self._begun[key_of(call)] = begins
            heapq.heapreplace(free, begins + spans.big)
            if now < begins + spans.big:
                others = [c for c in self._present if c.number != call.number]
                self._present = [*others, call]

    def _claims(self, call: Call, now: datetime, spans: Spans, spoken: Key | None) -> bool:
        return now < self._begun[key_of(call)] + spans.big or key_of(call) == spoken

    def _latest(self, now: datetime, spans: Spans) -> list[Call]:
        begun = [call for call in self._calls if key_of(call) in self._begun][-1:]
        return [call for call in begun if now < self._begun[key_of(call)] + spans.present]
