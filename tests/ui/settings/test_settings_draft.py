"""The draft: changed key by key, checked whole, exactly what is written and read again."""

import tomllib
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.config import load_preset, parse_document, presets, to_document
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.kinds import ClassKind, Discipline
from branchfloor.domain.settings import Settings
from branchfloor.routing.bound import overtaking_bound
from ui.settings import specs
from ui.settings.bounds import bound_table, curves, standings
from ui.settings.draft import Draft, places
from ui.settings.pairs import barrier, mark_of, next_key, usual_min
from ui.settings.specs import Kind
from ui.settings.why_words import said_of_file
from ui.settings.writing import text_of, value_of
from ui.widgets import CellMark

PRESET = load_preset("cn-default")


@pytest.fixture
def draft():
    return Draft(PRESET)


def service(draft, code):
    return draft.values["service"][places(draft.values["service"], "code")[code]]


def counter(draft, number):
    return draft.values["counter"][places(draft.values["counter"], "number")[number]]


def test_nothing_changed_is_nothing_to_save(draft):
    assert not draft.changed
    assert draft.document() == to_document(PRESET)


def test_a_change_and_the_way_back(draft):
    draft.put(("settings", "amber_min"), 12)
    assert [(c.path, c.old, c.new) for c in draft.changes()] == [("settings.amber_min", 15, 12)]
    assert draft.config.settings.amber_min == 12
    draft.put(("settings", "amber_min"), 15)
    assert not draft.changed


def test_a_wrong_change_is_named_and_the_last_sound_draft_stays(draft):
    draft.put(("settings", "undo_s"), 8)
    draft.put(("settings", "amber_min"), 40)
    assert draft.fault.path == ("settings", "amber_min")
    assert "amber_min must be less than red_min" in said_of_file(draft.fault.why)
    assert draft.config.settings.undo_s == 8
    assert draft.config.settings.amber_min == 15
    draft.put(("settings", "red_min"), 50)
    assert draft.fault is None
    assert draft.config.settings.amber_min == 40


def test_another_change_meanwhile_does_not_move_the_blame(draft):
    draft.put(("settings", "amber_min"), 40)
    draft.put(("settings", "undo_s"), 8)
    assert draft.fault.path == ("settings", "amber_min")


def test_the_law_is_asked_at_once(draft):
    at = places(draft.values["policy"]["class"], "name")["private"]
    draft.put(("policy", "class", at, "head_start"), 0.6)
    assert "priority by law" in said_of_file(draft.fault.why)


def test_counters_follow_a_services_new_code(draft):
    at = places(draft.values["service"], "code")["GD"]
    draft.put(("service", at, "code"), "XX")
    assert draft.fault is None
    assert "XX" in draft.config.counter("1").serves
    draft.remove("service", at)
    assert "XX" not in draft.config.counter("1").serves


def test_a_cash_service_never_gets_to_a_counter_without_cash(draft):
    at = places(draft.values["counter"], "number")["3"]
    draft.mark(at, "GD", "serves")
    assert said_of_file(draft.fault.why) == "GD cannot be served at counter 3: it takes no cash"
    assert "GD" not in draft.config.counter("3").serves


def test_what_was_never_given_may_be_given_and_taken_back(draft):
    draft.put(("hours", "sunday"), None)
    assert [day for day, _, _ in draft.config.hours.days] == [0, 1, 2, 3, 4, 5]
    draft.put(("hours", "sunday"), "10:00-12:00")
    assert len(draft.config.hours.days) == 7


@pytest.mark.parametrize("name", [name for name, _ in presets()])
def test_what_is_written_reads_back_exactly(name):
    config = load_preset(name)
    text = to_document(config)
    draft = Draft(load_preset("cn-default"))
    draft.load(text)
    assert draft.document() == text
    assert replace(draft.config, version=config.version) == config


def test_a_wrong_document_leaves_the_draft_alone(draft):
    draft.put(("settings", "undo_s"), 8)
    for text in ("no toml", to_document(PRESET).replace("Asia/Shanghai", "Moon/Base")):
        with pytest.raises(ConfigInvalid):
            draft.load(text)
    assert draft.config.settings.undo_s == 8


def test_every_setting_has_its_field_once():
    paths = [spec.path[1] for part in (*specs.VOICE, *specs.THRESHOLDS) for spec in part.specs]
    assert sorted(paths) == sorted(field.name for field in fields(Settings))


@pytest.mark.parametrize(
    ("kind", "sections"),
    [
        ("service", specs.SERVICE),
        ("counter", specs.COUNTER),
        ("green", specs.GREEN),
        ("staff", specs.PERSON),
        ("checklist", specs.ITEM),
        ("alert", specs.ALERT),
    ],
)
def test_every_key_of_an_entry_has_its_field(draft, kind, sections):
    shown = {spec.path[0] for part in sections for spec in part.specs}
    known = set(draft.values[kind][0]) - ({"rule"} if kind == "alert" else set())
    assert known <= shown


