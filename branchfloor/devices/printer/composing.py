"""A slip as the bytes of an ESC/POS head: always the same way, so that bytes can be tested.

Text goes out in GB18030 with the head's Chinese mode on, never by guess of a library; square
codes and cutting are the library's.
"""

from dataclasses import dataclass, replace

from .paper import PAPERS, Paper, columns_of, is_plain, wrapped
from .picture import line_image, slip_image
from .slip import Slip, SlipLine
from .template import LineKind, SlipTemplate

ESC, GS, FS = b"\x1b", b"\x1d", b"\x1c"
START = ESC + b"@" + FS + b"&"
"""Everything as after switching on, then Chinese mode."""

LEFT, CENTRE = ESC + b"a\x00", ESC + b"a\x01"
BOLD, PLAIN = ESC + b"E\x01", ESC + b"E\x00"
DOUBLE, SINGLE = GS + b"!\x11" + FS + b"W\x01", GS + b"!\x00" + FS + b"W\x00"
"""Letters twice as wide and high, and as before; Chinese is enlarged by a word of its own."""

LETTER_DOTS = 12
LARGEST = 8
"""A head enlarges its letters up to eight times."""

CODE_SIZE = {58: 5, 80: 6}

LAST_LINES = 6
"""Feed that brings the last line past the tear bar of a head without a knife."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a printer's head can: its paper, Chinese of its own or only pictures, a knife.

    Without a paper of its own it has that of the branch's slips.
    """

    paper: Paper | None = None
    chinese: bool = True
    cuts: bool = True

    def paper_for(self, slip: Slip) -> Paper:
        """The paper a slip is set for."""
        return self.paper or PAPERS[slip.paper_mm]


def slip_bytes(slip: Slip, head: Head, template: SlipTemplate | None = None) -> bytes:
    """The whole slip for a head."""
    paper = head.paper_for(slip)
    if head.chinese:
        body = b"".join(_line(line, paper) for line in slip.lines(template))
    else:
        body = _drawn("image", slip_image(slip, paper, template))
    return START + body + (_drawn("cut") if head.cuts else b"\n" * LAST_LINES)


def _drawn(what: str, *given: object, **options: object) -> bytes:
    """What the printer library sends for a picture, a square code, or a cut."""
    from escpos.printer import Dummy  # a second of loading: only who prints pays it

    drum = Dummy()
    getattr(drum, what)(*given, **options)
    return bytes(drum.output)


def _line(line: SlipLine, paper: Paper) -> bytes:
    if line.kind is LineKind.CODE:
        code = _drawn("qr", line.text, native=True, size=CODE_SIZE[paper.mm])
        return CENTRE + code + LEFT
    if not is_plain(line.text + line.value):
        return _drawn("image", line_image(line, paper.dots))
    set_line = _TEXTS[line.kind]
    if line.large and line.kind in _DOUBLED:
        return DOUBLE + set_line(line, replace(paper, columns=paper.columns // 2)) + SINGLE
    return set_line(line, paper)


def coded(text: str) -> bytes:
    """Text as a head in Chinese mode reads it."""
    return text.encode("gb18030")


def _centred(line: SlipLine, paper: Paper) -> bytes:
    lines = b"".join(coded(text) + b"\n" for text in wrapped(line.text, paper.columns))
    return CENTRE + lines + LEFT


def _title(line: SlipLine, paper: Paper) -> bytes:
    return BOLD + _centred(line, paper) + PLAIN


def _number(line: SlipLine, paper: Paper) -> bytes:
    """As large as the head can and the paper holds."""
    wide = max(1, len(line.text)) * LETTER_DOTS
    times = max(1, min(LARGEST, paper.dots // wide))
    large = GS + b"!" + bytes([(times - 1) << 4 | (times - 1)])
    return CENTRE + BOLD + large + coded(line.text) + b"\n" + GS + b"!\x00" + PLAIN + LEFT


def _rule(line: SlipLine, paper: Paper) -> bytes:
    return b"-" * paper.columns + b"\n"


def _row(line: SlipLine, paper: Paper) -> bytes:
    """The text left, its value bold at the right edge; on a line of its own when it must."""
    free = paper.columns - columns_of(line.text) - columns_of(line.value)
    if free >= 1:
        return coded(line.text) + b" " * free + BOLD + coded(line.value) + PLAIN + b"\n"
    texts = b"".join(coded(text) + b"\n" for text in wrapped(line.text, paper.columns))
    values = b"".join(
        b" " * (paper.columns - columns_of(text)) + coded(text) + b"\n"
        for text in wrapped(line.value, paper.columns)
    )
    return texts + BOLD + values + PLAIN


def _space(line: SlipLine, paper: Paper) -> bytes:
    return b"\n"


_TEXTS = {
    LineKind.TITLE: _title,
    LineKind.NUMBER: _number,
    LineKind.RULE: _rule,
    LineKind.ROW: _row,
    LineKind.NOTE: _centred,
    LineKind.SPACE: _space,
}
_DOUBLED = frozenset({LineKind.TITLE, LineKind.ROW, LineKind.NOTE})
