"""What a service asks, looked at before the ticket: papers, talk, skills, a second person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from branchfloor.domain.catalogue import Service
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.state import FloorState
from ui.overview.services import Serving, serving


class Kind(StrEnum):
    """What is looked at. PAPERS and TALK are ticked by hand; the others follow from the floor."""

    PAPERS = "papers"
    TALK = "talk"
    SKILL = "skill"
    COUNTER = "counter"
    HOURS = "hours"
    APPROVAL = "approval"


BY_HAND = frozenset({Kind.PAPERS, Kind.TALK})


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at; `missing` when it stands in the way. `at` counts a service's papers.

    `where` are counters, `skills` codes, `opens` the hours it is open.
    """

    kind: Kind
    service: str
    missing: bool
    at: int = 0
    where: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    opens: str = ""

    @property
    def key(self) -> str:
        """What it is ticked by."""
        return f"{self.kind}:{self.service}:{self.at}"


@dataclass(frozen=True, slots=True)
class Hall:
    """The floor a check is made on."""

    state: FloorState
    config: BranchConfig
    now: datetime


def checks_of(hall: Hall, codes: Sequence[str], ticked: frozenset[str]) -> tuple[Check, ...]:
    """Everything the services of a wish ask; what is by hand is missing until it is ticked.

    Papers several services ask for are looked at once.
    """
    services = [hall.config.service(code) for code in codes]
    found = [check for service in services for check in _by_hand(service, ticked)]
    found += [check for service in services for check in _of_floor(hall, service)]
    seen: dict[object, Check] = {}
    for check in found:
        name = _paper(services, check) if check.kind is Kind.PAPERS else check.key
        seen.setdefault(name, check)
    return tuple(seen.values())


def paper_of(config: BranchConfig, check: Check, language: str) -> str:
    """The paper a check is about."""
    return config.service(check.service).bring[check.at].text(language)


def _paper(services: list[Service], check: Check) -> object:
    return next(s for s in services if s.code == check.service).bring[check.at]


def _by_hand(service: Service, ticked: frozenset[str]) -> Iterator[Check]:
    kinds = [(Kind.TALK, 0)] if service.talk_first else []
    kinds += [(Kind.PAPERS, at) for at in range(len(service.bring))]
    for kind, at in kinds:
        check = Check(kind, service.code, True, at)
        yield Check(kind, service.code, check.key not in ticked, at)


def _of_floor(hall: Hall, service: Service) -> Iterator[Check]:
    able = serving(hall.state, hall.config, service)
    if service.requires and (able.now or able.lacking):
        yield Check(Kind.SKILL, service.code, not able.now, 0, able.now, service.requires)
    if not able.now and not able.lacking:
        yield Check(Kind.COUNTER, service.code, True, 0, able.later)
    if (hours := _closed(hall, service)) is not None:
        yield Check(Kind.HOURS, service.code, True, opens=hours)
    if service.approval:
        yield _approval(hall, service, able)


def _approval(hall: Hall, service: Service, able: Serving) -> Check:
    """A second person has to approve: somebody else at a counter now."""
    staffed = tuple(c.number for c in hall.state.counters.values() if c.staff)
    return Check(Kind.APPROVAL, service.code, len(staffed) < 2, 0, able.now)


def _closed(hall: Hall, service: Service) -> str | None:
    """The hours of a service that is not open now."""
    here = hall.now.astimezone(zone(hall.config.time_zone)).time()
    early = service.opens is not None and here < service.opens
    late = service.closes is not None and here >= service.closes
    if not (early or late):
        return None
    return "–".join(f"{at:%H:%M}" if at else "" for at in (service.opens, service.closes))
