"""Screens joined to the floor: trouble at the start, the database coming and going, languages."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from branchfloor.cli.main import main
from branchfloor.config import parse_document
from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import Store
from ui.app.bridge import FloorBridge
from ui.app.language import current_language
from ui.app.options import ScreenOptions
from ui.app.run import application
from ui.app.tasks import cancel_all
from ui.app.wiring import Wired
from ui.kiosk.screen import KioskScreen


@pytest.fixture
def database(tmp_path):
    path = str(tmp_path / "branch.db")
    main(["init", "--admin-pin", "427913", "--database", path])
    return path


@pytest.fixture
def app(qtbot):
    return application(ScreenOptions("kiosk"))


async def until(true, what):
    """Wait for a state in the running loop."""
    async with asyncio.timeout(30):
        while not true():  # noqa: ASYNC110 -- the state is another process's
            await asyncio.sleep(0.01)
    assert true(), what


class Heard:
    def __init__(self) -> None:
        self.views: list[Any] = []

    def take(self, view) -> None:
        self.views.append(view)


async def test_a_commit_reaches_every_bridge_on_the_branch(app, database):
    one, other = await FloorBridge.open(database), await FloorBridge.open(database)
    heard = Heard()
    other.changed.connect(heard.take)
    await one.start()
    await other.start()
    await Floor(one.writer, "kiosk:1").issue(Wish("GW"))
    await until(lambda: heard.views and len(heard.views[-1].state.visits), "the ticket elsewhere")
    assert heard.views[-1].state.find("A001") is not None
    assert heard.views[-1].config.preset == "cn-default"
    await one.stop()
    await other.stop()


async def test_a_kiosk_without_a_database_says_so_and_opens_when_there_is_one(app, tmp_path):
    path = str(tmp_path / "later.db")
    wired = Wired(app, ScreenOptions("kiosk", database=path))
    with pytest.raises(StorageTrouble):
        await wired.floor.issue(Wish("GW"))
    starting = asyncio.create_task(wired.start())
    main(["init", "--admin-pin", "427913", "--database", path])
    await until(starting.done, "an open database")
    starting.result()
    assert isinstance(wired.screen, KioskScreen)
    await until(lambda: wired.bridge is not None, "a bridge")
    await wired.stop()
    cancel_all()
    wired.screen.close()
    wired.screen.deleteLater()


async def test_the_language_is_switched_for_the_process_and_all_is_said_again(app, database):
    wired = Wired(app, ScreenOptions("kiosk", database=database))
    await wired.start()
    heard = Heard()
    wired.bridge.changed.connect(heard.take)
    wired.speak_language("en")
    assert current_language() == "en"
    assert heard.views
    wired.speak_language("zh_CN")
    await wired.stop()
    cancel_all()
    wired.screen.close()
    wired.screen.deleteLater()


async def test_a_played_clock_keeps_what_people_look_at_in_their_own_seconds(app, database):
    store = Store.open(database, parse=parse_document)
    store.play(PlayedClock(datetime(2026, 11, 24, 2, tzinfo=UTC), datetime.now(UTC), 60))
    store.close()
    bridge = await FloorBridge.open(database)
    shown = bridge.view().config.settings
    assert (shown.board_big_s, shown.undo_s) == (480, 10)
    await bridge.stop()


def test_one_application_a_process(app):
    assert application(ScreenOptions("board")) is QApplication.instance()
