"""Commands as values: a name with its arguments, a key, and the one way they are performed."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from branchfloor.domain.codec import decode, encode
from branchfloor.domain.errors import Refused

from . import (
    absent,
    adopting,
    answers,
    call,
    counters,
    green,
    hall,
    issue,
    rating,
    serve,
    stages,
    sweep,
    transfer,
    undo,
)
from .allowed import must_be_allowed, must_be_own
from .asks import Command as Command
from .due import apply_due
from .work import Answered, Work


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a command: an answer, or the refusal. What was due is kept in both cases."""

    answer: answers.Answer | None = None
    refused: Refused | None = None


PERFORMERS: dict[str, tuple[Callable[..., answers.Answer], type[answers.Answer]]] = {
    "issue": (issue.issue, answers.Issued),
    "add_leg": (issue.add_leg, answers.LegNow),
    "call_next": (call.call_next, answers.Called),
    "call_given": (call.call_given, answers.Called),
    "recall": (call.recall, answers.LegNow),
    "start": (serve.start, answers.LegNow),
    "finish": (serve.finish, answers.LegNow),
    "finish_and_call_next": (serve.finish_and_call_next, answers.NextNow),
    "hold": (serve.hold, answers.LegNow),
    "resume": (serve.resume, answers.LegNow),
    "transfer": (transfer.transfer, answers.LegNow),
    "move": (transfer.move, answers.LegNow),
    "no_show": (absent.no_show, answers.LegNow),
    "cancel": (absent.cancel, answers.LegNow),
    "leave": (absent.leave, answers.LegNow),
    "reinstate": (absent.reinstate, answers.LegNow),
    "release": (absent.release, answers.LegNow),
    "mark_present": (absent.mark_present, answers.LegNow),
    "undo": (undo.undo, answers.LegNow),
    "open": (counters.open_counter, answers.CounterNow),
    "pause": (counters.pause_counter, answers.CounterNow),
    "close": (counters.close_counter, answers.CounterNow),
    "lend": (counters.lend_counter, answers.CounterNow),
    "grant": (green.grant, answers.StandingNow),
    "revoke": (green.revoke, answers.StandingNow),
    "close_day": (sweep.close_day, answers.DayNow),
    "stage": (stages.stage, answers.LegNow),
    "approve": (stages.approve, answers.LegNow),
    "offer_rating": (rating.offer_rating, answers.RatingNow),
    "rate": (rating.rate, answers.RatingNow),
    "finish_task": (rating.finish_task, answers.HallNow),
    "ask_help": (hall.ask_help, answers.HallNow),
    "answer_help": (hall.answer_help, answers.HallNow),
    "record_unticketed": (hall.record_unticketed, answers.HallNow),
    "tick": (hall.tick, answers.HallNow),
    "post_notice": (hall.post_notice, answers.HallNow),
    "withdraw_notice": (hall.withdraw_notice, answers.HallNow),
    "quiet_alert": (hall.quiet_alert, answers.HallNow),
    "report_device": (hall.report_device, answers.HallNow),
    "free_counter": (hall.free_counter, answers.CounterNow),
    "reprint": (hall.reprint, answers.Slip),
    "adopt": (adopting.adopt, adopting.Adopted),
}
"""Every command of the floor by name, with the kind of its answer."""


def perform(work: Work, command: Command) -> Outcome:
    """Refuse whoever may not; answer a repeat from its key; else apply what is due, then the
    command, all or nothing.
    """
    function, kind = PERFORMERS[command.name]
    try:
        must_be_allowed(work, command)
    except Refused as refused:
        return Outcome(refused=refused)
    if command.key is not None:
        before = work.answered(command.key)
        if before is not None:
            return _repeat(before, command, kind)
    apply_due(work)
    mark = work.mark()
    try:
        must_be_own(work, command.name, command.arguments)
        answer = function(work, **command.arguments)
    except Refused as refused:
        work.back_to(mark)
        return Outcome(refused=refused)
    if command.key is not None:
        kept = Answered(command.name, arguments_hash(command), encode(answer))
        work.remember(command.key, kept)
    return Outcome(answer=answer)


def _repeat(before: Answered, command: Command, kind: type[answers.Answer]) -> Outcome:
    if (before.command, before.arguments_hash) != (command.name, arguments_hash(command)):
        return Outcome(refused=Refused("key_reused", key=command.key))
    return Outcome(answer=decode(kind, dict(before.answer)))


def arguments_hash(command: Command) -> str:
    """A hash of what was asked, so that one key never stands for two things.

    The key salts it: nobody can guess a stated reason from a kept hash.
    """
    plain = {name: _plain(value) for name, value in command.arguments.items()}
    text = json.dumps(plain, sort_keys=True, default=str)
    return hashlib.sha256(f"{command.key}\n{text}".encode()).hexdigest()


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
