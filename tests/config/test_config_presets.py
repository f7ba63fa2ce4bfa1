"""The presets: complete, lawful, and the default one as the settings page draws it."""

from datetime import date, time

import pytest

from branchfloor.config import load_preset, preset_text, presets
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import ClassKind, Discipline, Tier
from branchfloor.domain.lanes import LaneKey
from branchfloor.phrasing import LANGUAGES, Phrases
from branchfloor.resources import resource
from branchfloor.routing.bound import check_law, overtaking_bound
from branchfloor.routing.eligibility import NO_SKILL, Desk, Mark, key_for

NAMES = [name for name, _ in presets()]
CALM_DAY = date(2026, 11, 24)

MATRIX = """
GD ●●xx●xxxx●●.
GW ●●xx●xxxx●●.
GL ○○xx●xxxx●..
GT ○○●●○●..◇.●.
GP ○○●●○●..◇.●.
GN ●●xx●xxxx●●.
GQ ○○●●○●..◇.●.
GX ●●xx●xxxx●●.
SO ..●●.●....●.
SL ..●●.●....●.
SI ..●●.●....●.
SP ..●●.●....●.
SC ..●●.●....●.
SE ..●●.●....●.
SF ..●!........
SJ ..●●.●......
SR ..●●.●....●.
BC ..xx.xxxx○.●
BS .......●...●
BO .......●...○
VC ......●.○...
VF xxxxxx●xxxxx
VK ..○○.○..●...
VL ........●...
VI xxxxxx●xxxxx
VR xxxxxx●xxxxx
VV ......●.○...
"""
"""Services by the counters 1 to 12: ● serves, ○ backs up, ◇ lendable, ! certificate run out,
x forbidden, . not served."""

SEATS = {
    "cn-default": "0211 0213 0217 0219 0214 0222 0305 0242 0307 0231 0218 0241",
    "cn-ccb4": "0201 0202 0203 0204 0205 0206",
    "intl-plain": "0201 0202 0203 0204 0205 0206",
}
"""Who usually sits at which counter: the tellers in the document's order."""


def desks(name: str) -> list[Desk]:
    config = load_preset(name)
    staff = SEATS[name].split()
    return [
        Desk(plan, Counter(plan.number, staff=person), config, CALM_DAY)
        for plan, person in zip(config.counters, staff, strict=True)
    ]


def cell(desk: Desk, code: str) -> str:
    service, plan = desk.config.service(code), desk.plan
    if service.needs_cash and not plan.takes_cash:
        return "x"
    if service.sales_zone and not plan.sales_zone:
        return "x"
    answer = desk.answer(key_for(code, needs_cash=service.needs_cash))
    if code in plan.serves and answer == NO_SKILL:
        return "!"
    if code in plan.lendable:
        return "◇"
    return {Mark.SERVES: "●", Mark.BACKS_UP: "○", Mark.NO: "."}[answer.mark]


def test_the_matrix_is_the_drawn_one():
    seats = desks("cn-default")
    assert [d.plan.number for d in seats] == [str(n) for n in range(1, 13)]
    rows = [
        f"{service.code} {''.join(cell(desk, service.code) for desk in seats)}"
        for service in seats[0].config.services
    ]
    assert rows == MATRIX.split("\n")[1:-1]


def test_the_tellers_stand_in_the_order_of_their_counters():
    for name, seats in SEATS.items():
        tellers = [p.number for p in load_preset(name).staff if "teller" in p.roles]
        assert tellers[: len(seats.split())] == seats.split()


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_and_keeps_the_law(name):
    config = load_preset(name)
    assert config.preset == name
    check_law(config)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_known_to_screens_and_phrases(name):
    config = load_preset(name)
    icons = {service.tile.icon for service in config.services}
    assert all(resource("icons", f"{icon}.svg") for icon in icons)
    for language in LANGUAGES:
        assert needed_codes(config) <= Phrases.load(language).codes()


def needed_codes(config: BranchConfig) -> set[str]:
    reasons = config.green_reasons
    skills = {skill for s in config.services for skill in s.requires}
    skills |= {skill for person in config.staff for skill, _ in person.skills}
    return (
        {f"class.{rule.name}" for rule in config.policy.classes}
        | {f"green.{reason.code}" for reason in reasons}
        | {f"seen.{proof}" for reason in reasons for proof in reason.proof}
        | {f"skill.{skill}" for skill in skills}
        | {f"place.{plan.word}" for plan in config.counters}
    )


@pytest.mark.parametrize("name", NAMES)
def test_somebody_seated_serves_every_service_in_every_skill_asked_for(name):
    seats = desks(name)
    asked = {r.skill for r in seats[0].config.green_reasons if r.skill}
    for service in seats[0].config.services:
        for skills in [(), *((skill,) for skill in asked)]:
            key = LaneKey(service.code, "ordinary", service.needs_cash, skills, None, None)
            marks = [desk.answer(key).mark for desk in seats]
            assert Mark.SERVES in marks or Mark.BACKS_UP in marks, (service.code, skills)


