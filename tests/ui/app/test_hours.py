"""A teller's hour and a lobby manager's hour, with real keys in real windows and pictures of each.

The pictures stay in the test's folder, or in the one that BRANCHFLOOR_HOURS names.
"""

import time
from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.cli.main import main
from branchfloor.config import parse_document
from branchfloor.domain.clock import PlayedClock
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.storage.store import AtOnce, Store
from tests.ui.app.desktop import Desktop, available, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.untraced,  # each screen and command has tests of its own
    pytest.mark.timeout(400),
    pytest.mark.skipif(not available(), reason="needs Xvfb and xdotool (make setup)"),
]

FIRST, OWN = "427915", "592816"
AGAIN_S, AT_REST_S = 3.0, 0.3
TITLE = (1440, 150, 240, 60)
"""Where the overview's right column has its title."""

TOMORROW = datetime.now(UTC).replace(hour=2, minute=0) + timedelta(days=1)
"""Ten o'clock in Shanghai, after the branch was founded: a log never goes back."""


@pytest.fixture
def database(tmp_path):
    """A real branch where people sign in; 0217 and 0102 have one-time PINs."""
    path = tmp_path / "branch.db"
    assert main(["init", "--admin-pin", "427913", "--database", str(path)]) == 0
    for number in ("0217", "0102"):
        words = ["staff", "pin", number, "--pin", FIRST, "--database", str(path)]
        assert main(words) == 0
    return path


@pytest.fixture
def store(database):
    opened = Store.open(database, parse=parse_document)
    opened.play(PlayedClock(TOMORROW, datetime.now(UTC), 1.0))
    yield opened
    opened.close()


def lobby(store):
    return Floor(AtOnce(store), "demo")


def legs(store, *states):
    state = store.catch_up()
    return [v.number for v in state.visits.values() for x in v.legs if x.state.value in states]


def hall(store):
    return store.catch_up().hall


class Hour:
    """One window with its keys; each step is pressed until the floor shows it."""

    def __init__(self, desk, window, store, album, name):
        self._desk, self._window, self.store = desk, window, store
        self._album, self._name, self._count = album, name, 0

    def press(self, key):
        self._desk.key(self._window, key)

    def type(self, text):
        self._desk.tell("windowfocus", "--sync", self._window)
        self._desk.tell("type", "--delay", "20", text)

    def step(self, what, true, *keys):
        """Press the keys until the floor shows what they stand for, and keep a picture."""
        found = self._repeat(true, what, *keys)
        self.picture(what)
        return found

    def _repeat(self, true, what, *keys):
        """Press again when nothing came of it for a while: the screen may hear of the floor a
        moment later than this test does.
        """
        pressed_at = 0.0

        def done():
            nonlocal pressed_at
            found = true()
            if not found and time.monotonic() - pressed_at > AGAIN_S:
                pressed_at = time.monotonic()
                for key in keys:
                    self.press(key)
            return found

        return until(done, what)

    def picture(self, what):
        self._count += 1
        name = f"{self._name}-{self._count:02d}-{what.replace(' ', '-')}.png"
        self._desk.picture(self._album / name)

    def open_page(self, key):
        """A key that opens a page in the drawer: once its title stands there, it is open."""
        before = self._title_at_rest()
        self._repeat(lambda: self._title() != before, f"the page of {key}", key)

    def _title_at_rest(self):
        """The title once what was closed before is painted: it stands for a while."""
        title, since = self._title(), time.monotonic()
        while time.monotonic() - since < AT_REST_S:
            time.sleep(0.05)
            seen = self._title()
            if seen != title:
                title, since = seen, time.monotonic()
        return title

    def _title(self):
        return self._desk.look().copy(*TITLE)

    def colour(self, spot):
        """The colour of one point of the desktop."""
        return self._desk.look().pixelColor(*spot).name()


def sign_in(hour, place, staff, spot):
    """Number and one-time PIN, then a PIN of one's own, twice; at `spot` the new page has a key
    where the first has none.
    """
    hour.type(staff)
    hour.press("Tab")
    hour.type(FIRST)
    before = hour.colour(spot)
    hour.press("Return")
    until(lambda: hour.colour(spot) != before, "the page of a new PIN")
    hour.picture("a new PIN")
    assert hall(hour.store).session(place) is None
    hour.type(OWN)
    hour.press("Tab")
    hour.type(OWN)
    hour.press("Return")
    until(lambda: hall(hour.store).session(place), "somebody signed in")
    hour.picture("signed in")


