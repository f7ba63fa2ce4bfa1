"""Kill workers in the middle of their writes, again and again, and count what is left."""

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.storage import racing


def kill_rounds(
    worker: Callable[..., None], database: Path, acks: Path, rounds: int, seed: int = 1
) -> None:
    """Start two workers on the database and kill both without warning, `rounds` times.

    Each round waits for a few new acknowledgements, so that death meets them at work however
    slow the disk is, then a random moment more.
    """
    chance = Random(seed)
    for _ in range(rounds):
        enough = len(racing.acknowledged(acks)) + chance.randint(1, 5)
        workers = [racing.start(worker, database, acks, 10**6) for _ in range(2)]
        while len(racing.acknowledged(acks)) < enough:
            assert all(w.exitcode is None for w in workers), "a worker died by itself"
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.02))
        for one in workers:
            one.kill()
        for one in workers:
            one.join()
            one.close()
