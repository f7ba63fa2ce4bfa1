"""Small drawings as SVG that stands in a page: shapes by place and class, no scripts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the drawing, in its own pixels."""

    x: float
    y: float
    width: float
    height: float


def number(value: float) -> str:
    """A coordinate, as short as it can be."""
    return f"{value:.1f}".removesuffix(".0")


def rect(box: Box, fill: str, *, title: str = "", radius: float = 0) -> str:
    """A filled box; its title shows when pointed at and is read aloud."""
    place = f'x="{number(box.x)}" y="{number(box.y)}"'
    size = f'width="{number(max(box.width, 0))}" height="{number(max(box.height, 0))}"'
    round_ = f' rx="{number(radius)}"' if radius else ""
    inside = f"<title>{escape(title)}</title>" if title else ""
    return f'<rect {place} {size}{round_} fill="{fill}">{inside}</rect>'


def line(start: Point, end: Point, css: str = "grid") -> str:
    """A straight line; its class says how it looks."""
    places = " ".join(
        f'{name}="{number(value)}"'
        for name, value in zip(("x1", "y1", "x2", "y2"), (*start, *end), strict=True)
    )
    return f'<line class="{css}" {places}/>'


def curve(points: Sequence[Point], css: str) -> str:
    """A line through points."""
    places = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polyline class="{css}" points="{places}"/>'


def dot(at: Point, radius: float, fill: str, *, title: str = "") -> str:
    """A filled circle."""
    place = f'cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}"'
    inside = f"<title>{escape(title)}</title>" if title else ""
    return f'<circle {place} fill="{fill}">{inside}</circle>'


def text(at: Point, words: str, css: str = "small", anchor: str = "start") -> str:
    """A word or figure; `anchor` is start, middle or end."""
    place = f'x="{number(at[0])}" y="{number(at[1])}"'
    return f'<text class="{css}" {place} text-anchor="{anchor}">{escape(words)}</text>'


def drawing(size: Point, parts: Iterable[str], label: str) -> str:
    """The whole drawing, as wide as the page lets it, with what it shows in words."""
    view = f"0 0 {number(size[0])} {number(size[1])}"
    head = f'<svg class="chart" viewBox="{view}" role="img" aria-label="{escape(label)}">'
    return "".join((head, *parts, "</svg>"))


def nice_top(value: float) -> float:
    """A round figure at or above a value, so that a scale of four steps reads well."""
    if value <= 0:
        return 4.0
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if 4 * step * factor >= value:
                return 4 * step * factor
        step *= 10
