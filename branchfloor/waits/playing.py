"""The queue played forward once: who is called when and where, if nobody came any more.

Counters pull as the live floor does: the first to fall free takes the head with the best rank,
own work before backing up, points at that moment, earlier issue. Times of service are given.
"""

from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from branchfloor.domain.lanes import Place
from branchfloor.domain.state import FloorState

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
    """One call: seconds from now, the counter's bit, and the order that won."""

    at_s: float
    bit: int
    rank: int
    mark: int
    points: float
    queue: int
    place: int


@dataclass(slots=True)
class Played:
    """The turns in order, and when each counter (by bit) runs out of people it may call."""

    turns: list[Turn] = field(default_factory=list)
    idle_s: dict[int, float] = field(default_factory=dict)


_Able = tuple[int, Rule, int, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Stage:
    """What every play of one moment shares: the queues, seconds of occupation by service,
    counter bit and stratum, and the visits of which several legs wait.
    """

    queues: list[Queue]
    seconds: dict[str, dict[int, tuple[float, ...]]]
    several: frozenset[str]

    def play(self, free_s: dict[int, float], no: int, plays: int) -> Played:
        """Play number `no` of `plays` from the moments at which counters (by bit) fall free."""
        heads, played = [0] * len(self.queues), Played()
        able = {bit: self._able(bit) for bit in free_s}
        heap = [(at_s, bit) for bit, at_s in free_s.items()]
        called: set[str] = set()
        heapify(heap)
        while heap:
            at_s, bit = heappop(heap)
            turn = self._best(able[bit], heads, at_s, bit)
            if turn is None:
                played.idle_s[bit] = at_s
                continue
            heads[turn.queue] += 1
            queue = self.queues[turn.queue]
            place, service = queue.places[turn.place], queue.services[turn.place]
            if place.visit_id in called:
                heappush(heap, (at_s, bit))
                continue
            if place.visit_id in self.several:
                called.add(place.visit_id)
            played.turns.append(turn)
            taken_s = self.seconds[service][bit][stratum(place.issued_seq, no, plays)]
            heappush(heap, (at_s + taken_s, bit))
        return played

    def _able(self, bit: int) -> list[_Able]:
        """The queues a counter may call from: index, rule, mark there and virtual arrivals."""
        return [
            (i, queue.rule, int(not queue.rule.serves & bit), queue.since)
            for i, queue in enumerate(self.queues)
            if queue.rule.mask & bit
        ]

    def _best(self, able: list[_Able], heads: list[int], at_s: float, bit: int) -> Turn | None:
        best: tuple[int, int, float, int, int] | None = None
        for i, rule, mark, since in able:
            head = heads[i]
            if head < len(since):
                points = (at_s - since[head]) * rule.slope + rule.head_start
                seq = self.queues[i].places[head].issued_seq
                order = (rule.rank, mark, -points, seq, i)
                if best is None or order < best:
                    best = order
        if best is None:
            return None
        rank, mark, lost, _, i = best
        return Turn(at_s, bit, rank, mark, -lost, i, heads[i])


def beats(rule: Rule, turn: Turn) -> bool:
    """Whether a ticket issued now would have been called in this turn; ties go to the earlier."""
    mark = int(not rule.serves & turn.bit)
    points = turn.at_s * rule.slope + rule.head_start
    return (rule.rank, mark, -points) < (turn.rank, turn.mark, -turn.points)


def stratum(i: int, play: int, plays: int) -> int:
    """Which part of its possible times the i-th counter or customer takes in a play.

    Over a prime number of plays each one has every stratum once, in an order that differs from
    one to the next (a step and a shift modulo the prime), so that they are early and late
    independently of each other, and the same customer alike whatever stands before.
    """
    return ((1 + i % max(1, plays - 1)) * play + 3 * i) % plays
