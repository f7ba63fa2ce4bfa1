"""Advice, what-if, plan, accuracy and the preview of a policy: real windows, pointer and keys.

A branch that remembers a day, on a crowded morning with counters closed; in both languages. The
pictures stay in the test's folder, or in the one that BRANCHFLOOR_HOURS names.
"""

import shutil
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from branchfloor.cli.demo import demo_store
from branchfloor.config import parse_document
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.domain.advising import Act
from branchfloor.domain.clock import PlayedClock
from branchfloor.domain.kinds import CounterStatus
from branchfloor.floor.advising.kept import followed, latest
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.keeper import Keeper
from branchfloor.floor.learnt import day_plan
from branchfloor.storage.advised import advice_since
from branchfloor.storage.store import AtOnce, Store
from tests.ui.app.desktop import Desktop, available, until
from tests.ui.app.pointing import PATIENCE_S, Glass
from ui.theme import load_tokens

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not available(), reason="needs Xvfb and xdotool (make setup)"),
]

PLAYED_MIN, CROWD = 60, 1.4
CLOSED, WORKING = ("2", "5", "10"), ("1", "11")

PAGES = {
    "zh_CN": {"live": 267, "plan": 353, "accuracy": 430},
    "en": {"live": 440, "plan": 517, "accuracy": 612},
}
"""Where the page keys stand on the head."""
HEAD_PX = 35
TITLE = (20, 16, 420, 44)
RIGHT = (1440, 140, 460, 900)
"""The column of advice and alerts."""
CASH = {n: (60 + round((n - 1) * 295 / 4), 164) for n in range(1, 6)}
"""Stops of the first slider."""
CURVES = (420, 150, 1220, 300)
FIGURES = (1650, 130, 240, 260)
DO_IT = (124, 464)
EFFECT, WORK, CELLS = (260, 530, 780, 36), (1080, 530, 200, 36), (225, 605, 1660, 145)
BARS, HALF_HOUR_PX = (225, 750, 1680, 240), 103
EXPORT, SAVE = (1725, 1026), (1820, 1026)
TOLD = (60, 900, 1800, 50)
OURS = (1540, 240, 240, 70)
"""The bar of our own mean error."""
RULES_PAGE, SPECIAL_TARGET = (60, 203), (508, 576)
HEAD_STARTS = (580, 230, 200, 40)
PREVIEW, ROWS_PX = (1080, 650, 790, 400), 1500


@pytest.fixture(scope="module")
def colours():
    """The house's colours by day, as #RRGGBB."""
    theme = load_tokens("day")
    return lambda name: getattr(theme, name)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A demo branch: a busy day that is over, an hour of the next, then counters closed."""
    path = tmp_path_factory.mktemp("crowded") / "branch.db"
    keeper = Keeper("played")
    with demo_store(str(path), "cn-default") as store:
        keep = partial(keeper.keep, store)
        first = first_morning(store.config)
        for day in range(2):
            start = first + timedelta(days=day)
            run_headless(store, Play(1 + day, PLAYED_MIN, start, keep, 300.0, CROWD))
        moment = start + timedelta(minutes=PLAYED_MIN, seconds=1)
        store.play(PlayedClock(moment, datetime.now(UTC), 1.0))
        floor = Floor(AtOnce(store), "demo")
        for counter in CLOSED:
            now(floor.close_counter(counter))
            at_work = store.catch_up().counter(counter).visit_id
            if at_work is not None:
                now(floor.finish(Target(store.state.visits.get(at_work).number)))
        for _ in range(15):
            now(floor.issue(Wish("GW")))
    return path


@pytest.fixture
def store(crowded, tmp_path):
    """A branch of one's own, its clock gone on from where the crowd came."""
    path = tmp_path / "branch.db"
    shutil.copy(crowded, path)
    opened = Store.open(path, parse=parse_document)
    opened.play(PlayedClock(opened.clock.now(), datetime.now(UTC), 1.0))
    yield opened
    opened.close()


def status(store, counter):
    return store.catch_up().counter(counter).status


def advised(store):
    made = latest(advice_since(store, store.clock.now() - timedelta(days=1)))
    return made.best if made is not None else None


def shown(glass, x):
    """Turn to a page by its key in the head."""
    before = glass.look(TITLE)
    glass.step("turned", lambda: glass.look(TITLE) != before, lambda: glass.click((x, HEAD_PX)))


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_an_hour_of_foretelling(store, album, colours, lang, tmp_path):
    place = ("--child", "--database", str(store.database.place.path), "--lang", lang)
    with Desktop(1920, 2160) as desk:
        overview, settings = desk.start("overview", *place), desk.start("settings", *place)
        above = Glass.over(desk, overview, (0, 0), album, f"{lang}-floor")
        below = Glass.over(desk, settings, (0, 1080), album, f"{lang}-rules")
        a_policy_is_previewed(below, store, colours)
        an_advice_is_followed(above, store, colours)
        pages = PAGES[lang]
        a_turn(above, pages["plan"])
        what_if_is_asked(above, store, colours)
        a_plan_is_changed(above, store, colours, tmp_path / "plan.csv")
        a_turn(above, pages["accuracy"])
        brand = partial(above.amount, colours("brand"), OURS)
        above.wait("accuracy", lambda: brand() > 500)
    assert overview.returncode == settings.returncode == 0


