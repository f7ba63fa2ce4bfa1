"""Two lived days on real databases: a played branch, and one where everything happens at random."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from branchfloor.config import load_preset, preset_text
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.demo.house import new_branch
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.log import Entry
from branchfloor.floor.keeper import Keeper
from branchfloor.reports.day import day_report
from branchfloor.reports.reading import material_of
from branchfloor.reports.table import Report
from branchfloor.storage.reading import entries
from branchfloor.storage.store import Store
from tests.builders import TEN
from tests.reports import hall_days
from tests.storage import acts

TUESDAY = acts.DAY


@dataclass(frozen=True)
class Lived:
    """A branch at the end of what it lived, with the report made then."""

    store: Store
    day: date
    now: datetime

    @property
    def config(self) -> BranchConfig:
        return self.store.config

    @property
    def log(self) -> list[Entry]:
        return list(entries(self.store))

    def report(self) -> Report:
        return day_report(material_of(self.store, self.day, self.now))


def a_played_day(path: Path, minutes: float = 120) -> Lived:
    """A whole branch with customers, tellers, a lobby manager and a keeper."""
    config = load_preset("cn-default")
    start = first_morning(config)
    store = new_branch(path, preset_text("cn-default"), start)
    keeper = Keeper("test")

    def keep(moment: datetime) -> None:
        keeper.keep(store, moment)

    run_headless(store, Play(7, minutes, tick=keep, tick_s=150))
    return Lived(store, TUESDAY, start + timedelta(minutes=minutes))


def a_random_day(path: Path, seed: int = 5, steps: int = 1700) -> Lived:
    """Three counters and every command there is, undo, holds, transfers and the hall's own."""
    store = hall_days.a_store(path)
    day = hall_days.HallDay(store, seed)
    day.live(steps)
    return Lived(store, TUESDAY, day.at)


__all__ = ["TEN", "TUESDAY", "Lived", "a_played_day", "a_random_day"]
