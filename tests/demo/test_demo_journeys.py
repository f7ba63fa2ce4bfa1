"""Journeys read the log by rules of their own; real commands write it, the live state agrees."""

import pytest

from branchfloor.demo.agenda import Agenda
from branchfloor.demo.house import House
from branchfloor.demo.journeys import Journey, Journeys
from branchfloor.demo.stage import Stage
from branchfloor.demo.summary import summarise_log
from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from branchfloor.floor.transfer import Destination
from tests.builders import TEN, a_floor, asking, now


@pytest.fixture
def memory() -> MemoryFloor:
    return a_floor()


@pytest.fixture
def floor(memory: MemoryFloor) -> Floor:
    asked = asking(memory)
    for counter in ("1", "2", "3"):
        now(asked.open_counter(counter))
    return asked


def legs_of(memory: MemoryFloor, ticket: str) -> list[Journey]:
    """The journeys of a ticket, each found in the state the floor itself has it in."""
    legs = [leg for leg in Journeys.read(memory.entries).legs if leg.ticket == ticket]
    visit = memory.state.find(ticket)
    live = {leg.no: leg.state for leg in visit.legs} if visit else {}
    ended = {r.leg_no: r.state for r in memory.state.records if r.number == ticket}
    assert {leg.leg_no: leg.state for leg in legs} == {**ended, **live}
    return legs


def serving(memory: MemoryFloor, floor: Floor, wish: Wish, counter: str) -> str:
    ticket = now(floor.issue(wish)).ticket
    memory.wait(minutes=4)
    now(floor.call_next(counter))
    memory.wait(20)
    now(floor.start(Target(ticket)))
    return ticket


def test_a_finished_leg_has_its_wait_and_counter(memory: MemoryFloor, floor: Floor) -> None:
    ticket = serving(memory, floor, Wish("GD"), "1")
    memory.wait(minutes=5)
    now(floor.finish(Target(ticket)))
    (leg,) = legs_of(memory, ticket)
    assert (leg.wait_s, leg.counter, leg.target_s) == (240.0, "1", 1200.0)
    assert leg.finished_at == memory.at


def test_a_call_taken_back_never_was(memory: MemoryFloor, floor: Floor) -> None:
    ticket = now(floor.issue(Wish("GD"))).ticket
    now(floor.call_next("1"))
    now(floor.undo(ticket))
    (leg,) = legs_of(memory, ticket)
    assert (leg.state, leg.called_at, leg.wait_s) == (LegState.WAITING, None, None)
    now(floor.call_next("1"))
    now(floor.release(Target(ticket)))
    assert legs_of(memory, ticket)[0].called_at is None


def test_start_and_finish_taken_back(memory: MemoryFloor, floor: Floor) -> None:
    ticket = serving(memory, floor, Wish("GD"), "1")
    now(floor.undo(ticket))
    assert legs_of(memory, ticket)[0].state is LegState.CALLED
    now(floor.start(Target(ticket)))
    now(floor.finish(Target(ticket)))
    now(floor.undo(ticket))
    (leg,) = legs_of(memory, ticket)
    assert (leg.state, leg.finished_at) == (LegState.SERVING, None)


def missed(memory: MemoryFloor, floor: Floor, ticket: str) -> None:
    for _ in range(2):
        memory.wait(40)
        now(floor.recall(Target(ticket)))
    memory.wait(40)
    now(floor.no_show(Target(ticket)))


def test_no_shows_are_counted_and_one_taken_back_is_not(memory: MemoryFloor, floor: Floor) -> None:
    ticket = now(floor.issue(Wish("GD"))).ticket
    now(floor.call_next("1"))
    missed(memory, floor, ticket)
    assert legs_of(memory, ticket)[0].no_shows == 1
    now(floor.undo(ticket))
    assert legs_of(memory, ticket)[0].no_shows == 0
    now(floor.no_show(Target(ticket)))
    now(floor.reinstate(Target(ticket)))
    now(floor.call_next("1"))
    missed(memory, floor, ticket)
    (leg,) = legs_of(memory, ticket)
    assert (leg.state, leg.no_shows) == (LegState.EXPIRED, 2)
    assert leg.finished_at == memory.at


def test_hold_and_resume(memory: MemoryFloor, floor: Floor) -> None:
    ticket = serving(memory, floor, Wish("GD"), "1")
    now(floor.hold(Target(ticket), "took_papers"))
    assert legs_of(memory, ticket)[0].state is LegState.ON_HOLD
    now(floor.resume(Target(ticket, counter="2")))
    assert legs_of(memory, ticket)[0].state is LegState.SERVING


