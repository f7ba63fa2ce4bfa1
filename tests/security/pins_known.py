"""PINs hashed once for all tests: the hash is slow on purpose."""

from functools import cache, partial

import pytest
from argon2 import PasswordHasher

from branchfloor.domain.work import Credential
from branchfloor.floor.floor import now
from branchfloor.security import pins

QUICK = partial(PasswordHasher, time_cost=1, memory_cost=64, parallelism=1)
"""The same hash with little of its work, for tests of what follows from a PIN."""


def hash_quickly(patch: pytest.MonkeyPatch) -> None:
    """PINs are hashed with little work, and whoever has none costs as little."""
    patch.setattr(pins, "PasswordHasher", QUICK)
    patch.setattr(pins, "STAND_IN", known_hash("590314"))


def known_hash(pin: str) -> str:
    """The hash of a PIN in the way in force."""
    return _hash_by(vars(pins)["PasswordHasher"], pin)


@cache
def _hash_by(hasher: object, pin: str) -> str:
    return pins.hashed(pin)


def keep_pin(runner, staff, pin, **more):
    """Give somebody a PIN without asking anybody, on any runner that works at once."""

    def keep(work):
        work.keep_credential(Credential(staff, known_hash(pin), **more))

    now(runner.run(keep, actor="t"))
