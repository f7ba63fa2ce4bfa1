"""The queue log of a day with all that happens beside tickets is read back whole."""

from collections import Counter

from branchfloor.demo.queue_log import export_log
from branchfloor.domain.kinds import LegState
from branchfloor.waits.queue_log import read_log, write_log
from tests.reports.hall_again import HallAgain

SAID = {
    LegState.DONE: "served",
    LegState.LEFT: "left",
    LegState.CANCELLED: "left",
    LegState.ABANDONED: "left",
    LegState.EXPIRED: "no_show",
}


def test_every_ended_leg_is_a_row_that_is_read_back(lived, tmp_path):
    rows = export_log(lived.log, lived.config)
    for name in ("log.csv", "log.csv.gz"):
        write_log(tmp_path / name, rows)
        found = read_log(tmp_path / name, lived.config.time_zone)
        assert found.bad == ()
        assert list(found.rows) == rows
    legs = [leg for leg in HallAgain(lived).legs if leg["state"] in SAID]
    assert Counter((row.service, row.outcome) for row in rows) == Counter(
        (leg["service"], SAID[leg["state"]]) for leg in legs
    )
