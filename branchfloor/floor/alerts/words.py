"""An alert as people read it: what it is, and what to do about it."""

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused
from branchfloor.phrasing import Phrases

from .alert import Alert


def alert_texts(alert: Alert, config: BranchConfig, phrases: Phrases) -> tuple[str, str]:
    """The sentence of an alert and one line of what to do, in the language of the phrases."""
    values = {name: _word(name, value, config, phrases) for name, value in alert.values}
    title = phrases.say(f"alert.{alert.form or alert.rule}", **values)
    return title, phrases.say(f"todo.{alert.do or alert.rule}", **values)


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
