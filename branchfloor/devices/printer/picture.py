"""A slip as a picture: where there is no printer, no Chinese in its head, or a rare sign."""

from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING

from branchfloor.resources import resource

from .paper import Paper, parts_of
from .slip import Slip, SlipLine
from .template import LineKind, SlipTemplate

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

_SIZES = {
    LineKind.TITLE: (0.055, True),
    LineKind.ROW: (0.045, False),
    LineKind.NOTE: (0.037, False),
}
"""Type of each kind of line as a share of the paper's width, and whether it is bold."""

_LARGER = 1.5
_GAP = 0.02
_MARGIN = 0.05
_NUMBER = 0.26
_CODE = 0.3


def slip_image(slip: Slip, paper: Paper, template: SlipTemplate | None = None) -> "Image":
    """The whole slip, black on white, as wide as the head and as long as it needs."""
    import PIL.Image

    strips = list(starmap(_strip, ((line, paper.dots) for line in slip.lines(template))))
    gap, edge = round(_GAP * paper.dots), round(_MARGIN * paper.dots)
    height = sum(strip.height + gap for strip in strips) + 2 * edge
    whole = PIL.Image.new("1", (paper.dots, height), 1)
    top = edge
    for strip in strips:
        whole.paste(strip, (0, top))
        top += strip.height + gap
    return whole


def line_image(line: SlipLine, dots: int) -> "Image":
    """One line, for a head that lacks one of its signs."""
    return _strip(line, dots)


def _strip(line: SlipLine, dots: int) -> "Image":
    if line.kind is LineKind.CODE:
        return _code(line.text, dots)
    if line.kind is LineKind.RULE:
        return _rule(dots)
    if line.kind is LineKind.SPACE:
        return _blank(dots, round(_GAP * dots * 2))
    if line.kind is LineKind.NUMBER:
        return _centred([line.text], _number_font(line.text, dots), dots)
    share, bold = _SIZES[line.kind]
    font = _font(round(share * dots * (_LARGER if line.large else 1)), bold=bold)
    if line.kind is LineKind.ROW:
        return _row(line, font, dots)
    return _centred(_broken(line.text, font, _inner(dots)), font, dots)


def _inner(dots: int) -> int:
    return dots - 2 * round(_MARGIN * dots)


@cache
def _font(px: int, *, bold: bool) -> "FreeTypeFont":
    from PIL import ImageFont

    name = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    # The other way of laying out depends on a library that some PCs have and others do not.
    basic = ImageFont.Layout.BASIC
    path = str(resource("fonts", "noto-sans-sc", name))
    return ImageFont.truetype(path, px, layout_engine=basic)


def _number_font(text: str, dots: int) -> "FreeTypeFont":
    """As large as a quarter of the paper, smaller where a long number asks for it."""
    px = round(_NUMBER * dots)
    while px > 1 and _font(px, bold=True).getlength(text) > _inner(dots):
        px -= 2
    return _font(px, bold=True)


def _blank(dots: int, height: int) -> "Image":
    import PIL.Image

    return PIL.Image.new("1", (dots, height), 1)


def _centred(lines: list[str], font: "FreeTypeFont", dots: int) -> "Image":
    from PIL import ImageDraw

    step = sum(font.getmetrics())
    strip = _blank(dots, step * len(lines))
    draw = ImageDraw.Draw(strip)
    for at, text in enumerate(lines):
        draw.text(((dots - font.getlength(text)) / 2, at * step), text, fill=0, font=font)
    return strip


def _row(line: SlipLine, font: "FreeTypeFont", dots: int) -> "Image":
    """The text left, its value right; under each other when they do not fit side by side."""
    from PIL import ImageDraw

    edge, step = round(_MARGIN * dots), sum(font.getmetrics())
    values = _broken(line.value, font, _inner(dots))
    wide = font.getlength(line.text) + font.getlength(line.value) + edge
    beside = wide <= _inner(dots)
    strip = _blank(dots, step * (max(1, len(values)) if beside else 1 + len(values)))
    draw = ImageDraw.Draw(strip)
    draw.text((edge, 0), line.text, fill=0, font=font)
    for at, text in enumerate(values):
        top = step * (at if beside else at + 1)
        draw.text((dots - edge - font.getlength(text), top), text, fill=0, font=font)
    return strip


def _rule(dots: int) -> "Image":
    from PIL import ImageDraw

    edge, dash = round(_MARGIN * dots), max(4, dots // 96)
    strip = _blank(dots, 3)
    draw = ImageDraw.Draw(strip)
    for left in range(edge, dots - edge, 2 * dash):
        draw.rectangle((left, 0, min(left + dash, dots - edge), 2), fill=0)
    return strip


def _code(text: str, dots: int) -> "Image":
    """The square code with its quiet zone, each module a whole number of dots."""
    import segno
    from PIL import ImageDraw

    rows = tuple(segno.make_qr(text, error="m").matrix_iter(border=4))
    module = max(1, round(_CODE * dots) // len(rows))
    side = module * len(rows)
    strip = _blank(dots, side)
    draw = ImageDraw.Draw(strip)
    left = (dots - side) // 2
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                at = (left + x * module, y * module)
                draw.rectangle((*at, at[0] + module - 1, at[1] + module - 1), fill=0)
    return strip


def _broken(text: str, font: "FreeTypeFont", wide: int) -> list[str]:
    """The text in lines that fit; words of letters are kept whole."""
    lines, line = [], ""
    for part in parts_of(text):
        if line and font.getlength((line + part).rstrip()) > wide:
            lines.append(line.rstrip())
            line = ""
        line += part
    return [*lines, line.rstrip()] if line.strip() else lines
