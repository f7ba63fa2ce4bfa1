"""The plan's page in its states, over the crowded morning of a pay day."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from branchfloor.config import load_preset
from branchfloor.domain.people import Person, people_of
from branchfloor.domain.plan_effect import Coming, KindEffect, PlanEffect, Planned
from branchfloor.domain.rostering import CounterKind, DayPlan, KindNeed, Shift, Span
from branchfloor.floor.floor import Floor
from branchfloor.phrasing import Phrases
from ui.app.language import current_language
from ui.app.view import View
from ui.overview import moments
from ui.overview.plan.page import PlanPage
from ui.overview.plan.planner import (
    Listener,
    Planner,
    Question,
    WeekListener,
    WeekQuestion,
    use_planner,
)
from ui.overview.screen import OverviewScreen
from ui.overview.what_if.asker import Asker, use_asker
from ui.overview.what_if.pictures import StillAsker, an_answer

DAY = date(2026, 11, 25)
HOURS = Span(540, 1020)


Answer = Planned | tuple[str, str] | float
WeekAnswer = list[Planned] | tuple[str, str] | float


class StillPlanner:
    """Answers at once with what it was given; with nothing it stays at work."""

    def __init__(self, *answers: Answer, weeks: Sequence[WeekAnswer] = ()) -> None:
        self._answers, self._weeks = list(answers), list(weeks)
        self.asked: list[Question] = []
        self.asked_weeks: list[WeekQuestion] = []

    def ask(self, question: Question, listener: Listener) -> None:
        """The next answer: a plan, a refusal, or how far it is."""
        self.asked.append(question)
        answer = self._answers.pop(0) if self._answers else 0.0
        if isinstance(answer, Planned):
            listener.on_planned(answer)
        elif isinstance(answer, tuple):
            listener.on_refused(*answer)
        else:
            listener.on_progress(answer)

    def ask_week(self, question: WeekQuestion, listener: WeekListener) -> None:
        """The next answer about a week."""
        self.asked_weeks.append(question)
        answer = self._weeks.pop(0) if self._weeks else 0.0
        if isinstance(answer, list):
            listener.on_week(answer)
        elif isinstance(answer, tuple):
            listener.on_refused(*answer)
        else:
            listener.on_progress(answer)

    def cancel(self) -> None:
        """Nothing is under way."""


def _shift(staff: str, counter: str, kind: CounterKind, *times: int) -> Shift:
    start, end, *rest = times
    return Shift(staff, counter, kind, Span(start, end), (Span(*rest),) if rest else ())


def todays_plan() -> DayPlan:
    """The plan of the mock-up: short at late morning, twelve people with their breaks."""
    cash, plain = CounterKind.CASH, CounterKind.NON_CASH
    wealth, firms = CounterKind.WEALTH, CounterKind.CORPORATE
    shifts = (
        _shift("0211", "1", cash, 540, 1020, 660, 720),
        _shift("0213", "2", cash, 540, 1020, 720, 780),
        _shift("0214", "5", cash, 540, 1020, 780, 840),
        _shift("0231", "10", cash, 630, 930, 810, 840),
        _shift("0218", "11", cash, 540, 960, 690, 750),
        _shift("0217", "3", plain, 540, 1020, 720, 780),
        _shift("0219", "4", plain, 540, 1020, 660, 720),
        _shift("0222", "6", plain, 570, 1020, 780, 840),
        _shift("0305", "7", wealth, 540, 1020, 720, 780),
        _shift("0307", "9", wealth, 540, 1020, 780, 840),
        _shift("0242", "8", firms, 600, 870),
        _shift("0241", "12", firms, 540, 990, 690, 750),
    )
    needs = (
        KindNeed(cash, (2, 3, 4, 5, 5, 4, 4, 3, 3, 4, 4, 3, 3, 3, 2, 2), 5),
        KindNeed(plain, (1, 2, 3, 3, 3, 3, 3, 2, 2, 3, 3, 3, 3, 2, 2, 2), 3),
        KindNeed(wealth, (1, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1), 2),
        KindNeed(firms, (1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1), 2),
    )
    return DayPlan(DAY, HOURS, shifts, needs, special=("pay",))


def _effect(times: float = 1.0) -> PlanEffect:
    """Waits that rise where somebody is missing."""
    plan = todays_plan()
    kinds = []
    for kind in plan.kinds():
        cells = plan.cells(kind)
        p90 = tuple(round(times * 60 * (9 + 7.5 * c.short - 2.0 * c.spare), 1) for c in cells)
        within = tuple(round(min(1.0, 0.9 - 0.14 * c.short + 0.03 * c.spare), 3) for c in cells)
        coming = tuple(Coming(5.0 * (c.needed or 0), 4 * (c.needed or 0), 7) for c in cells)
        kinds.append(KindEffect(kind, coming, tuple(p / 3 for p in p90), p90, within))
    classes = (("legal", 0.86), ("ordinary", 0.84))
    return PlanEffect(tuple(kinds), classes, 0.84 / times**0.2, 0.31 * times**0.5, 240)


def people() -> tuple[Person, ...]:
    """Whom the branch has."""
    return people_of(load_preset("cn-default"), DAY)


_CAME = (14, 22, 30, 34, 33, 29, 22, 17, 16, 21, 26, 28, 25, 20, 17, 14)
"""Customers of each half-hour."""


def planned(plan: DayPlan | None = None) -> Planned:
    """An answer of the planner."""
    coming = tuple(Coming(n, round(0.74 * n), round(1.28 * n)) for n in _CAME)
    whole = Coming(sum(_CAME), 322, 425)
    answer = Planned(plan or todays_plan(), _effect(), people(), learned_from=40)
    return replace(answer, coming=coming, whole=whole)


def page_of(planner: Planner | None, asker: Asker | None = None) -> OverviewScreen:
    """The overview with the plan's page open, and the answer of what-if above it."""
    memory = moments.crowded()
    use_planner(planner)
    use_asker(asker or StillAsker(an_answer(memory.at)))
    screen = OverviewScreen(Floor(memory, "staff:0101"))
    screen.show_state(View(memory.state, memory.config, memory.at))
    screen.pages.open_page("plan")
    what_if = plan_page(screen).what_if
    for slide in (what_if.cash, what_if.plain):
        slide.track.setValue(5)
    what_if.ask()
    use_planner(None)
    use_asker(None)
    return screen


