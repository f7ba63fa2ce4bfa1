"""A held leg waits while another service of its visit is called or served."""

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.issue import Wish
from tests.builders import a_floor, asking, now


def test_a_visit_is_never_served_at_two_counters() -> None:
    memory = a_floor()
    floor = asking(memory)
    for number in ("1", "2", "3"):
        now(floor.open_counter(number))
    ticket = now(floor.issue(Wish("SO", then=("GD",), free_order=True))).ticket
    now(floor.call_next("3"))
    now(floor.start(Target(ticket)))
    now(floor.hold(Target(ticket), "took_papers"))
    now(floor.call_next("1"))
    for _ in range(2):  # while the other service is called, and while it is served
        for target in (Target(ticket, counter="3"), Target(ticket, 1), Target(ticket, 1, "3")):
            with pytest.raises(Refused) as refused:
                now(floor.resume(target))
            assert refused.value.code == "ticket_taken"
            assert refused.value.values == {"ticket": ticket, "counter": "1"}
        visit = memory.state.find(ticket)
        assert visit is not None
        assert visit.active is not None
        if visit.active.state is LegState.CALLED:
            now(floor.start(Target(ticket)))
    now(floor.finish(Target(ticket, 2, "1")))
    assert now(floor.resume(Target(ticket, counter="3"))).state is LegState.SERVING
