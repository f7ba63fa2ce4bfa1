"""What a counter may do and what may be done with it, as facts for its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from branchfloor.domain.catalogue import CounterPlan, Service, StaffMember
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.counter import Counter
from branchfloor.domain.kinds import CounterStatus
from branchfloor.domain.state import FloorState
from branchfloor.routing.eligibility import Answer, Mark, desk, key_for
from branchfloor.security.rights import may, roles_of_staff


class Deed(StrEnum):
    """What a manager may do with a counter."""

    OPEN = "open"
    BACK = "back"
    STAY = "stay"
    PAUSE = "pause"
    LEND = "lend"
    END_LOAN = "end_loan"
    CLOSE = "close"
    FREE = "free"


COMMANDS = {
    Deed.OPEN: "open",
    Deed.BACK: "open",
    Deed.STAY: "open",
    Deed.PAUSE: "pause",
    Deed.LEND: "lend",
    Deed.END_LOAN: "lend",
    Deed.CLOSE: "close",
    Deed.FREE: "free_counter",
}
"""The command behind each, by which its right is asked."""

_BY_STATUS = {
    CounterStatus.CLOSED: (Deed.OPEN,),
    CounterStatus.OPEN: (Deed.PAUSE, Deed.LEND, Deed.CLOSE),
    CounterStatus.PAUSED: (Deed.BACK, Deed.CLOSE),
    CounterStatus.CLOSING: (Deed.STAY,),
}


def deeds_of(counter: Counter, plan: CounterPlan) -> tuple[Deed, ...]:
    """What may be done with it as it stands."""
    found = list(_BY_STATUS[counter.status])
    if Deed.LEND in found and not loanable(plan, counter):
        found.remove(Deed.LEND)
    if counter.lent and counter.status is CounterStatus.OPEN:
        found.insert(found.index(Deed.CLOSE), Deed.END_LOAN)
    if counter.staff and counter.status is not CounterStatus.CLOSED:
        found.append(Deed.FREE)
    return tuple(found)


def loanable(plan: CounterPlan, counter: Counter) -> tuple[str, ...]:
    """Services it may be lent to and is not; one it backs up becomes its own work by a loan."""
    return tuple(sorted((plan.lendable | plan.backs_up) - plan.serves - set(counter.lent)))


@dataclass(frozen=True, slots=True)
class Serving:
    """The services of the document at one counter: its work, what it backs up, what it is lent
    to, and those it may not serve with the code of why not.
    """

    own: tuple[str, ...]
    backs_up: tuple[str, ...]
    lent: tuple[str, ...]
    refused: tuple[tuple[str, tuple[str, ...]], ...]


def serving_of(state: FloorState, config: BranchConfig, number: str) -> Serving:
    """What the counter may serve with who sits there today, and why not the rest."""
    here, counter = desk(state, config, number), state.counter(number)
    own: list[str] = []
    backs: list[str] = []
    refused: dict[str, list[str]] = {}
    for service in config.services:
        answer = here.answer(key_for(service.code, needs_cash=service.needs_cash))
        if service.code in counter.lent:
            continue
        if answer.mark is Mark.SERVES:
            own.append(service.code)
        elif answer.mark is Mark.BACKS_UP:
            backs.append(service.code)
        else:
            refused.setdefault(why_not(answer, here.plan, service), []).append(service.code)
    reasons = tuple((why, tuple(codes)) for why, codes in sorted(refused.items(), key=_by_why))
    return Serving(tuple(own), tuple(backs), tuple(counter.lent), reasons)


def why_not(answer: Answer, plan: CounterPlan, service: Service) -> str:
    """The reason to show: a missing skill matters only for what is otherwise its work."""
    listed = service.code in plan.serves | plan.backs_up | plan.lendable
    if answer.why == "skill_missing" and not listed:
        return "cannot_serve"
    if answer.why == "cannot_serve" and service.code in plan.lendable:
        return "lendable"
    return answer.why


_WHYS = ("skill_missing", "lendable", "zone_only", "cash_at_non_cash", "cannot_serve")


def _by_why(pair: tuple[str, list[str]]) -> int:
    return _WHYS.index(pair[0])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who could open a counter; `lacking` are its services they hold no skill for."""

    member: StaffMember
    lacking: tuple[str, ...]


def people_for(state: FloorState, config: BranchConfig, number: str) -> tuple[Person, ...]:
    """Listed people who may serve and sit at no counter, those who lack nothing first."""
    found = sorted(_people(state, config, config.counter(number)), key=_by_lack)
    return tuple(found)


def _people(state: FloorState, config: BranchConfig, plan: CounterPlan) -> Iterator[Person]:
    for member in config.staff:
        roles = roles_of_staff(member.number, config)
        if may("call_next", roles) and state.counter_of_staff(member.number) is None:
            yield Person(member, lacking(state, config, plan, member))


def lacking(
    state: FloorState, config: BranchConfig, plan: CounterPlan, member: StaffMember
) -> tuple[str, ...]:
    """The counter's own services that this person may not serve today."""
    on = state.day
    if on is None:
        return ()
    return tuple(
        service.code
        for service in config.services
        if service.code in plan.serves
        and not all(s in plan.skills or member.has_skill(s, on) for s in service.requires)
    )


def _by_lack(person: Person) -> tuple[int, str]:
    return len(person.lacking), person.member.number
