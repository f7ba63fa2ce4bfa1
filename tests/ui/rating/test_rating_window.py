"""The window in a console's process: fed by its bridge, asks through its floor, ends with it."""

import asyncio

import pytest

from branchfloor.cli.main import main
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from ui.app.options import ScreenOptions
from ui.app.run import application
from ui.app.tasks import cancel_all
from ui.app.wiring import Wired
from ui.rating.window import RatingWindow


@pytest.fixture
def database(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = str(tmp_path / "branch.db")
    main(["init", "--admin-pin", "427913", "--database", path])
    return path


async def until(true):
    async with asyncio.timeout(30):
        while not true():  # noqa: ASYNC110 -- the state is a window's
            await asyncio.sleep(0.01)


async def test_a_finish_at_the_console_is_asked_beside_it(qtbot, database):
    options = ScreenOptions("console", database=database, counter="3", rating_screen=0)
    wired = Wired(application(options), options)
    await wired.start()
    (window,) = [part for part in wired._parts if isinstance(part, RatingWindow)]
    screen = window.screen
    assert screen.isVisible()
    floor = Floor(wired.bridge.writer, "cli:test")
    await floor.open_counter("3", "0217")
    ticket = (await floor.issue(Wish("GT"))).ticket
    await floor.call_next("3")
    await floor.start(Target(ticket))
    await floor.finish(Target(ticket))
    await until(lambda: screen.page() is screen.question)
    screen.question.faces[0].click()
    await until(lambda: screen.page() is screen.thanks)
    (record,) = wired.bridge.writer.state.records
    assert (record.offered, record.grade) == (True, 4)
    await wired.stop()
    assert not screen.isVisible()
    cancel_all()
    wired.screen.close()
    wired.screen.deleteLater()
    screen.deleteLater()


async def test_a_console_without_one_shows_none(qtbot, database):
    options = ScreenOptions("console", database=database, counter="3")
    wired = Wired(application(options), options)
    await wired.start()
    assert not [part for part in wired._parts if isinstance(part, RatingWindow)]
    await wired.stop()
    cancel_all()
    wired.screen.close()
    wired.screen.deleteLater()
