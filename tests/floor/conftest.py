"""A small floor with its counters open, and what a test asks of it."""

from dataclasses import dataclass

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from tests.builders import a_floor, asking
from tests.security.pins_known import hash_quickly


@dataclass
class Hall:
    memory: MemoryFloor
    floor: Floor

    def issue(self, service, **wish):
        """A customer takes a number, whoever `floor` is."""
        return now(asking(self.memory).issue(Wish(service, **wish))).ticket

    def call(self, counter):
        return now(self.floor.call_next(counter)).ticket

    def serve(self, counter):
        ticket = self.call(counter)
        now(self.floor.start(Target(ticket)))
        return ticket

    def finish(self, ticket):
        return now(self.floor.finish(Target(ticket)))

    def leg(self, ticket, no=1):
        return self.memory.state.find(ticket).leg(no)

    def state(self, ticket, no=1):
        return self.leg(ticket, no).state.value

    def refusal(self, asked):
        with pytest.raises(Refused) as caught:
            now(asked)
        return caught.value

    def miss(self, ticket):
        """Three calls, ninety seconds, nobody."""
        for _ in range(2):
            self.memory.wait(50)
            now(self.floor.recall(Target(ticket)))
        return now(self.floor.no_show(Target(ticket)))


@pytest.fixture
def quick_pins(monkeypatch):
    """What follows from a PIN is tested; how long its hash takes has tests of its own."""
    hash_quickly(monkeypatch)


@pytest.fixture
def hall():
    memory = a_floor()
    floor = asking(memory)
    for number in ("1", "2", "3"):
        now(floor.open_counter(number))
    return Hall(memory, floor)
