"""Whether an actor may give a command: by role, and a plain teller at their own counter only."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import ENDED, LegState
from branchfloor.domain.visit import Visit
from branchfloor.security.rights import (
    OPERATOR,
    Role,
    may,
    nearest_who_may,
    plain_teller,
    role_name,
    roles_of,
)

from .finding import Target
from .issue import Wish
from .own_words import must_be_staff_number
from .work import Work

if TYPE_CHECKING:
    from .commands import Command

T = TypeVar("T")

Arguments = Mapping[str, Any]
"""What a command is given, by name."""

_NOT_MET_YET = frozenset({LegState.WAITING, LegState.PLANNED, *ENDED})

_OF_A_COUNTER = frozenset({"offer_rating", "rate"})
"""About a visit that may have ended at another counter since: whoever asks is not at one."""


def must_be_allowed(work: Work, command: "Command") -> None:
    """Refuse what the actor's roles do not allow: `sign_in_first`, `not_permitted`."""
    kind, _, number = work.actor.partition(":")
    if kind == "staff":
        must_be_staff_number(number)
    roles = roles_of(work.actor, work.config)
    must_have(roles, command.name)
    if command.name == "approve" and work.config.settings.sign_in and roles != OPERATOR:
        raise Refused("pin_needed")  # in the approver's own hand: `Floor.approve`
    if command.name == "issue" and _needs_the_word(work, command.arguments.get("wish")):
        must_have(roles, "grant")


def must_have(roles: frozenset[Role], command: str) -> None:
    """Refuse a command that none of the roles may give."""
    if not roles:
        raise Refused("sign_in_first")
    if not may(command, roles):
        raise not_permitted(role_name(roles), command)


def not_permitted(actor: str, command: str) -> Refused:
    """The refusal of a role, which names whom to ask instead."""
    return Refused("not_permitted", actor=actor, command=command, ask=nearest_who_may(command))


def read(work: Work, name: str, reading: Callable[[Work, str], T], visit_id: str) -> T:
    """What only some may read of a visit; refused like a command."""
    must_have(roles_of(work.actor, work.config), name)
    return reading(work, visit_id)


def _needs_the_word(work: Work, wish: object) -> bool:
    """Whether a wish has what only the lobby manager's word gives: a proof, an emergency."""
    if not isinstance(wish, Wish):
        return False
    reasons = {reason.code: reason.counts for reason in work.config.green_reasons}
    return wish.seen is not None or reasons.get(wish.green or "") == "emergency"


def must_be_own(work: Work, name: str, given: Arguments) -> None:
    """Refuse a plain teller at another's counter, and a customer about who was called before."""
    roles = roles_of(work.actor, work.config)
    if roles == frozenset({Role.CUSTOMER}) and name == "cancel":
        _must_not_have_met(work, given)
    if not plain_teller(roles):
        return
    counter = _counter_meant(work, name, given)
    if counter is None:
        return
    opened_for = given.get("staff") if name == "open" else None
    if opened_for and not _another(work, opened_for) and _sitting(work, counter) is None:
        return  # whoever sits elsewhere is told so by the command itself
    if not _is_own(work, counter) or _another(work, opened_for):
        raise Refused("not_your_counter", counter=counter, staff=_sitting(work, counter))


def _another(work: Work, staff: str | None) -> bool:
    """Whether a name stands for somebody else than who acts, where the actor has a name."""
    kind, _, number = work.actor.partition(":")
    return kind == "staff" and staff not in (None, number)


def _must_not_have_met(work: Work, given: Arguments) -> None:
    """A kiosk takes back a ticket that nobody has called yet, no other."""
    visit = _visit(work, given)
    if visit is not None and any(leg.state not in _NOT_MET_YET for leg in visit.legs):
        raise not_permitted(Role.CUSTOMER.value, "cancel")


def _is_own(work: Work, counter: str) -> bool:
    """Whether nobody else sits there, and the actor sits at no other."""
    kind, _, number = work.actor.partition(":")
    if kind != "staff":
        return counter == number
    if _sitting(work, counter) not in (None, number):
        return False
    seat = work.state.counter_of_staff(number)
    place = work.state.hall.place_of(number)
    own = {f"counter:{seat.number}" if seat else None, place} - {None}
    return not own or f"counter:{counter}" in own


def _sitting(work: Work, counter: str) -> str | None:
    """Who sits at a counter: its member of staff, else who is signed in there."""
    session = work.state.hall.session(f"counter:{counter}")
    return work.state.counter(counter).staff or (session.staff if session else None)


def _counter_meant(work: Work, name: str, given: Arguments) -> str | None:
    """The counter a command acts at: the one it names, else where its ticket is."""
    target = given.get("target")
    named = target.counter if isinstance(target, Target) else given.get("counter")
    if named is not None or name in _OF_A_COUNTER:
        return named
    if name == "undo":
        return _undone_at(work, str(given.get("ticket", "")))
    visit = _visit(work, given)
    leg = visit.active if visit else None
    return leg.counter if leg else None


def _undone_at(work: Work, ticket: str) -> str | None:
    """The counter of the last step about a ticket."""
    number = ticket.strip().upper()
    steps = [
        (here.steps[-1].seq, here.number)
        for here in work.state.counters.values()
        if here.steps and here.steps[-1].visit.number == number
    ]
    return max(steps)[1] if steps else None


def _visit(work: Work, given: Arguments) -> Visit | None:
    target = given.get("target")
    ticket = target.ticket if isinstance(target, Target) else given.get("ticket", "")
    return work.state.find(str(ticket).strip())
