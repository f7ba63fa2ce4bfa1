"""The feed: own commits at once, others' by bell or by poll, in order, the newest always."""

import asyncio
import os
import time
from datetime import timedelta
from typing import Any

import pytest

from branchfloor.domain.errors import StorageTrouble
from branchfloor.domain.waits import Forecasts, ServiceForecast
from branchfloor.storage import feed as feed_module
from branchfloor.storage import sqlite
from branchfloor.storage.bells import Bell, Bells, sweep
from branchfloor.storage.feed import Feed
from branchfloor.storage.place import Place
from branchfloor.storage.store import AtOnce, Store
from branchfloor.storage.writer import SqliteWriter
from tests.builders import TEN
from tests.storage import acts


@pytest.fixture
def path(tmp_path):
    acts.a_store(tmp_path / "floor.db").close()
    return tmp_path / "floor.db"


class Listener:
    """A screen's stand-in: keeps what it was shown and waits for what it wants to see."""

    def __init__(self) -> None:
        self.states: list[Any] = []
        self.troubles: list[StorageTrouble | None] = []
        self._news = asyncio.Event()

    def show(self, state) -> None:
        self.states.append(state)
        self._news.set()

    def worry(self, trouble) -> None:
        self.troubles.append(trouble)
        self._news.set()

    async def until(self, seen) -> None:
        async with asyncio.timeout(10):
            while not seen(self):
                self._news.clear()
                await self._news.wait()

    async def until_seq(self, seq: int) -> None:
        await self.until(lambda me: me.states and me.states[-1].seq >= seq)


@pytest.fixture
async def writer(path):
    writer = await SqliteWriter.open(path, parse=acts.parse)
    yield writer
    await writer.close()


@pytest.fixture(params=["bell", "poll"])
async def listener(request, writer):
    heard = Listener()
    feed = Feed(writer, heard.show, heard.worry, bell=request.param == "bell")
    await feed.start()
    yield heard
    await feed.stop()


async def test_the_state_is_delivered_at_the_start(listener, writer):
    assert listener.states == [writer.state]


async def test_an_own_commit_is_delivered_before_the_answer_is_used(listener, writer):
    await writer.run(acts.issue, actor="t", now=TEN)
    assert listener.states[-1].serials == {"A": 1}


async def test_a_refused_unit_delivers_nothing(listener, writer):
    def refused(work) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await writer.run(refused, actor="t", now=TEN)
    assert len(listener.states) == 1


async def test_another_process_commit_is_delivered(listener, path):
    other = AtOnce(Store.open(path, parse=acts.parse))
    await other.run(acts.issue, actor="t", now=TEN)
    await listener.until_seq(other.store.state.seq)
    assert listener.states[-1] == other.store.state
    other.store.close()


async def test_states_come_in_order_and_the_last_is_never_missed(listener, writer, path):
    other = AtOnce(Store.open(path, parse=acts.parse))
    for _ in range(20):
        await other.run(acts.issue, actor="t", now=TEN)
        await writer.run(acts.issue, actor="t", now=TEN)
    await other.run(acts.issue, actor="t", now=TEN)
    await listener.until_seq(other.store.state.seq)
    seqs = [state.seq for state in listener.states]
    assert seqs == sorted(set(seqs))
    other.store.close()


async def test_published_forecasts_are_delivered_to_all(listener, writer, path):
    other = Store.open(path, parse=acts.parse)
    first = Forecasts(TEN, (ServiceForecast("GD", 3, acts.WAIT),))
    other.publish(first)
    other.ring()
    await listener.until(lambda me: me.states[-1].forecasts == first)
    second = Forecasts(TEN + timedelta(seconds=15), (ServiceForecast("GD", 4, None),))
    await writer.publish(second)
    assert listener.states[-1].forecasts == second
    assert other.catch_up().forecasts == second
    other.run(acts.issue, actor="t", now=TEN)
    await listener.until_seq(other.state.seq)
    assert listener.states[-1].forecasts == second
    again = acts.reopened(other)
    assert again.state.forecasts == second
    again.close()
    other.close()


async def test_with_bells_others_commits_arrive_within_a_frame(writer, path):
    heard = Listener()
    feed = Feed(writer, heard.show)
    await feed.start()
    other = AtOnce(Store.open(path, parse=acts.parse))
    took = []
    for _ in range(40):
        await other.run(acts.issue, actor="t", now=TEN)
        began = time.perf_counter()
        await heard.until_seq(other.store.state.seq)
        took.append(time.perf_counter() - began)
    await feed.stop()
    other.store.close()
    assert sorted(took)[len(took) // 2] < feed_module.POLL_S / 5


async def test_trouble_is_told_once_and_when_it_is_over(writer, path, monkeypatch):
    monkeypatch.setattr(sqlite, "LOCK_WAIT_S", 0.01)
    monkeypatch.setattr(feed_module, "POLL_S", 0.02)
    heard = Listener()
    feed = Feed(writer, heard.show, heard.worry)
    await feed.start()
    failing = True
    real = Store.catch_up

    def unsure(store: Store):
        if failing:
            raise StorageTrouble("database_locked", path=path, seconds=5)
        return real(store)

    monkeypatch.setattr(Store, "catch_up", unsure)
    other = AtOnce(Store.open(path, parse=acts.parse))
    await other.run(acts.issue, actor="t", now=TEN)
    await heard.until(lambda me: me.troubles)
    failing = False
    await heard.until(lambda me: len(me.troubles) == 2)
    assert [t and t.code for t in heard.troubles] == ["database_locked", None]
    await heard.until_seq(other.store.state.seq)
    await feed.stop()
    other.store.close()


def test_a_database_that_cannot_be_asked_counts_as_changed(path):
    raw = sqlite.raw_connection(Place(path))
    seen = feed_module._version(raw, None)
    assert feed_module._version(raw, seen) == seen
    raw.close()
    assert feed_module._version(raw, seen) != seen


async def test_a_feed_that_was_never_started_can_be_stopped(writer):
    await Feed(writer, lambda state: None).stop()


def test_a_bell_hears_the_others_but_not_itself(tmp_path):
    bells = Bells(tmp_path)
    bell, other = Bell(tmp_path), Bell(tmp_path)
    bells.ring(but=bell.port)
    assert other.wait(5)
    assert not bell.wait(0.01)
    bell.close()
    bells.ring()
    assert other.wait(5)
    other.close()
    bells.close()
    assert list(tmp_path.iterdir()) == []


def test_ringing_where_nobody_listens_is_no_fault(tmp_path):
    bells = Bells(tmp_path / "nowhere")
    bells.ring()
    (tmp_path / "nowhere").mkdir()
    (tmp_path / "nowhere" / "9").touch()
    (tmp_path / "nowhere" / "notes.txt").touch()
    bells.ring()
    bells.close()


def test_bells_of_the_dead_are_swept_after_a_day(tmp_path):
    old, new = tmp_path / "50001", tmp_path / "50002"
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 90000,) * 2)
    sweep(tmp_path)
    assert [bell.name for bell in tmp_path.iterdir()] == ["50002"]
