"""What could be known of the queues at a moment, as columns; nothing that happens at or after
the moment enters. Three scopes: all tickets, those of the same service, of the same priority.
"""

from dataclasses import dataclass

import numpy as np

from .seen import Floats, Seen, Whole

WINDOWS_S = (300.0, 900.0, 3600.0)
LAST = (5, 10, 30, 300)
AT_ONCE_S = 1.0
HOUR_S = 3600.0
LONGEST_SERVICE_S = 7200.0
CORE = ("waiting", "oldest", "les", "avg5", "avg10", "avg30", "calls900", "drain", "ql")
"""Columns that a kind of ticket may weigh in its own way."""

TWIN_GUESS = "twin_wait"
"""The column that the twin adds, where it is asked, which is also a guess."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by name, each with a value for every ticket."""

    names: tuple[str, ...]
    values: Floats

    def of(self, name: str) -> Floats:
        """One column."""
        column: Floats = self.values[:, self.names.index(name)]
        return column

    @property
    def core(self) -> tuple[int, ...]:
        """Places of the columns that a kind may weigh in its own way."""
        ends = [name.partition("_")[2] for name in self.names]
        return tuple(at for at, end in enumerate(ends) if end in CORE)


SCOPES = ("all", "service", "priority")


def columns(seen: Seen) -> Columns:
    """The columns of every ticket at its own issue."""
    at_s = seen.issued_s
    found: dict[str, Floats] = {}
    for scope, codes in zip(
        SCOPES, (np.zeros_like(seen.kind), seen.service, seen.priority), strict=True
    ):
        found.update({f"{scope}_{k}": v for k, v in _scope(seen, codes).items()})
    for window_s in (0.0, *WINDOWS_S[:2]):
        found[f"counters{window_s:.0f}"] = _counters(seen, at_s, window_s)
    turn = seen.clock_s / 86400.0 * 2.0 * np.pi
    for times in (1, 2):
        found[f"sin{times}"], found[f"cos{times}"] = np.sin(times * turn), np.cos(times * turn)
    at_work = np.maximum(found["counters300"], 1.0)
    for scope in SCOPES:
        ahead = found[f"{scope}_waiting"] + 1.0
        found[f"{scope}_ql"] = ahead * found["all_service300"] / at_work
    return Columns(tuple(found), np.stack(list(found.values()), axis=1))


def _scope(seen: Seen, codes: Whole) -> dict[str, Floats]:
    """Columns of one scope: each ticket sees those of its own code."""
    out: dict[str, Floats] = {}
    for code in np.unique(codes):
        mine = np.flatnonzero(codes == code)
        for name, values in _Group(seen, mine).columns().items():
            out.setdefault(name, np.zeros(len(codes)))[mine] = values
    return out


def _before(moments: Floats, at_s: Floats) -> Whole:
    """How many moments, sorted, lie before each of `at_s`."""
    return np.searchsorted(moments, at_s, side="left")


def _sums(values: Floats) -> Floats:
    return np.concatenate([[0.0], np.cumsum(values)])


def _mean_of_last(sums: Floats, n: Whole, last: int) -> Floats:
    first = np.maximum(n - last, 0)
    mean: Floats = (sums[n] - sums[first]) / np.maximum(n - first, 1)
    return mean