def test_a_transfer_waits_anew_for_its_service(memory: MemoryFloor, floor: Floor) -> None:
    ticket = serving(memory, floor, Wish("GT"), "3")
    now(floor.transfer(Target(ticket), Destination(service="SO")))
    now(floor.undo(ticket))
    assert legs_of(memory, ticket)[0].service == "GT"
    now(floor.transfer(Target(ticket), Destination(service="SO")))
    memory.wait(minutes=2)
    now(floor.call_next("3"))
    (leg,) = legs_of(memory, ticket)
    assert (leg.service, leg.wait_s, leg.target_s) == ("SO", 120.0, 900.0)


def test_a_waiting_leg_moved_to_another_service(memory: MemoryFloor, floor: Floor) -> None:
    ticket = now(floor.issue(Wish("GT"))).ticket
    now(floor.move(Target(ticket), Destination(service="SO")))
    assert legs_of(memory, ticket)[0].service == "SO"


def test_each_leg_of_a_fixed_order_has_its_own_wait(memory: MemoryFloor, floor: Floor) -> None:
    ticket = serving(memory, floor, Wish("GT", then=("SO",)), "3")
    now(floor.finish(Target(ticket)))
    memory.wait(minutes=3)
    now(floor.call_next("3"))
    assert [leg.wait_s for leg in legs_of(memory, ticket)] == [240.0, 180.0]


def test_a_leg_added_at_the_counter(memory: MemoryFloor, floor: Floor) -> None:
    ticket = serving(memory, floor, Wish("GT"), "3")
    now(floor.add_leg(ticket, "GW"))
    now(floor.finish(Target(ticket)))
    memory.wait(minutes=1)
    now(floor.call_next("1"))
    first, second = legs_of(memory, ticket)
    assert (first.wait_s, second.wait_s, second.counter) == (240.0, 60.0, "1")
    summary = summarise_log(memory.entries, memory.config, 0.0)
    assert (summary.issued, summary.waiting, summary.by_service["GW"].waiting) == (1, 1, 1)


def test_who_is_cancelled_when_called_was_never_called(memory: MemoryFloor, floor: Floor) -> None:
    ticket = now(floor.issue(Wish("GD"))).ticket
    now(floor.call_next("1"))
    now(floor.cancel(Target(ticket)))
    (leg,) = legs_of(memory, ticket)
    assert (leg.state, leg.called_at) == (LegState.CANCELLED, None)


def test_class_and_green_follow_the_standing(memory: MemoryFloor, floor: Floor) -> None:
    ticket = now(floor.issue(Wish("GD", "elder"))).ticket
    assert (legs_of(memory, ticket)[0].class_name, legs_of(memory, ticket)[0].green) == (
        "legal",
        True,
    )
    now(floor.revoke(ticket))
    assert legs_of(memory, ticket)[0].class_name == "ordinary"


class Broken:
    """A runner whose database cannot be used."""

    def __init__(self, code: str) -> None:
        self.code = code

    async def run(self, unit, *, actor, now=None):
        raise StorageTrouble(self.code, path="demo.db", seconds=2.0)

    async def aside(self, reckon):
        return reckon()

    async def read(self, reckon):
        raise StorageTrouble(self.code, path="demo.db", seconds=2.0)


def a_stage(code: str, memory: MemoryFloor) -> Stage:
    house = House(Broken(code), lambda: memory.config, lambda: memory.state, list)
    return Stage(house, Agenda(TEN))


def test_a_busy_database_is_a_refusal_to_those_who_play(memory: MemoryFloor) -> None:
    stage = a_stage("database_locked", memory)
    assert stage.ask("staff:1", lambda floor: floor.call_next("1")) is None
    assert stage.refused["database_locked"] == 1


def test_a_full_disk_is_not(memory: MemoryFloor) -> None:
    stage = a_stage("database_full", memory)
    with pytest.raises(StorageTrouble):
        stage.ask("staff:1", lambda floor: floor.call_next("1"))


def test_an_agenda_keeps_order_drops_what_is_dropped_and_never_goes_back() -> None:
    agenda, done = Agenda(TEN), []
    agenda.after(5, lambda: done.append("second"))
    agenda.after(0, lambda: done.append("first"))
    agenda.after(5, lambda: done.append("third"))
    agenda.after(1, lambda: done.append("never")).drop()
    agenda.run_until(agenda.now.replace(minute=1))
    assert done == ["first", "second", "third"]
    assert agenda.next_at is None
    late = agenda.at(TEN, lambda: done.append("late"))
    assert late.at == agenda.now
