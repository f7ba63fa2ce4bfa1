"""A ticket number typed key by key: its letter, then digits."""

from branchfloor.domain.config import BranchConfig

MOST_DIGITS = 5
LEAST_DIGITS = 3
"""Numbers have at least so many; shorter ones are filled up with noughts."""


def typed(text: str, key: str) -> str:
    """The text after a key: a letter takes the place of the letter, digits are added."""
    letter, digits = parts(text)
    if key.isdigit():
        return letter + (digits + key)[:MOST_DIGITS]
    return key + digits


def without_last(text: str) -> str:
    """The text without its last digit; the letter goes last of all."""
    return text[:-1]


def parts(text: str) -> tuple[str, str]:
    """Letter and digits."""
    digits = text.lstrip("".join(c for c in text if not c.isdigit()))
    return text[: len(text) - len(digits)], digits


def whole_number(text: str, prefixes: tuple[str, ...]) -> str | None:
    """The ticket a text stands for, None while it is incomplete; "A7" is A007.

    A branch with a single letter need not type it.
    """
    letter, digits = parts(text)
    if not letter and len(prefixes) == 1:
        letter = prefixes[0]
    if letter not in prefixes or not digits:
        return None
    return letter + digits.zfill(LEAST_DIGITS)


def prefixes_of(config: BranchConfig) -> tuple[str, ...]:
    """The letters of the branch's numbers, in alphabetical order."""
    return tuple(sorted({service.prefix for service in config.services}))
