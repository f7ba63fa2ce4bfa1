"""The published overtaking bound, and the check that a policy keeps the law."""

from dataclasses import dataclass

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid, Sentence
from branchfloor.domain.kinds import ClassKind, Discipline
from branchfloor.domain.policy import ClassRule

from .eligibility import Desk, Mark, key_for
from .score import line


@dataclass(frozen=True, slots=True)
class Bound:
    """Class `fast` for one service may be called before class `slow` for another at a counter
    both share only if it was issued at most `at(wait_s)` seconds later.

    From score_j >= score_k with w_j = w_k - s:  s <= w (1 - T_j/T_k) + (h_j - h_k) T_j
    (queueing.md §2, accumulating priority with head starts).
    """

    fast: str
    fast_service: str
    slow: str
    slow_service: str
    slope: float
    intercept_s: float

    def at(self, wait_s: float) -> float:
        """Seconds a faster ticket may come later, when the slower has waited `wait_s`."""
        return max(0.0, self.slope * wait_s + self.intercept_s)


def overtaking_bound(
    config: BranchConfig, fast: tuple[str, str], slow: tuple[str, str]
) -> Bound | None:
    """The bound for two (class, service) pairs; None under `strict` or against an emergency.

    Holds where both are the counter's own work; not for calls by hand and pins.
    """
    j, k = line(config, *fast), line(config, *slow)
    if config.policy.discipline is Discipline.STRICT or j.rank != k.rank:
        return None
    ratio = k.slope / j.slope
    return Bound(*fast, *slow, 1 - ratio, (j.head_start - k.head_start) / j.slope)


def meeting_pairs(config: BranchConfig) -> set[tuple[str, str]]:
    """Pairs of services that share a counter as its own work, a pair of a service with itself
    included; loans are left out, they never carry cash and end by themselves.
    """
    found = set()
    for plan in config.counters:
        for one in plan.serves:
            found |= {(one, other) for other in plan.serves}
    return found


def check_law(config: BranchConfig) -> None:
    """Refuse a policy in which a commercial class could come before a legal one.

    For every pair that can meet at a counter and at every equal wait, legal scores at least
    what the commercial class scores: its head start and its slope must both be no smaller.
    Raises ConfigInvalid with the sentence that says which pair and why.
    """
    legal = [r for r in config.policy.classes if r.kind is ClassKind.LEGAL]
    commercial = [r for r in config.policy.classes if r.kind is ClassKind.COMMERCIAL]
    for one, other in sorted(meeting_pairs(config) | _backed_up_pairs(config)):
        for law in legal:
            for trade in commercial:
                _check_pair(config, (law, one), (trade, other))


def _backed_up_pairs(config: BranchConfig) -> set[tuple[str, str]]:
    found = set()
    for plan in config.counters:
        reach = plan.serves | plan.backs_up | plan.lendable
        found |= {(one, other) for one in reach for other in reach}
    return found


def _check_pair(
    config: BranchConfig, law: tuple[ClassRule, str], trade: tuple[ClassRule, str]
) -> None:
    a, b = line(config, law[0].name, law[1]), line(config, trade[0].name, trade[1])
    if a.rank > b.rank:
        _break("law_rank", law[0], trade[0])
    if a.rank < b.rank:
        return
    if a.head_start < b.head_start:
        _break("law_head", law[0], trade[0], has=b.head_start, most=a.head_start)
    if a.slope < b.slope:
        has, least = b.target_s / 60, a.target_s / 60
        _break("law_target", law[0], trade[0], has=has, least=least, service=trade[1])


def _break(code: str, law: ClassRule, trade: ClassRule, **values: object) -> None:
    named = {"law": law.name, "trade": trade.name}
    raise ConfigInvalid("law_first", why=Sentence(f"config.{code}", named | values))


def can_meet(desk: Desk, service: str, *, needs_cash: bool) -> bool:
    """Whether an unpinned leg of the service could be called at the desk."""
    return desk.answer(key_for(service, needs_cash=needs_cash)).mark is not Mark.NO