def plan_page(screen: OverviewScreen) -> PlanPage:
    """The page within a screen."""
    page = screen.pages.page
    assert isinstance(page, PlanPage)
    return page


def plan_pictures() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen."""
    return {
        "plan": _today,
        "plan-picked": _picked,
        "plan-away": _away,
        "plan-refused": _refused,
        "plan-reading": _reading,
        "plan-reckoning": _reckoning,
        "plan-failed": _failed,
        "plan-closed": _closed,
        "plan-full": _full,
    }


def _today() -> QWidget:
    return page_of(StillPlanner(planned(), planned()))


def _picked() -> QWidget:
    """A break is being moved: who is on duty changes at once, the waits follow."""
    screen = page_of(StillPlanner(planned(), planned()))
    page = plan_page(screen)
    page.card.board.pick(0)
    page.card.board.next_part()
    page.card.board.shift(-30)
    return screen


def _away() -> QWidget:
    """What an outing would lead to, before it is approved."""
    left = todays_plan().without_staff("0213", Span(540, 660))
    answer = replace(planned(left), effect=_effect(1.8), before=_effect())
    screen = page_of(StillPlanner(planned(), planned(), answer))
    page = plan_page(screen)
    page.card.board.pick(1)
    page.card.strip.away.click()
    page.card.away.ask.click()
    return screen


def _refused() -> QWidget:
    """Too few would be left: no outing."""
    phrases = Phrases.load(current_language())
    values = {"at": "12:00", "n": 2, "kind": "cash"}
    text = phrases.say("refusal.plan_below_least", **values)
    screen = page_of(StillPlanner(planned(), planned(), ("plan_below_least", text)))
    page = plan_page(screen)
    page.card.board.pick(1)
    page.card.strip.away.click()
    page.card.away.ask.click()
    return screen


def _reading() -> QWidget:
    return page_of(StillPlanner())


def _reckoning() -> QWidget:
    bare = replace(todays_plan(), needs=())
    return page_of(StillPlanner(planned(bare), 0.42))


def _failed() -> QWidget:
    text = Phrases.load(current_language()).say("refusal.plan_failed")
    return page_of(StillPlanner(planned(), ("plan_failed", text)))


def _closed() -> QWidget:
    text = Phrases.load(current_language()).say("refusal.plan_closed", day=DAY)
    return page_of(StillPlanner(("plan_closed", text)))


def _full() -> QWidget:
    """Nobody is missing, and the plan is kept."""
    plan = todays_plan()
    needs = tuple(
        KindNeed(
            n.kind,
            tuple(min(c.on_duty, n.counters[i]) for i, c in enumerate(plan.cells(n.kind))),
            n.most,
        )
        for n in plan.needs
    )
    done = replace(planned(replace(plan, needs=needs)), saved=True)
    return page_of(StillPlanner(done, done))
