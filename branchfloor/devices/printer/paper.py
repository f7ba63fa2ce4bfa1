"""Paper and head of a ticket printer: how wide, and how a text fits on it."""

from collections.abc import Iterator
from dataclasses import dataclass

DOTS_PER_MM = 8
"""A head of 203 dpi."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A roll: `mm` wide, of which the head reaches `dots`, or `columns` of its plain letters."""

    mm: int
    dots: int
    columns: int


PAPERS = {58: Paper(58, 384, 32), 80: Paper(80, 576, 48)}
"""The two widths that ticket printers come in."""


def columns_of(text: str) -> int:
    """Columns a text takes in Chinese mode: two for whatever the head's Chinese fount draws."""
    return sum(1 if ord(sign) < 0x80 else 2 for sign in text)


def is_plain(text: str) -> bool:
    """Whether a head can draw the text: signs of two bytes at most in its Chinese code."""
    return all(len(_coded(sign)) <= 2 for sign in text)


def _coded(sign: str) -> bytes:
    try:
        return sign.encode("gb18030")
    except UnicodeEncodeError:
        return b"????"


def wrapped(text: str, columns: int) -> Iterator[str]:
    """The text in lines of at most so many columns; words of letters are kept whole."""
    line = ""
    for part in parts_of(text):
        if line and columns_of(line + part.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        while columns_of(part.rstrip()) > columns:
            cut = _fitting(part, columns)
            yield part[:cut]
            part = part[cut:]
        line += part if line or part.strip() else ""
    if line.strip():
        yield line.rstrip()


def parts_of(text: str) -> Iterator[str]:
    """Where a line may break: after a space, and at any sign of two columns."""
    word = ""
    for sign in text:
        if sign == " ":
            yield word + sign
            word = ""
        elif columns_of(sign) == 2:
            if word:
                yield word
            word = ""
            yield sign
        else:
            word += sign
    if word:
        yield word


def _fitting(text: str, columns: int) -> int:
    """How many signs of the text fit."""
    taken = 0
    for at, sign in enumerate(text):
        taken += columns_of(sign)
        if taken > columns:
            return max(1, at)
    return len(text)
