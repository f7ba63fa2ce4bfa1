"""What a measurement found, beside its reference and its limit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Better = Literal["lower", "higher"]


@dataclass(frozen=True, slots=True)
class Result:
    """One row. `value`, `reference` and `goal` are in `unit`; `limit` says the goal in words.

    A goal that is a multiple of the reference has been worked out; None means that the row only
    informs. `note` says what was measured, for the table.
    """

    name: str
    value: float
    unit: str
    reference: float | None = None
    goal: float | None = None
    better: Better = "lower"
    limit: str = ""
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the limit is kept; a row without one always is."""
        if self.goal is None:
            return True
        return self.value <= self.goal if self.better == "lower" else self.value >= self.goal

    def row(self) -> dict[str, Any]:
        """The row as programs read it."""
        return {
            "name": self.name,
            "value": _short(self.value),
            "unit": self.unit,
            "reference": _short(self.reference),
            "goal": _short(self.goal),
            "better": self.better,
            "met": self.met,
        }


def against(result: Result, times: float) -> Result:
    """The result with its goal set at a multiple of its reference."""
    sign = "≤" if result.better == "lower" else "≥"
    reference = result.reference or 0.0
    return Result(
        name=result.name,
        value=result.value,
        unit=result.unit,
        reference=reference,
        goal=reference * times,
        better=result.better,
        limit=f"{sign} {times:g}×",
        note=result.note,
    )


def within(result: Result, goal: float) -> Result:
    """The result with a goal of its own, in its unit."""
    sign = "≤" if result.better == "lower" else "≥"
    return Result(
        name=result.name,
        value=result.value,
        unit=result.unit,
        reference=result.reference,
        goal=goal,
        better=result.better,
        limit=f"{sign} {goal:g} {result.unit}".rstrip(),
        note=result.note,
    )


@dataclass(frozen=True, slots=True)
class Results:
    """All rows of a run, and the machine they were measured on.

    `failed` says of each measurement that could not be made why it could not.
    """

    machine: Mapping[str, str | int | float]
    results: tuple[Result, ...]
    failed: tuple[str, ...] = ()

    def value(self) -> dict[str, Any]:
        """The run as programs read it."""
        return {"machine": dict(self.machine), "results": [r.row() for r in self.results]}

    def table(self) -> str:
        """The run as people read it."""
        head = ("what", "measured", "reference", "ratio", "limit", "")
        rows = [head, *map(_cells, self.results)]
        widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
        machine = ", ".join(f"{name} {value}" for name, value in self.machine.items())
        lines = [_line(row, widths) for row in rows]
        notes = [f"  {r.name}: {r.note}" for r in self.results if r.note]
        failed = [f"✗ {reason}" for reason in self.failed]
        return "\n".join([machine, "", *lines, *failed, "", *notes]).rstrip()


def _cells(result: Result) -> tuple[str, ...]:
    reference = result.reference
    return (
        result.name,
        f"{_text(result.value)} {result.unit}".rstrip(),
        "" if reference is None else f"{_text(reference)} {result.unit}".rstrip(),
        f"{result.value / reference:.2f}×" if reference else "",
        result.limit,
        ("✓" if result.met else "✗") if result.goal is not None else "",
    )


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = [
        cell.ljust(width) if i == 0 else cell.rjust(width)
        for i, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join([first, *others]).rstrip()


def _short(value: float | None) -> float | None:
    """Four digits that count; a measurement knows no more."""
    return None if value is None else float(f"{value:.4g}") if abs(value) < 1e4 else round(value, 1)


def _text(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
