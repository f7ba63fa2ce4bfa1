"""Every role and every command, cell by cell, through real commands on a floor in memory.

The table is written from what the branch says of its people, not read from the program.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.config import to_document
from branchfloor.domain.catalogue import Name, StaffMember, Stage
from branchfloor.domain.errors import FloorError
from branchfloor.domain.kinds import Tier
from branchfloor.floor.commands import PERFORMERS
from branchfloor.floor.counters import Loan
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.security.rights import RIGHTS, Role, may, roles_of
from tests.builders import a_branch, a_floor, a_service, asking
from tests.security.pins_known import hash_quickly, keep_pin

ROLES = ("customer", "teller", "lobby_manager", "branch_manager", "administrator", "auditor")

TABLE = """
issue                 yes no  yes yes no  no
issue_emergency       no  no  yes yes no  no
issue_seen            no  no  yes yes no  no
cancel                yes yes yes yes no  no
cancel_called         no  yes yes yes no  no
offer_rating          yes yes no  no  no  no
rate                  yes yes no  no  no  no
call_next             no  yes no  no  no  no
call_given            no  yes no  no  no  no
recall                no  yes no  no  no  no
start                 no  yes no  no  no  no
finish                no  yes no  no  no  no
finish_and_call_next  no  yes no  no  no  no
hold                  no  yes no  no  no  no
resume                no  yes no  no  no  no
transfer              no  yes no  no  no  no
no_show               no  yes no  no  no  no
undo                  no  yes no  no  no  no
stage                 no  yes no  no  no  no
approve               no  yes no  no  no  no
ask_help              no  yes no  no  no  no
add_leg               no  yes yes yes no  no
mark_present          no  yes yes yes no  no
record_unticketed     no  yes yes yes no  no
open                  no  yes yes yes no  no
pause                 no  yes yes yes no  no
close                 no  yes yes yes no  no
move                  no  no  yes yes no  no
leave                 no  no  yes yes no  no
reinstate             no  no  yes yes no  no
release               no  no  yes yes no  no
lend                  no  no  yes yes no  no
free_counter          no  no  yes yes no  no
grant                 no  no  yes yes no  no
revoke                no  no  yes yes no  no
reprint               no  no  yes yes no  no
answer_help           no  no  yes yes no  no
finish_task           no  no  yes yes no  no
tick                  no  no  yes yes no  no
post_notice           no  no  yes yes no  no
withdraw_notice       no  no  yes yes no  no
quiet_alert           no  no  yes yes no  no
close_day             no  no  yes yes no  no
report_device         yes yes yes yes yes no
adopt                 no  no  no  yes yes no
adopt_roles           no  no  no  no  yes no
versions              no  no  no  yes yes yes
set_pin               no  no  no  no  yes no
sign_in_counter       no  yes no  no  no  no
sign_in_overview      no  no  yes yes yes yes
sign_in_settings      no  no  no  yes yes yes
sign_out              no  yes yes yes yes yes
sign_out_other        no  no  yes yes no  no
change_pin            no  yes yes yes yes yes
check_pin             no  yes yes yes yes yes
help_of               no  yes yes yes no  no
care_of               no  no  yes yes no  no
"""
"""Command (some with a case of their own), then a cell for each of ROLES."""

CELLS = {
    (name, role): cell == "yes"
    for name, *cells in map(str.split, TABLE.strip().splitlines())
    for role, cell in zip(ROLES, cells, strict=True)
}
CASES = {name: name for name, _ in CELLS} | {
    "issue_emergency": "issue",
    "issue_seen": "issue",
    "cancel_called": "cancel",
    "adopt_roles": "adopt",
    "sign_in_counter": "sign_in",
    "sign_in_overview": "sign_in",
    "sign_in_settings": "sign_in",
    "sign_out_other": "sign_out",
}
NUMBERS = {role: f"90{place}" for place, role in enumerate(ROLES)}
OTHER = "0218"
PIN, NEW_PIN = "427913", "801357"


def branch():
    loan = a_service(
        "SO", Tier.SPECIAL, stages=(Stage("papers", Name("收件", "papers")),), approval=True
    )
    plain = a_branch()
    services = tuple(loan if s.code == "SO" else s for s in plain.services)
    people = [StaffMember(NUMBERS[role], (role,)) for role in ROLES if role != "customer"]
    reasons = tuple(reason for reason in plain.green_reasons if reason.class_name)
    staff = (*people, StaffMember(OTHER))
    return replace(plain, services=services, green_reasons=reasons, staff=staff)


@pytest.fixture(autouse=True)
def quick_pins(monkeypatch):
    hash_quickly(monkeypatch)


class Scene:
    """A floor on which one act would go well: counter 3 is the teller's own."""

    def __init__(self, role):
        self.role, self.memory = role, a_floor(branch())
        self.operator = asking(self.memory)
        self.number = NUMBERS[role]
        self.actor = "kiosk:1" if role == "customer" else f"staff:{self.number}"
        self.floor = Floor(self.memory, self.actor)
        now(self.operator.open_counter("3", NUMBERS["teller"]))

    def ticket(self, service="GT", **wish):
        return now(self.operator.issue(Wish(service, **wish))).ticket

    def called(self, service="GT"):
        ticket = self.ticket(service)
        now(self.operator.call_next("3"))
        return ticket

    def served(self, service="GT"):
        ticket = self.called(service)
        now(self.operator.start(Target(ticket)))
        return ticket

    def ended(self):
        ticket = self.served()
        now(self.operator.finish(Target(ticket)))
        return ticket

    def missed(self):
        ticket = self.called()
        for _ in range(2):
            self.memory.wait(50)
            now(self.operator.recall(Target(ticket)))
        return ticket

    def late(self):
        ticket = self.missed()
        now(self.operator.no_show(Target(ticket)))
        return ticket

    def with_pin(self):
        if self.role != "customer":
            keep_pin(self.memory, self.number, PIN)

    def signed_in(self, staff, place):
        keep_pin(self.memory, staff, PIN)
        now(self.operator.sign_in(place, staff, PIN, "w"))


