"""PINs: six digits that are no sequence, kept only as a memory-hard hash."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from branchfloor.domain.errors import Refused

LENGTH = 6
_RUN = "01234567890"

STAND_IN = (
    "$argon2id$v=19$m=65536,t=3,p=4$369FmYPYoOXm0G/pt/Cjrw"
    "$pYrnInKK783GZ+8BlcOwhx05Y9/9PilcwZ+DTsPlYC4"
)
"""The hash of a secret nobody has: what a PIN is held against where there is none, so that an
unknown number takes as long as a wrong PIN.
"""


def new_pin() -> str:
    """A fresh one-time PIN from the system's own randomness."""
    while True:
        pin = f"{secrets.randbelow(10**LENGTH):0{LENGTH}d}"
        if acceptable(pin):
            return pin


def acceptable(pin: str) -> bool:
    """Six digits, not all alike, not running up or down."""
    if len(pin) != LENGTH or not (pin.isascii() and pin.isdigit()):
        return False
    return len(set(pin)) > 1 and pin not in _RUN and pin not in _RUN[::-1]


def hashed(pin: str) -> str:
    """The hash to store (argon2id); refused with `bad_pin` when the PIN is too easy."""
    if not acceptable(pin):
        raise Refused("bad_pin", digits=LENGTH)
    return PasswordHasher().hash(pin)


def matches(stored: str, pin: str) -> bool:
    """Whether a PIN is the one that was hashed."""
    try:
        return PasswordHasher().verify(stored, pin)
    except (InvalidHashError, VerificationError):
        return False
