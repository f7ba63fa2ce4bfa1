"""PINs: six digits that are no sequence, kept as a hash only."""

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.security.pins import acceptable, hashed, matches, new_pin


@pytest.mark.parametrize("pin", ["427913", "100001", "654320"])
def test_good_pins(pin):
    assert acceptable(pin)


@pytest.mark.parametrize(
    "pin",
    [
        "123456",
        "345678",
        "456789",
        "987654",
        "111111",
        "12345",
        "1234567",
        "12a456",
        "１２３４５７",
    ],
)
def test_easy_or_odd_pins_are_refused(pin):
    assert not acceptable(pin)
    with pytest.raises(Refused, match="bad_pin"):
        hashed(pin)


def test_a_hash_matches_its_pin_only_and_hides_it():
    stored = hashed("427913")
    assert "427913" not in stored
    assert stored != hashed("427913")
    assert matches(stored, "427913")
    assert not matches(stored, "427914")
    assert not matches("not a hash", "427913")


def test_new_pins_are_good_and_differ():
    pins = {new_pin() for _ in range(20)}
    assert len(pins) > 15
    assert all(acceptable(pin) for pin in pins)
