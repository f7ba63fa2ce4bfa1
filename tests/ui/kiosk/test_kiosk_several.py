"""Several things to do under one number, with real presses: choose, order, check, take."""

from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.domain.kinds import LegState
from branchfloor.domain.waits import Forecasts, ServiceForecast, WaitRange
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import now
from branchfloor.waits.round import rounded
from branchfloor.waits.whole import outlook, whole_visit
from tests.builders import TEN
from tests.ui.kiosk.conftest import a_kiosk_branch, texts_of
from ui.kiosk.journey import Journey, Place
from ui.kiosk.page import Clear, InOrder, Pick, Put, Review, Several
from ui.kiosk.steps import step

QUICK, SLOW = WaitRange(120, 240, 420), WaitRange(900, 1200, 1680)


def publish(kiosk, **waits: WaitRange) -> None:
    made = tuple(ServiceForecast(code, 2, wait) for code, wait in waits.items())
    kiosk.memory.set(forecasts=Forecasts(kiosk.memory.at, made))
    kiosk.show()


async def choose(kiosk, *services: str) -> None:
    """Open the list from home and press services, each on its tier's page."""
    await kiosk.press(kiosk.screen.stack.home().ways.several)
    page = kiosk.screen.stack.pick()
    for code in services:
        tier = kiosk.memory.config.service(code).tier
        await kiosk.press(page.tabs[tier])
        await kiosk.press(page.tile(code))


async def to_plan(kiosk, *services: str):
    await choose(kiosk, *services)
    await kiosk.press(kiosk.screen.stack.pick().review)
    assert kiosk.place == "plan"
    return kiosk.screen.stack.plan()


async def test_two_services_make_one_number_with_two_legs_in_the_order_chosen(hall):
    kiosk = hall()
    page = await to_plan(kiosk, "SO", "GD")
    await kiosk.press(page.take)
    assert kiosk.place == "ticket"
    (visit,) = kiosk.memory.state.visits.values()
    assert [(leg.service, leg.state) for leg in visit.legs] == [
        ("SO", LegState.WAITING),
        ("GD", LegState.PLANNED),
    ]
    assert visit.fixed_order
    assert kiosk.memory.state.serials == {"C": 1}
    assert [given.ticket for given in kiosk.given] == ["C001"]


async def test_any_order_lets_all_legs_wait_soonest_call_first(hall):
    kiosk = hall()
    publish(kiosk, SO=SLOW, GD=QUICK)
    page = await to_plan(kiosk, "SO", "GD")
    assert page.fixed.isChecked()
    assert not page.free.isChecked()
    await kiosk.press(page.free)
    assert page.free.isChecked()
    await kiosk.press(page.take)
    (visit,) = kiosk.memory.state.visits.values()
    assert not visit.fixed_order
    assert [leg.service for leg in visit.legs] == ["GD", "SO"]
    assert {leg.state for leg in visit.legs} == {LegState.WAITING}
    assert kiosk.given[0].wait == QUICK


async def test_a_mixed_visit_says_so_and_names_each_kind_of_counter(hall):
    kiosk = hall()
    page = await to_plan(kiosk, "SO", "GD")
    assert page.mixed.isVisible()
    assert "两种窗口" in page.mixed.title.text()
    lines = [row.face().line for row in page.legs.rows if row.isVisible()]
    assert lines[0].startswith("非现金窗口 3")
    assert lines[1].startswith("现金窗口 1 · 2")
    await kiosk.press(page.take)
    (visit,) = kiosk.memory.state.visits.values()
    assert [leg.needs_cash for leg in visit.legs] == [False, True]
    assert now(kiosk.staff.call_next("3")).service == "SO"


async def test_a_visit_of_one_kind_says_nothing_about_kinds(hall):
    kiosk = hall()
    page = await to_plan(kiosk, "GW", "GD")
    assert not page.mixed.isVisible()


