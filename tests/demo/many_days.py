"""Many short days with everybody in them, at several loads; run by hand for long ones.

`python -m tests.demo.many_days 200 480` plays two hundred days of eight hours and prints what
was found.
"""

import sys
from collections.abc import Iterable
from dataclasses import replace

from branchfloor.config import load_preset
from branchfloor.demo.fairness import Fairness, fairness
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.domain.catalogue import GreenReason, Name
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind
from branchfloor.floor.memory import MemoryFloor

LOADS = (0.8, 1.0, 1.2, 1.5)
"""Crowds as parts of the usual one: quiet, usual, busy, far too many."""


def with_every_class() -> BranchConfig:
    """The Chinese default with a reason for each of the bank's own cards."""
    config = load_preset("cn-default")
    cards = tuple(
        GreenReason(rule.name, Name(rule.name, rule.name), "card", rule.name, ("card",))
        for rule in config.policy.classes
        if rule.kind is ClassKind.COMMERCIAL
    )
    return replace(config, green_reasons=(*config.green_reasons, *cards))


def a_short_day(seed: int, minutes: float, config: BranchConfig) -> MemoryFloor:
    """One day from nine o'clock on; the seed says who comes and how many."""
    memory = MemoryFloor(config, first_morning(config))
    run_headless(memory, Play(seed, minutes, load=LOADS[seed % len(LOADS)]))
    return memory


def judged(seeds: Iterable[int], minutes: float) -> Fairness:
    """What the checker finds in these days together."""
    config, found = with_every_class(), Fairness()
    for seed in seeds:
        found.add(fairness(a_short_day(seed, minutes, config).entries, config))
    return found


def main(days: int, minutes: float) -> None:
    """Print the figures of many days."""
    found = judged(range(days), minutes)
    idles = sorted(found.idles_s)
    print(f"days {days} of {minutes:g} min, loads {LOADS}")
    print(f"calls {found.calls}, legs compared {found.pairs}, excepted {dict(found.excepted)}")
    print(f"overtakings {found.overtakings.total()}: {dict(found.overtakings)}")
    print(f"closest to its bound {found.closest:.4f}")
    parts = [idles[int(part * (len(idles) - 1))] for part in (0.5, 0.9, 0.99, 1.0)]
    print(f"waits beside an idle counter {len(idles)}, p50 p90 p99 max s {parts}")
    print(f"breaches {len(found.breaches)}: {found.breaches[:10]}")


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
