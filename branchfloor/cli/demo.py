"""The demo's two forms: a whole day at once, or a living branch with its screens."""

import argparse
import asyncio
import contextlib
import os
import signal
import subprocess
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from branchfloor.config import preset_text
from branchfloor.domain.errors import Refused
from branchfloor.floor.new_branch import create_branch

from .options import actor
from .printing import print_json
from .session import print_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from branchfloor.storage.store import Store

AHEAD_MIN = 60.0
"""A living demo begins with the first hour already played, so that the hall is not empty."""


def run_demo(args: argparse.Namespace) -> int:
    """Play a day headless, or a living branch until its screens are closed."""
    return _headless(args) if args.headless else _living(args)


@contextlib.contextmanager
def demo_store(database: str | None, preset: str) -> "Iterator[Store]":
    """A fresh demo branch in a temporary folder, or in the file named; never over a real one."""
    document = preset_text(preset)
    with tempfile.TemporaryDirectory(prefix="branchfloor-demo-") as folder:
        place = database or str(Path(folder) / "demo.db")
        _clear_old_demo(place)
        store = create_branch(place, preset, document, actor=actor(None), demo=True)
        try:
            yield store
        finally:
            store.close()


def _clear_old_demo(database: str) -> None:
    """An earlier demo in the same file makes room; a real branch is refused."""
    from branchfloor.storage.place import Place
    from branchfloor.storage.store import held_branches

    held = held_branches(database)
    for other in held:
        if not other.demo:
            raise Refused("other_branch", name=other.name)
    if held:
        path = Place.of(database).path
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)


def _headless(args: argparse.Namespace) -> int:
    from branchfloor.demo.headless import Play, run_headless
    from branchfloor.floor.keeper import Keeper

    keeper = Keeper("headless")
    with demo_store(args.database, args.preset) as store:

        def keep(moment: datetime) -> None:
            keeper.keep(store, moment)

        summary = run_headless(store, Play(args.seed, args.minutes, tick=keep))
        if args.export_log:
            _export(store, Path(args.export_log))
    value = summary.to_json()
    if args.json:
        print_json(value)
    else:
        rows = [(name, str(item)) for name, item in value.items() if not isinstance(item, dict)]
        print_rows(rows)
    return 0


def _export(store: "Store", path: Path) -> None:
    from branchfloor.demo.house import House
    from branchfloor.demo.queue_log import export_log
    from branchfloor.waits.queue_log import write_log

    write_log(path, export_log(House.of(store).entries(), store.config))


def _living(args: argparse.Namespace) -> int:
    """Screens as processes of their own on one database, customers and staff played here."""
    with demo_store(args.database, args.preset) as store:
        asyncio.run(_live(args, store))
    return 0


async def _live(args: argparse.Namespace, store: "Store") -> None:
    from branchfloor.demo.living import Living, run_living
    from branchfloor.floor.keeper import Keeper
    from branchfloor.floor.seer import Seer
    from ui.app.supervisor import child_argv

    keeper, stop = Keeper(f"demo:{os.getpid()}"), asyncio.Event()
    place = str(store.database.place.path)
    seer = Seer(child_argv(["foresee", "--with-parent", "--database", place]))

    def tick() -> None:
        seer.look(keeps=keeper.tick(store), real_s=time.monotonic())

    for name in ("SIGINT", "SIGTERM"):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C ends asyncio.run
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), stop.set)
    living = Living(args.seed, args.speed, ahead_min=AHEAD_MIN, tick=tick)
    playing = asyncio.create_task(run_living(store, living, stop))
    screens: list[subprocess.Popen[bytes]] = []
    try:
        await asyncio.sleep(0)  # its first step writes the clock that the screens read
        screens = _open_screens(args, store)
        await _until_closed(playing, stop, screens)
    finally:
        stop.set()
        await asyncio.gather(playing, return_exceptions=True)
        seer.stop()
        close_all(screens)


def _open_screens(args: argparse.Namespace, store: "Store") -> list[subprocess.Popen[bytes]]:
    """Start each screen asked for; the console looks over the shoulder at the first counter."""
    from ui.app.supervisor import child_argv

    opened = []
    for kind in [name.strip() for name in args.screens.split(",") if name.strip()]:
        command = [kind, "--database", str(store.database.place.path)]
        command += ["--lang", args.lang or "zh_CN"]
        if kind == "console":
            command += ["--counter", store.config.counters[0].number, "--keys", "window"]
        if kind == "board":
            command += ["--voice", args.voice]
        opened.append(subprocess.Popen(child_argv(command)))
    return opened


async def _until_closed(
    playing: "asyncio.Task[None]", stop: asyncio.Event, screens: list[subprocess.Popen[bytes]]
) -> None:
    """Until every screen was closed, or until told to stop when none was opened."""
    while not stop.is_set() and not playing.done():
        if screens and all(screen.poll() is not None for screen in screens):
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), 0.5)
    if playing.done() and not stop.is_set():
        playing.result()


def close_all(screens: list[subprocess.Popen[bytes]]) -> None:
    """End the screens' parents, and with them the screens."""
    for screen in screens:
        if screen.poll() is None:
            screen.terminate()
    for screen in screens:
        with contextlib.suppress(subprocess.TimeoutExpired):
            screen.wait(5)
