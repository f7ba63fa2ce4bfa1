"""Whether played days kept to the rule: nobody overtaken beyond the published bound, nobody kept
waiting by a counter that idles.
"""

from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import dataclass, field

from branchfloor.domain import events as e
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind
from branchfloor.domain.log import Entry
from branchfloor.routing.bound import Bound, overtaking_bound

from .habits import GLANCES_AFTER_S, REACTION_MOST_S, TIDIES_MOST_S
from .waiting import Party, Place, Reading, Waiter

ROUNDED_S = 0.01
"""Clocks in the log are in milliseconds."""

GAP_S = max(GLANCES_AFTER_S[1], TIDIES_MOST_S, REACTION_MOST_S)
"""The longest a teller's reaction takes: of a glance, of tidying up, of a ring."""

Pair = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that must not be: what, at which entry of the log, who, by how many seconds."""

    what: str
    seq: int
    who: str
    over_s: float


@dataclass(slots=True)
class Fairness:
    """What a log, or many, showed. `pairs` are waiting legs compared at calls, `overtakings`
    those of them that had waited longer than who was called, by classes; `closest` is the
    largest part of its bound that any used. `idles_s` are the seconds an ordinary customer
    waited while a counter for them was idle.
    """

    calls: int = 0
    pairs: int = 0
    overtakings: Tally[tuple[str, str]] = field(default_factory=Tally)
    excepted: Tally[str] = field(default_factory=Tally)
    closest: float = 0.0
    idles_s: list[float] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)

    def add(self, other: "Fairness") -> None:
        """Take another log's findings along."""
        self.calls += other.calls
        self.pairs += other.pairs
        self.overtakings += other.overtakings
        self.excepted += other.excepted
        self.closest = max(self.closest, other.closest)
        self.idles_s += other.idles_s
        self.breaches += other.breaches


def fairness(entries: Iterable[Entry], config: BranchConfig) -> Fairness:
    """Check a whole log."""
    judge = _Judge(config)
    for entry in entries:
        judge.take(entry)
    return judge.found


class _Judge:
    def __init__(self, config: BranchConfig) -> None:
        self._config = config
        self._reading = Reading(config)
        self._idling: dict[Pair, float] = {}
        self._bounds: dict[tuple[str, str, str, str], Bound | None] = {}
        self.found = Fairness()

    def take(self, entry: Entry) -> None:
        """Judge a call before it is made; afterwards see who waits beside an idle counter."""
        if isinstance(entry.event, e.LegCalled):
            self._judge(entry, entry.event)
        self._reading.take(entry)
        self._see_idling(entry)

    def _kind(self, party: Party) -> ClassKind:
        return self._config.policy.rule(party.class_name).kind

    def _judge(self, entry: Entry, call: e.LegCalled) -> None:
        self.found.calls += 1
        party = self._reading.parties[call.visit_id]
        leg = party.legs[call.leg_no]
        if why := self._excepted(party, leg, call):
            self.found.excepted[why] += 1
            return
        at, place = entry.at.timestamp(), self._reading.places[call.counter]
        mine = self._reading.own(place, party, leg)
        if mine is None:
            self._breach("not for this counter", entry, party, 0.0)
            return
        for other, _, behind in self._reading.waiting():
            if other is not party and behind.pin is None:
                self._compare(entry, (party, leg, mine), (other, behind), (place, at))

    def _excepted(self, party: Party, leg: Waiter, call: e.LegCalled) -> str:
        """Calls for which the bound is not promised."""
        if call.by_hand:
            return "by hand"
        if leg.pin is not None:
            return "pinned"
        return "emergency" if self._kind(party) is ClassKind.EMERGENCY else ""

    def _compare(
        self,
        entry: Entry,
        called: tuple[Party, Waiter, bool],
        waits: tuple[Party, Waiter],
        where: tuple[Place, float],
    ) -> None:
        """One who was called and one who goes on waiting at the same counter's door."""
        (party, leg, mine), (other, behind), (place, at) = called, waits, where
        theirs = self._reading.own(place, other, behind)
        if theirs is None:
            return
        self.found.pairs += 1
        if self._kind(other) is ClassKind.EMERGENCY:
            self._breach("an emergency waits", entry, other, 0.0)
            return
        if theirs and not mine:
            self._breach("own work waits", entry, other, 0.0)
        longer_s = other.waited_s(at) - party.waited_s(at)
        if longer_s <= ROUNDED_S or theirs is not mine:
            return
        self.found.overtakings[party.class_name, other.class_name] += 1
        bound = self._bound(party, leg, other, behind)
        if bound is None:
            return
        most_s = bound.at(other.waited_s(at))
        if longer_s > most_s + ROUNDED_S:
            self._breach("overtaken beyond the bound", entry, other, longer_s - most_s)
        elif most_s:
            self.found.closest = max(self.found.closest, longer_s / most_s)

    def _bound(self, party: Party, leg: Waiter, other: Party, behind: Waiter) -> Bound | None:
        key = (party.class_name, leg.service, other.class_name, behind.service)
        if key not in self._bounds:
            self._bounds[key] = overtaking_bound(self._config, key[:2], key[2:])
        return self._bounds[key]

    def _breach(self, what: str, entry: Entry, party: Party, over_s: float) -> None:
        self.found.breaches.append(Breach(what, entry.seq, party.id, over_s))

    def _see_idling(self, entry: Entry) -> None:
        """Pairs of an ordinary customer and an idle counter for them, since when."""
        now = self._pairs()
        at = entry.at.timestamp()
        for pair in [pair for pair in self._idling if pair not in now]:
            self._idled(entry, pair, at - self._idling.pop(pair))
        for pair in now:
            self._idling.setdefault(pair, at)

    def _idled(self, entry: Entry, pair: Pair, seconds: float) -> None:
        self.found.idles_s.append(seconds)
        if seconds > GAP_S + ROUNDED_S:
            over_s = seconds - GAP_S
            what = f"counter {pair[2]} idled"
            self.found.breaches.append(Breach(what, entry.seq, pair[0], over_s))

    def _pairs(self) -> dict[Pair, None]:
        idle = [place for place in self._reading.places.values() if place.idle]
        if not idle:
            return {}
        return {
            (party.id, no, place.plan.number): None
            for party, no, leg in self._reading.waiting()
            if self._kind(party) is ClassKind.ORDINARY
            for place in idle
            if self._reading.own(place, party, leg) is not None
        }
