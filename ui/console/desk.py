"""What one counter's console has to show, found in a view: pure, no Qt."""

from dataclasses import dataclass
from enum import StrEnum

from branchfloor.domain.catalogue import CounterPlan, Service
from branchfloor.domain.clock import seconds_between
from branchfloor.domain.counter import Counter
from branchfloor.domain.events import Reason
from branchfloor.domain.hall import HelpCall
from branchfloor.domain.kinds import ClassKind, CounterStatus, Discipline, LegState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.routing.choice import Choice, choose_next
from branchfloor.routing.eligibility import Desk, desk
from ui.app.view import View

from .away import Away, away_from
from .gate import place_of
from .queue import Queue, queue_of
from .undoing import UndoOffer, undo_offer

ANSWER_SHOWN_S = 20
"""How long the console says that somebody answered its call for help."""
URGENT = frozenset({ClassKind.EMERGENCY, ClassKind.LEGAL})


class Mode(StrEnum):
    """What the teller is in the middle of; each has its page."""

    CLOSED = "closed"
    IDLE = "idle"
    CALLED = "called"
    SERVING = "serving"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Moment:
    """One counter at one moment: everything its console shows follows from it."""

    view: View
    plan: CounterPlan
    counter: Counter
    mode: Mode
    visit: Visit | None
    leg: Leg | None
    choice: Choice | None
    queue: Queue
    away: tuple[Away, ...]
    undo: UndoOffer | None

    @property
    def number(self) -> str:
        """The counter's number."""
        return self.plan.number

    @property
    def closing(self) -> bool:
        """Whether the counter closes after this customer."""
        return self.counter.status is CounterStatus.CLOSING

    @property
    def usable(self) -> bool:
        """Whether commands can be asked for: the database answers."""
        return self.view.trouble is None

    @property
    def signed_in(self) -> str | None:
        """Who signed in here, where this branch asks people to sign in."""
        session = self.view.state.hall.session(place_of(self.number))
        asked = self.view.config.settings.sign_in
        return session.staff if asked and session is not None else None

    @property
    def acting(self) -> str | None:
        """In whose name things are done here: who signed in, else who opened the counter."""
        return self.signed_in or self.counter.staff

    def service(self, code: str) -> Service:
        """A service of the catalogue."""
        return self.view.config.service(code)

    def customer(self) -> tuple[Visit, Leg]:
        """Who is called or served here; ValueError when nobody is."""
        if self.visit is None or self.leg is None:
            raise ValueError(f"nobody is at counter {self.number}")
        return self.visit, self.leg


def moment_of(view: View, number: str) -> Moment:
    """The moment of a counter; refused with `unknown_counter` when the branch has none such."""
    here = desk(view.state, view.config, number)
    customer = view.state.at_counter(number)
    visit, leg = customer or (None, None)
    mode = _mode(here.counter, leg)
    return Moment(
        view=view,
        plan=here.plan,
        counter=here.counter,
        mode=mode,
        visit=visit,
        leg=leg,
        choice=choose_next(view.state, here, view.now) if mode is Mode.IDLE else None,
        queue=queue_of(view.state, here, view.now),
        away=away_from(view.state, here),
        undo=undo_offer(view, number),
    )


def _mode(counter: Counter, leg: Leg | None) -> Mode:
    if leg is not None:
        return Mode.CALLED if leg.state is LegState.CALLED else Mode.SERVING
    if counter.status is CounterStatus.OPEN:
        return Mode.IDLE
    return Mode.PAUSED if counter.status is CounterStatus.PAUSED else Mode.CLOSED


def pending_help(moment: Moment) -> HelpCall | None:
    """The counter's call for help that nobody has answered yet."""
    return moment.view.state.hall.help_of(moment.number)


def answered_help(moment: Moment) -> HelpCall | None:
    """The counter's call for help that was answered a moment ago."""
    mine = [h for h in moment.view.state.hall.helps if h.counter == moment.number]
    last = mine[-1] if mine else None
    if last is None or last.answered_at is None:
        return None
    fresh = seconds_between(last.answered_at, moment.view.now) <= ANSWER_SHOWN_S
    return last if fresh else None


def served_today(moment: Moment) -> int:
    """How many this counter has finished on the business day."""
    records = moment.view.state.records
    return sum(r.counter == moment.number and r.state is LegState.DONE for r in records)


def tiers_served(here: Desk) -> tuple[str, ...]:
    """The tiers of a counter's own work and of what it backs up, by the document's order."""
    codes = here.plan.serves | here.plan.backs_up
    return tuple(dict.fromkeys(s.tier for s in here.config.services if s.code in codes))


def reasons_known(view: View, leg: Leg) -> tuple[Reason, ...]:
    """Why a leg was called, as far as the state itself tells: its wait and its head start.

    The call's own answer also says whom it came before; a console started in between has not
    heard that answer.
    """
    if leg.queued_s is None or leg.target_s <= 0:
        return ()
    share = round(leg.queued_s / leg.target_s, 4)
    minutes = (
        ("minutes", round(leg.queued_s / 60, 2)),
        ("target", round(leg.target_s / 60, 2)),
        ("points", share),
    )
    found = [Reason("waited", share, minutes)]
    policy = view.config.policy
    rule = next((r for r in policy.classes if r.name == leg.called_class), None)
    if rule is not None and rule.kind is ClassKind.EMERGENCY:
        found.insert(0, Reason("emergency"))
    elif rule is not None and rule.head_start and policy.discipline is Discipline.AFFINE:
        values = (("class", rule.name), ("points", rule.head_start))
        found.append(Reason("head_start", rule.head_start, values))
    return tuple(found)


def points_of(reasons: tuple[Reason, ...]) -> float:
    """The score that the terms of a call add up to; "ahead of" is not a term of it."""
    return sum(r.points or 0.0 for r in reasons if r.code in ("waited", "head_start"))
