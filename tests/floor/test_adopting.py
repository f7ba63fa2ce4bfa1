"""A new version of the branch document: checked, trusted, and good for what is in use today."""

from dataclasses import replace

import pytest

from branchfloor.config import to_document
from branchfloor.domain.catalogue import Name, StaffMember
from branchfloor.domain.errors import ConfigInvalid, Refused
from branchfloor.domain.events import ConfigAdopted
from branchfloor.domain.settings import Settings
from branchfloor.domain.staff_events import SignedOut
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.phrasing import Phrases
from tests.builders import TEN, a_branch, a_floor, a_service, asking
from tests.security.pins_known import keep_pin

PIN = "427913"
STAFF = (
    StaffMember("0001", ("administrator",)),
    StaffMember("0101", ("branch_manager",)),
    StaffMember("0201"),
)


@pytest.fixture
def memory():
    plain = a_branch(staff=STAFF, settings=Settings(sign_in=True))
    reasons = tuple(reason for reason in plain.green_reasons if reason.class_name)
    memory = a_floor(replace(plain, green_reasons=reasons))
    now(asking(memory).close_counter("1"))  # the day is open
    return memory


def adopt(memory, actor="cli:user", base=None, **changes):
    document = to_document(replace(memory.config, **changes))
    return now(Floor(memory, actor).adopt(document, base))


def said(error):
    return Phrases.load("en").tell(error.values["why"])


def refusal(kind, memory, actor="cli:user", **changes):
    before = (len(memory.entries), memory.state, memory.config)
    with pytest.raises(kind) as caught:
        adopt(memory, actor, **changes)
    assert (len(memory.entries), memory.state, memory.config) == before
    return caught.value


def test_a_new_version_is_in_force_at_once_and_named_in_every_later_entry(memory):
    answer = adopt(memory, notices=(Name("新", "new"),))
    assert (answer.version, memory.state.config_version) == (2, 2)
    assert memory.config.notices == (Name("新", "new"),)
    adopted = memory.entries[-1].event
    assert adopted == ConfigAdopted(2, answer.sha256, TEN)
    now(asking(memory).issue(Wish("GT")))
    assert memory.entries[-1].config_version == 2


def test_an_old_version_restored_is_a_new_one(memory):
    old = to_document(memory.config)
    adopt(memory, notices=(Name("新", "new"),))
    assert now(asking(memory).adopt(old)).version == 3
    assert memory.config.notices == ()


def test_what_breaks_the_law_is_refused_with_the_sentence(memory):
    policy = memory.config.policy
    gold = next(rule for rule in policy.classes if rule.name == "gold")
    bought = tuple(
        replace(gold, target_min=2, head_start=0.9) if rule is gold else rule
        for rule in policy.classes
    )
    error = refusal(ConfigInvalid, memory, policy=replace(policy, classes=bought))
    assert "gold" in said(error)


def test_a_version_made_from_another_is_refused(memory):
    adopt(memory, base=1, notices=(Name("新", "new"),))
    error = refusal(Refused, memory, base=1, notices=())
    assert (error.code, error.values) == ("config_moved", {"version": 2})


def without_cards(memory):
    services = tuple(s for s in memory.config.services if s.code != "VC")
    counters = tuple(
        replace(c, serves=c.serves - {"VC"}) if "VC" in c.serves else c
        for c in memory.config.counters
    )
    return {"services": services, "counters": counters}


def test_what_somebody_waits_for_stays_until_they_are_gone(memory):
    ticket = now(asking(memory).issue(Wish("VC"))).ticket
    error = refusal(ConfigInvalid, memory, **without_cards(memory))
    assert ticket in said(error)
    now(asking(memory).cancel(Target(ticket)))
    assert adopt(memory, **without_cards(memory)).version == 2


def test_a_counter_is_removed_once_it_is_closed(memory):
    kept = {"counters": tuple(c for c in memory.config.counters if c.number != "2")}
    now(asking(memory).open_counter("2"))
    assert "counter 2" in said(refusal(ConfigInvalid, memory, **kept))
    now(asking(memory).close_counter("2"))
    adopt(memory, **kept)