class _Group:
    """Tickets that stand in one scope, seen by each of them at its issue."""

    def __init__(self, seen: Seen, mine: Whole) -> None:
        self.at_s = seen.issued_s[mine]
        self.origin = float(self.at_s[0])
        self.issued = self.at_s
        self.until = seen.waited_until_s[mine]
        called = seen.called_s[mine]
        order = np.argsort(called, kind="stable")[: int(np.isfinite(called).sum())]
        self.calls, self.waits = called[order], seen.waited_s[mine][order]
        freed = seen.freed_s[mine]
        self.freed = np.sort(freed[np.isfinite(freed)])
        done = mine[seen.was_served[mine] & np.isfinite(freed)]
        done = done[np.argsort(seen.freed_s[done], kind="stable")]
        self.done, took = seen.freed_s[done], seen.freed_s[done] - seen.called_s[done]
        self.took = np.minimum(took, LONGEST_SERVICE_S)
        self.n_calls = _before(self.calls, self.at_s)

    def columns(self) -> dict[str, Floats]:
        """All columns of this scope but those that need another."""
        return {**self._waiting(), **self._called(), **self._flow(), **self._served()}

    def _waiting(self) -> dict[str, Floats]:
        order = np.argsort(self.until, kind="stable")
        ended = self.until[order]
        come, gone = _before(self.issued, self.at_s), _before(ended, self.at_s)
        waiting = np.maximum(come - gone, 0)
        since = _sums(self.issued - self.origin)[come]
        since -= _sums(self.issued[order] - self.origin)[gone]
        mean_age = self.at_s - self.origin - since / np.maximum(waiting, 1)
        first = np.minimum(_before(np.maximum.accumulate(self.until), self.at_s), len(ended) - 1)
        oldest = np.maximum(self.at_s - self.issued[first], 0.0)
        return {
            "waiting": waiting.astype(float),
            "age": np.where(waiting > 0, mean_age, 0.0),
            "oldest": np.where(waiting > 0, oldest, 0.0),
        }

    def _called(self) -> dict[str, Floats]:
        n = self.n_calls
        waits = np.concatenate([[0.0], self.waits])
        since = self.at_s - np.concatenate([[-np.inf], self.calls])[n]
        out = {"les": waits[n], "since": np.minimum(since, HOUR_S)}
        sums, at_once = _sums(self.waits), _sums((self.waits <= AT_ONCE_S).astype(float))
        out |= {f"avg{last}": _mean_of_last(sums, n, last) for last in LAST}
        return out | {f"at_once{last}": _mean_of_last(at_once, n, last) for last in LAST[1:3]}

    def _flow(self) -> dict[str, Floats]:
        ended, out = np.sort(self.until), dict[str, Floats]()
        come, gone = _before(self.issued, self.at_s), _before(ended, self.at_s)
        for window_s in WINDOWS_S:
            then, name = self.at_s - window_s, f"{window_s:.0f}"
            calls = self.n_calls - _before(self.calls, then)
            out[f"calls{name}"] = calls.astype(float)
            out[f"come{name}"] = (come - _before(self.issued, then)).astype(float)
            out[f"left{name}"] = (gone - _before(ended, then) - calls).astype(float)
        rate = (out["calls300"] + out["calls900"] / 3.0 + 0.3) / 600.0
        out["drain"] = np.minimum((come - gone + 1) / rate, 4 * HOUR_S)
        slow = (out["calls900"] + 0.5) / WINDOWS_S[1]
        return out | {"drain900": np.minimum((come - gone + 1) / slow, 4 * HOUR_S)}

    def _served(self) -> dict[str, Floats]:
        freed, n = _before(self.freed, self.at_s), _before(self.done, self.at_s)
        sums, out = _sums(self.took), {"busy": (self.n_calls - freed).astype(float)}
        for window_s in WINDOWS_S[:2]:
            done = n - _before(self.done, self.at_s - window_s)
            out[f"done{window_s:.0f}"] = done.astype(float)
        return out | {f"service{last}": _mean_of_last(sums, n, last) for last in LAST[2:]}


def _counters(seen: Seen, at_s: Floats, window_s: float) -> Floats:
    """How many counters serve, or did within the last `window_s`, as far as could be seen."""
    used = np.flatnonzero(np.isfinite(seen.called_s) & (seen.counter != seen.nobody))
    order = used[np.lexsort((seen.called_s[used], seen.counter[used]))]
    if not len(order):
        return np.zeros(len(at_s))
    counter, start = seen.counter[order], seen.called_s[order]
    next_start = np.where(np.diff(counter, append=-1) == 0, np.append(start[1:], np.inf), np.inf)
    freed = np.minimum(seen.freed_s[order], start + LONGEST_SERVICE_S)
    # a counter serves one at a time: whoever it calls next ends what it did before
    until = np.minimum(np.minimum(freed, next_start) + window_s, next_start)
    return (_before(np.sort(start), at_s) - _before(np.sort(until), at_s)).astype(float)
