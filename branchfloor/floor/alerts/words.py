"""An alert as people read it: what it is, and what to do about it."""

from collections.abc import Sequence

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.phrasing import Phrases
from branchfloor.routing.stranded import Stranded

from ..advising.words import changes
from .alert import Alert


def alert_texts(alert: Alert, config: BranchConfig, phrases: Phrases) -> tuple[str, str]:
    """The sentence of an alert and one line of what to do, in the language of the phrases; what
    was played forward is told with its figures.
    """
    values = {name: _word(name, value, config, phrases) for name, value in alert.values}
    title = phrases.say(f"alert.{alert.form or alert.rule}", **values)
    if alert.proof is not None and alert.proof.effects:
        says = changes(alert.proof, phrases)
        return title, phrases.say(f"played.{alert.rule}", says=says, **values)
    return title, phrases.say(f"todo.{alert.do or alert.rule}", **values)


def strand_text(
    left: Sequence[Stranded], counter: str, config: BranchConfig, phrases: Phrases
) -> tuple[str, str]:
    """What closing or pausing a counter would leave behind, and what to do first; "" for none."""
    if not left:
        return "", ""
    services = tuple(f"{_service(one, config, phrases)} {len(one.tickets)}" for one in left)
    people = sum(len(one.tickets) for one in left)
    named = phrases.word("name", services)
    title = phrases.say("note.would_strand", counter=counter, n=people, services=named)
    counters = tuple(dict.fromkeys(number for one in left for number in one.counters))
    staff = tuple(dict.fromkeys(number for one in left for number in one.staff))
    if counters:
        return title, phrases.say("todo.would_open", counters=" / ".join(counters[:4]))
    if staff:
        return title, phrases.say("todo.would_ask", staff=" / ".join(staff[:4]))
    return title, phrases.say("todo.would_serve")


def _service(one: Stranded, config: BranchConfig, phrases: Phrases) -> object:
    return _word("service", one.service, config, phrases)


def _word(name: str, value: object, config: BranchConfig, phrases: Phrases) -> object:
    """A service is named; so is a device by its kind, with its place where it has one."""
    if name == "device":
        kind, _, place = str(value).partition(":")
        return f"{phrases.word('device', kind)} {place}".strip()
    if name != "service":
        return value
    try:
        return config.service(str(value)).name.text(phrases.language)
    except Refused:
        return value
