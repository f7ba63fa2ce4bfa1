"""What a service offers now: the same range that a ticket would be stamped with."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from branchfloor.config import load_preset
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import Tier
from branchfloor.domain.waits import Forecasts, ServiceForecast, WaitRange
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.memory import MemoryFloor
from tests.builders import TEN, a_branch, a_service
from ui.kiosk.home_tiles import home_tiles, of_tier
from ui.kiosk.offers import Offering, Offers


@pytest.fixture
def memory():
    memory = MemoryFloor(a_branch(), TEN)
    floor = Floor(memory, "t")
    for number in ("1", "3"):
        now(floor.open_counter(number))
    return memory


def offers(memory: MemoryFloor, class_name: str = "ordinary") -> Offers:
    return Offers(memory.state, memory.config, memory.at, class_name)


def test_the_range_and_people_ahead_are_those_of_a_ticket_taken_now(memory):
    floor = Floor(memory, "kiosk:1")
    for _ in range(4):
        now(floor.issue(Wish("GW")))
    offer = offers(memory).of("GW")
    issued = now(floor.issue(Wish("GW")))
    assert (offer.ahead, offer.wait) == (issued.ahead, issued.wait)


def test_a_fresh_publication_is_what_everybody_shows(memory):
    wait = WaitRange(300, 420, 600)
    memory.set(forecasts=Forecasts(TEN, (ServiceForecast("GW", 2, wait),)))
    assert offers(memory).of("GW").wait == wait
    memory.at = TEN + timedelta(minutes=5)
    assert offers(memory).of("GW").wait != wait


def test_only_counters_that_work_are_named_own_ones_before_backups(memory):
    assert offers(memory).of("GW").counters == ("1",)
    assert offers(memory).of("GT").counters == ("3",)
    now(Floor(memory, "t").close_counter("3"))
    assert offers(memory).of("GT").counters == ("1",)


def test_a_service_nobody_works_on_says_so_and_when_its_counter_is_back(memory):
    floor = Floor(memory, "t")
    back = TEN + timedelta(minutes=20)
    now(floor.pause_counter("3", "break", back))
    offer = offers(memory).of("SO")
    assert (offer.status, offer.wait, offer.back_at) == (Offering.UNSTAFFED, None, back)
    assert offer.counters == ("3",)
    assert offer.can_be_had
    memory.at = back + timedelta(minutes=1)
    assert offers(memory).of("SO").back_at is None


@pytest.mark.parametrize(
    ("hours", "status", "told"),
    [
        ({"opens": time(13, 30)}, Offering.LATER, time(13, 30)),
        ({"opens": time(9), "closes": time(10)}, Offering.OVER, time(10)),
        ({"opens": time(10), "closes": time(10, 1)}, Offering.OPEN, None),
    ],
)
def test_a_services_own_hours(hours, status, told):
    services = (*a_branch().services, a_service("BO", **hours))
    config = a_branch(services=services)
    third = replace(config.counters[2], serves=config.counters[2].serves | {"BO"})
    memory = MemoryFloor(replace(config, counters=(*config.counters[:2], third)), TEN)
    now(Floor(memory, "t").open_counter("3"))
    offer = offers(memory).of("BO")
    assert (offer.status, offer.at) == (status, told)
    assert offer.can_be_had is (status is Offering.OPEN)


def test_a_long_wait_is_one_whose_upper_end_reaches_the_limit(memory):
    for p90_s, long in ((29 * 60, False), (30 * 60, True)):
        wait = WaitRange(300, 420, p90_s)
        memory.set(forecasts=Forecasts(TEN, (ServiceForecast("GW", 2, wait),)))
        assert offers(memory).of("GW").is_long(30) is long


def test_waiting_people_are_counted_by_tier(memory):
    floor = Floor(memory, "kiosk:1")
    for code in ("GW", "GT", "SO"):
        now(floor.issue(Wish(code)))
    assert offers(memory).waiting() == {Tier.GENERAL: 2, Tier.SPECIAL: 1, Tier.VALUE_ADDED: 0}
    assert offers(memory).counters_of(Tier.SPECIAL) == ("3",)
    assert offers(memory).counters_of(Tier.GENERAL) == ("1", "3")


def test_priority_has_fewer_people_ahead(memory):
    floor = Floor(memory, "kiosk:1")
    for _ in range(3):
        now(floor.issue(Wish("GW")))
    assert offers(memory, "legal").of("GW").ahead < offers(memory).of("GW").ahead


def test_an_unknown_service_is_refused(memory):
    with pytest.raises(Refused):
        offers(memory).of("XX")


@pytest.mark.parametrize("preset", ["cn-default", "cn-ccb4", "intl-plain"])
def test_home_shows_no_more_than_fits_and_quick_ones_once(preset):
    config = load_preset(preset)
    tiles = home_tiles(config)
    assert tiles.quick
    placed = [s for _, services in tiles.tiers for s in services]
    assert not set(tiles.quick) & set(placed)
    rows = len(tiles.quick) + sum(-(-len(services) // 2) for _, services in tiles.tiers)
    assert rows <= 6
    assert len(of_tier(config, None)) == len(config.services)


def test_too_many_home_tiles_are_cut_from_the_longest_tier():
    config = load_preset("cn-default")
    every = tuple(replace(s, tile=replace(s.tile, home=True, quick=False)) for s in config.services)
    tiles = home_tiles(replace(config, services=every))
    rows = {tier: -(-len(services) // 2) for tier, services in tiles.tiers}
    assert sum(rows.values()) == 6
    assert set(rows.values()) == {2}
