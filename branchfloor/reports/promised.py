"""Did the waits come true? The day's promises against what it then took."""

from collections.abc import Sequence

from branchfloor.storage.promises import Promise
from branchfloor.waits.accuracy import Errors, accuracy

from .material import DayMaterial
from .table import ALL, Column, Kind, Row, Table

AT_ISSUE, WHILE_WAITING = "at_issue", "while_waiting"

COLUMNS = (
    Column("stage", Kind.STAGE),
    Column("class", Kind.CLASS),
    Column("promises", Kind.COUNT),
    Column("settled", Kind.COUNT),
    Column("inside", Kind.COUNT, detail=True),
    Column("inside_share", Kind.SHARE),
    Column("inside_low", Kind.SHARE),
    Column("inside_high", Kind.SHARE),
    Column("error_mean", Kind.MINUTES),
    Column("bias", Kind.MINUTES),
    Column("width", Kind.MINUTES),
)


def promise_table(material: DayMaterial) -> Table:
    """Ranges given with the ticket and while waiting, by class: how many ended inside."""
    first = [one for one in material.promises if not one.age_s]
    later = [one for one in material.promises if one.age_s]
    rows = (*_stage_rows(AT_ISSUE, first, material), *_stage_rows(WHILE_WAITING, later, material))
    return Table("promises", COLUMNS, rows, None, ("promise", "inside", "bias"))


def _stage_rows(stage: str, promises: Sequence[Promise], material: DayMaterial) -> list[Row]:
    """All classes together, then each class in the order of the policy."""
    if not promises:
        return []
    known = [rule.name for rule in material.config.policy.classes]
    names = {one.class_name for one in promises}
    order = [*(n for n in known if n in names), *sorted(names - set(known))]
    found = accuracy(promises)
    errors = {one.class_name: one for one in found.classes}
    rows = [_row(stage, ALL, len(promises), found.total)]
    for name in order:
        given = sum(one.class_name == name for one in promises)
        rows.append(_row(stage, name, given, errors.get(name)))
    return rows


def _row(stage: str, name: str, given: int, errors: Errors | None) -> Row:
    if errors is None:
        return (stage, name, given, 0, 0, *(None,) * 6)
    coverage = errors.coverage
    low, high = coverage.interval or (None, None)
    return (
        *(stage, name, given, coverage.n, coverage.hits, coverage.share, low, high),
        *(errors.mean_abs_s, errors.bias_s, errors.width_s),
    )