def test_a_class_somebody_has_stays(memory):
    ticket = now(asking(memory).issue(Wish("GT"))).ticket
    now(asking(memory).grant(ticket, "repeat_visit", "ticket"))
    reasons = tuple(r for r in memory.config.green_reasons if r.class_name != "bank_error")
    classes = tuple(c for c in memory.config.policy.classes if c.name != "bank_error")
    policy = replace(memory.config.policy, classes=classes)
    error = refusal(ConfigInvalid, memory, green_reasons=reasons, policy=policy)
    assert "bank_error" in said(error)
    now(asking(memory).cancel(Target(ticket)))
    adopt(memory, green_reasons=reasons, policy=policy)


# -- people ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"staff": (*STAFF, StaffMember("0300", ("administrator",)))},
        {"staff": (STAFF[0], STAFF[1], StaffMember("0201", ("branch_manager",)))},
        {"settings": Settings(sign_in=False)},
        {"settings": Settings(sign_in=True, pin_failures=99)},
        {"settings": Settings(sign_in=True, pin_lock_min=0)},
        {"settings": Settings(sign_in=True, idle_lock_min=999)},
    ],
)
def test_who_may_give_no_pins_makes_nobody_more_than_they_are(memory, changes):
    error = refusal(Refused, memory, "staff:0101", **changes)
    assert (error.code, error.values["command"]) == ("not_permitted", "set_pin")
    adopt(memory, "staff:0001", **changes)


def test_a_branch_manager_changes_skills_and_everything_else(memory):
    skilled = (STAFF[0], STAFF[1], StaffMember("0201", skills=(("english", None),)))
    adopt(memory, "staff:0101", staff=skilled, services=(*memory.config.services,))
    assert memory.config.staff_member("0201").skills == (("english", None),)


def test_who_is_listed_no_more_loses_pin_and_session(memory):
    keep_pin(memory, "0201", PIN)
    console = Floor(memory, "console:3")
    now(console.sign_in("counter:3", "0201", PIN, "w"))
    adopt(memory, "staff:0001", staff=STAFF[:2])
    assert memory.state.hall.sessions == ()
    assert memory.entries[-1].event == SignedOut("counter:3", "0201", "adopted")
    for _ in range(2):  # and comes back without the old PIN
        with pytest.raises(Refused) as caught:
            now(console.sign_in("counter:3", "0201", PIN, "w"))
        assert caught.value.code in ("wrong_pin", "no_pin")
        adopt(memory, "staff:0001", staff=STAFF)


def test_who_serves_no_more_leaves_the_counter(memory):
    keep_pin(memory, "0201", PIN)
    now(Floor(memory, "console:3").sign_in("counter:3", "0201", PIN, "w"))
    adopt(memory, staff=(STAFF[0], STAFF[1], StaffMember("0201", ("auditor",))))
    assert memory.state.hall.session("counter:3") is None


def test_a_service_that_is_new_is_offered_at_once(memory):
    services = (*memory.config.services, a_service("GQ"))
    counters = tuple(
        replace(c, serves=c.serves | {"GQ"}) if c.number == "3" else c
        for c in memory.config.counters
    )
    adopt(memory, services=services, counters=counters)
    assert now(asking(memory).issue(Wish("GQ"))).ticket == "C001"


@pytest.mark.parametrize(
    "staff", [STAFF[1:], (StaffMember("0001", ("auditor",)), *STAFF[1:])], ids=["gone", "demoted"]
)
def test_somebody_always_runs_the_house(memory, staff):
    refused = refusal(ConfigInvalid, memory, staff=staff)
    assert "administrator" in said(refused)


def test_an_administrator_may_go_when_another_stays(memory):
    staff = (StaffMember("0002", ("administrator",)), *STAFF[1:])
    assert adopt(memory, staff=staff).version == 2
