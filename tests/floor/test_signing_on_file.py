"""Sign-in on a real database: what lasts, what is never written, what nobody waits for."""

import asyncio
import threading
import time
from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from branchfloor.config import load_preset, parse_document, sha256_of, to_document
from branchfloor.domain.errors import FloorError, Refused
from branchfloor.domain.settings import Settings
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.issue import Wish
from branchfloor.floor.proof import Secret
from branchfloor.security import pins
from branchfloor.storage import rebuild
from branchfloor.storage.store import AtOnce, BranchRow, Store
from branchfloor.storage.writer import SqliteWriter
from tests.builders import TEN
from tests.security.pins_known import keep_pin
from ui.app.crash import describe

PIN, WRONG, NEW_PIN, GIVEN = "427913", "999001", "660942", "508317"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "floor.db"


@pytest.fixture
def store(path):
    document = to_document(replace(load_preset("cn-default"), settings=Settings(sign_in=True)))
    made = Store.create(path, BranchRow("b1", "T"), parse=parse_document, at=TEN)
    founding = Founding("b1", "cn-default", document, sha256_of(document))
    made.run(lambda work: found(work, founding), actor="t", now=TEN)
    for number in ("0001", "0102", "0217"):
        keep_pin(AtOnce(made), number, PIN)
    yield made
    made.close()


def console(store, at=TEN, actor="console:3"):
    return Floor(AtOnce(store), actor, at)


def refusal(asked):
    with pytest.raises(Refused) as caught:
        now(asked)
    return caught.value


def test_sessions_and_failures_outlast_the_process_that_saw_them(store, path):
    assert refusal(console(store).sign_in("counter:3", "0217", WRONG, "w")).values["left"] == 4
    now(console(store).sign_in("overview:1", "0102", PIN, "w"))
    other = Store.open(path, parse=parse_document)
    try:
        assert other.state.hall.session("overview:1").staff == "0102"
        again = refusal(console(other).sign_in("counter:3", "0217", WRONG, "w"))
        assert again.values["left"] == 3
    finally:
        other.close()
    for _ in range(2):
        refusal(console(store).sign_in("counter:3", "0217", WRONG, "w"))
    assert refusal(console(store).sign_in("counter:3", "0217", WRONG, "w")).code == "pin_locked"
    assert rebuild.check(store).sound


async def test_nobody_waits_while_a_pin_is_verified(store, path, monkeypatch):
    verifying, may_go_on = threading.Event(), threading.Event()
    matches = pins.matches

    def slowly(stored, pin):
        verifying.set()
        assert may_go_on.wait(30)
        return matches(stored, pin)

    monkeypatch.setattr(pins, "matches", slowly)
    writer = await SqliteWriter.open(path, parse=parse_document)
    floor = Floor(writer, "console:3", TEN)
    signing = asyncio.create_task(floor.sign_in("counter:3", "0217", PIN, "w"))
    assert await asyncio.to_thread(verifying.wait, 30)
    # In this process, through the same writer, and in another one: the lock is free.
    await Floor(writer, "kiosk:1", TEN).issue(Wish("GW"))
    now(Floor(AtOnce(store), "kiosk:1", TEN).issue(Wish("GW")))
    assert not signing.done()
    may_go_on.set()
    assert (await signing).staff == "0217"
    assert writer.state.hall.session("counter:3").token == "w"
    await writer.close()


async def test_two_windows_at_once_leave_one_session(store, path):
    one = await SqliteWriter.open(path, parse=parse_document)
    two = await SqliteWriter.open(path, parse=parse_document)
    asked = [
        Floor(writer, f"console:{n}", TEN).sign_in(f"counter:{n}", "0217", PIN, f"w{n}")
        for writer, n in ((one, 3), (two, 4))
    ]
    came = await asyncio.gather(*asked, return_exceptions=True)
    refused = [c for c in came if isinstance(c, Refused)]
    assert [r.code for r in refused] == ["signed_in_elsewhere"]
    store.catch_up()
    assert len(store.state.hall.sessions) == 1
    await one.close()
    await two.close()


def test_unknown_and_wrong_cost_the_same_work(store, monkeypatch):
    """One verification each, of the same cost, and the same two transactions."""
    assert not PasswordHasher().check_needs_rehash(pins.STAND_IN)
    matches, took, runs = pins.matches, [], []

    def counted(stored, pin):
        assert not PasswordHasher().check_needs_rehash(stored)
        began = time.perf_counter()
        right = matches(stored, pin)
        took.append(time.perf_counter() - began)
        return right

    class Counting(AtOnce):
        async def run(self, unit, *, actor, now=None):
            runs.append(1)
            return await super().run(unit, actor=actor, now=now)

    monkeypatch.setattr(pins, "matches", counted)
    floor = Floor(Counting(store), "console:3", TEN)
    for staff in ("0217", "7777", "0211", "0217"):
        refusal(floor.sign_in("counter:3", staff, WRONG, "w"))
    assert (len(took), len(runs)) == (4, 8)


def planted(store):
    """Every way a PIN is typed, right, wrong, easy, and into the wrong field; what was said."""
    floor = console(store)
    said = []

    def ask(asked):
        try:
            said.append(repr(now(asked)))
        except FloorError as error:
            said.extend((repr(error), str(error), repr(error.values), describe(error)))

    for staff, pin in (("0217", WRONG), (PIN, WRONG), (WRONG, PIN), ("0217", PIN)):
        ask(floor.sign_in("counter:3", staff, pin, "w"))
        ask(floor.check_pin(staff, pin))
    ask(floor.change_pin("0217", PIN, PIN))
    ask(floor.change_pin("0217", WRONG, NEW_PIN))
    ask(floor.change_pin("0217", PIN, NEW_PIN))
    ask(floor.set_pin("0211", GIVEN))
    ask(Floor(AtOnce(store), "staff:0001", TEN, key="k1").set_pin("0211", GIVEN))
    ask(floor.approve(Target("A001"), "0102", PIN))
    ask(Floor(AtOnce(store), "cli:user", TEN, key="k2").approve(Target("A001"), "0102", PIN))
    return said


def test_no_pin_is_in_the_database_the_log_an_answer_or_an_error(store, path):
    now(Floor(AtOnce(store), "kiosk:1", TEN).issue(Wish("GW")))
    said = planted(store)
    assert any("SignedOn" in text for text in said)
    assert any("pin_same" in text for text in said)
    files = [f for f in path.parent.rglob("*") if f.is_file()]
    kept = b"".join(f.read_bytes() for f in files) + "".join(said).encode()
    for pin in (PIN, WRONG, NEW_PIN, GIVEN):
        assert pin.encode() not in kept, pin
    assert b"argon2id" in kept
    with store.database.reading() as conn:
        log = "".join(conn.exec_driver_sql("select body from event").scalars())
    assert "argon2" not in log


def test_a_secret_shows_its_number_only():
    assert repr(Secret("0217", PIN)) == "Secret(staff='0217')"