async def test_the_range_of_the_whole_visit_is_the_one_reckoned_from_what_is_published(hall):
    kiosk = hall()
    publish(kiosk, SO=SLOW, GD=QUICK)
    page = await to_plan(kiosk, "SO", "GD")
    config = kiosk.memory.config
    legs = [outlook(config, "SO", SLOW), outlook(config, "GD", QUICK)]
    expected = rounded(whole_visit(legs))
    said = texts_of(page)
    assert f"{expected.low}–{expected.high}" in said
    assert "全程约需" in said
    await kiosk.press(page.free)
    freed = rounded(whole_visit(legs[::-1], free_order=True))
    assert freed.high < expected.high
    assert f"{freed.low}–{freed.high}" in texts_of(page)
    await kiosk.press(page.take)
    ticket = texts_of(kiosk.screen.stack.ticket())
    assert f"全程约 {freed.low}–{freed.high} 分" in ticket


async def test_the_ticket_names_every_leg_with_its_counters_and_papers(hall):
    kiosk = hall()
    page = await to_plan(kiosk, "SO", "GD")
    await kiosk.press(page.take)
    ticket = kiosk.screen.stack.ticket()
    faces = [row.face() for row in ticket.legs.rows if row.isVisible()]
    assert [face.place for face in faces] == ["1", "2"]
    assert "非现金窗口 3" in faces[0].line
    assert "现金窗口 1 · 2" in faces[1].line
    assert "银行卡" in texts_of(ticket)
    assert not ticket.seat.isVisible()


async def test_the_ticket_page_follows_the_floor_from_leg_to_leg(hall):
    kiosk = hall()
    page = await to_plan(kiosk, "SO", "GD")
    await kiosk.press(page.take)
    called = now(kiosk.staff.call_next("3"))
    kiosk.show()
    ticket = kiosk.screen.stack.ticket()
    assert "请到 3 号窗口" in texts_of(ticket)
    assert not ticket.wrong.isEnabled()
    now(kiosk.staff.start(Target(called.ticket)))
    kiosk.memory.wait(60)
    now(kiosk.staff.finish(Target(called.ticket)))
    kiosk.show()
    faces = [row.face() for row in ticket.legs.rows if row.isVisible()]
    assert (faces[0].wait, faces[0].done) == ("已办完", True)
    assert not faces[1].done


async def test_a_single_service_still_takes_one_tap_or_two(hall):
    kiosk = hall()
    await kiosk.press(kiosk.screen.stack.home().tile("GW"))
    assert kiosk.place == "ticket"
    assert not kiosk.screen.stack.ticket().legs.isVisible()
    await kiosk.press(kiosk.screen.stack.ticket().done)
    kiosk.show()
    await kiosk.to_service("GD")
    await kiosk.press(kiosk.screen.stack.service().take)
    assert kiosk.place == "ticket"


async def test_a_press_takes_a_service_off_again_and_the_rest_move_up(hall):
    kiosk = hall()
    await choose(kiosk, "GD", "SO", "GT")
    page = kiosk.screen.stack.pick()
    assert kiosk.screen.journey.basket == ("GD", "SO", "GT")
    await kiosk.press(page.basket.places[0])
    assert kiosk.screen.journey.basket == ("SO", "GT")
    await kiosk.press(page.tile("GT"))
    assert kiosk.screen.journey.basket == ("SO",)
    await kiosk.press(page.basket.clear)
    assert kiosk.screen.journey.basket == ()
    assert not page.review.isEnabled()


async def test_four_are_the_most_and_the_rest_take_no_press(hall):
    kiosk = hall()
    await choose(kiosk, "GD", "GW", "GT", "SO")
    page = kiosk.screen.stack.pick()
    assert not page.tile("SL").isEnabled()
    await kiosk.press(page.tile("SL"))
    assert len(kiosk.screen.journey.basket) == 4
    assert page.tile("SO").isEnabled()


async def test_a_list_of_one_is_a_single_service(hall):
    kiosk = hall()
    await choose(kiosk, "GD")
    await kiosk.press(kiosk.screen.stack.pick().review)
    assert kiosk.place == "service"
    await kiosk.press(kiosk.screen.stack.service().back)
    assert kiosk.place == "pick"
    assert kiosk.screen.journey.basket == ("GD",)


