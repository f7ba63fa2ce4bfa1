"""The `[slip]` of a document: which lines a ticket slip has, and a branch's own words on it."""

from branchfloor.domain.slip import (
    DEFAULT_LINES,
    LONGEST_TEXT,
    MANY,
    MOST_TEXTS,
    ONE_SIZE,
    PAPER_MM,
    SlipEntry,
    SlipLayout,
    SlipPart,
    SlipSize,
)

from .reading import Table, a, shown


def read_slip(table: Table) -> SlipLayout:
    """The slip of a branch; what is left out is as every branch starts with it."""
    layout = SlipLayout(
        lines=_lines(table),
        head=table.names("head"),
        foot=table.names("foot"),
        paper_mm=table.whole("paper_mm", 80),
    )
    table.done()
    if layout.paper_mm not in PAPER_MM:
        widths = tuple(map(str, PAPER_MM))
        table.refuse(
            "must_be",
            key="paper_mm",
            what=a("word_of", words=widths),
            value=shown(layout.paper_mm),
        )
    _check_lines(table, layout)
    for key, texts in (("head", layout.head), ("foot", layout.foot)):
        if len(texts) > MOST_TEXTS:
            table.refuse("slip_texts", key=key, n=len(texts), most=MOST_TEXTS)
        for name in texts:
            _check_text(table, key, name.zh)
            _check_text(table, key, name.en)
    return layout


def _lines(table: Table) -> tuple[SlipEntry, ...]:
    if not table.has("line"):
        return DEFAULT_LINES
    return tuple(_line(one) for one in table.tables("line"))


def _line(table: Table) -> SlipEntry:
    part = table.word("shows", SlipPart)
    size = table.word("size", SlipSize) if table.has("size") else SlipSize.NORMAL
    table.done()
    return SlipEntry(part, SlipSize.NORMAL if part in ONE_SIZE else size)


def _check_lines(table: Table, layout: SlipLayout) -> None:
    """A slip without its number is no ticket; what is said twice is said wrongly once."""
    if not layout.has(SlipPart.NUMBER):
        table.refuse("slip_lacks", part=SlipPart.NUMBER.value)
    seen: set[SlipPart] = set()
    for line in layout.lines:
        if line.shows in seen and line.shows not in MANY:
            table.refuse("slip_twice", part=line.shows.value)
        seen.add(line.shows)


def _check_text(table: Table, key: str, text: str) -> None:
    """Own words are words: no mark that a value could be put in place of, nothing unprintable."""
    if len(text) > LONGEST_TEXT:
        table.refuse("slip_long", key=key, n=len(text), most=LONGEST_TEXT)
    if any(sign in text for sign in "{}"):
        table.refuse("slip_value", key=key, value=text)
    if not text.isprintable():
        table.refuse("slip_sign", key=key)