def document(scene, **changes):
    return to_document(replace(scene.memory.config, **changes))


def on(visit, scene):
    return scene.memory.state.find(visit).id


def a_task(scene):
    now(scene.operator.rate(scene.ended(), 1))
    return scene.memory.state.hall.open_tasks[0].id


def a_notice(scene):
    now(scene.operator.post_notice(Name("今日停电", "No power today")))
    return scene.memory.state.hall.notices[0].id


def asked_for_help(scene):
    now(scene.operator.ask_help("3"))
    return "3"


def held(scene):
    ticket = scene.served()
    now(scene.operator.hold(Target(ticket), "took_papers"))
    return Target(ticket, counter="3")


def at_desk(scene):
    """The place where this role signs in."""
    return "counter:3" if scene.role == "teller" else "overview:1"


def own_session(scene):
    if scene.role != "customer":
        scene.signed_in(scene.number, at_desk(scene))
    return at_desk(scene)


def other_session(scene):
    scene.signed_in(OTHER, "counter:1")
    return "counter:1"


ACTS = {
    "issue": lambda s: s.floor.issue(Wish("GT")),
    "issue_emergency": lambda s: s.floor.issue(Wish("GT", "emergency")),
    "issue_seen": lambda s: s.floor.issue(Wish("GT", "elder", seen="visible")),
    "cancel": lambda s: s.floor.cancel(Target(s.ticket())),
    "cancel_called": lambda s: s.floor.cancel(Target(s.called())),
    "offer_rating": lambda s: s.floor.offer_rating(s.ended()),
    "rate": lambda s: s.floor.rate(s.ended(), 4),
    "call_next": lambda s: (s.ticket(), s.floor.call_next("3"))[1],
    "call_given": lambda s: s.floor.call_given("3", s.ticket()),
    "recall": lambda s: (s.called(), s.memory.wait(20), s.floor.recall(Target("C001")))[2],
    "start": lambda s: s.floor.start(Target(s.called())),
    "finish": lambda s: s.floor.finish(Target(s.served())),
    "finish_and_call_next": lambda s: (s.served(), s.floor.finish_and_call_next("3"))[1],
    "hold": lambda s: s.floor.hold(Target(s.served()), "took_papers"),
    "resume": lambda s: s.floor.resume(held(s)),
    "transfer": lambda s: s.floor.transfer(Target(s.served()), Destination("SO")),
    "no_show": lambda s: s.floor.no_show(Target(s.missed())),
    "undo": lambda s: s.floor.undo(s.called()),
    "stage": lambda s: s.floor.stage(Target(s.served("SO")), "papers"),
    "approve": lambda s: s.floor.approve(Target(s.served("SO")), OTHER),
    "ask_help": lambda s: s.floor.ask_help("3"),
    "add_leg": lambda s: s.floor.add_leg(s.ticket(), "SO"),
    "mark_present": lambda s: s.floor.mark_present(s.late()),
    "record_unticketed": lambda s: s.floor.record_unticketed("3", "GT"),
    "open": lambda s: (now(s.operator.pause_counter("3")), s.floor.open_counter("3"))[1],
    "pause": lambda s: s.floor.pause_counter("3"),
    "close": lambda s: s.floor.close_counter("3"),
    "move": lambda s: s.floor.move(Target(s.ticket()), Destination(counter="3")),
    "leave": lambda s: s.floor.leave(Target(s.ticket())),
    "reinstate": lambda s: s.floor.reinstate(Target(s.late())),
    "release": lambda s: s.floor.release(Target(s.called())),
    "lend": lambda s: s.floor.lend_counter("3", Loan(("GT",), 10)),
    "free_counter": lambda s: s.floor.free_counter("3"),
    "grant": lambda s: s.floor.grant(s.ticket(), "elder", "visible"),
    "revoke": lambda s: s.floor.revoke(s.ticket(green="elder")),
    "reprint": lambda s: s.floor.reprint(s.ticket()),
    "answer_help": lambda s: s.floor.answer_help(asked_for_help(s)),
    "finish_task": lambda s: s.floor.finish_task(a_task(s)),
    "tick": lambda s: s.floor.tick(s.memory.config.checklist[0].code),
    "post_notice": lambda s: s.floor.post_notice(Name("今日停电", "No power today")),
    "withdraw_notice": lambda s: s.floor.withdraw_notice(a_notice(s)),
    "quiet_alert": lambda s: s.floor.quiet_alert("long_wait"),
    "close_day": lambda s: s.floor.close_day(),
    "report_device": lambda s: s.floor.report_device("printer", "paper_out"),
    "adopt": lambda s: s.floor.adopt(document(s, notices=(Name("新", "new"),))),
    "adopt_roles": lambda s: s.floor.adopt(document(s, staff=s.memory.config.staff[1:])),
    "versions": lambda s: s.floor.versions(),
    "set_pin": lambda s: s.floor.set_pin(OTHER, PIN),
    "sign_in_counter": lambda s: (s.with_pin(), s.floor.sign_in("counter:3", s.number, PIN, "w"))[
        1
    ],
    "sign_in_overview": lambda s: (
        s.with_pin(),
        now(s.operator.close_counter("3")),
        s.floor.sign_in("overview:1", s.number, PIN, "w"),
    )[2],
    "sign_in_settings": lambda s: (
        s.with_pin(),
        now(s.operator.close_counter("3")),
        s.floor.sign_in("settings:1", s.number, PIN, "w"),
    )[2],
    "sign_out": lambda s: s.floor.sign_out(own_session(s)),
    "sign_out_other": lambda s: s.floor.sign_out(other_session(s)),
    "change_pin": lambda s: (s.with_pin(), s.floor.change_pin(s.number, PIN, NEW_PIN))[1],
    "check_pin": lambda s: (s.with_pin(), s.floor.check_pin(s.number, PIN))[1],
    "help_of": lambda s: s.floor.help_of(on(s.ticket(), s)),
    "care_of": lambda s: s.floor.care_of(on(s.ticket(), s)),
}


