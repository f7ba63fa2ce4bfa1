"""The writer thread: one unit after the other, whatever becomes of those who wait."""

import asyncio
import threading

import pytest

from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import Store
from branchfloor.storage.writer import SqliteWriter
from tests.builders import TEN
from tests.storage import acts


@pytest.fixture
def path(tmp_path):
    acts.a_store(tmp_path / "floor.db").close()
    return tmp_path / "floor.db"


@pytest.fixture
async def writer(path):
    writer = await SqliteWriter.open(path, parse=acts.parse)
    yield writer
    await writer.close()


async def test_units_run_in_turn_on_the_newest_state(writer):
    asked = [writer.run(acts.issue, actor="t", now=TEN) for _ in range(20)]
    assert await asyncio.gather(*asked) == [f"A{n:03d}" for n in range(1, 21)]


async def test_a_unit_whose_caller_was_cancelled_is_still_committed(writer, path):
    began, go_on = threading.Event(), threading.Event()

    def slow(work) -> str:
        began.set()
        go_on.wait()
        return acts.issue(work)

    task = asyncio.create_task(writer.run(slow, actor="t", now=TEN))
    await asyncio.to_thread(began.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    assert (await writer.catch_up()).serials == {"A": 1}
    other = Store.open(path, parse=acts.parse)
    assert other.state.serials == {"A": 1}
    other.close()


async def test_the_floor_runs_on_it(writer):
    floor = Floor(writer, "kiosk:1", TEN)
    issued = await floor.issue(Wish("GD"))
    assert writer.state.find(issued.ticket) is not None


async def test_opening_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(StorageTrouble):
        await SqliteWriter.open(tmp_path / "none.db", parse=acts.parse)


async def test_a_demo_clock_is_the_clock_of_every_process(writer, path):
    assert not isinstance(writer.clock, PlayedClock)
    played = PlayedClock(acts.later(60), TEN, 60.0)
    await writer.ask(Store.play, played)
    assert writer.clock == played
    await writer.ask(Store.play, PlayedClock(acts.later(90), TEN, 1.0))
    other = Store.open(path, parse=acts.parse)
    assert other.clock == PlayedClock(acts.later(90), TEN, 1.0)
    other.close()


async def test_past_rows_are_read_beside_the_writer_while_it_writes(tmp_path):
    acts.a_store(tmp_path / "floor.db").close()
    writer = await SqliteWriter.open(tmp_path / "floor.db", parse=acts.parse)
    begun, go_on = threading.Event(), threading.Event()

    def reads(store):
        begun.set()
        assert go_on.wait(10)
        return threading.current_thread().name, len(store.promises_since(TEN)), store.config.version

    asked = asyncio.create_task(writer.read(reads))
    await asyncio.to_thread(begun.wait, 10)
    await writer.run(acts.issue, actor="t", now=TEN)  # nobody waits for whoever reads
    go_on.set()
    thread, seen, version = await asked
    assert "writer" not in thread
    assert (seen, version) == (1, 1)
    with pytest.raises(ZeroDivisionError):
        await writer.read(lambda store: 1 / 0)
    await writer.close()


async def test_whoever_reads_again_reads_the_branch_as_it_is_by_then(tmp_path):
    path = tmp_path / "floor.db"
    acts.a_store(path).close()
    writer = await SqliteWriter.open(path, parse=acts.parse)
    stores = [await writer.read(lambda store: store)]
    await writer.run(acts.issue, actor="t", now=TEN)
    own = await writer.read(lambda store: (store.state, len(store.promises_since(TEN))))
    assert own == (writer.state, 1)
    other = Store.open(path, parse=acts.parse)
    other.run(acts.issue, actor="t", now=TEN)
    seen = await writer.read(lambda store: (store.state.seq, len(store.promises_since(TEN))))
    assert seen == (other.state.seq, 2)
    other.close()
    stores.append(await writer.read(lambda store: store))
    assert stores[0] is stores[1]
    await writer.close()


async def test_a_file_that_cannot_be_read_beside_is_opened_anew_once_it_can(tmp_path):
    path = tmp_path / "floor.db"
    acts.a_store(path).close()
    writer = await SqliteWriter.open(path, parse=acts.parse)
    first = await writer.read(lambda store: store)

    def fails(store):
        raise StorageTrouble("database_locked", path=path, seconds=5.0)

    with pytest.raises(StorageTrouble):
        await writer.read(fails)
    again = await writer.read(lambda store: store)
    assert again is not first
    assert again.state == first.state
    await writer.close()
