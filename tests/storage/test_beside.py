"""What stands beside the log: leases, promises and what came of them, staff."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain import events as e
from branchfloor.domain.kinds import Step
from branchfloor.domain.work import Credential
from branchfloor.storage import leases
from branchfloor.storage.leases import KEEPER, Claim, voice_of
from branchfloor.storage.promises import Promise
from branchfloor.storage.staff import credentials
from branchfloor.storage.store import Store
from tests.builders import TEN
from tests.storage import acts


@pytest.fixture
def store(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def seconds(s: float):
    return TEN + timedelta(seconds=s)


def test_a_lease_is_one_holders_until_it_runs_out(store):
    other = acts.reopened(store)
    mine, theirs = Claim(KEEPER, "one"), Claim(KEEPER, "two")
    assert leases.take(store, mine, seconds(0))
    assert not leases.take(other, theirs, seconds(1))
    assert leases.take(store, mine, seconds(4))
    assert not leases.take(other, theirs, seconds(8.9))
    assert leases.take(other, theirs, seconds(9))
    assert not leases.take(store, mine, seconds(10))
    other.close()


def test_of_two_who_find_a_lease_free_at_once_only_one_has_it(store, monkeypatch):
    other = acts.reopened(store)
    look = store.database.reading

    @contextmanager
    def slowly():
        with look() as conn:
            yield conn
        leases.take(other, Claim(KEEPER, "two"), seconds(0))

    monkeypatch.setattr(store.database, "reading", slowly)
    assert not leases.take(store, Claim(KEEPER, "one"), seconds(0))
    other.close()


def test_a_lease_given_back_is_free_at_once_and_only_by_its_holder(store):
    mine, theirs = Claim(KEEPER, "one"), Claim(KEEPER, "two")
    assert leases.take(store, mine, seconds(0))
    leases.release(store, theirs)
    assert not leases.take(store, theirs, seconds(0))
    leases.release(store, mine)
    assert leases.take(store, theirs, seconds(0))


def test_leases_of_different_names_do_not_meet(store):
    assert leases.take(store, Claim(voice_of("hall"), "one"), TEN)
    assert leases.take(store, Claim(voice_of("wealth"), "two"), TEN)
    assert leases.take(store, Claim(KEEPER, "three"), TEN)


def test_a_lease_made_by_a_clock_since_set_back_holds_nobody_off(store):
    assert leases.take(store, Claim(KEEPER, "one"), seconds(3600))
    assert leases.take(store, Claim(KEEPER, "two"), TEN)


def run(store, unit, s: float):
    return store.run(unit, actor="t", now=seconds(s))


def promised(store: Store) -> list[Promise]:
    return store.promises_since(TEN)


def test_a_ticket_keeps_what_it_was_promised_and_the_call_settles_it(store):
    number = run(store, acts.issue, 0)
    visit = store.state.find(number)
    assert visit is not None
    first = Promise(visit.id, 1, 0.0, TEN, acts.WAIT, None, "GD", "ordinary", number=number)
    assert promised(store) == [first]
    second = Promise(visit.id, 1, 300.0, seconds(300), acts.WAIT)
    store.log_promises([second])
    store.log_promises([])
    run(store, acts.call(number), 420)
    assert [p.waited_s for p in promised(store)] == [420.0, 120.0]


def test_a_call_taken_back_leaves_the_promise_open_until_the_next(store):
    number = run(store, acts.issue, 0)
    seq = run(store, acts.call(number), 100)
    visit = store.state.find(number)
    assert visit is not None
    undo = e.StepUndone(visit.id, "1", Step.CALL, seq)
    run(store, lambda work: work.append(undo), 105)
    assert [p.waited_s for p in promised(store)] == [None]
    run(store, acts.call(number), 200)
    assert [p.waited_s for p in promised(store)] == [200.0]
    run(store, lambda work: work.append(e.LegReleased(visit.id, 1, "closed")), 210)
    assert [p.waited_s for p in promised(store)] == [None]


def test_only_the_turn_a_release_ends_is_opened_again(store):
    number = run(store, acts.issue, 0)
    run(store, acts.call(number), 100)
    visit = store.state.find(number)
    assert visit is not None
    run(store, lambda work: work.append(e.LegMissed(visit.id, 1)), 200)
    run(store, lambda work: work.append(e.LegQueued(visit.id, 1, "late")), 300)
    store.log_promises([Promise(visit.id, 1, 110.0, seconds(310), acts.WAIT)])
    run(store, acts.call(number), 320)
    run(store, lambda work: work.append(e.LegReleased(visit.id, 1, "closed")), 330)
    assert [p.waited_s for p in promised(store)] == [100.0, None]


def test_credentials_are_kept_with_a_unit_and_changed(store):
    def keep(*kept):
        def unit(work):
            for one in kept:
                work.keep_credential(one)
            return [work.credential(one.staff) for one in kept]

        return run(store, unit, 0)

    assert credentials(store) == []
    one, none = Credential("0217", "hash", must_change=True), Credential("0900", "")
    assert keep(none, one) == [none, one]
    changed = replace(one, must_change=False, failures=5, locked_until=seconds(900))
    keep(replace(one, failures=1), changed)
    other = acts.reopened(store)
    assert credentials(other) == [changed, none]
    other.close()


def test_a_credential_kept_before_a_refusal_is_forgotten_with_it(store):
    def unit(work):
        mark = work.mark()
        work.keep_credential(Credential("0217", "hash"))
        work.back_to(mark)
        return work.credential("0217")

    assert run(store, unit, 0) is None
    assert credentials(store) == []
