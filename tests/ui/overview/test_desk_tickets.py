"""Looking a ticket up and doing something about it, by real clicks and keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from tests.ui.overview.at_desk import sit_down
from ui.app.tasks import settled
from ui.overview.armed_key import ArmedKey
from ui.overview.find_page import MOST
from ui.overview.lists import Lane
from ui.overview.ticket_facts import Act

CTRL = Qt.KeyboardModifier.ControlModifier


def called(desk, service: str = "GD", counter: str = "1"):
    """Somebody who is called."""
    ticket = desk.come(service)
    now(desk.floor.open_counter(counter, "0211"))
    now(desk.floor.call_next(counter))
    return ticket


def late(desk):
    """Somebody who was called three times in vain."""
    ticket = called(desk)
    for _ in range(2):
        desk.memory.wait(60)
        now(desk.floor.recall(Target(ticket)))
    now(desk.floor.no_show(Target(ticket)))
    return ticket


def said(desk):
    return desk.desk.ticket.said()


async def test_a_click_on_a_chip_opens_its_drawer_and_escape_closes_it(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    assert desk.screen.drawer.title() == f"{ticket} · waiting"
    assert desk.desk.ticket.isVisible()
    assert not desk.screen.alerts.isVisible(), "the drawer takes the column's place"
    await desk.key(Qt.Key.Key_Escape)
    assert desk.screen.drawer.page is None
    assert desk.screen.alerts.isVisible()


async def test_another_chip_takes_the_open_drawer(desk):
    first, second = desk.come(), desk.come("GT")
    desk.show()
    await desk.open(first)
    await desk.open(second)
    assert desk.screen.drawer.title().startswith(second)


async def test_typing_a_number_anywhere_finds_the_ticket(desk):
    desk.come()
    ticket = desk.come()
    desk.show()
    await desk.type(ticket.lower())
    assert desk.desk.find.isVisible()
    assert [row.choice().key for row in desk.desk.find.list.rows()] == [ticket]
    await desk.key(Qt.Key.Key_Return)
    assert desk.screen.drawer.title().startswith(ticket)
    assert desk.desk.field.text() == ""


async def test_ctrl_f_arrows_and_enter_pick_one_of_several(desk):
    desk.come(), desk.come(), desk.come()
    desk.show()
    await desk.key(Qt.Key.Key_F, CTRL, on=desk.screen)
    await desk.type("A00")
    assert [row.choice().key for row in desk.desk.find.list.rows()] == ["A001", "A002", "A003"]
    await desk.key(Qt.Key.Key_Down)
    await desk.key(Qt.Key.Key_Down)
    await desk.key(Qt.Key.Key_Return)
    assert desk.screen.drawer.title().startswith("A002")


async def test_a_number_nobody_has_is_said(desk):
    desk.show()
    await desk.type("A777")
    assert desk.desk.find.said().startswith("There is no ticket A777 today")
    await desk.key(Qt.Key.Key_Escape)
    assert desk.screen.drawer.page is None


async def test_an_ended_ticket_still_tells_what_happened(desk):
    ticket = called(desk)
    now(desk.floor.start(Target(ticket)))
    now(desk.floor.finish(Target(ticket)))
    desk.show()
    await desk.type(ticket)
    await desk.key(Qt.Key.Key_Return)
    page = desk.desk.ticket
    assert any("done" in line.text for line in page.history.lines())
    assert [head.text() for head in page._heads if head.isVisible()] == ["So far"]
    assert page.keys.shown() == ()


async def test_a_waiting_ticket_has_only_what_is_legal(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    shown = desk.desk.ticket.keys.shown()
    assert shown == (Act.REPRINT, Act.MOVE, Act.ADD_LEG, Act.GRANT, Act.LEAVE, Act.CANCEL)
    for act in set(Act) - set(shown):
        assert desk.desk.ticket.keys.key(act).isHidden()


async def test_people_ahead_and_the_range_are_those_of_the_queue(desk):
    now(desk.floor.open_counter("1", "0211"))
    desk.come(), desk.come()
    desk.memory.wait(60)
    ticket = desk.come()
    desk.memory.wait(90)
    desk.show()
    await desk.open(ticket)
    figures = desk.desk.ticket.figures
    assert (figures.value(0), figures.value(1)) == ("1:30", "2")
    desk.screen.show_time(desk.memory.at.replace(second=40))
    assert figures.value(0) == "1:40"


async def test_cancel_asks_a_second_press(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    key = desk.desk.ticket.keys.key(Act.CANCEL)
    await desk.press(key)
    assert key.text() == "Again: Cancel ticket"
    assert desk.visit(ticket).legs[0].state is LegState.WAITING
    await desk.press(key)
    assert desk.memory.state.find(ticket) is None


async def test_the_first_press_is_forgotten(desk, qtbot):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    key = desk.desk.ticket.keys.key(Act.LEAVE)
    assert isinstance(key, ArmedKey)
    await desk.press(key)
    assert key.armed
    key._timer.timeout.emit()
    key._timer.stop()
    assert not key.armed
    assert key.text() == "Has left"
    await desk.press(key)
    assert desk.memory.state.find(ticket) is not None


async def test_a_new_view_keeps_the_first_press(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    key = desk.desk.ticket.keys.key(Act.LEAVE)
    await desk.press(key)
    desk.come()
    desk.show()
    assert key.armed


async def test_marked_as_left_by_keyboard(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    key = desk.desk.ticket.keys.key(Act.LEAVE)
    await desk.key(Qt.Key.Key_Space, on=key)
    await desk.key(Qt.Key.Key_Return, on=key)
    assert desk.memory.state.find(ticket) is None


async def test_a_late_customer_is_here_and_goes_back_into_the_queue(desk):
    ticket = late(desk)
    desk.show()
    await desk.open(ticket)
    keys = desk.desk.ticket.keys
    await desk.press(keys.key(Act.PRESENT))
    assert desk.visit(ticket).present
    assert keys.key(Act.PRESENT).isHidden()
    await desk.press(keys.key(Act.REINSTATE))
    assert desk.visit(ticket).legs[0].state is LegState.WAITING
    assert desk.screen.drawer.title() == f"{ticket} · waiting"


async def test_a_held_customer_is_looked_at_from_the_same_list(desk):
    ticket = called(desk)
    now(desk.floor.start(Target(ticket)))
    now(desk.floor.hold(Target(ticket), "took_papers", 20))
    desk.show()
    await desk.open(ticket)
    assert desk.screen.drawer.title().startswith(f"{ticket} · on hold · back 10:20")


async def test_a_call_is_taken_back(desk):
    ticket = called(desk)
    desk.show()
    await desk.type(ticket)
    await desk.key(Qt.Key.Key_Return)
    await desk.press(desk.desk.ticket.keys.key(Act.RELEASE))
    assert desk.visit(ticket).legs[0].state is LegState.WAITING
    assert desk.memory.state.at_counter("1") is None


async def test_who_is_served_can_neither_leave_nor_be_cancelled(desk):
    ticket = called(desk)
    now(desk.floor.start(Target(ticket)))
    desk.show()
    await desk.type(ticket)
    await desk.key(Qt.Key.Key_Return)
    assert desk.desk.ticket.keys.shown() == (Act.ADD_LEG, Act.GRANT)


async def test_a_refusal_is_one_sentence_in_the_drawer(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    now(desk.floor.cancel(Target(ticket)))
    key = desk.desk.ticket.keys.key(Act.LEAVE)
    await desk.press(key, told=False)
    await desk.press(key, told=False)
    assert said(desk) == f"Ticket {ticket} is cancelled; the customer needs a new ticket."


async def test_who_may_not_cannot_press(qtbot):
    desk = sit_down(actor="staff:0211")
    qtbot.addWidget(desk.screen)
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    keys = desk.desk.ticket.keys
    assert not keys.key(Act.LEAVE).isEnabled()
    assert keys.key(Act.CANCEL).isEnabled()


async def test_who_lost_the_right_meanwhile_is_told_so(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    desk.screen._floor.actor = "staff:0211"
    key = desk.desk.ticket.keys.key(Act.LEAVE)
    await desk.press(key, told=False)
    await desk.press(key, told=False)
    assert "may not do this" in said(desk)
    assert desk.visit(ticket).legs[0].state is LegState.WAITING


async def test_arrows_go_from_chip_to_chip_and_enter_opens(desk):
    first, second = desk.come(), desk.come()
    desk.show()
    row = next(r for r in desk.screen.queues.rows() if r.field.tickets())
    row.field.chip(desk.visit(first).id).setFocus()
    await desk.key(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is row.field.chip(desk.visit(second).id)
    await desk.key(Qt.Key.Key_Return)
    assert desk.screen.drawer.title().startswith(second)


async def test_a_finger_beside_a_chip_counts_for_it(desk):
    ticket = desk.come()
    desk.show()
    row = next(r for r in desk.screen.queues.rows() if r.field.tickets())
    chip = row.field.chip(desk.visit(ticket).id)
    beside = chip.geometry().center()
    beside.setX(chip.geometry().right() + 6)
    QTest.mouseClick(row.field, Qt.MouseButton.LeftButton, pos=beside)
    await settled()
    assert desk.screen.drawer.title().startswith(ticket)


async def test_closing_gives_the_keyboard_back(desk):
    ticket = desk.come()
    desk.show()
    row = next(r for r in desk.screen.queues.rows() if r.field.tickets())
    chip = row.field.chip(desk.visit(ticket).id)
    chip.setFocus()
    await desk.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is desk.desk.ticket.keys.first()
    await desk.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is chip


async def test_a_finger_at_the_edge_of_a_row_counts_too(desk):
    ticket = desk.come()
    desk.show()
    row = next(r for r in desk.screen.queues.rows() if r.field.tickets())
    chip = row.field.chip(desk.visit(ticket).id)
    above = chip.mapTo(row, chip.rect().center())
    above.setY(4)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=above)
    await settled()
    assert desk.screen.drawer.title().startswith(ticket)


async def test_an_expired_ticket_is_found_and_revived(desk):
    ticket = late(desk)
    now(desk.floor.reinstate(Target(ticket)))
    now(desk.floor.call_next("1"))
    for _ in range(2):
        desk.memory.wait(60)
        now(desk.floor.recall(Target(ticket)))
    now(desk.floor.no_show(Target(ticket)))
    desk.show()
    await desk.type(ticket)
    await desk.key(Qt.Key.Key_Return)
    keys = desk.desk.ticket.keys
    assert keys.shown() == (Act.REINSTATE,)
    await desk.press(keys.key(Act.REINSTATE))
    assert desk.visit(ticket).legs[0].state is LegState.WAITING


async def test_one_carried_over_from_yesterday_opens_by_its_own_chip(desk):
    old = desk.come("GD")
    desk.memory.wait(minutes=24 * 60)
    new = desk.come("GD")
    assert old == new
    desk.show()
    visits = [v for v in desk.memory.state.visits.values() if v.number == old]
    for visit in visits:
        row = next(r for r in desk.screen.queues.rows() if visit.id in r.field.tickets())
        await desk.press(row.field.chip(visit.id))
        assert desk.desk.ticket.visit_id == visit.id


async def test_the_title_of_a_lane_lists_all_of_it(desk):
    ticket = late(desk)
    desk.show()
    await desk.press(desk.screen.queues.lane(Lane.AWAY).title)
    assert desk.screen.drawer.title() == "Not in queue"
    await desk.press(desk.desk.find.list.rows()[0])
    assert desk.screen.drawer.title().startswith(f"{ticket} · late")


async def test_those_without_room_are_a_press_away(desk):
    tickets = [desk.come("GD") for _ in range(150)]
    desk.show()
    field = desk.screen.queues.lane(Lane.GENERAL).field
    assert field.left_over() > 0
    await desk.press(field.more)
    listed = [row.choice().name for row in desk.desk.find.list.rows()]
    assert listed == tickets[: len(listed)]
    assert len(listed) == MOST


async def test_an_empty_lane_says_so(desk):
    await desk.press(desk.screen.queues.lane(Lane.CORPORATE).title)
    assert desk.desk.find.said() == "Nobody here now"
