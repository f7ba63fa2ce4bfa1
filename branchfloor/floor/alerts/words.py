"""An alert as people read it: what it is, and what to do about it."""

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.phrasing import Phrases
from branchfloor.routing.stranded import Stranded

from .alert import Alert
from .queue import stranded_do, stranded_values


def alert_texts(alert: Alert, config: BranchConfig, phrases: Phrases) -> tuple[str, str]:
    """The sentence of an alert and one line of what to do, in the language of the phrases."""
    values = {name: _word(name, value, config, phrases) for name, value in alert.values}
    title = phrases.say(f"alert.{alert.form or alert.rule}", **values)
    return title, phrases.say(f"todo.{alert.do or alert.rule}", **values)


def strand_texts(
    one: Stranded, counter: str, config: BranchConfig, phrases: Phrases
) -> tuple[str, str]:
    """What closing or pausing a counter would leave behind, and what to do first."""
    name = _word("service", one.service, config, phrases)
    title = phrases.say("note.would_strand", counter=counter, service=name, n=len(one.tickets))
    return title, phrases.say(f"todo.{stranded_do(one)}", **dict(stranded_values(one)))


def _word(name: str, value: object, config: BranchConfig, phrases: Phrases) -> object:
    """A service is named; a device is known by its kind, `voice:hall` as `voice`."""
    if name == "device":
        return str(value).partition(":")[0]
    if name != "service":
        return value
    try:
        return config.service(str(value)).name.text(phrases.language)
    except Refused:
        return value