def test_the_table_has_a_row_for_every_command():
    assert set(PERFORMERS) <= set(CASES.values())
    assert set(RIGHTS) - {"look"} == set(CASES.values())
    assert {name for name, _ in CELLS} == set(ACTS)


@pytest.mark.parametrize(("name", "role"), sorted(CELLS))
def test_a_role_may_what_the_table_says_and_nothing_else(name, role):
    scene = Scene(role)
    asked = ACTS[name](scene)
    before, state = len(scene.memory.entries), scene.memory.state
    if CELLS[name, role]:
        now(asked)
        return
    with pytest.raises(FloorError) as caught:
        now(asked)
    assert caught.value.code == "not_permitted"
    assert caught.value.values["command"] in RIGHTS
    assert (len(scene.memory.entries), scene.memory.state) == (before, state)


@given(st.sets(st.sampled_from(ROLES[1:]), min_size=1))
def test_a_person_has_the_rights_of_all_their_roles(roles):
    config = replace(a_branch(), staff=(StaffMember("0300", tuple(sorted(roles))),))
    theirs = roles_of("staff:0300", config)
    for command in RIGHTS:
        single = [may(command, frozenset({Role(role)})) for role in roles]
        assert may(command, theirs) == any(single), command


def test_who_leads_the_hall_and_serves_may_do_both():
    scene = Scene("teller")
    both = StaffMember("0300", ("teller", "lobby_manager"))
    scene.memory.config = replace(branch(), staff=(both,))
    floor = Floor(scene.memory, "staff:0300")
    ticket = now(floor.issue(Wish("GT", "elder", seen="visible"))).ticket
    assert now(floor.call_next("3")).ticket == ticket
