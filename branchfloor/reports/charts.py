"""The pictures of a day: waits by band, the hours, the counters' time, promises kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from .palette import BAND_COLOURS, palette
from .promised import AT_ISSUE
from .rated import BEST_FIRST
from .seats import Doing
from .svg import Box, curve, dot, drawing, line, nice_top, rect, text
from .table import Kind, Plain, Report, Table
from .waits import BANDS
from .words import Words

GOAL = 0.8
"""How many promises are meant to end inside their range."""

DOING_COLOURS = {
    Doing.SERVING: "brand",
    Doing.CALLING: "bar_line",
    Doing.PAUSED: "paused",
    Doing.IDLE: "line",
}
GRADE_COLOURS = ("brand", "brand_line", "paused", "late")
HALF, WHOLE = 340.0, 700.0


def _number(table: Table, key: Plain, column: str) -> float:
    value = table.value(key, column)
    return float(value) if isinstance(value, (int, float)) else 0.0


@dataclass(frozen=True, slots=True)
class _Bar:
    """One column of a chart of counts; the share stands above it."""

    name: str
    count: float
    share: str
    colour: str


def bands_chart(report: Report, words: Words) -> str:
    """How many waited how long, as columns with their share above."""
    table = report.table("bands")
    bars = [
        _Bar(
            words.name(Kind.BAND, band),
            _number(table, band, "called"),
            words.text(Kind.SHARE, table.value(band, "share")),
            _band_colour(i),
        )
        for i, band in enumerate(BANDS)
    ]
    return _columns(bars, words.title(table))


def grades_chart(report: Report, words: Words) -> str:
    """How many gave which grade."""
    table = report.table("ratings")
    bars = [
        _Bar(
            words.name(Kind.GRADE, key),
            _number(table, key, "answered"),
            words.text(Kind.SHARE, table.value(key, "share")),
            palette()[colour],
        )
        for key, colour in zip(map(str, BEST_FIRST), GRADE_COLOURS, strict=True)
    ]
    return _columns(bars, words.title(table))


def stays_chart(report: Report, words: Words) -> str:
    """How long those had stayed who were not served."""
    table = report.table("lost_waits")
    counts = [sum(float(str(cell)) for cell in row[1:]) for row in table.rows]
    whole = sum(counts)
    bars = [
        _Bar(
            words.name(Kind.BAND, band),
            count,
            words.text(Kind.SHARE, count / whole if whole else None),
            _band_colour(i),
        )
        for i, (band, count) in enumerate(zip(BANDS, counts, strict=True))
    ]
    return _columns(bars, words.title(table))


def _columns(bars: Sequence[_Bar], title: str) -> str:
    top, base, step = max([*(bar.count for bar in bars), 1.0]), 138.0, HALF / len(bars)
    wide = min(step - 14, 40.0)
    parts = [line((0, base), (HALF, base), "axis")]
    for i, bar in enumerate(bars):
        tall, middle = 102 * bar.count / top, (i + 0.5) * step
        box = Box(middle - wide / 2, base - tall, wide, tall)
        parts.append(rect(box, bar.colour, title=f"{bar.name}: {bar.count:.0f}", radius=2))
        parts.append(text((middle, base - tall - 17), f"{bar.count:.0f}", "figure", "middle"))
        parts.append(text((middle, base - tall - 5), bar.share, "small", "middle"))
        parts.append(text((middle, base + 14), bar.name, "small", "middle"))
    return drawing((HALF, 156), parts, title)


def _band_colour(at: int) -> str:
    return palette()[BAND_COLOURS[at]]


def band_strip(counts: Sequence[float]) -> str:
    """One row's waits by band, as a strip of whole width."""
    whole, x, parts = sum(counts), 0.0, []
    for i, count in enumerate(counts):
        width = 100 * count / whole if whole else 0.0
        if width:
            parts.append(rect(Box(x, 0, width, 10), _band_colour(i)))
        x += width
    head = '<svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
    return "".join((head, *parts, "</svg>"))


def hours_chart(report: Report, words: Words) -> str:
    """Tickets and calls by hour as columns, with the mean and the P90 wait as lines."""
    table = report.table("hours")
    hours = [int(row[0]) for row in table.rows if isinstance(row[0], int)]
    frame = Box(30, 10, WHOLE - 80, 128)
    step = frame.width / max(len(hours), 1)
    issued = [_number(table, hour, "issued") for hour in hours]
    called = [_number(table, hour, "called") for hour in hours]
    top = nice_top(max([*issued, *called, 1.0]))
    minutes = [_number(table, hour, "wait_p90") / 60 for hour in hours]
    longest = nice_top(max([*minutes, 1.0]))
    parts = _scales(frame, top, longest, words)
    for i, hour in enumerate(hours):
        parts += _hour_columns(frame, (i, step), (issued[i] / top, called[i] / top))
        middle = frame.x + (i + 0.5) * step
        parts.append(text((middle, frame.y + frame.height + 15), f"{hour:02d}", "small", "middle"))
    for column, css in (("wait_mean", "mean"), ("wait_p90", "p90")):
        parts += _wait_line(table, (frame, longest), hours, (column, css))
    parts.append(_legend(_hour_legend(words), 176))
    return drawing((WHOLE, 182), parts, words.title(table))


