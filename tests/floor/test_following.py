"""What came of an advice: whose waits count, and when too few do."""

from datetime import timedelta

from branchfloor.domain.advising import Act, Group, Option, Promised, Verdict, Weighed
from branchfloor.domain.kinds import LegState
from branchfloor.domain.records import LegRecord
from branchfloor.floor.advising.following import LEAST_CALLED, came_s
from tests.builders import TEN, a_branch

CASH = Weighed(Option(Act.OPEN, "2"), (), Verdict.ADVISED, Group.CASH)
PROMISED = Promised("p", TEN, 60.0, CASH)


def called(minute: float, wait_s: float, service: str = "GD", class_name: str = "ordinary"):
    """Somebody called so many minutes after the advice was followed."""
    at = TEN + timedelta(minutes=minute)
    return LegRecord(
        *("v", 1, "A1", TEN.date(), service, class_name, LegState.DONE),
        at - timedelta(seconds=wait_s),
        (at,),
        at,
        at,
        wait_s,
        wait_s,
        0.0,
        1200.0,
        "1",
        "s1",
        0,
        0,
    )


def came(*records: LegRecord) -> float | None:
    return came_s(PROMISED, records, a_branch())


FIVE = tuple(called(10 + i, 60.0 * i) for i in range(LEAST_CALLED))


def test_nine_in_ten_of_those_called_within_the_horizon_waited_no_longer():
    assert came(*FIVE) == 180.0
    assert came(*FIVE, called(60, 240.0), called(0, 240.0)) == 240.0


def test_calls_before_it_was_followed_and_after_its_horizon_are_not_its_doing():
    assert came(*FIVE, *[called(-1, 9000.0)] * 9, *[called(61, 9000.0)] * 9) == 180.0


def test_the_waits_of_others_are_not_those_that_were_promised():
    others = (called(20, 9000.0, "GT"), called(20, 9000.0, class_name="legal"))
    assert came(*FIVE, *others * 9) == 180.0
    assert came(*FIVE, *[called(20, 9000.0, "gone")] * 9) == 180.0


def test_too_few_say_nothing():
    assert came(*FIVE[1:]) is None
    assert came() is None
