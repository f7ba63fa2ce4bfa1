"""Proving who somebody is: a PIN held against its hash, failures counted, the lock when too many.

The hash is slow on purpose, so it is never reckoned while the write transaction is held: read
the credential, verify beside, then decide in one transaction that finds the same hash still.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import ceil
from typing import Generic, Protocol, TypeVar

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.errors import Refused
from branchfloor.domain.staff_events import SignInFailed, SignInLocked
from branchfloor.domain.work import Credential
from branchfloor.security.rights import ADMIN, roles_of

from .allowed import must_have
from .due import apply_due
from .work import Work

T = TypeVar("T")

UNKNOWN = ""
"""The one number all unknown ones fail under: what somebody typed may be a PIN or a customer's
number, so it is kept nowhere.
"""

ATTEMPTS = 3
"""A PIN that was changed between reading and deciding is verified anew, so often at most."""


class Asker(Protocol):
    """How a floor runs a unit of work, and slow reckoning beside it."""

    def run(self, unit: Callable[[Work], T]) -> Awaitable[T]:
        """Run a unit in one transaction."""

    def aside(self, reckon: Callable[[], T]) -> Awaitable[T]:
        """Reckon outside every transaction."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A staff number with the PIN somebody typed; shows as the number alone."""

    staff: str
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Judged(Generic[T]):
    """What came of an attempt: an answer, a refusal whose failure is kept, or neither: again."""

    answer: T | None = None
    refused: Refused | None = None


Act = Callable[[Work, Credential], T]


async def proven(asker: Asker, command: str, secret: Secret, act: Act[T]) -> T:
    """Do something once a PIN was right: `act` runs in the transaction that found it so.

    Refused with wrong_pin, pin_locked, no_pin, or with what `act` refuses; failures are kept.
    """
    for _ in range(ATTEMPTS):
        judged = await _attempt(asker, command, secret, act)
        if judged.refused is not None:
            raise judged.refused
        if judged.answer is not None:
            return judged.answer
    raise Refused("wrong_pin", left=0)


async def _attempt(asker: Asker, command: str, secret: Secret, act: Act[T]) -> Judged[T]:
    from branchfloor.security.pins import STAND_IN, matches  # late: commands need no hash

    known = await asker.run(lambda work: _known(work, command, secret.staff))
    right = await asker.aside(lambda: matches(known.pin_hash or STAND_IN, secret.pin))
    right = right and bool(known.pin_hash)
    return await asker.run(lambda work: _judged(work, known, right, act))


def _known(work: Work, command: str, staff: str) -> Credential:
    """What there is to hold a PIN against: of a known number, or of all unknown ones together.

    Whoever is not signed in yet may try; a kiosk may not.
    """
    roles = roles_of(work.actor, work.config)
    if roles:
        must_have(roles, command)
    kept = work.credential(staff) if staff else None
    if kept is not None and kept.pin_hash:
        return kept
    return Credential(staff, "") if works_here(work, staff) else _unknown(work)


def _unknown(work: Work) -> Credential:
    return work.credential(UNKNOWN) or Credential(UNKNOWN, "")


def works_here(work: Work, staff: str) -> bool:
    """Whether a number is one of this branch's."""
    return staff == ADMIN or work.config.staff_member(staff) is not None


def _judged(work: Work, known: Credential, right: bool, act: Act[T]) -> Judged[T]:
    """Decide on the newest credential; neither answer nor refusal when its hash has changed."""
    newest = work.credential(known.staff) or Credential(known.staff, "")
    if newest.pin_hash != known.pin_hash:
        return Judged()
    apply_due(work)
    refused = _refusal(work, newest, right)
    if refused is not None:
        return Judged(refused=refused)
    if newest.failures or newest.locked_until:
        newest = replace(newest, failures=0, locked_until=None)
        work.keep_credential(newest)
    mark = work.mark()
    try:
        return Judged(act(work, newest))
    except Refused as refused:
        work.back_to(mark)
        return Judged(refused=refused)


def _refusal(work: Work, one: Credential, right: bool) -> Refused | None:
    """Why this attempt fails, once it has been counted; None when it does not."""
    if one.locked_until is not None and work.now < one.locked_until:
        left_s = seconds_between(work.now, one.locked_until)
        return Refused("pin_locked", minutes=ceil(left_s / 60))
    if right:
        return None
    if not one.pin_hash and one.staff != UNKNOWN:
        return Refused("no_pin", staff=one.staff)
    return _failed(work, one)


def _failed(work: Work, one: Credential) -> Refused:
    """Count a failure; the last that is allowed locks the number for a while."""
    settings = work.config.settings
    failures = (0 if one.locked_until else one.failures) + 1  # a lock that ran out begins anew
    work.append(SignInFailed(one.staff, failures))
    if failures < settings.pin_failures:
        work.keep_credential(replace(one, failures=failures, locked_until=None))
        return Refused("wrong_pin", left=settings.pin_failures - failures)
    until = work.now + timedelta(minutes=settings.pin_lock_min)
    work.keep_credential(replace(one, failures=failures, locked_until=until))
    work.append(SignInLocked(one.staff, until))
    return Refused("pin_locked", minutes=settings.pin_lock_min)