def a_turn(glass, x):
    """To a page, by its key in the head."""
    before = glass.look(TITLE)
    glass.step("turned", lambda: glass.look(TITLE) != before, lambda: glass.click((x, HEAD_PX)))


def a_policy_is_previewed(glass, store, colours):
    """The page follows the draft by itself; nothing is adopted."""
    green = lambda: glass.amount(colours("green"), HEAD_STARTS)  # noqa: E731
    glass.step("rules", lambda: green() > 500, lambda: glass.click(RULES_PAGE))
    lines = lambda: glass.amount(colours("line"), PREVIEW)  # noqa: E731
    glass.wait("the days as they were", lambda: lines() > ROWS_PX)

    def type_it():
        glass.click(SPECIAL_TARGET)
        glass.key("ctrl+a")
        glass.type("40")

    glass.step("a draft", lambda: lines() < ROWS_PX, type_it)
    glass.wait("the draft's days", lambda: lines() > ROWS_PX)
    assert store.config.version == 1


def an_advice_is_followed(glass, store, colours):
    best = glass.wait("an advice", lambda: advised(store))
    assert best.option.act is Act.OPEN
    counter = best.option.counter
    assert status(store, counter) is CounterStatus.CLOSED
    spot = glass.wait("advised", lambda: middle(glass.block_of(colours("brand"), RIGHT)))
    opened = lambda: status(store, counter) is CounterStatus.OPEN  # noqa: E731
    glass.step("followed", opened, lambda: glass.click(spot))
    (promised,) = until(lambda: followed_by(store), "that it was followed", PATIENCE_S)
    assert promised.weighed.option == best.option
    gone = lambda: middle(glass.block_of(colours("brand"), RIGHT)) != spot  # noqa: E731
    glass.wait("the advice gone", gone)
    floor = Floor(AtOnce(store), "demo")
    for _ in range(7):
        called = now(floor.call_next(counter))
        now(floor.start(Target(called.ticket)))
        now(floor.finish(Target(called.ticket)))


def what_if_is_asked(glass, store, colours):
    green = lambda: glass.amount(colours("green"), CURVES)  # noqa: E731
    glass.wait("curves", lambda: green() > 200)
    figures = glass.look(FIGURES)
    answered = lambda: glass.look(FIGURES) != figures  # noqa: E731
    glass.step("supposed", answered, partial(glass.drag, CASH[3], CASH[5]), PATIENCE_S)
    closed = [c for c in CLOSED if status(store, c) is CounterStatus.CLOSED]
    opened = lambda: not [c for c in closed if status(store, c) is CounterStatus.CLOSED]  # noqa: E731
    glass.step("done", opened, lambda: glass.click(DO_IT))


def a_plan_is_changed(glass, store, colours, target):
    """By the pointer and by a key; its effect follows, it is kept and written to a file."""
    works = lambda: glass.amount(colours("line"), WORK) > 300  # noqa: E731
    needs = lambda: glass.amount(colours("green_soft"), CELLS) > 1000  # noqa: E731
    glass.wait("a plan", lambda: needs() and not works())
    effect, cells = glass.look(EFFECT), glass.look(CELLS)
    left, top, wide, high = glass.block_of(colours("general_soft"), BARS, 8)
    end, line = left + wide - 3, top + high // 2
    drag = partial(glass.drag, (end, line), (end - HALF_HOUR_PX, line))
    glass.step("shorter", lambda: glass.look(CELLS) != cells, drag, PATIENCE_S)
    glass.key("shift+Left")
    glass.wait("its effect", lambda: not works() and glass.look(EFFECT) != effect)
    day = store.catch_up().day
    kept = lambda: day_plan(store, day)  # noqa: E731
    plan = glass.step("kept", kept, lambda: glass.click(SAVE), PATIENCE_S)
    spans = [shift.span for shift in plan.shifts if shift.staff == "0211"]
    assert [span.until_min for span in spans] == [16 * 60], "an hour less than before"
    glass.wait("told", lambda: glass.amount(colours("green_soft"), TOLD) > 10000)
    glass.step("where to", glass.dialog, lambda: glass.click(EXPORT))
    glass.desk.tell("key", "ctrl+a")
    glass.type(str(target))
    glass.desk.tell("key", "Return")
    glass.wait("written", target.is_file)
    assert "0211" in target.read_text(encoding="utf-8-sig")


def middle(block):
    return block and (block[0] + block[2] // 2, block[1] + block[3] // 2)


def followed_by(store):
    return followed(advice_since(store, store.clock.now() - timedelta(days=1)))
