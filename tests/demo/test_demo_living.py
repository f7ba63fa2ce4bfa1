"""The living demo on a real file: it plays by the branch's clock and makes room for people."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from branchfloor.config import load_preset, parse_document, preset_text
from branchfloor.demo.cast import pressed_at
from branchfloor.demo.headless import first_morning
from branchfloor.demo.house import House, new_branch
from branchfloor.demo.living import ClockPace, Living, run_living
from branchfloor.domain.catalogue import Name, Service, Stage
from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.hall_events import HelpAnswered
from branchfloor.domain.kinds import LegState, Tier
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.storage.rebuild import check
from branchfloor.storage.store import AtOnce, Store
from tests.builders import a_branch, a_floor, a_service, asking


class HandPace:
    """A clock that runs on by hand, as far as each wait would have taken it; no real waiting."""

    def __init__(self, start: datetime, speed: float, until: timedelta) -> None:
        self.moment = start
        self.speed = speed
        self.ends = start + until
        self.waits: list[float] = []
        self.beside: list[tuple[datetime, object]] = []

    def now(self) -> datetime:
        return self.moment

    async def wait(self, seconds: float, stop: asyncio.Event) -> None:
        self.waits.append(seconds)
        self.moment += timedelta(seconds=max(seconds, 0.01) * self.speed)
        for item in [one for one in self.beside if one[0] <= self.moment]:
            self.beside.remove(item)
            item[1]()  # type: ignore[operator]
        if self.moment >= self.ends:
            stop.set()
        await asyncio.sleep(0)


def a_staged() -> Service:
    """An opening of an account in steps, with a second person."""
    steps = (Stage("papers", Name("资料", "Papers")), Stage("check", Name("审核", "Check")))
    return a_service("SO", Tier.SPECIAL, stages=steps, approval=True)


@pytest.fixture
def config() -> BranchConfig:
    return load_preset("cn-default")


@pytest.fixture
def store(tmp_path: Path, config: BranchConfig):
    opened = new_branch(tmp_path / "demo.db", preset_text("cn-default"), first_morning(config))
    yield opened
    opened.close()


def a_pace(config: BranchConfig, minutes: float, ahead: float = 0, speed: float = 600) -> HandPace:
    start = first_morning(config) + timedelta(minutes=ahead)
    return HandPace(start, speed, timedelta(minutes=minutes))


def counts(store: Store) -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in House.of(store).entries():
        found[entry.kind] = found.get(entry.kind, 0) + 1
    return found


async def test_a_branch_lives_until_it_is_stopped(store: Store, config: BranchConfig) -> None:
    pace, stop, ticks = a_pace(config, 25), asyncio.Event(), []
    living = Living(seed=1, speed=600, tick=lambda: ticks.append(pace.moment))
    await run_living(store, living, stop, pace)
    found = counts(store)
    assert found["TicketIssued"] > 8
    assert found["LegFinished"] > 2
    assert found["CounterOpened"] >= 7
    assert len(ticks) > 2
    assert max(pace.waits) <= 0.25
    assert store.state.at is not None
    assert store.state.at <= pace.ends + timedelta(minutes=3)
    assert check(store).sound


async def test_every_process_reads_the_played_clock(store: Store, config: BranchConfig) -> None:
    stop = asyncio.Event()
    await run_living(store, Living(speed=120), stop, a_pace(config, 1, speed=120))
    other = Store.open(store.database.place.path, parse=parse_document)
    assert isinstance(other.clock, PlayedClock)
    assert other.clock.origin == first_morning(config)
    assert other.clock.speed == 120
    other.close()


async def test_the_first_hour_may_be_played_at_once(store: Store, config: BranchConfig) -> None:
    pace, stop = a_pace(config, 1, ahead=60), asyncio.Event()
    await run_living(store, Living(speed=600, ahead_min=60), stop, pace)
    assert counts(store)["TicketIssued"] > 30
    assert isinstance(store.clock, PlayedClock)
    assert store.clock.origin == first_morning(config) + timedelta(minutes=60)


async def test_the_clocks_own_pace_stops_at_once(store: Store) -> None:
    stop = asyncio.Event()
    playing = asyncio.create_task(run_living(store, Living(speed=1), stop))
    await asyncio.sleep(0)
    stop.set()
    await asyncio.wait_for(playing, 5)
    assert isinstance(store.clock, PlayedClock)


async def test_a_person_at_the_kiosk_is_served_like_anybody(
    store: Store, config: BranchConfig
) -> None:
    pace, stop = a_pace(config, 40, ahead=5), asyncio.Event()
    person = Store.open(store.database.place.path, parse=parse_document)
    numbers: list[str] = []

    def tap() -> None:
        floor = Floor(AtOnce(person), "kiosk:2", pace.moment)
        numbers.append(now(floor.issue(Wish("GW", "elder", ("slower",)))).ticket)

    pace.beside.append((pace.moment + timedelta(minutes=2), tap))
    await run_living(store, Living(seed=2, speed=600, ahead_min=5), stop, pace)
    assert len(numbers) == 1
    records = [r for r in store.state.records if r.number == numbers[0]]
    assert [r.state for r in records] == [LegState.DONE]
    person.close()


async def test_a_teller_leaves_the_counter_to_a_person_for_a_while(
    store: Store, config: BranchConfig
) -> None:
    pace, stop = a_pace(config, 30, ahead=60), asyncio.Event()
    person = Store.open(store.database.place.path, parse=parse_document)
    acted: list[datetime] = []

    def press() -> None:
        person.catch_up()
        floor = Floor(AtOnce(person), "cli:somebody", pace.moment)
        customer = person.state.at_counter("1")
        if customer is not None and customer[1].state is LegState.SERVING:
            now(floor.finish(Target(customer[0].number)))
            acted.append(pace.moment)
        elif not acted:
            pace.beside.append((pace.moment + timedelta(seconds=20), press))

    pace.beside.append((pace.moment + timedelta(seconds=30), press))
    await run_living(store, Living(seed=1, speed=600, ahead_min=60), stop, pace)
    assert acted
    quiet = [
        entry
        for entry in House.of(store).entries()
        if entry.actor == "staff:0211"
        and timedelta() < entry.at - acted[0] < min(timedelta(minutes=25), pace.ends - acted[0])
    ]
    assert quiet == []
    assert counts(store)["LegCalled"] > 0
    person.close()


async def test_a_person_who_presses_for_help_has_the_counter_and_is_helped(
    store: Store, config: BranchConfig
) -> None:
    """What no key of the queue shows is a person's act as well."""
    pace, stop = a_pace(config, 25, ahead=60), asyncio.Event()
    person = Store.open(store.database.place.path, parse=parse_document)
    pressed: list[datetime] = []

    def press() -> None:
        now(Floor(AtOnce(person), "console:1", pace.moment).ask_help("1", "change"))
        pressed.append(pace.moment)

    pace.beside.append((pace.moment + timedelta(minutes=1), press))
    await run_living(store, Living(seed=1, speed=600, ahead_min=60), stop, pace)
    after = [x for x in House.of(store).entries() if x.at > pressed[0]]
    assert [x for x in after if x.actor == "staff:0211"] == []
    (answer,) = [x for x in after if x.event == HelpAnswered("1")]
    assert answer.actor == "staff:0102"
    assert sum(x.kind == "LegCalled" for x in after) > 5, "the others go on"
    person.close()