@pytest.mark.parametrize("name", NAMES)
def test_tiles_have_places_of_their_own_and_one_is_the_hero(name):
    config = load_preset(name)
    places = [(s.tier, s.tile.order) for s in config.services]
    assert len(set(places)) == len(places)
    assert [s.code for s in config.services if s.tile.quick and s.tile.home] == [
        "CW" if name == "intl-plain" else "GW"
    ]
    assert all(s.tile.icon and s.tile.group for s in config.services)


def test_the_first_page_and_the_elder_page_of_the_default_branch():
    config = load_preset("cn-default")
    assert home(config, Tier.GENERAL) == ["GW", "GD", "GT", "GP", "GN"]
    assert home(config, Tier.SPECIAL) == ["SL", "SO"]
    assert home(config, Tier.VALUE_ADDED) == ["VC", "VK"]
    everyday = [s.everyday.zh for s in config.services if s.everyday]
    assert everyday == ["取钱 存钱", "转账 缴费", "养老金 社保", "存折 卡 密码"]


def home(config: BranchConfig, tier: Tier) -> list[str]:
    shown = [s for s in config.services if s.tier is tier and s.tile.home]
    return [s.code for s in sorted(shown, key=lambda s: s.tile.order)]


def test_the_special_page_of_the_default_branch():
    config = load_preset("cn-default")
    special = [s for s in config.services if s.tier is Tier.SPECIAL]
    ordered = sorted(special, key=lambda s: s.tile.order)
    assert [s.code for s in ordered] == ["SL", "SO", "SP", "SI", "SC", "SE", "SF", "SR", "SJ", "BO"]
    assert [s.code for s in special if s.talk_first] == ["SJ"]
    assert [(s.code, s.opens) for s in special if s.opens] == [("BO", time(13, 30))]
    assert all(s.bring for s in special)


def test_the_policy_of_the_default_branch():
    policy = load_preset("cn-default").policy
    assert policy.discipline is Discipline.AFFINE
    assert [(r.name, r.target_min, r.head_start) for r in policy.classes] == [
        ("emergency", None, 0),
        ("legal", 5, 0.5),
        ("bank_error", 10, 0.3),
        ("appointment", 10, 0.3),
        ("private", 6, 0.2),
        ("diamond", 6, 0.15),
        ("platinum", 6, 0.1),
        ("gold", 10, 0.05),
        ("ordinary", None, 0),
    ]
    assert dict(policy.tier_target_min) == {
        Tier.GENERAL: 20,
        Tier.SPECIAL: 15,
        Tier.VALUE_ADDED: 20,
    }


def test_the_fourth_notice_states_the_bound_of_the_policy():
    config = load_preset("cn-default")
    bound = overtaking_bound(config, ("legal", "GD"), ("ordinary", "GD"))
    assert bound is not None
    assert f"{bound.at(20 * 60) / 60:g}" in config.notices[3].zh
    assert f"{bound.at(20 * 60) / 60:g}" in config.notices[3].en


def test_green_reasons_of_the_default_branch():
    reasons = {r.code: r for r in load_preset("cn-default").green_reasons}
    assert {c for c, r in reasons.items() if r.counts == "card"} == {
        "military",
        "veteran",
        "fire",
        "repeat_visit",
        "appointment",
    }
    assert reasons["emergency"].counts == "emergency"
    assert {c for c, r in reasons.items() if r.class_name == "ordinary"} == {
        "language",
        "sign_language",
    }
    assert all(reasons[c].class_name == "legal" for c in ("elder", "disability", "veteran"))


def test_opening_hours_of_the_default_branch():
    hours = load_preset("cn-default").hours
    assert hours.of(date(2026, 11, 27)) == (time(9), time(17))
    assert hours.of(date(2026, 11, 28)) == (time(9, 30), time(16))


def test_four_kinds_of_number():
    config = load_preset("cn-ccb4")
    kinds = {(s.corporate, s.needs_cash): s.prefix for s in config.services}
    assert kinds == {
        (False, True): "A",
        (True, True): "B",
        (False, False): "C",
        (True, False): "D",
    }


def test_the_plain_branch_sells_no_place():
    config = load_preset("intl-plain")
    assert config.settings.languages == ("en",)
    assert not [r for r in config.policy.classes if r.kind is ClassKind.COMMERCIAL]
    assert config.hours.of(date(2026, 12, 25)) is None


def test_the_list_of_presets_is_the_files_there_are():
    files = {path.stem for path in resource("presets").glob("*.toml")} - {"index"}
    assert set(NAMES) == files
    assert all(title.zh and title.en for _, title in presets())


@pytest.mark.parametrize("name", ["nowhere", "index", "../themes/day"])
def test_an_unknown_preset_is_refused(name):
    with pytest.raises(Refused) as caught:
        preset_text(name)
    assert (caught.value.code, caught.value.values) == ("unknown_preset", {"preset": name})
