"""The slip did not come out: the number stays, longer, and somebody comes with a pen."""

from branchfloor.devices.faults import PrinterFault
from branchfloor.floor.floor import now
from tests.ui.kiosk.conftest import texts_of
from ui.kiosk.journey import START
from ui.kiosk.no_slip_page import NoSlipPage
from ui.kiosk.screen import HAND_WRITTEN

OUT = PrinterFault("check.printer_no_paper", printer="printer")


async def without_paper(hall):
    """A kiosk whose customer has just got a number and no slip."""
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    kiosk.screen.show_print_fault(OUT)
    return kiosk


async def test_the_number_stays_four_times_as_long_with_what_to_do(hall):
    paperless = await without_paper(hall)
    page = paperless.screen.stack.current()
    assert isinstance(page, NoSlipPage)
    assert page.card.number.text() == "A001"
    said = texts_of(paperless.screen)
    assert "号票纸用完了，请拍照或记住号码" in said
    assert "您的号码有效" in said
    assert "打印机：缺纸 · 取号照常" in said
    assert "已通知 10:00" in said
    assert paperless.screen.patience.left() == 60
    paperless.later(59)
    await paperless.press(page.more)
    paperless.later(59)
    assert paperless.place == "ticket"
    paperless.later(1)
    assert paperless.screen.journey == START


async def test_the_lobby_is_told_that_a_pen_is_wanted_once(hall):
    paperless = await without_paper(hall)
    page = paperless.screen.stack.current()
    await paperless.press(page.by_hand)
    fault = paperless.memory.state.hall.fault("kiosk:1")
    assert fault is not None
    assert fault.code == HAND_WRITTEN
    paperless.show()
    assert not page.by_hand.isEnabled()
    assert page.by_hand.text() == "有人来了，请稍等"


async def test_a_printer_that_prints_again_calls_the_pen_off(hall):
    paperless = await without_paper(hall)
    await paperless.press(paperless.screen.stack.current().by_hand)
    paperless.show()
    await paperless.press(paperless.screen.stack.current().done)
    await paperless.press(paperless.screen.stack.home().tile("GW"))
    paperless.screen.show_print_fault(None)
    from ui.app.tasks import settled

    await settled(paperless.screen)
    assert paperless.memory.state.hall.fault("kiosk:1") is None
    assert "打印机" not in texts_of(paperless.screen.foot)
    assert paperless.screen.stack.current() is paperless.screen.stack.ticket()


async def test_the_foot_tells_the_next_customer_before_they_take_a_number(hall):
    paperless = await without_paper(hall)
    await paperless.press(paperless.screen.stack.current().done)
    assert paperless.place == "home"
    assert "打印机：缺纸 · 取号照常" in texts_of(paperless.screen)


async def test_a_slip_of_the_customer_before_does_not_change_this_page(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    kiosk.screen.show_print_fault(PrinterFault("check.printer_slow", ticket="A099", seconds=10.0))
    assert kiosk.screen.stack.current() is kiosk.screen.stack.ticket()
    assert "打印机：暂时不出票 · 取号照常" in texts_of(kiosk.screen)


async def test_who_is_called_meanwhile_is_told(hall):
    paperless = await without_paper(hall)
    now(paperless.staff.call_next("1"))
    paperless.show()
    assert "请到 1 号窗口" in texts_of(paperless.screen)


async def test_a_fault_with_nobody_there_is_only_noted(hall):
    kiosk = hall()
    kiosk.screen.show_print_fault(OUT)
    assert kiosk.place == "home"
    assert kiosk.screen.patience.left() is None
