"""Foresee: the floor played forward and its waits published, in a process of its own."""

import argparse
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from branchfloor.phrasing import Phrases

from .adding import Adder
from .printing import print_json
from .session import print_rows, session

if TYPE_CHECKING:
    from branchfloor.floor.advising.adviser import Adviser
    from branchfloor.floor.foresight import Foresight
    from branchfloor.storage.store import Store
    from branchfloor.storage.waking import Wake

LOOKS_EVERY_S = 1.0
"""How often the branch is looked at when no bell rings."""


def add(adder: Adder) -> None:
    """Add this command."""
    parser = adder.command("foresee", "play the floor forward and publish the waits")
    parser.add_argument("--once", action="store_true", help="publish one forecast and end")
    parser.add_argument("--rebuild", action="store_true", help="learn anew from the log and end")
    parser.add_argument(
        "--with-parent", action="store_true", help="end when the standard input is closed"
    )
    parser.set_defaults(run=_foresee)


def _foresee(args: argparse.Namespace) -> int:
    with session(args) as s:
        foresight = foresight_of()
        if args.rebuild:
            return _rebuild(args, s.store, foresight)
        if args.once:
            from .main import language

            foresight.turn(s.store, s.store.clock.now(), time.monotonic())
            s.store.ring()
            _tell_trouble(foresight, language(args))
            return 0
        return _follow(args, s.store, foresight)


def _tell_trouble(foresight: "Foresight", spoken: str) -> None:
    trouble = foresight.trouble
    if trouble is not None:
        why = f"{type(trouble).__name__}: {trouble}"
        print(Phrases.load(spoken).say("note.plainer_forecast", why=why), file=sys.stderr)


def foresight_of() -> "Foresight":
    """The foresight of this PC: the floor played forward, or the queue where that cannot be."""
    from branchfloor.floor.foresight import Foresight
    from branchfloor.floor.learning import Learning
    from branchfloor.waits.forecast import QueueForecaster

    try:
        from branchfloor.floor.drawing import drawn_daily
        from branchfloor.waits.twin_forecast import TwinForecaster
    except ImportError:
        return Foresight(QueueForecaster())
    return Foresight(TwinForecaster(), learning=Learning(drawn_daily))


def _follow(args: argparse.Namespace, store: "Store", foresight: "Foresight") -> int:
    """Turn after turn until the parent is gone or somebody presses Ctrl+C."""
    from branchfloor.floor.standing_back import stand_back
    from branchfloor.storage.waking import Wake

    stand_back()
    wake, adviser = Wake(store), adviser_of(foresight)
    if args.with_parent:
        threading.Thread(target=_watch_parent, args=(wake,), daemon=True).start()
    try:
        while wake.wait(LOOKS_EVERY_S):
            _turn(store, foresight, adviser, wake)
    except KeyboardInterrupt:
        pass
    finally:
        wake.close()
    return 0


def adviser_of(foresight: "Foresight") -> "Adviser | None":
    """Who weighs what could be done, from the scenes of the forecaster; None without any."""
    try:
        from branchfloor.floor.advising.adviser import Adviser
        from branchfloor.waits.twin_forecast import TwinForecaster
    except ImportError:
        return None
    forecaster, learning = foresight.forecaster, foresight.learning
    if not isinstance(forecaster, TwinForecaster):
        return None
    return Adviser(
        lambda state, config, now, horizon_s: forecaster.scene(
            state, config, learning.known(config), now, horizon_s
        )
    )


def _turn(store: "Store", foresight: "Foresight", adviser: "Adviser | None", wake: "Wake") -> None:
    """One look; a database that cannot be used for a while is looked at again."""
    from branchfloor.domain.errors import StorageTrouble

    began = time.monotonic()
    try:
        published = foresight.turn(store, store.clock.now(), began)
    except StorageTrouble:
        wake.wait(LOOKS_EVERY_S)
        return
    if published:
        store.ring(wake.port)
        now = time.monotonic()
        foresight.took(now - began, now)
    if adviser is not None:
        with suppress(StorageTrouble):
            adviser.turn(store, store.clock.now(), time.monotonic)


def _watch_parent(wake: "Wake") -> None:
    """The pipe that only the parent holds closes when it dies."""
    while sys.stdin.buffer.read(1):
        pass
    wake.end()


def _rebuild(args: argparse.Namespace, store: "Store", foresight: "Foresight") -> int:
    from branchfloor.floor.learnt import relearn

    found = relearn(store, foresight.learning, store.clock.now())
    if args.json:
        print_json(found)
    else:
        print_rows([(name, str(n)) for name, n in found.items()])
    return 0
