"""Where an ask leads, and which reason the choices of help state."""

from dataclasses import replace

import pytest

from branchfloor.config import load_preset
from branchfloor.domain.kinds import Tier
from tests.builders import a_branch
from ui.kiosk.assistance import HELPS, class_stated, stated_reason
from ui.kiosk.journey import START, Journey, Place
from ui.kiosk.page import (
    Assisted,
    Back,
    Browse,
    Choose,
    NeedHelp,
    Restart,
    Tick,
    Unassisted,
    Urgent,
)
from ui.kiosk.steps import step


def walk(*asks, start: Journey = START) -> Journey:
    for ask in asks:
        start = step(start, ask)
    return start


def test_a_service_leads_back_to_the_page_it_was_chosen_on():
    assert walk(Choose("GT"), Back()) == START
    listed = walk(Browse(Tier.SPECIAL, "K", 1), Choose("SO"))
    assert (listed.place, listed.service) == (Place.SERVICE, "SO")
    back = step(listed, Back())
    assert (back.place, back.tier, back.letter, back.leaf) == (Place.TIER, Tier.SPECIAL, "K", 1)


def test_the_list_remembers_its_tier_while_all_services_are_shown():
    whole = walk(Browse(Tier.VALUE_ADDED), Browse(None))
    assert (whole.tier, whole.home_tier) == (None, Tier.VALUE_ADDED)
    assert walk(Browse(Tier.SPECIAL), Back()) == START


def test_choices_of_help_are_ticked_and_unticked():
    ticked = walk(NeedHelp(), Tick("seated"), Tick("slower"))
    assert ticked.needs == ("seated", "slower")
    assert step(ticked, Tick("seated")).needs == ("slower",)


def test_help_is_noted_only_when_one_goes_on():
    assert walk(NeedHelp(), Tick("seated"), Back()) == START
    noted = walk(NeedHelp(), Tick("seated"), Assisted())
    assert (noted.place, noted.assisted, noted.needs) == (Place.HOME, True, ("seated",))
    assert step(noted, Unassisted()) == START


def test_noted_help_survives_looking_at_services():
    noted = walk(NeedHelp(), Assisted(), Browse(Tier.SPECIAL), Choose("SO"), Back(), Back())
    assert noted.assisted
    assert noted.place is Place.HOME


def test_help_from_the_list_comes_back_to_the_list():
    assert walk(Browse(Tier.SPECIAL), NeedHelp(), Back()).place is Place.TIER


def test_urgent_leads_back_to_help_or_to_the_start():
    assert walk(NeedHelp(), Urgent(), Back()).place is Place.ASSIST
    assert walk(NeedHelp(), Urgent(), Restart()) == START


@pytest.mark.parametrize("needs", [(), *((h.code,) for h in HELPS if h.code != "military")])
def test_any_choice_or_none_states_assistance_that_counts_from_the_tap(needs):
    config = load_preset("cn-default")
    assert stated_reason(config, needs) == "assistance"
    assert class_stated(config, needs) == "legal"


def test_military_service_alone_waits_for_its_card():
    config = load_preset("cn-default")
    assert stated_reason(config, ("military",)) == "military"
    assert class_stated(config, ("military",)) == "ordinary"
    assert stated_reason(config, ("military", "seated")) == "assistance"


def test_a_bank_without_that_reason_states_its_first_legal_one_or_none():
    assert stated_reason(a_branch(), ("seated",)) == "elder"
    assert stated_reason(a_branch(green_reasons=()), ("seated",)) is None
    assert class_stated(a_branch(green_reasons=()), ()) == "ordinary"


def test_a_bank_may_switch_provisional_priority_off():
    config = load_preset("cn-default")
    config = replace(config, policy=replace(config.policy, provisional_green=False))
    assert class_stated(config, ()) == "ordinary"
