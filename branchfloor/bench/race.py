"""Several processes issue and call on one file without pause; the log tells what came of it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import monotonic, perf_counter
from typing import Any

from branchfloor.domain.errors import NobodyWaiting
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish

from .child import say, told
from .children import PLAIN, Child, together
from .floors import floor_of, founded, opened
from .machine import commits_ms
from .plan import Bench
from .result import Result, against, within
from .timing import percentile

COUNTERS = ("1", "2", "5", "10", "11")
"""Counters whose work overlaps: the processes fight for the same customers."""

WORST = 100
FAIR = 0.5


def measure(bench: Bench) -> Iterator[Result]:
    """Race, then read the log: lost, doubled and double-called; fairness; the worst wait."""
    path = bench.folder / "race.db"
    founded(path).close()
    counters = islice(cycle(COUNTERS), bench.plan.race_processes)
    asked = [bench.arguments(database=str(path), counter=counter) for counter in counters]
    with together(Child(PLAIN, "race", one) for one in asked) as children:
        for child in children:
            child.line()
        for child in children:
            child.tell()
        answers = [child.result() for child in children]
    seen = read_log(path)
    yield from faults(seen, answers)
    yield from _pace(bench, answers)


def faults(seen: "Seen", answers: list[dict[str, Any]]) -> Iterator[Result]:
    """What processes were told and the log does not hold, or holds more than once."""
    issued = [ticket for answer in answers for ticket in answer["issued"]]
    called = [tuple(call) for answer in answers for call in answer["called"]]
    lost = len(set(issued) - set(seen.issued)) + len(set(called) - set(seen.called))
    doubled = _repeats(seen.issued) + _repeats(issued)
    twice = _repeats([visit for visit, _ in seen.called]) + seen.overlaps
    note = f"{len(seen.issued)} tickets and {len(seen.called)} calls in the log"
    yield within(Result("race_lost", lost, "", 0, note=note), 0)
    yield within(Result("race_doubled", doubled, "", 0), 0)
    note = "a customer called twice, or a counter with two customers"
    yield within(Result("race_double_called", twice, "", 0, note=note), 0)


def _pace(bench: Bench, answers: list[dict[str, Any]]) -> Iterator[Result]:
    done = [float(answer["commands"]) for answer in answers]
    per_s = f"commands of each process: {', '.join(f'{n:.0f}' for n in done)}"
    fair = Result("race_slowest", min(done), "commands", max(done), better="higher", note=per_s)
    yield against(fair, FAIR)
    waits = [ms for answer in answers for ms in answer["ms"]]
    bare_ms = percentile(commits_ms(bench.folder / "commit.db", 400), 0.5)
    note = f"p50 {percentile(waits, 0.5):.2f}, p99 {percentile(waits, 0.99):.2f} ms a command"
    worst = Result("race_worst_wait", max(waits), "ms", bare_ms, note=note)
    yield against(worst, WORST)


def _repeats(values: list[Any]) -> int:
    return sum(count - 1 for count in Counter(values).values())


@dataclass
class Seen:
    """What a log says: tickets, calls, and customers taken by a counter that had one."""

    issued: list[str] = field(default_factory=list)
    called: list[tuple[str, str]] = field(default_factory=list)
    overlaps: int = 0
    at: dict[str, str] = field(default_factory=dict)

    def read(self, kind: str, body: Mapping[str, Any]) -> None:
        """Take in one entry."""
        if kind == "TicketIssued":
            self.issued.append(body["visit_id"])
        elif kind == "LegCalled":
            self.called.append((body["visit_id"], body["counter"]))
            self.overlaps += body["counter"] in self.at
            self.at[body["counter"]] = body["visit_id"]
        elif kind == "LegFinished":
            self.overlaps += self.at.pop(body["counter"], None) != body["visit_id"]


def read_log(path: Path) -> Seen:
    """Read the log itself, not what we made of it."""
    seen = Seen()
    raw = sqlite3.connect(path)
    for kind, body in raw.execute("SELECT kind, body FROM event ORDER BY seq"):
        seen.read(kind, json.loads(body))
    raw.close()
    return seen


def worker(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """One process: issue a ticket, call, start and finish, over and over."""
    store = opened(Path(arguments["database"]))
    hand = _Hand(floor_of(store), str(arguments["counter"]))
    wish = cycle([Wish(code) for code in sorted(store.config.counter(hand.counter).serves)])
    begin = told()
    say("ready")
    begin.wait()
    until = monotonic() + float(arguments["race_s"])
    while monotonic() < until:
        issued = hand.ask("issue", next(wish))
        hand.issued.append(issued.visit_id)
        hand.serve()
    store.close()
    return {
        "commands": len(hand.ms),
        "ms": hand.ms,
        "issued": hand.issued,
        "called": hand.called,
    }


class _Hand:
    """One counter's hand on the keys; every command is timed from asking to the answer."""

    def __init__(self, floor: Any, counter: str) -> None:
        self._floor = floor
        self.counter = counter
        self.ms: list[float] = []
        self.issued: list[str] = []
        self.called: list[tuple[str, str]] = []

    def ask(self, name: str, *arguments: Any) -> Any:
        """One command."""
        began = perf_counter()
        try:
            return now(getattr(self._floor, name)(*arguments))
        finally:
            self.ms.append((perf_counter() - began) * 1000)

    def serve(self) -> None:
        """Call whoever is next here, and serve them."""
        try:
            called = self.ask("call_next", self.counter)
        except NobodyWaiting:
            return
        target = Target(called.ticket, called.leg, self.counter)
        self.ask("start", target)
        self.called.append((_visit_id(self.issued[-1], called.ticket), self.counter))
        self.ask("finish", target)


def _visit_id(like: str, ticket: str) -> str:
    """The id of a ticket of the same day."""
    return f"{like.split('-')[0]}-{ticket}"