async def test_a_service_s_own_page_adds_another_to_the_same_number(hall):
    kiosk = hall()
    await kiosk.to_service("GD")
    await kiosk.press(kiosk.screen.stack.service().more)
    assert kiosk.place == "pick"
    assert kiosk.screen.journey.basket == ("GD",)


async def test_back_from_the_check_keeps_the_list(hall):
    kiosk = hall()
    page = await to_plan(kiosk, "SO", "GD")
    await kiosk.press(page.back)
    assert kiosk.place == "pick"
    assert kiosk.screen.journey.basket == ("SO", "GD")
    await kiosk.press(kiosk.screen.stack.pick().back)
    assert kiosk.screen.journey == Journey()


async def test_who_goes_away_leaves_no_list_behind(hall):
    kiosk = hall()
    await choose(kiosk, "GD", "SO")
    kiosk.later(61)
    assert kiosk.screen.journey == Journey()


async def test_what_helps_goes_with_the_whole_visit(hall):
    kiosk = hall()
    needs = ("slower", "pager")
    kiosk.screen.go(Journey(Place.PLAN, basket=("GD", "SO"), assisted=True, needs=needs))
    await kiosk.press(kiosk.screen.stack.plan().take)
    assert kiosk.given[0].pending
    assert now(kiosk.staff.help_of(kiosk.given[0].visit_id)) == needs
    assert "工作人员会来到您身边" in texts_of(kiosk.screen.stack.ticket())


async def test_a_service_that_nobody_works_on_leaves_the_whole_unknown(hall):
    kiosk = hall(counters="1 2")
    page = await to_plan(kiosk, "GD", "SO")
    assert page.warning.isVisible()
    assert "SO" in page.warning.title.text()
    assert "暂不能估计" in texts_of(page)
    await kiosk.press(page.take)
    assert "全程时间暂不能估计" in texts_of(kiosk.screen.stack.ticket())


async def test_a_service_that_closes_meanwhile_cannot_be_taken(hall):
    config = a_kiosk_branch()
    ends = (TEN + timedelta(hours=8, minutes=20)).time().replace(tzinfo=None)
    services = tuple(replace(s, closes=ends) if s.code == "SO" else s for s in config.services)
    kiosk = hall(replace(config, services=services))
    page = await to_plan(kiosk, "GD", "SO")
    assert page.take.isEnabled()
    kiosk.screen.show_time(TEN + timedelta(minutes=21))
    assert not page.take.isEnabled()
    assert "SO" in page.warning.title.text()


async def test_a_document_without_a_chosen_service_starts_anew(hall):
    kiosk = hall()
    await choose(kiosk, "GD", "SO")
    config = kiosk.memory.config
    kept = tuple(service for service in config.services if service.code != "SO")
    kiosk.memory.config = replace(config, services=kept)
    kiosk.show()
    assert kiosk.screen.journey == Journey()


@pytest.mark.parametrize("tiers", ["SO", "VC"])
async def test_tabs_show_the_services_of_a_tier(hall, tiers):
    kiosk = hall()
    await choose(kiosk)
    page, tier = kiosk.screen.stack.pick(), kiosk.memory.config.service(tiers).tier
    await kiosk.press(page.tabs[tier])
    shown = {tile.property("service") for tile in page.tiles if tile.isVisible()}
    assert shown == {s.code for s in kiosk.memory.config.services if s.tier is tier}
    assert page.tabs[tier].isChecked()


def test_steps_of_a_list():
    journey = step(Journey(), Several("GD"))
    assert (journey.place, journey.basket) == (Place.PICK, ("GD",))
    journey = step(journey, Put("SO"))
    assert step(journey, Put("GD")).basket == ("SO",)
    assert step(journey, InOrder(free=True)).free_order
    assert step(journey, Review()).place is Place.PLAN
    assert step(step(journey, InOrder(free=True)), Clear()) == replace(journey, basket=())
    assert step(Journey(Place.PICK), Review()).place is Place.PICK
    looked = step(journey, Pick(a_kiosk_branch().service("VC").tier, 1))
    assert (looked.leaf, looked.basket) == (1, ("GD", "SO"))
