"""First letters to find a service by: the initial of its pinyin, or of its English name."""

from bisect import bisect_right
from collections.abc import Iterable

# The common characters of GB 2312 stand in the order of their pinyin: the first code of each
# initial is enough, and no table of readings is needed.
_STARTS = (
    (0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E"), (0xB7A2, "F"),
    (0xB8C1, "G"), (0xB9FE, "H"), (0xBBF7, "J"), (0xBFA6, "K"), (0xC0AC, "L"), (0xC2E8, "M"),
    (0xC4C3, "N"), (0xC5B6, "O"), (0xC5BE, "P"), (0xC6DA, "Q"), (0xC8BB, "R"), (0xC8F6, "S"),
    (0xCBFA, "T"), (0xCDDA, "W"), (0xCEF4, "X"), (0xD1B9, "Y"), (0xD4D1, "Z"),
)  # fmt: skip
_LAST = 0xD7F9
_CODES = tuple(code for code, _ in _STARTS)


def initial(name: str) -> str:
    """The letter a name is found under; "#" when it begins with neither letter nor a common
    Chinese character.
    """
    first = name.strip()[:1].upper()
    if first.isascii() and first.isalpha():
        return first
    try:
        high, low = first.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return "#"
    code = high << 8 | low
    if not _CODES[0] <= code <= _LAST:
        return "#"
    return _STARTS[bisect_right(_CODES, code) - 1][1]


def initials(names: Iterable[str]) -> tuple[str, ...]:
    """The letters that exist among names, in order."""
    return tuple(sorted({initial(name) for name in names}))
