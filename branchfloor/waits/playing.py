"""The queue played forward once: who is called when and where, if nobody came any more.

Counters pull as the live floor does: the first to fall free takes the head with the best rank,
own work before backing up, points at that moment, earlier issue. Times of service are given.
"""

from collections import Counter as Tally
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from branchfloor.domain.lanes import Place
from branchfloor.domain.state import FloorState

from .learned import ServiceTimes
from .reach import Reach, Rule


@dataclass(frozen=True, slots=True)
class Queue:
    """Lanes of one rule merged: they compete alike, so one head stands for all of them.

    `since` is each place's virtual arrival in seconds from now, never positive but for a clock
    set back; places and services run alongside.
    """

    rule: Rule
    since: tuple[float, ...]
    places: tuple[Place, ...]
    services: tuple[str, ...]


def queues_of(state: FloorState, reach: Reach, working: int, moment: float) -> list[Queue]:
    """The waiting legs that working counters may call, by rule; `moment` in epoch seconds."""
    lanes: dict[Rule, list[tuple[Place, str]]] = {}
    for key, lane in state.lanes.of.items():
        rule = reach.rule(key)
        if rule.mask & working:
            lanes.setdefault(rule, []).extend((place, key.service) for place in lane)
    return [_queue(rule, sorted(rows), moment) for rule, rows in lanes.items()]


def _queue(rule: Rule, rows: list[tuple[Place, str]], moment: float) -> Queue:
    places = tuple(row[0] for row in rows)
    since = tuple(min(0.0, place.since - moment) for place in places)
    return Queue(rule, since, places, tuple(row[1] for row in rows))


class Turn(NamedTuple):
    """One call: seconds from now, the counter's bit, the level and points that won, and who."""

    at_s: float
    bit: int
    level: int
    points: float
    queue: int
    place: int


@dataclass(slots=True)
class Played:
    """The turns in order, and when each counter (by bit) runs out of people it may call."""

    turns: list[Turn] = field(default_factory=list)
    idle_s: dict[int, float] = field(default_factory=dict)


class Able(NamedTuple):
    """A queue as one counter sees it."""

    level: int
    queue: int
    slope: float
    head_start: float
    since: tuple[float, ...]
    places: tuple[Place, ...]


class Stage:
    """What every play of one moment shares: the queues as each working counter sees them, who
    sits there, and the visits of which several legs wait (called once, the others stand back).
    """

    def __init__(
        self, queues: list[Queue], staff: dict[int, str | None], times: ServiceTimes
    ) -> None:
        self.queues = queues
        self._staff = staff
        self._times = times
        self._able = {bit: _able(queues, bit) for bit in staff}
        seen = Tally(place.visit_id for queue in queues for place in queue.places)
        self._several = frozenset(visit_id for visit_id, n in seen.items() if n > 1)

    def play(self, free_s: dict[int, float], no: int, plays: int) -> Played:
        """Play number `no` of `plays` from the moments at which counters (by bit) fall free."""
        heads, played = [0] * len(self.queues), Played()
        heap = [(at_s, bit) for bit, at_s in free_s.items()]
        called: set[str] = set()
        heapify(heap)
        while heap:
            at_s, bit = heappop(heap)
            turn = _best(self._able[bit], heads, at_s, bit)
            if turn is None:
                played.idle_s[bit] = at_s
                continue
            heads[turn.queue] += 1
            queue = self.queues[turn.queue]
            place, service = queue.places[turn.place], queue.services[turn.place]
            if place.visit_id in self._several:
                if place.visit_id in called:
                    heappush(heap, (at_s, bit))
                    continue
                called.add(place.visit_id)
            played.turns.append(turn)
            taken_s = self._times.taken_s(service, self._staff[bit], plays)
            heappush(heap, (at_s + taken_s[stratum(place.issued_seq, no, plays)], bit))
        return played


def _able(queues: list[Queue], bit: int) -> list[Able]:
    """The queues a counter may call from, the strongest level first."""
    return sorted(
        Able(rule.level(bit), i, rule.slope, rule.head_start, queue.since, queue.places)
        for i, queue in enumerate(queues)
        for rule in (queue.rule,)
        if rule.mask & bit
    )


def _best(able: list[Able], heads: list[int], at_s: float, bit: int) -> Turn | None:
    """The head a counter calls: level, then points, then the earlier issue."""
    found, best, seq = None, float("-inf"), 0
    for one in able:
        level, queue, slope, head_start, since, places = one
        if found is not None and level > found.level:
            break
        head = heads[queue]
        if head < len(since):
            points = (at_s - since[head]) * slope + head_start
            if points > best or (points == best and places[head].issued_seq < seq):
                found, best, seq = one, points, places[head].issued_seq
    if found is None:
        return None
    return Turn(at_s, bit, found.level, best, found.queue, heads[found.queue])


def beats(rule: Rule, turn: Turn) -> bool:
    """Whether a ticket issued now would have been called in this turn; ties go to the earlier."""
    level = rule.level(turn.bit)
    if level != turn.level:
        return level < turn.level
    return turn.at_s * rule.slope + rule.head_start > turn.points


def stratum(i: int, play: int, plays: int) -> int:
    """Which part of its possible times the i-th counter or customer takes in a play.

    Over a prime number of plays each one has every stratum once, in an order that differs from
    one to the next (a step and a shift modulo the prime), so that they are early and late
    independently of each other, and the same customer alike whatever stands before.
    """
    return ((1 + i % max(1, plays - 1)) * play + 2 * i) % plays
