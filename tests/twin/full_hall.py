"""Halls for parity: a branch of every kind of rule, and a state that chance has brought about."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from branchfloor.domain.catalogue import GreenReason, Name, StaffMember
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import NobodyWaiting, Refused
from branchfloor.domain.kinds import ClassKind, Discipline, LegState, Tier
from branchfloor.domain.policy import ClassRule, Policy
from branchfloor.domain.settings import Settings
from branchfloor.floor.asks import Destination, Loan, Target, Wish
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from branchfloor.routing.ring import rings
from tests.builders import a_branch, a_counter, a_floor, a_service

GREEN = {
    "emergency": "stop",
    "legal": "elder",
    "bank_error": "error",
    "private": "private",
    "gold": "gold",
}
"""By class the reason that gives it."""

CASH, PLAIN, SPECIAL, VALUE = ("GD", "GW"), ("GT", "GQ"), ("SO", "SL"), ("VC",)
SERVICES = (*CASH, *PLAIN, *SPECIAL, *VALUE)


def full_branch(discipline: Discipline) -> BranchConfig:
    """Six counters, seven services, six classes; skills, backing up, lending, a sales zone."""
    config = a_branch(
        services=(
            a_service("GD", needs_cash=True),
            a_service("GW", needs_cash=True, mean_min=3.0, target_min=30.0),
            a_service("GT"),
            a_service("GQ", mean_min=2.0),
            a_service("SO", Tier.SPECIAL, requires=("loans",), mean_min=9.0),
            a_service("SL", Tier.SPECIAL),
            a_service("VC", Tier.VALUE_ADDED, prefix="W", sales_zone=True, mean_min=12.0),
        ),
        counters=(
            a_counter("1", "GD", "GW", takes_cash=True, backs_up=frozenset({"GT", "GQ"})),
            a_counter("2", "GD", "GW", takes_cash=True, lendable=frozenset({"SL"})),
            a_counter("3", "GT", "GQ", "SO", "SL", lendable=frozenset({"VC"})),
            a_counter("4", "GT", "SL", backs_up=frozenset({"GQ", "SO"})),
            a_counter("5", "VC", sales_zone=True, lendable=frozenset({"GT", "SL"})),
            a_counter("6", "GQ", "GT"),
        ),
        policy=Policy(
            discipline=discipline,
            classes=(
                ClassRule("emergency", ClassKind.EMERGENCY),
                ClassRule("legal", ClassKind.LEGAL, 5, 0.5),
                ClassRule("bank_error", ClassKind.EARNED, 10, 0.3),
                ClassRule("private", ClassKind.COMMERCIAL, 6, 0.2),
                ClassRule("gold", ClassKind.COMMERCIAL, 10, 0.05),
                ClassRule("ordinary", ClassKind.ORDINARY),
            ),
            tier_target_min=((Tier.GENERAL, 20), (Tier.SPECIAL, 15), (Tier.VALUE_ADDED, 20)),
        ),
        green_reasons=(
            *(
                GreenReason(code, Name(code, code), "stated", name, ("visible",))
                for name, code in GREEN.items()
            ),
            GreenReason("sign", Name("sign", "sign"), "stated", "", skill="sign"),
        ),
        staff=(
            StaffMember("9003", ("teller",), (("loans", None), ("sign", None))),
            StaffMember("9004", ("teller",), (("loans", date(2020, 1, 1)),)),
            StaffMember("9006", ("teller",), (("sign", None),)),
        ),
        settings=Settings(calls_before_no_show=1, outcome_tiers=()),
    )
    return replace(config, version=1)


@dataclass
class Warming:
    """Brings a floor to a state by chance, through the commands."""

    memory: MemoryFloor
    chance: Random

    def __post_init__(self) -> None:
        self.floor = Floor(self.memory, "cli:warm")

    def run(self, customers: int) -> None:
        """Open up, let people come and be served, and stop in the middle of it."""
        closed = self.chance.choice([None, "4", "6"])
        for plan in self.memory.config.counters:
            if plan.number != closed:
                now(self.floor.open_counter(plan.number, f"900{plan.number}"))
        for _ in range(customers):
            self.memory.wait(self.chance.expovariate(1 / 20))
            self._issue()
            if self.chance.random() < 0.5:
                self._act(self.chance.choice(self.memory.config.counters).number)
        self._lend()
        self._settle()

    def _issue(self) -> None:
        chance = self.chance
        green = chance.choice([None, None, None, "sign", *GREEN.values()])
        then = tuple(chance.sample(SERVICES, chance.choice([0, 0, 0, 1, 2])))
        service = chance.choice([s for s in SERVICES if s not in then])
        seen = "visible" if green else None
        free = chance.random() < 0.4
        now(self.floor.issue(Wish(service, green=green, then=then, free_order=free, seen=seen)))

    def _act(self, number: str) -> None:
        """The next thing at a counter, whatever it is."""
        found = self.memory.state.at_counter(number)
        try:
            if found is None:
                now(self.floor.call_next(number))
            elif found[1].state is LegState.CALLED:
                self._called(Target(found[0].number, found[1].no, number))
            else:
                self._serving(Target(found[0].number, found[1].no, number))
        except (Refused, NobodyWaiting):
            return

    def _called(self, target: Target) -> None:
        if self.chance.random() < 0.2:
            now(self.floor.no_show(target))
        else:
            now(self.floor.start(target))

    def _serving(self, target: Target) -> None:
        chance, draw = self.chance, self.chance.random()
        if draw < 0.25:
            kind = chance.choice(["took_papers", "left_papers", "back_office"])
            now(self.floor.hold(target, kind, chance.uniform(1, 25)))
        elif draw < 0.5:
            to = chance.choice(
                [
                    Destination(service=chance.choice(SERVICES)),
                    Destination(counter=chance.choice("123456")),
                    Destination(staff=f"900{chance.choice('123456')}"),
                ]
            )
            now(self.floor.transfer(target, to))
        else:
            now(self.floor.finish(target))

    def _lend(self) -> None:
        number, services = self.chance.choice([("2", ("SL",)), ("5", ("GT",)), ("5", ("SL", "GT"))])
        now(self.floor.lend_counter(number, Loan(services, self.chance.uniform(3, 20))))

    def _settle(self) -> None:
        """Nobody rings: whoever may be called has been."""
        while ringing := rings(self.memory.state, self.memory.config):
            now(self.floor.call_next(min(ringing)))
            self.memory.wait(1)


def warm_floor(discipline: Discipline, seed: int, customers: int = 45) -> MemoryFloor:
    """A floor in the middle of a day that chance has made."""
    memory = a_floor(full_branch(discipline))
    Warming(memory, Random(seed)).run(customers)
    memory.at += timedelta(seconds=2)
    return memory
