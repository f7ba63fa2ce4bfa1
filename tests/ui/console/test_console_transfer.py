"""Transfer to a counter or a person with a note: by keyboard, shown at the counter it comes to."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.kinds import LegState
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.floor.transfer import Destination
from tests.builders import a_branch, a_counter, a_service
from ui.app.tasks import settled
from ui.console.keys import Panel

K = Qt.Key


def branch():
    """Counters 3, 4 and 5 are low; 5 is outside the sales zone that VC asks for."""
    config = a_branch()
    services = (*config.services, a_service("VF", sales_zone=True))
    low = (
        a_counter("3", "GT", "SO", "VC", "VF", sales_zone=True),
        a_counter("4", "GT", "SO", sales_zone=True),
        a_counter("5", "GT"),
    )
    staff = (
        StaffMember("0217"),
        StaffMember("0304", skills=(("english", None),)),
        StaffMember("0305"),
    )
    return replace(config, services=services, counters=(*config.counters[:2], *low), staff=staff)


async def serving(desk, service="GT"):
    for number, staff in (("4", "0304"), ("5", "0305")):
        now(desk.floor.open_counter(number, staff))
    ticket = desk.come(service)
    desk.show()
    await desk.key(K.Key_F9)
    await desk.key(K.Key_F2)
    desk.wait(120)
    return ticket


def titles(panel):
    return [row.face().title for row in panel.options.shown()]


async def test_right_turns_to_counters_and_enter_sends_there(place):
    desk = place(branch())
    ticket = await serving(desk)
    await desk.key(K.Key_F4)
    await desk.key(K.Key_Right)
    panel = desk.screen.panel(Panel.TRANSFER)
    assert titles(panel)[:2] == ["4 号 · 4", "5 号 · 5"]
    await desk.key(K.Key_Down)
    await desk.key(K.Key_Return)
    leg = desk.memory.state.find(ticket).legs[0]
    assert (leg.state, leg.pin.counter) == (LegState.WAITING, "5")


async def test_a_counter_is_found_by_its_number(place):
    desk = place(branch())
    await serving(desk)
    await desk.key(K.Key_F4)
    await desk.key(K.Key_Right)
    QTest.keyClicks(desk.screen.panel(Panel.TRANSFER).field, "4")
    assert titles(desk.screen.panel(Panel.TRANSFER)) == ["4 号 · 4"]


async def test_closed_counters_and_those_that_may_not_say_why_and_cannot_be_sent_to(place):
    desk = place(branch())
    await serving(desk, "VF")
    await desk.key(K.Key_F4)
    await desk.key(K.Key_Right)
    faces = {r.face().title[0]: r.face() for r in desk.screen.transfer.options.shown()}
    assert faces["4"].open
    assert faces["5"].details == ("不在销售专区",)
    assert faces["1"].details == ("现在未开窗",)
    for _ in range(3):
        await desk.key(K.Key_Down)
    assert not desk.screen.transfer.only_key.isEnabled()
    await desk.key(K.Key_Return)
    assert desk.here()[1].state is LegState.SERVING


async def test_a_person_is_chosen_by_number_with_what_they_may_serve(place):
    desk = place(branch())
    ticket = await serving(desk)
    await desk.key(K.Key_F4)
    await desk.key(K.Key_Right)
    await desk.key(K.Key_Right)
    QTest.keyClicks(desk.screen.transfer.field, "0304")
    (row,) = desk.screen.transfer.options.shown()
    assert row.face().title == "0304 · 4 号窗口"
    assert row.face().details == ("一般 / 特殊", "英语")
    await desk.key(K.Key_F4)
    assert desk.memory.state.find(ticket).legs[0].pin.staff == "0304"


async def test_left_turns_back_and_stops_at_the_services(place):
    desk = place(branch())
    await serving(desk)
    await desk.key(K.Key_F4)
    for key in (K.Key_Right, K.Key_Left, K.Key_Left):
        await desk.key(key)
    assert desk.screen.transfer.chosen().service.code == "SO"


async def test_tabs_are_pressed_too(place):
    desk = place(branch())
    await serving(desk)
    await desk.key(K.Key_F4)
    await desk.press(desk.screen.transfer.tabs.tabs[2])
    assert desk.screen.transfer.seat().counter.staff == "0304"


async def test_the_note_goes_along_and_stands_on_the_next_counters_card(place):
    desk = place(branch())
    await serving(desk)
    await desk.key(K.Key_F4)
    await desk.key(K.Key_Tab)
    QTest.keyClicks(desk.screen.transfer.note, "papers checked")
    await desk.key(K.Key_F4)
    (sent,) = [v for v, _ in desk.memory.state.legs(LegState.WAITING)]
    assert now(desk.floor.note_of(sent.id)) == "papers checked"
    now(desk.floor.call_given("4", sent.number))
    now(desk.floor.start(Target(sent.number)))
    back = Destination(counter="3", note="只差签字")
    now(desk.floor.transfer(Target(sent.number), back))
    desk.wait(2)
    await desk.key(K.Key_F9)
    await settled()
    assert desk.screen.called.card.note.text() == "上一窗口留言：只差签字"
    assert not desk.screen.called.card.note.isHidden()
    await desk.key(K.Key_F2)
    assert desk.screen.serving.card.note.isVisible()


async def test_a_personal_note_is_refused_in_one_sentence_and_stays_to_be_mended(place):
    desk = place(branch())
    await serving(desk)
    await desk.key(K.Key_F4)
    desk.screen.transfer.note.setText("13812345678")
    await desk.key(K.Key_F4)
    assert desk.said() == "备注疑似含有姓名、电话或卡号，请勿填写个人信息。"
    assert desk.screen.page() is desk.screen.transfer
    assert desk.screen.transfer.note.text() == "13812345678"
    assert desk.here()[1].state is LegState.SERVING


async def test_a_note_does_not_outlive_its_panel(place):
    desk = place(branch())
    await serving(desk)
    await desk.key(K.Key_F4)
    desk.screen.transfer.note.setText("x")
    await desk.key(K.Key_Escape)
    await desk.key(K.Key_F4)
    assert desk.screen.transfer.note.text() == ""


async def test_somebody_without_a_note_shows_none(place):
    desk = place(branch())
    await serving(desk)
    assert not desk.screen.serving.card.note.isVisible()
