"""Every range that was told and the wait that followed, as a CSV that spreadsheets open."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.storage.promises import Promise

from .truth import Case, cases_of

COLUMNS = (
    *("date", "ticket", "service", "class", "family", "issued_at", "waiting"),
    *("p10_s", "p50_s", "p90_s", "waited_s", "inside", "les_s", "hol_s", "avg5_s", "ql_s"),
)


def write_cases(promises: Iterable[Promise], config: BranchConfig, path: Path) -> int:
    """Write them, under the file's name only when it is complete; how many there were."""
    cases, _ = cases_of(promises, config)
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_row(case, config) for case in cases)
    part.replace(path)
    return len(cases)


def _row(case: Case, config: BranchConfig) -> Iterator[str | float | int | None]:
    given, simple = case.given, case.given.simple
    at = given.at.astimezone(zone(config.time_zone))
    yield from (case.day.isoformat(), given.number, given.service, given.class_name)
    yield from (case.family.value, at.isoformat(timespec="seconds"), simple.waiting)
    yield from (given.wait.p10, given.wait.p50, given.wait.p90, case.waited_s, int(case.inside))
    yield from (simple.les, simple.hol, simple.avg_k, simple.ql)
