"""Answers as JSON values and as one line a person reads."""

import json
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from branchfloor.domain.clock import to_iso
from branchfloor.domain.errors import FloorError, Sentence
from branchfloor.domain.events import Reason
from branchfloor.domain.waits import WaitRange
from branchfloor.floor import answers as a
from branchfloor.phrasing import Phrases


def answer_value(answer: a.Answer, phrases: Phrases) -> dict[str, Any]:
    """The contract's JSON object of an answer (DESIGN §9)."""
    value: dict[str, Any] = {}
    for field in fields(answer):
        value[_NAMES.get(field.name, field.name)] = _plain(getattr(answer, field.name), phrases)
    return value


_NAMES = {"wait": "wait_s", "class_name": "class"}


def _plain(value: Any, phrases: Phrases) -> Any:
    if isinstance(value, date):
        return to_iso(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Sentence):
        return phrases.tell(value)
    if isinstance(value, Reason):
        return {"code": value.code, "text": phrases.reason(value), "points": value.points}
    if isinstance(value, WaitRange):
        return {name: round(getattr(value, name), 1) for name in ("p10", "p50", "p90")}
    if isinstance(value, a.Answer):
        return answer_value(value, phrases)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name), phrases) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(item, phrases) for item in value]
    return value


def error_value(error: FloorError, phrases: Phrases) -> dict[str, Any]:
    """The JSON object of a refusal: its code, its sentence and its values."""
    values = {name: _plain(value, phrases) for name, value in error.values.items()}
    return {"error": {"code": error.code, "message": phrases.tell(error), **values}}


def print_json(value: Any) -> None:
    """One JSON value on standard output, the same bytes for the same value."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_error(error: FloorError, phrases: Phrases, *, as_json: bool) -> None:
    """A refusal: one sentence on standard error, or its JSON object on standard output."""
    if as_json:
        print_json(error_value(error, phrases))
    else:
        print(phrases.tell(error), file=sys.stderr)


def print_answer(answer: a.Answer, phrases: Phrases, *, as_json: bool) -> None:
    """An answer as JSON, or one line a person reads."""
    if as_json:
        print_json(answer_value(answer, phrases))
        return
    print(_line(answer, phrases))


def _line(answer: a.Answer, phrases: Phrases) -> str:
    write = _LINES.get(type(answer))
    if write is None:
        raise TypeError(f"no line for {type(answer).__name__}")
    return write(answer, phrases)


def _called(answer: a.Called, phrases: Phrases) -> str:
    why = "; ".join(phrases.reason(reason) for reason in answer.reasons)
    return f"{answer.ticket} → {answer.counter}  ({why})"


def _next(answer: a.NextNow, phrases: Phrases) -> str:
    parts = [_line(part, phrases) for part in (answer.finished, answer.called) if part]
    return "\n".join(parts)


def _day(answer: a.DayNow, phrases: Phrases) -> str:
    code = "note.day_closed_left" if answer.abandoned else "note.day_closed"
    return phrases.say(code, date=answer.day.isoformat(), n=answer.abandoned)


def _slip(answer: a.Issued | a.Slip, phrases: Phrases) -> str:
    return "  ".join((answer.ticket, answer.service, _wait_text(answer.wait)))


_LINES: dict[type[a.Answer], Callable[[Any, Phrases], str]] = {
    a.Issued: _slip,
    a.Slip: _slip,
    a.Called: _called,
    a.NextNow: _next,
    a.LegNow: lambda n, p: f"{n.ticket}.{n.leg}  {p.word('state', n.state.value)}",
    a.CounterNow: lambda n, p: f"{n.counter}  {p.word('counter', n.status.value)}",
    a.StandingNow: lambda n, p: f"{n.ticket}  {p.word('class', n.class_name)}",
    a.RatingNow: lambda n, _: f"{n.ticket}.{n.leg}  {n.grade or '–'}",
    a.HallNow: lambda n, _: n.about,
    a.DayNow: _day,
}
"""How each answer reads in one line."""


def _wait_text(wait: WaitRange | None) -> str:
    if wait is None:
        return "–"
    return f"{wait.p10 / 60:.0f}–{wait.p90 / 60:.0f} min"
