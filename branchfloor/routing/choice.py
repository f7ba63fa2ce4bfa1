"""Who is called next at a counter, and why."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime

from branchfloor.domain.events import Reason
from branchfloor.domain.kinds import ClassKind, Discipline, LegState
from branchfloor.domain.lanes import LaneKey, Place, callable_legs
from branchfloor.domain.state import FloorState
from branchfloor.domain.visit import Leg, Visit

from .eligibility import Desk, Mark
from .score import Line, line, score

EMERGENCY_OR_LEGAL = frozenset({ClassKind.EMERGENCY, ClassKind.LEGAL})


@dataclass(frozen=True, slots=True)
class Candidate:
    """The head of a lane as a counter sees it; smaller `order` is called first."""

    key: LaneKey
    place: Place
    line: Line
    mark: Mark
    queued_s: float
    by_hand: bool = False

    @property
    def points(self) -> float:
        """Its score now."""
        return float(score(self.queued_s, self.line.slope, self.line.head_start))

    @property
    def order(self) -> tuple[int, int, float, int, int]:
        """Rank, then own work before backing up, then points, then the earlier issue; of one
        visit's legs that wait alike the first.
        """
        place = self.place
        return (self.line.rank, int(self.mark), -self.points, place.issued_seq, place.leg_no)


@dataclass(frozen=True, slots=True)
class Choice:
    """The leg to call with the reasons, and the eligible legs it overtakes."""

    visit: Visit
    leg: Leg
    points: float
    reasons: tuple[Reason, ...]
    overtook: int


def candidates(state: FloorState, desk: Desk, now: datetime) -> list[Candidate]:
    """The heads of all lanes this desk may call, best first.

    A legal or emergency leg counts as the desk's own work wherever it is backed up, so that
    priority by law never waits behind an ordinary customer of another kind.
    """
    moment = now.timestamp()
    found = []
    for key, lane in state.lanes.of.items():
        mark = desk.answer(key).mark
        if mark is Mark.NO:
            continue
        kind = desk.config.policy.rule(key.class_name).kind
        own = Mark.SERVES if kind in EMERGENCY_OR_LEGAL else mark
        waited = max(0.0, moment - lane[0].since)
        rule = line(desk.config, key.class_name, key.service)
        found.append(Candidate(key, lane[0], rule, own, waited))
    return sorted(found, key=_order)


def _order(candidate: Candidate) -> tuple[int, int, float, int, int]:
    return candidate.order


def choose_next(state: FloorState, desk: Desk, now: datetime) -> Choice | None:
    """The leg this desk calls next, or None when nobody it may serve is waiting."""
    ranked = candidates(state, desk, now)
    if not ranked:
        return None
    best = ranked[0]
    behind = _second(state, best, now)
    runner = min((*ranked[1:2], *((behind,) if behind else ())), key=_order, default=None)
    return _choice(state, desk, best, _reasons(state, desk, best, runner))


def choose_given(
    state: FloorState, desk: Desk, visit: Visit, leg: Leg, now: datetime
) -> Choice | None:
    """The choice of a leg picked by hand; None when this desk may not call it."""
    for key, place in callable_legs(visit):
        if place.leg_no == leg.no and desk.answer(key).mark is not Mark.NO:
            rule = line(desk.config, key.class_name, key.service)
            waited = max(0.0, now.timestamp() - place.since)
            picked = Candidate(key, place, rule, desk.answer(key).mark, waited, by_hand=True)
            by = Reason("by_hand", values=(("staff", desk.counter.staff or ""),))
            reasons = (by, *_reasons(state, desk, picked, None))
            return _choice(state, desk, picked, reasons)
    return None


def _second(state: FloorState, best: Candidate, now: datetime) -> Candidate | None:
    lane = state.lanes.of[best.key]
    if len(lane) < 2:
        return None
    waited = max(0.0, now.timestamp() - lane[1].since)
    return Candidate(best.key, lane[1], best.line, best.mark, waited)


def _choice(state: FloorState, desk: Desk, best: Candidate, reasons: tuple[Reason, ...]) -> Choice:
    visit = state.visits.get(best.place.visit_id)
    if visit is None:
        raise ValueError(f"lane names no live visit {best.place.visit_id}")
    return Choice(
        visit=visit,
        leg=visit.leg(best.place.leg_no),
        points=best.points,
        reasons=reasons,
        overtook=_overtaken(state, desk, best),
    )


def _overtaken(state: FloorState, desk: Desk, best: Candidate) -> int:
    """How many legs this desk may serve have waited longer than the one it calls."""
    return sum(
        bisect_left(lane, best.place)
        for key, lane in state.lanes.of.items()
        if desk.answer(key).mark is not Mark.NO
    )


def _reasons(
    state: FloorState, desk: Desk, best: Candidate, runner: Candidate | None
) -> tuple[Reason, ...]:
    """The terms of the score, what set it apart, and whom it came before."""
    rule = desk.config.policy.rule(best.key.class_name)
    found = [_waited(best)]
    if rule.kind is ClassKind.EMERGENCY:
        found.insert(0, Reason("emergency"))
    elif desk.config.policy.discipline is not Discipline.AFFINE:
        found.append(Reason(desk.config.policy.discipline.value))
    elif rule.head_start:
        values = (("class", rule.name), ("points", rule.head_start))
        found.append(Reason("head_start", rule.head_start, values))
    found.extend(_special(state, desk, best))
    found.extend(_ahead(state, best, runner))
    return tuple(found)


def _waited(best: Candidate) -> Reason:
    points = best.queued_s / best.line.target_s
    values = (
        ("minutes", round(best.queued_s / 60, 2)),
        ("target", round(best.line.target_s / 60, 2)),
        ("points", round(points, 4)),
    )
    return Reason("waited", round(points, 4), values)


def _special(state: FloorState, desk: Desk, best: Candidate) -> list[Reason]:
    found = []
    if best.key.counter is not None:
        found.append(Reason("pinned_counter", values=(("counter", best.key.counter),)))
    if best.key.staff is not None:
        found.append(Reason("pinned_staff", values=(("staff", best.key.staff),)))
    if best.mark is Mark.BACKS_UP:
        found.append(Reason("backs_up"))
    visit = state.visits.get(best.place.visit_id)
    if visit is not None and visit.leg(best.place.leg_no).returned:
        found.append(Reason("returned"))
    return found


def _ahead(state: FloorState, best: Candidate, runner: Candidate | None) -> list[Reason]:
    """Whom it came before. Nothing when a rank, a hand or own work decided, not the points."""
    visit = state.visits.get(runner.place.visit_id) if runner else None
    if runner is None or visit is None:
        return [] if best.by_hand else [Reason("only_one")]
    gap = best.points - runner.points
    if gap < -1e-9:
        return []
    if gap < 1e-9:
        return [Reason("tie_earlier", values=(("ticket", visit.number),))]
    values = (("ticket", visit.number), ("points", round(gap, 4)))
    return [Reason("ahead_of", round(gap, 4), values)]


def waiting_at(state: FloorState, desk: Desk, now: datetime) -> list[tuple[Visit, Leg, Candidate]]:
    """Every leg this desk may call, in the order it would call them if nobody came any more.

    Points are those of now: among lanes of different slope the order may still change while
    they wait; shown to tellers as their own queue.
    """
    moment = now.timestamp()
    rows: list[tuple[Visit, Leg, Candidate]] = []
    for head in candidates(state, desk, now):
        for place in state.lanes.of[head.key]:
            visit = state.visits.get(place.visit_id)
            if visit is None or visit.leg(place.leg_no).state is not LegState.WAITING:
                continue
            waited = max(0.0, moment - place.since)
            one = Candidate(head.key, place, head.line, head.mark, waited)
            rows.append((visit, visit.leg(place.leg_no), one))
    return sorted(rows, key=lambda row: row[2].order)
