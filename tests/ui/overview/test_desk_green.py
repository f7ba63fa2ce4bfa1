"""All green-channel requests in the drawer: filter, reasons, proofs, refusing, taking back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from branchfloor.domain.kinds import GroundState
from branchfloor.floor.floor import now
from branchfloor.floor.issue import Wish
from tests.builders import a_floor
from tests.ui.overview.at_desk import a_hall, sit_down
from ui.app.tasks import settled
from ui.overview.lists import Lane


@pytest.fixture
async def asked(desk):
    """Two requests and a grant, the drawer open."""
    desk.come("GD", green="elder")
    desk.memory.wait(30)
    desk.come("GT", green="military")
    desk.memory.wait(30)
    now(desk.floor.issue(Wish("GW", "elder", seen="visible")))
    desk.show()
    await desk.press(desk.screen.queues.lane(Lane.GREEN).title)
    return desk


def page(desk):
    return desk.desk.green


def listed(desk) -> list[str]:
    return [row.choice().name.split()[0] for row in page(desk).list.rows()]


async def test_what_waits_is_shown_first_the_oldest_on_top(asked):
    assert asked.screen.drawer.title() == "Green channel"
    assert listed(asked) == ["A001", "C001"]
    assert page(asked).filter.key("waiting").text() == "To confirm 2"
    assert page(asked).case.visit.number == "A001"


async def test_the_proofs_are_those_of_the_reason_stated(asked):
    assert page(asked).case.proofs.codes() == ("visible",)
    assert page(asked).case.why() == "reason: elderly (shown to you only)"
    await asked.press(page(asked).list.rows()[1])
    assert page(asked).case.proofs.codes() == ("card",)
    await asked.press(page(asked).case.proofs.key("card"))
    await asked.press(page(asked).case.confirm_key)
    ground = asked.visit("C001").grounds[0]
    assert (ground.state, ground.proof) == (GroundState.GRANTED, "document")
    assert listed(asked) == ["A001"]


async def test_refused_by_keyboard_and_told_to_others(asked):
    await asked.key(Qt.Key.Key_Return, on=page(asked).case.revoke_key)
    assert asked.visit("A001").grounds[0].state is GroundState.REVOKED
    await asked.press(page(asked).filter.key("over"))
    assert page(asked).list.rows()[0].choice().note.startswith("priority by law · refused · 0102")
    assert page(asked).case.revoke_key.isHidden(), "what is refused is not refused again"


async def test_a_grant_is_taken_back_later(asked):
    await asked.press(page(asked).filter.key("granted"))
    assert listed(asked) == ["A002"]
    await asked.press(page(asked).case.revoke_key)
    assert asked.visit("A002").class_name == "ordinary"
    assert listed(asked) == []


async def test_a_purged_reason_says_so_and_can_still_be_decided(asked):
    asked.memory._rows.clear()
    page(asked).case.care._about = None
    asked.show()
    await settled()
    assert page(asked).case.why() == "reason: purged"
    await asked.press(page(asked).case.proofs.key("visible"))
    await asked.press(page(asked).case.confirm_key)
    assert asked.visit("A001").grounds[0].state is GroundState.GRANTED


async def test_the_ticket_is_a_press_away(asked):
    await asked.press(page(asked).open_key)
    assert asked.screen.drawer.title() == "A001 · waiting"


async def test_the_panel_leads_to_the_others(desk):
    desk.come("GD", green="elder")
    desk.come("GD", green="elder")
    desk.show()
    assert desk.screen.green.all_key.text() == "1 more to confirm"
    await desk.press(desk.screen.green.all_key)
    assert listed(desk) == ["A001", "A002"]


async def test_when_a_request_runs_out_is_shown(qtbot):
    hall = a_hall()
    hall = replace(hall, settings=replace(hall.settings, green_expires_min=45))
    desk = sit_down(a_floor(hall))
    qtbot.addWidget(desk.screen)
    desk.come("GD", green="elder")
    desk.show()
    await desk.press(desk.screen.queues.lane(Lane.GREEN).title)
    assert page(desk).list.rows()[0].choice().note.endswith("until 10:45")


async def test_the_reason_is_nothing_for_a_teller(qtbot):
    desk = sit_down(actor="staff:0211")
    qtbot.addWidget(desk.screen)
    desk.come("GD", green="elder", needs=("slower",))
    desk.show()
    await desk.press(desk.screen.queues.lane(Lane.GREEN).title)
    assert page(desk).case.why() == ""
    assert not page(desk).case.revoke_key.isEnabled()
    await desk.open("A001")
    shown = " ".join(line.text for line in desk.desk.ticket.standing.lines())
    assert "elder" not in shown
    assert "slow" not in shown


async def test_what_was_read_is_forgotten_with_the_right(desk):
    desk.come("GD", green="elder")
    desk.show()
    await desk.open("A001")
    assert desk.desk.ticket.care.care is not None
    visit = desk.visit("A001")
    desk.desk.ticket.care.ask(visit, allowed=False)
    assert desk.desk.ticket.care.care is None
