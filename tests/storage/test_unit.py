"""One unit of work: all of it or nothing, on the newest state, with what stands beside the log."""

from datetime import timedelta
from pathlib import Path

import pytest

from branchfloor.domain import events as e
from branchfloor.domain.errors import FloorError, Refused
from branchfloor.domain.kinds import LegState
from branchfloor.domain.work import Answered, Particulars
from branchfloor.storage.store import Store
from branchfloor.storage.unit import Unit
from tests.builders import TEN
from tests.storage import acts

ANSWER = Answered("issue", "hash", {"ticket": "A001", "号": 1})


@pytest.fixture
def store(tmp_path: Path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def run(store: Store, unit, minutes: float = 0.0):
    return store.run(unit, actor="t", now=acts.later(minutes))


def test_what_a_unit_wrote_is_there_for_another_process(store):
    number = run(store, acts.issue)
    other = acts.reopened(store)
    assert other.state == store.state
    assert other.state.find(number) is not None
    assert other.head_hash == store.head_hash
    other.close()


def test_nothing_of_a_unit_stays_when_it_raises(store):
    before = store.state

    def refused(work: Unit) -> None:
        acts.issue(work)
        work.remember("k", ANSWER)
        work.keep_particulars(Particulars("p1", "green", {}))
        raise Refused("no")

    with pytest.raises(Refused):
        run(store, refused)
    assert store.state is before
    other = acts.reopened(store)
    assert other.state == before
    assert run(other, lambda work: (work.answered("k"), work.particulars("p1"))) == (None, None)
    other.close()


def test_a_failed_unit_does_not_spoil_the_next(store):
    def broken(work: Unit) -> None:
        acts.issue(work)
        work.append(e.LegStarted("no-such-visit", 1, "1"))

    with pytest.raises(ValueError, match="no live visit"):
        run(store, broken)
    assert run(store, acts.issue) == "A001"


def test_a_unit_decides_on_what_another_process_has_written(store):
    other = acts.reopened(store)
    assert run(store, acts.issue) == "A001"
    assert run(other, acts.issue) == "A002"
    assert run(store, acts.issue) == "A003"
    other.close()


def test_back_to_a_mark_forgets_only_what_came_after(store):
    def unit(work: Unit) -> None:
        acts.issue(work)
        mark = work.mark()
        acts.issue(work)
        work.remember("k", ANSWER)
        work.keep_particulars(Particulars("p1", "green", {}))
        work.keep_config(2, "text", "sha")
        work.back_to(mark)

    run(store, unit)
    assert store.state.serials == {"A": 1}
    assert run(store, lambda work: (work.answered("k"), work.particulars("p1"))) == (None, None)
    with pytest.raises(TypeError):
        run(store, lambda work: work.back_to("elsewhere"))


def test_an_answer_is_kept_for_48_hours_and_then_may_be_replaced(store):
    run(store, lambda work: work.remember("k", ANSWER))
    assert run(store, lambda work: work.answered("k"), 48 * 60 - 1) == ANSWER
    late = 48 * 60 + 1
    assert run(store, lambda work: work.answered("k"), late) is None

    def again(work: Unit) -> None:
        assert work.answered("k") is None
        work.remember("k", Answered("issue", "other", {}))

    run(store, again, late)
    assert run(store, lambda work: work.answered("k"), late) == Answered("issue", "other", {})


def test_particulars_are_read_before_and_after_the_commit(store):
    row = Particulars("p1", "green", {"needs": ["轮椅"]})

    def unit(work: Unit) -> Particulars | None:
        work.keep_particulars(row)
        return work.particulars("p1")

    assert run(store, unit) == row
    assert run(store, lambda work: work.particulars("p1")) == row


def test_a_new_document_is_in_force_within_its_own_unit_and_afterwards(store):
    def adopt(work: Unit) -> int:
        work.keep_config(2, "text", "sha2")
        work.append(e.ConfigAdopted(2, "sha2", work.now))
        return work.config.version

    assert run(store, adopt) == 2
    other = acts.reopened(store)
    assert other.config.version == store.config.version == 2
    assert store.config is store.config
    assert run(other, lambda work: work.config.version) == 2
    other.close()


def test_a_version_that_was_never_kept_is_named(store):
    def adopt(work: Unit) -> None:
        work.append(e.ConfigAdopted(7, "sha", work.now))
        assert work.config

    with pytest.raises(FloorError, match="config_unknown"):
        run(store, adopt)


def test_a_clock_set_back_never_makes_the_log_run_backwards(store):
    run(store, acts.issue, 30)
    behind = run(store, lambda work: (work.now, work.clock_behind_s, acts.issue(work)), 10)
    assert behind == (acts.later(30), 1200.0, "A002")
    assert store.state.at == acts.later(30)
    assert run(store, lambda work: (work.now, work.clock_behind_s), 40) == (acts.later(40), 0.0)


def test_without_a_moment_the_branch_clock_is_asked(store):
    assert store.run(lambda work: work.now, actor="t") >= TEN
    assert store.run(lambda work: work.actor, actor="kiosk:1") == "kiosk:1"


def test_moments_are_cut_to_milliseconds_as_the_log_stores_them(store):
    store.run(acts.issue, actor="t", now=TEN + timedelta(microseconds=1234567))
    other = acts.reopened(store)
    assert other.state == store.state
    other.close()


def test_two_tickets_of_one_number_are_refused_by_the_database(store):
    run(store, acts.issue)
    held = store._held
    other = acts.reopened(store)
    run(other, acts.issue)
    store.hold(held)
    store.database._seen = None
    clash = e.TicketIssued("20261124-A002x", "A002", "A", 2, (), "ordinary")
    with pytest.raises(Exception, match="UNIQUE constraint failed: visit"):
        run(store, lambda work: work.append(clash))
    other.close()


def test_a_unit_that_appends_nothing_moves_nothing(store):
    before = store.state
    assert run(store, lambda work: work.state.seq) == before.seq
    assert store.state is before


def test_a_ticket_issued_and_ended_in_one_unit_has_its_rows(store):
    def both(work: Unit) -> None:
        number = acts.issue(work)
        visit = work.state.find(number)
        assert visit is not None
        work.append(e.LegEnded(visit.id, 1, LegState.CANCELLED, "customer"))

    run(store, both)
    assert run(store, acts.issue) == "A002"
    other = acts.reopened(store)
    assert other.state == store.state
    other.close()
