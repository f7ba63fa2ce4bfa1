"""Adopting a new version of the branch document: checked against the law and against today."""

from collections.abc import Iterator
from dataclasses import dataclass

from branchfloor.config import parse_document, sha256_of
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid, Refused
from branchfloor.domain.events import ConfigAdopted
from branchfloor.domain.kinds import ENDED, CounterStatus
from branchfloor.domain.staff_events import SignedOut
from branchfloor.domain.work import Credential
from branchfloor.routing.bound import check_law
from branchfloor.security.rights import Role, may, roles_of, roles_of_staff, work_of_place

from .allowed import must_have
from .answers import Answer
from .proof import works_here
from .work import ConfigVersion, Work

GUARDED = ("sign_in", "pin_failures", "pin_lock_min", "idle_lock_min")
"""Settings that only who may give PINs changes, like the roles of people."""


@dataclass(frozen=True, slots=True)
class Adopted(Answer):
    """A version of the document is in force."""

    version: int
    sha256: str


def adopt(work: Work, document: str, base: int | None = None) -> Adopted:
    """Put a new version of the branch document in force at once.

    Refused with config_invalid when it breaks a rule or drops what is in use today, and with
    config_moved when it was made from another version than the one in force. Whoever is no
    longer listed loses their PIN and their session with it.
    """
    if base not in (None, work.state.config_version):
        raise Refused("config_moved", version=work.state.config_version)
    version = work.state.config_version + 1
    new = parse_document(document, version)
    check_law(new)
    _must_keep_what_is_in_use(work, new)
    if _guarded(new) != _guarded(work.config):
        must_have(roles_of(work.actor, work.config), "set_pin")
    sha256 = sha256_of(document)
    gone = [p.number for p in work.config.staff if new.staff_member(p.number) is None]
    work.keep_config(version, document, sha256)
    work.append(ConfigAdopted(version, sha256, work.now))
    for number in gone:
        work.keep_credential(Credential(number, ""))
    _end_sessions(work)
    return Adopted(version, sha256)


def versions(work: Work) -> tuple[ConfigVersion, ...]:
    """Every version of the document there has been, the newest first; refused like a command."""
    must_have(roles_of(work.actor, work.config), "versions")
    return work.config_versions()


def _guarded(config: BranchConfig) -> tuple[object, ...]:
    """What of a document says who people are and how they prove it."""
    roles = frozenset((person.number, frozenset(person.roles)) for person in config.staff)
    return (roles, *(getattr(config.settings, name) for name in GUARDED))


def _must_keep_what_is_in_use(work: Work, new: BranchConfig) -> None:
    for invalid in _missing(work, new):
        raise invalid


def _missing(work: Work, new: BranchConfig) -> Iterator[ConfigInvalid]:
    """Why today cannot go on under the new document, one by one."""
    if _run_by_somebody(work.config) and not _run_by_somebody(new):
        yield ConfigInvalid("no_administrator")
    services = {service.code for service in new.services}
    classes = {rule.name for rule in new.policy.classes}
    counters = {plan.number for plan in new.counters}
    for visit in work.state.visits.values():
        if visit.class_name not in classes:
            yield ConfigInvalid("class_in_use", ticket=visit.number, standing=visit.class_name)
        for leg in visit.legs:
            if leg.state not in ENDED and leg.service not in services:
                yield ConfigInvalid("service_in_use", ticket=visit.number, service=leg.service)
    for counter in work.state.counters.values():
        if counter.status is not CounterStatus.CLOSED and counter.number not in counters:
            yield ConfigInvalid("counter_in_use", counter=counter.number)


def _run_by_somebody(config: BranchConfig) -> bool:
    return any(Role.ADMINISTRATOR in person.roles for person in config.staff)


def _end_sessions(work: Work) -> None:
    """Sign out who does not work here any more, or is not any more what their place asks."""
    for session in work.state.hall.sessions:
        roles = roles_of_staff(session.staff, work.config)
        if not works_here(work, session.staff) or not may(work_of_place(session.place), roles):
            work.append(SignedOut(session.place, session.staff, "adopted"))