def test_a_tellers_hour(database, store, album):
    floor = lobby(store)
    place = ("--database", str(database), "--lang", "en")
    with Desktop(900, 1000) as desk:
        program = desk.start("console", "--child", "--counter", "3", "--keys", "window", *place)
        window = desk.window(program.pid, 0, 0)
        hour = Hour(desk, window, store, album, "teller")
        until(lambda: store.catch_up().forecasts, "a published forecast")
        sign_in(hour, "counter:3", "0217", (60, 483))

        opened = lambda: store.catch_up().counter("3").status.value == "open"  # noqa: E731
        hour.step("the counter open", opened, "Return")
        first = now(floor.issue(Wish("SO", green="elder", needs=("seated",)))).ticket
        hour.step("called", lambda: legs(store, "called") == [first], "F9")
        hour.step("call taken back", lambda: not legs(store, "called"), "ctrl+z")
        hour.step("called again", lambda: legs(store, "called") == [first], "F9")
        hour.step("serving", lambda: legs(store, "serving") == [first], "F2")

        stages = lambda: store.catch_up().find(first).leg(1).stages  # noqa: E731
        hour.step("a stage reached", lambda: len(stages()) >= 1, "2")
        hour.step("help asked", lambda: hall(store).help_of("3"), "F10", "1")
        hour.press("Escape")
        now(floor.answer_help("3"))
        hour.press("F3")
        hour.type("SL")
        hour.picture("a service picked")
        added = lambda: len(store.catch_up().find(first).legs) == 2  # noqa: E731
        hour.step("a service added", added, "F3")
        hour.step("held", lambda: legs(store, "on_hold") == [first], "F5", "1", "F5")

        second = now(floor.issue(Wish("VK"))).ticket
        hour.step("the next called", lambda: second in legs(store, "called"), "F9")
        hour.step("the next served", lambda: second in legs(store, "serving"), "F2")
        hour.press("F8")
        hour.picture("asked for the outcome")
        ended = lambda: [r.outcome for r in store.catch_up().records] == ["booked"]  # noqa: E731
        hour.step("booked", ended, "2", "F8")

        third = now(floor.issue(Wish("GT"))).ticket
        hour.step("a third called", lambda: third in legs(store, "called"), "F9")
        hour.step("a third served", lambda: third in legs(store, "serving"), "F2")
        hour.press("F4")
        hour.picture("transfer")
        hour.type("SL")
        moved = lambda: third in legs(store, "waiting")  # noqa: E731
        hour.step("transferred", moved, "F4")

        paused = lambda: store.catch_up().counter("3").status.value == "paused"  # noqa: E731
        hour.step("paused", paused, "F11", "1")
        hour.step("back", opened, "F11")
        closed = lambda: store.catch_up().counter("3").status.value == "closed"  # noqa: E731
        hour.step("closed", closed, "F12")
        hour.step("signed out", lambda: hall(store).session("counter:3") is None, "ctrl+o")
    assert program.returncode == 0


def test_a_lobby_managers_hour(database, store, album):
    floor = lobby(store)
    place = ("--database", str(database), "--lang", "en")
    for counter in ("1", "3", "4"):
        now(floor.open_counter(counter))
    for service in ("GW", "GT", "SL", "GW"):
        now(floor.issue(Wish(service)))
    asked = now(floor.issue(Wish("GT", green="elder"))).ticket
    with Desktop(1920, 1080) as desk:
        program = desk.start("overview", "--child", *place)
        window = desk.window(program.pid, 0, 0)
        hour = Hour(desk, window, store, album, "lobby")
        until(lambda: store.catch_up().forecasts, "a published forecast")
        sign_in(hour, "overview:1", "0102", (1480, 640))

        issued = lambda: len(store.catch_up().by_number) == 6  # noqa: E731
        hour.open_page("ctrl+n")
        hour.type("GW")
        hour.press("Return")
        hour.step("issued for somebody", issued, "ctrl+Return")
        hour.press("Escape")

        urgent = lambda: emergencies(store)  # noqa: E731
        hour.open_page("alt+e")
        hour.picture("the usual emergencies")
        hour.step("an emergency", urgent, "space")
        hour.press("Escape")

        look_up(hour, asked)
        hour.picture("looked up")
        hour.press("Escape")

        now(floor.ask_help("3", "approval"))
        until(lambda: hall(store).help_of("3"), "help asked for")
        for page in range(1, 6):
            hour.press(f"alt+{page}")
            hour.picture(f"page {page} of the hall")
            hour.press("Escape")
    assert program.returncode == 0
    assert hall(store).session("overview:1") is not None


def emergencies(store):
    visits = store.catch_up().visits.values()
    return [v.number for v in visits if v.class_name == "emergency"]


def look_up(hour, ticket):
    hour.press("ctrl+f")
    hour.type(ticket)
    hour.press("Return")