def _scales(frame: Box, top: float, longest: float, words: Words) -> list[str]:
    """People on the left, minutes on the right, four steps."""
    parts = []
    for quarter in range(5):
        y = frame.y + frame.height * (1 - quarter / 4)
        right = frame.x + frame.width
        parts.append(line((frame.x, y), (right, y), "axis" if quarter == 0 else "grid"))
        parts.append(text((frame.x - 6, y + 3), f"{top * quarter / 4:g}", "small", "end"))
        minutes = f"{longest * quarter / 4:g}"
        label = words.say("minutes", value=minutes) if quarter == 4 else minutes
        parts.append(text((right + 6, y + 3), label, "small"))
    return parts


def _hour_columns(frame: Box, place: tuple[int, float], heights: tuple[float, float]) -> list[str]:
    at, step = place
    wide, base = step * 0.3, frame.y + frame.height
    left = frame.x + at * step + step * 0.18
    colours = (palette()["brand_line"], palette()["brand"])
    return [
        rect(Box(left + i * (wide + 2), base - frame.height * tall, wide, frame.height * tall), c)
        for i, (tall, c) in enumerate(zip(heights, colours, strict=True))
    ]


def _wait_line(
    table: Table, scale: tuple[Box, float], hours: list[int], look: tuple[str, str]
) -> list[str]:
    """A line through the hours in which somebody was called."""
    frame, longest = scale
    column, css = look
    step = frame.width / max(len(hours), 1)
    colour = palette()["special" if css == "mean" else "late"]
    points = [
        (
            frame.x + (i + 0.5) * step,
            frame.y + frame.height * (1 - _number(table, hour, column) / 60 / longest),
        )
        for i, hour in enumerate(hours)
        if table.value(hour, column) is not None
    ]
    return [curve(points, css), *(dot(point, 2.6, colour) for point in points)]


def _hour_legend(words: Words) -> list[tuple[str, str]]:
    colours = palette()
    return [
        (colours["brand_line"], words.say("col_issued")),
        (colours["brand"], words.say("col_called")),
        (colours["special"], words.say("col_wait_mean")),
        (colours["late"], words.say("col_wait_p90")),
    ]


def _legend(items: list[tuple[str, str]], y: float) -> str:
    """Swatches with their words in one row."""
    parts, x = [], 30.0
    for colour, word in items:
        parts.append(rect(Box(x, y - 8, 10, 10), colour, radius=2))
        parts.append(text((x + 15, y), word, "small"))
        x += 32 + sum(11 if ord(letter) > 0x2E80 else 6 for letter in word)
    return "".join(parts)


def counters_chart(report: Report, words: Words) -> str:
    """Where each counter's open time went, as a strip a counter."""
    table = report.table("counters")
    opened = [row[0] for row in table.rows if _number(table, _key(row[0]), "open_time") > 0]
    longest = max([_number(table, _key(key), "open_time") for key in opened], default=1.0)
    parts, y = [], 4.0
    for key in opened:
        parts.append(text((26, y + 10), words.name(Kind.COUNTER, _key(key)), "figure", "end"))
        parts += _time_strip(table, _key(key), Box(34, y, WHOLE - 150, 12), longest, words)
        served = words.say("served_n", n=table.value(_key(key), "served"))
        share = words.text(Kind.SHARE, table.value(_key(key), "in_service"))
        parts.append(text((WHOLE - 106, y + 10), f"{served} · {share}", "small"))
        y += 17
    legend = [(palette()[c], words.say(f"col_{d}_time")) for d, c in DOING_COLOURS.items()]
    parts.append(_legend(legend, y + 12))
    return drawing((WHOLE, y + 18), parts, words.title(table))


def _key(cell: object) -> str:
    return str(cell)


def _time_strip(table: Table, key: str, place: Box, longest: float, words: Words) -> list[str]:
    parts, x = [], place.x
    for doing, colour in DOING_COLOURS.items():
        seconds = _number(table, key, f"{doing.value}_time")
        wide = place.width * seconds / longest
        minutes = words.say("minutes", value=f"{seconds / 60:.0f}")
        title = f"{words.say(f'col_{doing.value}_time')}: {minutes}"
        if wide > 0:
            box = Box(x, place.y, wide, place.height)
            parts.append(rect(box, palette()[colour], title=title))
        x += wide
    return parts


def promises_chart(report: Report, words: Words) -> str:
    """Share of ticket promises that ended inside, by class, with its interval and the goal."""
    table = report.table("promises")
    rows = [row for row in table.rows if row[0] == AT_ISSUE and row[3]]
    left, wide, y = 100.0, HALF - 206.0, 12.0
    goal_x = left + wide * GOAL
    parts = []
    for row in rows:
        share, low, high = (float(str(cell)) for cell in row[5:8])
        name = words.name(Kind.CLASS, _key(row[1]))
        parts.append(text((left - 10, y + 4), name, "small", "end"))
        parts.append(line((left, y), (left + wide, y)))
        parts.append(line((left + wide * low, y), (left + wide * high, y), "whisker"))
        parts.append(dot((left + wide * share, y), 4, palette()["brand"], title=f"{share:.0%}"))
        parts.append(text((left + wide + 10, y + 4), f"{share:.0%}", "figure"))
        parts.append(text((HALF, y + 4), f"{row[4]} / {row[3]}", "small", "end"))
        y += 19
    if not rows:
        return drawing((HALF, 60), [text((0, 20), words.say("none"))], words.title(table))
    parts.append(line((goal_x, 4), (goal_x, y - 6), "goal"))
    parts.append(text((goal_x, y + 8), words.say("goal", share=f"{GOAL:.0%}"), "small", "middle"))
    return drawing((HALF, max(y + 16, 60)), parts, words.title(table))