async def test_a_person_at_the_overview_is_not_done_over_again(
    store: Store, config: BranchConfig
) -> None:
    """Help that a person has answered, and lists that a person has ticked, stay as they are."""
    pace, stop = a_pace(config, 60, ahead=0), asyncio.Event()
    person = Store.open(store.database.place.path, parse=parse_document)

    def work() -> None:
        person.catch_up()
        floor = Floor(AtOnce(person), "overview:1", pace.moment)
        for call in person.state.hall.helps:
            if call.answered_at is None:
                now(floor.answer_help(call.counter))
        pace.beside.append((pace.moment + timedelta(seconds=15), work))

    pace.beside.append((pace.moment + timedelta(seconds=15), work))
    await run_living(store, Living(seed=3, speed=600), stop, pace)
    answered = [x for x in House.of(store).entries() if x.kind == "HelpAnswered"]
    asked = [x for x in House.of(store).entries() if x.kind == "HelpAsked"]
    assert asked
    assert len(answered) <= len(asked)
    assert {x.actor for x in answered} == {"overview:1"}
    person.close()


def test_what_shows_that_a_person_is_at_a_counter() -> None:
    plain = [service for service in a_branch().services if service.code != "SO"]
    memory = a_floor(a_branch(services=(*plain, a_staged())))
    floor = asking(memory)
    states = [memory.state]

    def step(asked) -> bool:
        now(asked)
        states.append(memory.state)
        return pressed_at(states[-2], states[-1], "3")

    assert not step(floor.open_counter("3")), "its own status shows that"
    ticket = now(floor.issue(Wish("SO"))).ticket
    assert not step(floor.call_next("3"))
    assert not step(floor.start(Target(ticket)))
    assert step(floor.stage(Target(ticket), "check"))
    assert step(floor.approve_as(Target(ticket), "0101"))
    assert step(floor.ask_help("3"))
    assert not step(floor.answer_help("3"))
    assert not step(floor.ask_help("2"))
    assert not step(floor.tick("lost_items"))


async def test_a_counter_that_a_person_closed_is_no_trouble(
    store: Store, config: BranchConfig
) -> None:
    pace, stop = a_pace(config, 45, ahead=60), asyncio.Event()
    person = Store.open(store.database.place.path, parse=parse_document)

    def close() -> None:
        floor = Floor(AtOnce(person), "cli:somebody", pace.moment)
        for number in ("1", "3"):
            now(floor.close_counter(number))

    pace.beside.append((pace.moment + timedelta(minutes=1), close))
    await run_living(store, Living(seed=1, speed=600, ahead_min=60), stop, pace)
    last = [e for e in House.of(store).entries() if e.kind == "CounterOpened"][-1]
    assert last.at > first_morning(config) + timedelta(minutes=90), "the tellers came back"
    assert check(store).sound
    person.close()


async def test_a_demo_goes_on_where_it_was_left(store: Store, config: BranchConfig) -> None:
    stop = asyncio.Event()
    await run_living(store, Living(seed=1, speed=600, ahead_min=60), stop, a_pace(config, 1, 60))
    before = store.state
    assert before.at is not None
    pace = HandPace(before.at, 600, timedelta(minutes=20))
    await run_living(store, Living(seed=1, speed=600), asyncio.Event(), pace)
    assert store.state.seq > before.seq + 10
    assert check(store).sound


async def test_the_clocks_own_pace_waits_no_longer_than_asked(store: Store) -> None:
    await asyncio.wait_for(ClockPace(store).wait(0.0, asyncio.Event()), 5)
    assert ClockPace(store).now().tzinfo is not None
