"""What a key means at this moment: the thing itself, or first the panel that has to come before."""

from .asks import Ask, Do, Finishing
from .desk import Mode, Moment
from .heard import Heard
from .keys import Panel


def meant(ask: Ask | Panel, moment: Moment, heard: Heard) -> Ask | Panel:
    """F3 finds a ticket while the counter is free; finishing asks first what is missing."""
    if ask is Panel.ADD and moment.mode is Mode.IDLE:
        return Panel.CALL
    if moment.mode is Mode.SERVING and isinstance(ask, Do) and ask in (Do.NEXT, Do.FINISH):
        return _finishing(ask, moment, heard)
    return ask


def _finishing(ask: Do, moment: Moment, heard: Heard) -> Ask | Panel:
    if approval_missing(moment) and not heard.approved:
        return Panel.APPROVAL
    _, leg = moment.customer()
    if moment.view.config.asks_outcome(moment.service(leg.service)):
        return Panel.OUTCOME
    if heard.times > 1:
        return Finishing(None, heard.times, ask is Do.NEXT)
    return ask


def approval_missing(moment: Moment) -> bool:
    """Whether a second person has still to approve what is done here."""
    _, leg = moment.customer()
    return moment.service(leg.service).approval and leg.approver is None
