"""What a ticket's keys ask in the drawer: where to, what more, which priority; and printing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from branchfloor.devices.faults import PrinterFault
from branchfloor.devices.printer.drivers import PrintedSlips
from branchfloor.domain.kinds import GroundState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from ui.overview.ticket_facts import Act


def said(desk):
    return desk.desk.ticket.said()


async def test_moved_to_another_service_by_typing(desk):
    ticket = desk.come("GT")
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.MOVE))
    assert QApplication.focusWidget() is desk.desk.ticket.pickers.services.field
    await desk.type("so")
    await desk.key(Qt.Key.Key_Return)
    assert desk.visit(ticket).legs[0].service == "SO"
    assert desk.desk.ticket.keys.isVisible(), "the question is answered"


async def test_moved_to_a_counter_and_only_where_it_may_go(desk):
    now(desk.floor.open_counter("1", "0211"))
    now(desk.floor.open_counter("2", "0213"))
    now(desk.floor.open_counter("3", "0217"))
    ticket = desk.come("GT")
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.MOVE))
    pickers = desk.desk.ticket.pickers
    await desk.press(pickers.kinds.key("counter"))
    rows = {row.choice().key: row for row in pickers.places.rows()}
    assert list(rows) == ["1", "2", "3"]
    assert rows["3"].isEnabled()
    await desk.press(rows["3"])
    assert desk.visit(ticket).legs[0].pin.counter == "3"


async def test_cash_never_goes_to_a_counter_without(desk):
    now(desk.floor.open_counter("3", "0217"))
    ticket = desk.come("GD")
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.MOVE))
    pickers = desk.desk.ticket.pickers
    await desk.press(pickers.kinds.key("counter"))
    row = pickers.places.row("3")
    assert not row.isEnabled()
    assert row.choice().note == "takes no cash"


async def test_moved_to_a_person(desk):
    now(desk.floor.open_counter("2", "0213"))
    ticket = desk.come("GD")
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.MOVE))
    pickers = desk.desk.ticket.pickers
    await desk.press(pickers.kinds.key("staff"))
    await desk.press(pickers.places.row("0213"))
    assert desk.visit(ticket).legs[0].pin.staff == "0213"


async def test_escape_gives_the_question_up_before_it_closes_the_drawer(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.MOVE))
    assert desk.screen.drawer.close_key.key() == ""
    await desk.key(Qt.Key.Key_Escape)
    assert desk.desk.ticket.keys.isVisible()
    assert desk.screen.drawer.close_key.key() == "Esc"
    await desk.key(Qt.Key.Key_Escape)
    assert desk.screen.drawer.page is None


async def test_one_service_more(desk):
    ticket = desk.come("GD")
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.ADD_LEG))
    await desk.type("GT")
    await desk.key(Qt.Key.Key_Return)
    assert [leg.service for leg in desk.visit(ticket).legs] == ["GD", "GT"]
    lines = desk.desk.ticket.legs.lines()
    assert [line.left for line in lines] == ["1", "2"]


async def test_priority_granted_and_taken_back_from_the_drawer(desk):
    ticket = desk.come("GD")
    desk.show()
    await desk.open(ticket)
    page = desk.desk.ticket
    await desk.press(page.keys.key(Act.GRANT))
    green = page.pickers.green
    assert not page.pickers.grant.isEnabled()
    await desk.press(green.reasons.key("military"))
    await desk.press(green.proofs.key("card"))
    await desk.press(page.pickers.grant)
    assert desk.visit(ticket).class_name == "legal"
    standing = " / ".join(line.text for line in page.standing.lines())
    assert "priority by law" in standing
    assert "reason: serving military (shown to you only)" in standing
    await desk.press(page.keys.key(Act.REVOKE))
    assert desk.visit(ticket).grounds[0].state is GroundState.REVOKED


async def test_what_helps_is_read_from_the_purgeable_row(desk):
    ticket = desk.come("GD", needs=("slower", "large_print"))
    desk.show()
    await desk.open(ticket)
    lines = {line.left: line.text for line in desk.desk.ticket.standing.lines()}
    assert lines["Helps"] == "Speak slowly · Large print"


async def test_reprinted_where_there_is_a_printer(desk):
    printer = PrintedSlips()
    desk.desk.set_printer(printer)
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.REPRINT))
    assert [slip.number for slip in printer.slips] == [ticket]
    assert said(desk) == f"{ticket} is printed again."


async def test_a_printer_that_fails_is_told(desk):
    desk.desk.set_printer(
        PrintedSlips(PrinterFault("check.printer_slow", ticket="A001", seconds=9))
    )
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.REPRINT))
    assert "was not printed within 9 s" in said(desk)


async def test_without_a_printer_the_number_is_said(desk):
    ticket = desk.come()
    desk.show()
    await desk.open(ticket)
    await desk.press(desk.desk.ticket.keys.key(Act.REPRINT))
    assert said(desk) == f"Noted. No printer here: write {ticket} down."


async def test_the_later_service_is_moved_while_the_first_is_served(desk):
    ticket = desk.come("GD", then=("GT",))
    now(desk.floor.open_counter("1", "0211"))
    now(desk.floor.call_next("1"))
    now(desk.floor.start(Target(ticket)))
    desk.show()
    await desk.type(ticket)
    await desk.key(Qt.Key.Key_Return)
    await desk.press(desk.desk.ticket.keys.key(Act.MOVE))
    await desk.type("so")
    await desk.key(Qt.Key.Key_Return)
    assert [leg.service for leg in desk.visit(ticket).legs] == ["GD", "SO"]
