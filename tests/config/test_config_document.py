"""A document becomes the values the floor decides with, and the values the same document."""

import sys
import time as clocks
import tomllib
from datetime import date, time

import pytest

from branchfloor.config import document as document_module
from branchfloor.config import parse_document, preset_text, presets, sha256_of, to_document
from branchfloor.domain.catalogue import Name
from branchfloor.domain.kinds import ClassKind, Discipline, Height, Tier


def test_every_key_reaches_its_value(small):
    config = parse_document(small, version=3)
    assert (config.preset, config.name, config.version) == ("small", Name("小店", "Small"), 3)
    assert config.notices == (Name("你好", "Hello"),)
    assert config.hours.days == ((0, time(9), time(17)), (1, time(9), time(12, 30)))
    assert config.settings.undo_s == 12
    assert config.settings.recall_gap_s == 10
    assert config.policy.discipline is Discipline.AFFINE
    assert [c.kind for c in config.policy.classes][:2] == [ClassKind.EMERGENCY, ClassKind.LEGAL]
    assert config.policy.provisional_green


def test_services_and_counters_as_written(small):
    config = parse_document(small)
    deposit, transfer = config.services
    assert (deposit.tier, deposit.prefix, deposit.needs_cash) == (Tier.GENERAL, "A", True)
    assert (transfer.target_min, transfer.opens, transfer.closes) == (30, time(9, 30), time(16))
    cash = config.counter("1")
    assert (cash.height, cash.takes_cash) == (Height.HIGH, True)
    assert (set(cash.serves), set(cash.backs_up), cash.word) == ({"GD"}, {"GT"}, "counter")


def test_people_and_reasons_as_written(small):
    config = parse_document(small)
    person = config.staff_member("0217")
    assert person is not None
    assert person.roles == ("teller",)
    assert person.skills == (("funds", date(2026, 12, 31)), ("english", None))
    reason = config.reason("elder")
    assert (reason.class_name, reason.counts, reason.proof) == ("legal", "stated", ("visible",))


@pytest.mark.parametrize("name", [name for name, _ in presets()])
def test_round_trip_of_presets(name):
    config = parse_document(preset_text(name))
    assert parse_document(to_document(config)) == config


def test_round_trip_keeps_what_is_not_default(small):
    text = small.replace(
        'discipline = "affine"', 'discipline = "strict"\nprovisional_green = false'
    )
    text = text.replace("undo_s = 12", 'auto_call = true\nlanguages = ["en"]\nundo_s = 12')
    text = text.replace('tuesday = "09:00-12:30"', "holidays = [2026-10-01]")
    text = text.replace('height = "low"', 'height = "low"\nword = "desk"\nskills = ["funds"]')
    config = parse_document(text, version=7)
    assert not config.policy.provisional_green
    assert parse_document(to_document(config), version=7) == config


def test_a_written_document_pins_every_setting(small):
    written = tomllib.loads(to_document(parse_document(small)))
    assert written["settings"]["recall_gap_s"] == 10
    assert written["settings"]["auto_call"] is False


def test_without_settings_all_have_their_defaults(small):
    config = parse_document(small.replace("[settings]\nundo_s = 12\n", ""))
    assert config.settings.undo_s == 10


def test_a_text_is_read_once(small):
    assert parse_document(small, 2) is parse_document(small, version=2)
    assert parse_document(small, 3).version == 3


def test_fingerprint_is_of_the_text(small):
    assert len(sha256_of(small)) == 64
    assert sha256_of(small) == sha256_of(str(small))
    assert sha256_of(small) != sha256_of(small + "\n")


@pytest.mark.skipif(sys.gettrace() is not None, reason="a tracer slows our half only")
def test_reading_costs_little_beside_the_toml_itself():
    text = preset_text("cn-default")

    def read() -> None:
        document_module._parsed.cache_clear()
        parse_document(text)

    assert _best_s(read) <= 2 * _best_s(lambda: tomllib.loads(text))


def _best_s(act) -> float:
    taken = []
    for _ in range(15):
        start = clocks.perf_counter()
        act()
        taken.append(clocks.perf_counter() - start)
    return min(taken)
