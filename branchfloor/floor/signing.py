"""Signing in and out, and PINs: one person a place, one place a person.

PINs are arguments of these functions only. They are never part of a command, so neither the log
nor a kept answer nor the hash of its arguments holds one.
"""

from dataclasses import dataclass

from branchfloor.domain.errors import Refused
from branchfloor.domain.hall import Session
from branchfloor.domain.staff_events import PinSet, SignedIn, SignedOut
from branchfloor.domain.work import Credential
from branchfloor.security.rights import ADMIN, Role, may, roles_of, roles_of_staff, work_of_place

from .allowed import must_have
from .answers import HallNow, SignedOn
from .counters import close_counter
from .due import apply_due
from .proof import Asker, Secret, proven, works_here
from .work import Work

CAUSES = ("self", "idle", "closed")
"""Why somebody signs out: by hand, after long idling, because the screen was closed."""

AT_A_COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody signs in (`counter:3`, `overview:1`), from which window, and whether they
    take over from their own other one.
    """

    place: str
    token: str
    take_over: bool = False

    @property
    def counter(self) -> str | None:
        """The counter's number, when the place is one."""
        kind, _, number = self.place.partition(":")
        return number if kind == AT_A_COUNTER else None


async def sign_in(asker: Asker, secret: Secret, seat: Seat) -> SignedOn:
    """Sign in at a place. An answer that says `must_change` is no sign-in yet: change the PIN,
    then sign in with the new one.
    """

    def act(work: Work, known: Credential) -> SignedOn:
        _must_fit(work, known.staff, seat)
        if not known.must_change:
            _take_seat(work, known.staff, seat)
        return _signed_on(work, known, seat.place)

    return await proven(asker, "sign_in", secret, act)


async def check_pin(asker: Asker, secret: Secret) -> SignedOn:
    """Unlock: whether this is the person's PIN; a wrong one counts as a failure."""

    def act(work: Work, known: Credential) -> SignedOn:
        return _signed_on(work, known, work.state.hall.place_of(known.staff) or "")

    return await proven(asker, "check_pin", secret, act)


async def change_pin(asker: Asker, secret: Secret, new: str) -> HallNow:
    """Change one's own PIN, by the old one."""
    if new == secret.pin:
        raise Refused("pin_same")
    stored = await _hashed(asker, new)

    def act(work: Work, known: Credential) -> HallNow:
        work.keep_credential(Credential(known.staff, stored))
        work.append(PinSet(known.staff))
        return HallNow(known.staff)

    return await proven(asker, "change_pin", secret, act)


async def set_pin(asker: Asker, secret: Secret, *, must_change: bool = True) -> HallNow:
    """Give somebody a PIN, which also ends a lock; the administrator's work."""

    def act(work: Work) -> HallNow:
        _may_set(work, secret.staff)
        apply_due(work)
        work.keep_credential(Credential(secret.staff, stored, must_change))
        work.append(PinSet(secret.staff, must_change))
        return HallNow(secret.staff)

    await asker.run(lambda work: _may_set(work, secret.staff))
    stored = await _hashed(asker, secret.pin)
    return await asker.run(act)


def first_pin(work: Work, stored: str) -> str:
    """Give a new branch's administrator the first PIN, to be changed at first use; who it is."""
    listed = (p.number for p in work.config.staff if Role.ADMINISTRATOR in p.roles)
    number = next(listed, ADMIN)
    work.keep_credential(Credential(number, stored, must_change=True))
    work.append(PinSet(number, must_change=True))
    return number


def _may_set(work: Work, staff: str) -> None:
    must_have(roles_of(work.actor, work.config), "set_pin")
    if not works_here(work, staff):
        raise Refused("unknown_staff", staff=staff)


async def _hashed(asker: Asker, pin: str) -> str:
    from branchfloor.security.pins import hashed  # late: commands need no hash

    return await asker.aside(lambda: hashed(pin))


def sign_out(work: Work, place: str, cause: str = "self") -> HallNow:
    """End a session. It frees nothing else: counter and customer stay as they are."""
    roles = roles_of(work.actor, work.config)
    if roles:
        must_have(roles, "sign_out")
    if cause not in CAUSES:
        raise Refused("bad_value", name="cause", value=cause)
    session = work.state.hall.session(place)
    if session is not None:
        _must_end(work, session)
        work.append(SignedOut(place, session.staff, cause))
    return HallNow(place)


def _must_end(work: Work, session: Session) -> None:
    """Only oneself, one's own window, or who may free counters ends a session."""
    kind, _, number = work.actor.partition(":")
    window = session.place.replace(AT_A_COUNTER, "console", 1)
    if work.actor == window or (kind == "staff" and number == session.staff):
        return
    must_have(roles_of(work.actor, work.config), "free_counter")


def _must_fit(work: Work, staff: str, seat: Seat) -> None:
    """Refuse a place the person has no work at, or which somebody else holds."""
    roles = roles_of_staff(staff, work.config)
    if seat.counter is not None:
        work.config.counter(seat.counter)
    must_have(roles, work_of_place(seat.place))
    _must_be_free(work, staff, seat, frees=may("free_counter", roles))


def _must_be_free(work: Work, staff: str, seat: Seat, *, frees: bool) -> None:
    """Nobody takes a place from somebody else but who may free it anyway."""
    session = work.state.hall.session(seat.place)
    counter = work.state.counter(seat.counter) if seat.counter else None
    for holder in (session.staff if session else None, counter.staff if counter else None):
        if holder not in (None, staff) and not (seat.take_over and frees):
            raise Refused("counter_in_use", staff=holder)
    place = work.state.hall.place_of(staff)
    if place not in (None, seat.place) and not seat.take_over:
        raise Refused("signed_in_elsewhere", place=place)
    other = work.state.counter_of_staff(staff)
    if other is not None and other.number != seat.counter and (other.busy or not seat.take_over):
        raise Refused("staff_elsewhere", staff=staff, counter=other.number)


def _take_seat(work: Work, staff: str, seat: Seat) -> None:
    """Sign in; whoever was here, and wherever the person was, is signed out."""
    hall = work.state.hall
    here = hall.session(seat.place)
    if here is not None and (here.staff, here.token) == (staff, seat.token):
        return
    for place in dict.fromkeys((seat.place, hall.place_of(staff) or seat.place)):
        session = hall.session(place)
        if session is not None:
            work.append(SignedOut(place, session.staff, "taken_over"))
    other = work.state.counter_of_staff(staff)
    if other is not None and other.number != seat.counter:
        close_counter(work, other.number)
    work.append(SignedIn(seat.place, staff, seat.token))


def _signed_on(work: Work, known: Credential, place: str) -> SignedOn:
    roles = tuple(sorted(role.value for role in roles_of_staff(known.staff, work.config)))
    return SignedOn(place, known.staff, roles, known.must_change)
