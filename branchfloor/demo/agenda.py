"""The agenda: what is to happen when, in one order, on a clock that only moves when told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count

Act = Callable[[], object]


@dataclass(order=True, slots=True)
class Item:
    """Something to be done; equal moments keep the order in which they were planned."""

    at: datetime
    order: int
    act: Act = field(compare=False)
    dropped: bool = field(default=False, compare=False)

    def drop(self) -> None:
        """Let it not happen."""
        self.dropped = True


class Agenda:
    """A heap of items. `now` is the moment that what is being done takes place."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self._items: list[Item] = []
        self._order = count()

    def at(self, moment: datetime, act: Act) -> Item:
        """Plan something; a moment that is over comes next."""
        item = Item(max(moment, self.now), next(self._order), act)
        heappush(self._items, item)
        return item

    def after(self, seconds: float, act: Act) -> Item:
        """Plan something some seconds from now."""
        return self.at(self.now + timedelta(seconds=seconds), act)

    @property
    def next_at(self) -> datetime | None:
        """When the next item is due, None when nothing is planned."""
        while self._items and self._items[0].dropped:
            heappop(self._items)
        return self._items[0].at if self._items else None

    def go_on(self, moment: datetime) -> None:
        """Let the clock reach a moment; it never runs back."""
        self.now = max(moment, self.now)

    def step(self, moment: datetime | None = None) -> None:
        """Do the next item, at its own moment or, where the clock has gone on, at this one."""
        item = heappop(self._items)
        if item.dropped:
            return
        self.go_on(max(item.at, moment or item.at))
        item.act()

    def run_until(self, moment: datetime) -> None:
        """Do everything due before a moment, and be there."""
        while (due := self.next_at) is not None and due < moment:
            self.step()
        self.go_on(moment)