def test_every_entry_reads_back_from_its_fields(draft):
    """Opening a form and leaving it alone must not change a letter."""
    for kind, sections in (
        ("service", specs.SERVICE),
        ("green", specs.GREEN),
        ("staff", specs.PERSON),
        ("counter", specs.COUNTER),
    ):
        for entry in draft.values[kind]:
            for part in sections:
                for spec in part.specs:
                    if spec.kind in (Kind.NAME, Kind.FLAG, Kind.WORD, Kind.PICKS):
                        continue
                    value = entry
                    for key in spec.path:
                        value = value[key]
                    text = text_of(spec.kind, value)
                    read = value_of(spec.kind, text, optional=spec.optional)
                    assert _bare(read) == _bare(value), (kind, spec.path)


def _bare(value):
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, dict):
        return {key: one for key, one in value.items() if one is not None}
    return value


def test_marks_go_round_and_never_over_a_barrier(draft):
    low, cash = counter(draft, "3"), service(draft, "GD")
    assert barrier(cash, low) == "cash"
    assert mark_of(cash, low) is CellMark.FORBIDDEN
    assert next_key(cash, low) is None
    assert barrier(service(draft, "VF"), low) == "zone"
    plain, seen = service(draft, "GT"), []
    at = places(draft.values["counter"], "number")["7"]
    for _ in range(4):
        key = next_key(plain, counter(draft, "7"))
        draft.mark(at, "GT", key)
        seen.append(key)
    assert seen == ["serves", "backs_up", "lendable", None]
    assert not draft.changed


def test_cash_is_never_lent(draft):
    at = places(draft.values["counter"], "number")["12"]
    seen = []
    for _ in range(3):
        key = next_key(service(draft, "GD"), counter(draft, "12"))
        draft.mark(at, "GD", key)
        seen.append(key)
    assert seen == ["serves", "backs_up", None]


def test_the_usual_length_is_the_middle_of_a_log_normal():
    assert usual_min(5, 0.6) == (2, 9)
    assert usual_min(45, 0.5) == (22, 74)
    assert usual_min("x", 0.6) is None
    assert usual_min(0, 0.6) is None


def test_the_table_of_bounds_says_what_the_engine_says():
    found = bound_table(PRESET)
    many = {one.names: one for one in standings(PRESET) if one.kind is not ClassKind.ORDINARY}
    general = next(
        one for one in standings(PRESET) if one.kind is ClassKind.ORDINARY and len(one.tiers) == 2
    )
    legal = many[("legal",)]
    assert found[general, legal] == pytest.approx(17.5)
    assert found[general, many["bank_error", "appointment"]] == pytest.approx(13.0)
    assert (legal, many[("private",)]) not in found
    own = overtaking_bound(PRESET, ("private", "GT"), ("ordinary", "GT"))
    assert found[general, many[("private",)]] == pytest.approx(own.at(1200) / 60)


def test_strict_has_no_bound_and_the_first_come_overtake_nobody():
    for discipline in (Discipline.STRICT, Discipline.FIFO):
        config = replace(PRESET, policy=replace(PRESET.policy, discipline=discipline))
        assert bound_table(config) == {}


def test_curves_reach_one_at_the_target_less_the_head_start():
    legal = next(c for c in curves(PRESET, 5) if c.standing.names == ("legal",))
    assert legal.points[0] == (0, 0.5)
    assert legal.points[-1] == pytest.approx((5, 1.5))


@given(st.lists(st.sampled_from(["a", "b", "sign_language"]), unique=True))
def test_words_read_back(words):
    assert value_of(Kind.WORDS, text_of(Kind.WORDS, words)) == words


def test_what_cannot_be_read_is_left_to_the_documents_own_check(draft):
    draft.put(("settings", "undo_s"), value_of(Kind.WHOLE, "ten"))
    assert 'undo_s must be a whole number of 0 or more, not "ten"' in said_of_file(draft.fault.why)
    draft.reset()
    draft.put(("hours", "holidays"), value_of(Kind.DATES, "2026-13-01"))
    assert "holidays must be a list of dates" in said_of_file(draft.fault.why)
    assert value_of(Kind.WORDS, "a，b、c") == ["a", "b", "c"]


def test_the_draft_is_the_document_people_would_write(draft):
    draft.put(("policy", "class", 7, "head_start"), 0.1)
    assert tomllib.loads(draft.document())["policy"]["class"][7]["head_start"] == 0.1
    assert parse_document(draft.document()).policy.rule("gold").head_start == 0.1
