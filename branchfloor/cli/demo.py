"""The demo's two forms: a whole day at once, or a living branch with its screens."""

import argparse
import asyncio
import contextlib
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from branchfloor.config import load_preset, preset_text
from branchfloor.domain.clock import PlayedClock, to_ms, zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.storage.store import Store, held_branches

from .branch import create_branch
from .printing import print_json

HEADLESS_DAY = date(2026, 11, 24)
"""The day a headless demo plays: fixed, so that one seed gives the same bytes for ever."""

OPENS = time(9)


def run_demo(args: argparse.Namespace) -> int:
    """Play a day headless, or a living branch until its screens are closed."""
    return _headless(args) if args.headless else _living(args)


def _start(config: BranchConfig, day: date) -> datetime:
    return datetime.combine(day, OPENS, zone(config.time_zone)).astimezone(UTC)


@contextlib.contextmanager
def _demo_store(database: str | None, preset: str) -> Iterator[Store]:
    """A fresh demo branch in a temporary folder, or in the file named; never over a real one."""
    document = preset_text(preset)
    with tempfile.TemporaryDirectory(prefix="branchfloor-demo-") as folder:
        place = database or str(Path(folder) / "demo.db")
        _clear_old_demo(place)
        store = create_branch(place, preset, document, demo=True)
        try:
            yield store
        finally:
            store.close()


def _clear_old_demo(database: str) -> None:
    """An earlier demo in the same file makes room; a real branch is refused."""
    held = held_branches(database)
    for other in held:
        if not other.demo:
            raise Refused("other_branch", name=other.name)
    if held:
        from branchfloor.storage.place import Place

        path = Place.of(database).path
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)


def _headless(args: argparse.Namespace) -> int:
    from branchfloor.demo.export import write_log
    from branchfloor.demo.headless import run_headless

    config = load_preset(args.preset)
    with _demo_store(args.database, args.preset) as store:
        day = run_headless(store, _start(config, HEADLESS_DAY), args.seed, args.minutes)
        if args.export_log:
            write_log(Path(args.export_log), store)
    if args.json:
        print_json(day.value())
    else:
        print(day.text())
    return 0


def _living(args: argparse.Namespace) -> int:
    """Screens as processes of their own on one database, customers and staff played here."""
    from branchfloor.demo.living import play

    with _demo_store(args.database, args.preset) as store:
        config = store.config
        now = to_ms(datetime.now(UTC))
        store.play(PlayedClock(_start(config, now.date()), now, args.speed))
        screens = _open_screens(args, config, str(store.database.place.path))
        try:
            asyncio.run(_until_closed(play(store, args.speed, args.seed), screens))
        finally:
            _close(screens)
    return 0


def _open_screens(
    args: argparse.Namespace, config: BranchConfig, database: str
) -> list[subprocess.Popen[bytes]]:
    """Start each screen asked for; a console sits at the first counter the demo leaves free."""
    from ui.app.supervisor import child_argv

    opened = []
    for kind in [name.strip() for name in args.screens.split(",") if name.strip()]:
        command = [kind, "--database", database, "--lang", args.lang or "zh_CN"]
        if kind == "console":
            command += ["--counter", config.counters[0].number]
        if kind == "board":
            command += ["--voice", args.voice]
        opened.append(subprocess.Popen(child_argv(command)))
    return opened


async def _until_closed(playing: object, screens: list[subprocess.Popen[bytes]]) -> None:
    """Play until every screen was closed, or for ever when none was opened."""
    task = asyncio.ensure_future(playing)  # type: ignore[call-overload]
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM"):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(getattr(signal, name), stop.set)
    while not stop.is_set() and not task.done():
        if screens and all(screen.poll() is not None for screen in screens):
            break
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), 0.5)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def _close(screens: list[subprocess.Popen[bytes]]) -> None:
    for screen in screens:
        if screen.poll() is None:
            screen.terminate()
    for screen in screens:
        with contextlib.suppress(subprocess.TimeoutExpired):
            screen.wait(5)
