"""Builders of small branches and floors: each test says only what it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from branchfloor.domain.catalogue import CounterPlan, GreenReason, Name, OpeningHours, Service
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.kinds import ClassKind, Discipline, Height, Tier
from branchfloor.domain.policy import ClassRule, Policy
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor

TEN = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Ten o'clock in Shanghai, a Tuesday."""


def a_service(code: str, tier: Tier = Tier.GENERAL, **changes) -> Service:
    cash = changes.pop("needs_cash", False)
    prefix = changes.pop("prefix", "A" if cash else "C")
    service = Service(code, Name(code, code), tier, prefix, cash, 5.0, 0.6)
    return replace(service, **changes)


def a_counter(number: str, *serves: str, **changes) -> CounterPlan:
    cash = changes.pop("takes_cash", False)
    height = Height.HIGH if cash else Height.LOW
    plan = CounterPlan(number, Name(number, number), cash, height, frozenset(serves))
    return replace(plan, **changes)


def a_policy(discipline: Discipline = Discipline.AFFINE) -> Policy:
    return Policy(
        discipline=discipline,
        classes=(
            ClassRule("emergency", ClassKind.EMERGENCY),
            ClassRule("legal", ClassKind.LEGAL, 5, 0.5),
            ClassRule("bank_error", ClassKind.EARNED, 10, 0.3),
            ClassRule("gold", ClassKind.COMMERCIAL, 10, 0.05),
            ClassRule("ordinary", ClassKind.ORDINARY),
        ),
        tier_target_min=((Tier.GENERAL, 20), (Tier.SPECIAL, 15), (Tier.VALUE_ADDED, 20)),
    )


REASONS = (
    GreenReason("elder", Name("老年人", "elder"), "stated", "legal", ("visible",)),
    GreenReason("military", Name("军人", "military"), "card", "legal", ("card",)),
    GreenReason("emergency", Name("紧急", "emergency"), "emergency", "emergency"),
    GreenReason("repeat_visit", Name("返工", "bank error"), "card", "bank_error"),
    GreenReason("sign", Name("手语", "sign language"), "stated", "", skill="sign"),
)


def a_branch(**changes) -> BranchConfig:
    """Three counters: 1 and 2 take cash and back up transfers, 3 is low and non-cash."""
    config = BranchConfig(
        preset="test",
        name=Name("测试支行", "Test Branch"),
        time_zone="Asia/Shanghai",
        services=(
            a_service("GD", needs_cash=True),
            a_service("GW", needs_cash=True),
            a_service("GT"),
            a_service("SO", Tier.SPECIAL),
            a_service("VC", Tier.VALUE_ADDED, prefix="W"),
        ),
        counters=(
            a_counter("1", "GD", "GW", takes_cash=True, backs_up=frozenset({"GT"})),
            a_counter("2", "GD", "GW", takes_cash=True),
            a_counter("3", "GT", "SO", "VC", lendable=frozenset()),
        ),
        policy=a_policy(),
        hours=OpeningHours(tuple((d, time(9), time(17)) for d in range(7))),
        green_reasons=REASONS,
    )
    return replace(config, **changes)


def a_floor(config: BranchConfig | None = None, at: datetime = TEN) -> MemoryFloor:
    return MemoryFloor(config or a_branch(), at)


def asking(memory: MemoryFloor, actor: str = "cli:test") -> Floor:
    return Floor(memory, actor)


__all__ = [
    "TEN",
    "a_branch",
    "a_counter",
    "a_floor",
    "a_policy",
    "a_service",
    "asking",
    "date",
    "now",
]
