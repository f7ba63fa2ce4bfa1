"""Table, codec, log chain and clock: the plain ground everything stands on."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.domain import events as e
from branchfloor.domain.clock import PlayedClock, from_iso, seconds_between, to_iso, to_ms
from branchfloor.domain.codec import decode, encode
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import HoldKind, LegState
from branchfloor.domain.log import GENESIS, KINDS, Entry, body_text, chain, event_of
from branchfloor.domain.reduce import REDUCERS, apply
from branchfloor.domain.state import FloorState
from branchfloor.domain.table import Table
from branchfloor.domain.visit import MOVES, Leg, Pin
from branchfloor.domain.waits import WaitRange

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.one_of(st.none(), st.integers()))))
def test_a_table_is_a_dict_that_never_changes(steps):
    table, plain = Table(), {}
    for key, value in steps:
        old, before = table, dict(plain)
        table = table.drop(key) if value is None else table.put(key, value)
        plain.pop(key, None) if value is None else plain.update({key: value})
        assert {k: old.get(k) for k in before} == before
    assert len(table) == len(plain)
    assert sorted(table.values()) == sorted(plain.values())
    assert table == _built(reversed(list(plain.items())))
    assert ("a" in table) == ("a" in plain)


def _built(items):
    table = Table()
    for key, value in items:
        table = table.put(key, value)
    return table


def test_tables_differ_by_a_value():
    assert Table().put("a", 1) != Table().put("a", 2)
    assert repr(Table().put("a", 1)) == "Table(1)"


def test_iteration_does_not_depend_on_history():
    keys = [f"20261124-A{n:03d}" for n in range(50)]
    one, other = _built((k, k) for k in keys), _built((k, k) for k in reversed(keys))
    assert list(one.values()) == list(other.values())


@pytest.mark.parametrize(
    "event",
    [
        e.TicketIssued(
            "v",
            "A001",
            "A",
            1,
            (e.NewLeg(1, "GD", True, LegState.WAITING, 1200.0),),
            "legal",
            wait=WaitRange(1.0, 2.5, 9.0),
            ahead=3,
        ),
        e.LegCalled(
            "v",
            1,
            "3",
            None,
            12.5,
            1200.0,
            "ordinary",
            (e.Reason("waited", 0.5, (("minutes", 3.0), ("ticket", "A031"))),),
            passes=(("w", 2),),
        ),
        e.LegHeld("v", 1, "3", HoldKind.LEFT_PAPERS, NOON),
        e.LegQueued("v", 1, "hold", Pin(counter="3", until=NOON)),
        e.DayOpened(date(2026, 11, 24)),
    ],
)
def test_events_read_back_from_their_text(event):
    text = body_text(event)
    assert event_of(type(event).__name__, text) == event


def test_defaults_are_left_out_so_that_old_entries_still_read():
    assert encode(e.LegEnded("v", 1, LegState.LEFT)) == {
        "visit_id": "v",
        "leg_no": 1,
        "state": "left",
    }


@dataclass(frozen=True)
class Odd:
    at: time
    many: tuple[tuple[int, time], ...] = ()
    either: Pin | None = None


def test_codec_takes_times_and_nested_tuples():
    odd = Odd(time(9, 30), ((1, time(10)), (2, time(11))), Pin(staff="0217"))
    assert decode(Odd, encode(odd)) == odd


def test_every_event_of_the_family_has_a_reducer():
    abstract = {e.FloorEvent, e.VisitEvent, e.LegEvent, e.CounterEvent}
    assert set(KINDS.values()) - abstract == set(REDUCERS)


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 2},
        {"at": NOON.replace(minute=1)},
        {"day": date(2026, 11, 25)},
        {"actor": "x"},
        {"config_version": 2},
        {"event": e.DayOpened(date(2026, 11, 25))},
    ],
)
def test_the_hash_covers_everything_an_entry_says(changes):
    entry = Entry(1, NOON, date(2026, 11, 24), "cli:t", 1, e.DayOpened(date(2026, 11, 24)))
    other = replace(entry, **changes)
    first = chain(GENESIS, entry, body_text(entry.event))
    assert chain(GENESIS, other, body_text(other.event)) != first
    assert chain(first, entry, body_text(entry.event)) != first


def test_an_entry_out_of_turn_is_not_applied():
    entry = Entry(2, NOON, date(2026, 11, 24), "t", 1, e.DayOpened(date(2026, 11, 24)))
    with pytest.raises(ValueError, match="cannot follow"):
        apply(FloorState(), entry)


@pytest.mark.parametrize("move", sorted(MOVES))
@pytest.mark.parametrize("state", list(LegState))
def test_a_leg_refuses_every_move_its_state_does_not_allow(move, state):
    leg = Leg(1, "GD", needs_cash=True, state=state)
    if state in MOVES[move]:
        leg.must(move, "A001")
    else:
        with pytest.raises(Refused, match="wrong_state"):
            leg.must(move, "A001")


def test_moments_are_text_and_back():
    odd = datetime(2026, 11, 24, 4, 0, 0, 123456, tzinfo=UTC)
    assert to_iso(to_ms(odd)) == "2026-11-24T04:00:00.123Z"
    assert from_iso(to_iso(odd)) == to_ms(odd)


def test_seconds_are_never_negative():
    assert seconds_between(NOON, NOON.replace(hour=3)) == 0


def test_a_played_clock_runs_at_its_speed():
    real = datetime.now(UTC)
    clock = PlayedClock(NOON, real, 3600)
    passed_s = (datetime.now(UTC) - real).total_seconds()
    assert (clock.now() - NOON).total_seconds() >= passed_s


def test_a_changed_value_is_what_the_standard_library_makes_of_it():
    from dataclasses import dataclass, replace

    from branchfloor.domain import changing
    from branchfloor.domain.waits import WaitRange

    before = WaitRange(1.0, 2.0, 3.0)
    assert changing.replace(before, p50=5.0) == replace(before, p50=5.0)
    assert before == WaitRange(1.0, 2.0, 3.0)
    with pytest.raises(KeyError):
        changing.replace(before, p99=1.0)

    @dataclass(frozen=True)
    class One:
        only: int

    assert changing.replace(One(1), only=2) == One(2)
    assert changing.replace(One(1)) == One(1)
