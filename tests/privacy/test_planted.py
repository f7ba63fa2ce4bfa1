"""Personal data typed into every field of a played day is in no log, row, export, slip, phrase,
picture of the hall, crash file or line of output; only in rows that a purge deletes.
"""

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from branchfloor.cli.foresee import adviser_of, foresight_of
from branchfloor.config import load_preset, preset_text
from branchfloor.demo import habits
from branchfloor.demo.headless import Play, first_morning, run_headless
from branchfloor.demo.house import House, new_branch
from branchfloor.devices.printer import PrintedSlips, hand_out
from branchfloor.domain import events as e
from branchfloor.domain.errors import Refused
from branchfloor.domain.log import body_text
from branchfloor.floor.drawing import drawn_daily
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.keeper import Keeper
from branchfloor.floor.learning import Learning, past_days
from branchfloor.floor.learnt import keep_all
from branchfloor.floor.planned import save_plan
from branchfloor.floor.slips import paper_slip
from branchfloor.storage.load import load
from branchfloor.storage.purge import purge
from branchfloor.storage.rebuild import check, verify_chain
from branchfloor.storage.store import AtOnce, Store
from tests.privacy.planting import PLANTED, WORDS, Busybody
from tests.privacy.seen import MAY_HOLD, Painted, exports_of, plan_at, tables_of
from tests.security.pins_known import hash_quickly
from ui.app import language
from ui.app.crash import CrashReport
from ui.app.view import View
from ui.board.screen import BoardScreen
from ui.board.speaking import announcement_of
from ui.kiosk.screen import KioskScreen
from ui.theme import apply_theme

pytestmark = [
    pytest.mark.timeout(300),  # a morning is played
    pytest.mark.untraced,  # lines that their own tests cover
]

MINUTES = 200
LOOKS_EVERY = timedelta(minutes=20)
HEALTH = ("pregnant", "injury", "disability", "infant", "elder", "wheelchair", "large_print")
"""Reasons and needs as the document knows them: with a person they are health data."""

AHEAD = ("promise", "learned", "advice", "plan", "forecast")
"""Rows of what looks ahead: what was told, learned, advised, planned and foreseen."""


@dataclass
class Day:
    """A played day with a busybody in it, and what was seen of it."""

    store: Store
    busybody: Busybody
    at: datetime
    spoken: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    printed: PrintedSlips = field(default_factory=PrintedSlips)
    error: str = ""

    @property
    def path(self) -> Path:
        return self.store.database.place.path


class Watcher:
    """Keeps the branch, lets the busybody act, and looks at the hall's screens now and then."""

    def __init__(self, day: Day, painted: Painted) -> None:
        self._day = day
        self._keeper = Keeper("privacy")
        self._painted = painted
        self._kiosk = KioskScreen(Floor(AtOnce(day.store), "kiosk:1"), lambda: 0.0)
        self._board = BoardScreen(still=True)
        self._kiosk.resize(1080, 1920)
        self._board.resize(1920, 1080)
        self._looks_at = day.at

    def tick(self, moment: datetime) -> None:
        day = self._day
        day.busybody.tick(moment)
        self._keeper.keep(day.store, moment)
        for call in day.store.state.calls:
            day.spoken += [text for _, text in announcement_of(call, day.store.config).texts()]
        if moment >= self._looks_at:
            self._looks_at = moment + LOOKS_EVERY
            self._look(moment)
        day.at = moment

    def _look(self, moment: datetime) -> None:
        state, config = self._day.store.state, self._day.store.config
        for screen in (self._kiosk, self._board):
            screen.show_state(View(state, config, moment))
            self._painted.look_at(screen)
        waits = [v for v in state.visits.values() if v.waiting_since is not None]
        for visit in waits[:5]:
            floor = Floor(AtOnce(self._day.store), "staff:0102", moment)
            again = now(floor.reprint(visit.number))
            slip = paper_slip(config, again)
            asyncio.run(hand_out(self._day.printed, slip))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder = tmp_path_factory.mktemp("privacy")
    start = first_morning(load_preset("cn-default"))
    store = new_branch(folder / "demo.db", preset_text("cn-default"), start)
    played = Day(store, Busybody(store), start)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(habits, "NOTES", WORDS)
        patch.setattr(habits, "NEEDS", {code: WORDS[:4] for code in habits.NEEDS})
        patch.setattr(habits, "TRANSFER_SHARE", 0.1)
        hash_quickly(patch)
        apply_theme(app, "day")
        language.set_language(app, "zh_CN")
        painted = Painted(patch)
        watcher = Watcher(played, painted)
        heard = _Heard(patch)
        run_headless(store, Play(1, MINUTES, tick=watcher.tick))
        _look_ahead(store, played.at)
        played.error, played.shown = heard.text, painted.texts
        language.forget(app)
    yield played
    store.close()


def _look_ahead(store: Store, at: datetime) -> None:
    """What foresees, learns (as tomorrow will), advises and plans keeps its rows too; a plan of
    words is refused.
    """
    for _ in range(6):
        now(Floor(AtOnce(store), "kiosk:1", at).issue(Wish("GW", "elder", WORDS[:2])))
    foresight = foresight_of()
    adviser = adviser_of(foresight)
    assert foresight.turn(store, at, 0.0)
    assert adviser is not None
    assert adviser.turn(store, at, lambda: 0.0)
    assert store.state.day is not None
    tomorrow = store.state.day + timedelta(days=1)
    keep_all(store, Learning(past=past_days(store, tomorrow)), tomorrow, at)
    drawn_daily(store, tomorrow)
    plan = plan_at(store, at).plan
    save_plan(store, plan, at, "staff:0102")
    for word in (f"客户 {one} please" for one in WORDS):
        named = replace(plan, shifts=(replace(plan.shifts[0], staff=word),))
        for given, by in ((named, "staff:0102"), (plan, f"staff:{word}")):
            with pytest.raises(Refused):
                save_plan(store, given, at, by)


class _Heard:
    """What was written to the error channel and the output meanwhile."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.text = ""
        patch.setattr(sys, "stderr", self)
        patch.setattr(sys, "stdout", self)

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is kept back."""


def found_in(texts: dict[str, str], words: tuple[str, ...] = PLANTED) -> list[tuple[str, str]]:
    return [(where, word) for where, text in texts.items() for word in words if word in text]


def test_every_field_was_tried(day: Day) -> None:
    """What takes words took them; what knows its words refused them with a code."""
    assert day.busybody.done.keys() >= {"needs", "seen", "proof", "pause", "set pin", "right pin"}
    tried = day.busybody.done.keys() | day.busybody.refused.keys()
    assert len(tried) > 30, tried
    for name in ("language", "staff", "phone", "actor", "release", "alert", "device", "fault"):
        assert day.busybody.refused[name] <= {"bad_value", "counter_already_open"}, name
        assert name not in day.busybody.done
    assert "note_personal" in day.busybody.refused["notice"]
    particulars = tables_of(day.path)["particulars"]
    assert found_in({"rows": particulars}, WORDS), "planted where it may stand"
    assert {word for _, word in found_in({"rows": particulars}, WORDS)} == set(WORDS)


def test_nothing_planted_is_in_any_table_but_the_purgeable_one(day: Day) -> None:
    tables = {name: text for name, text in tables_of(day.path).items() if name not in MAY_HOLD}
    assert tables.keys() >= {"event", "visit", "leg", "answer", "config", "staff"}
    assert len(tables["event"]) > 100_000
    for name in AHEAD:
        assert len(tables[name]) > 500, f"{name} holds rows to be looked at"
    assert "'issue'" in tables["answer"], "what was asked is kept for a repeat, without its words"
    assert found_in(tables) == []
    assert PLANTED[-1] not in tables_of(day.path)["particulars"], "a PIN is nowhere"


def test_no_reason_of_health_is_in_the_log_or_its_rows(day: Day) -> None:
    tables = tables_of(day.path)
    public = {name: tables[name] for name in ("event", "visit", "leg", "answer", *AHEAD)}
    assert found_in(public, HEALTH) == []
    assert "pregnant" in tables["particulars"]


def test_nothing_planted_is_in_the_events_and_the_state(day: Day) -> None:
    entries = House.of(day.store).entries()
    bodies = {str(entry.seq): f"{entry.actor} {body_text(entry.event)}" for entry in entries}
    assert len(bodies) > 500
    assert found_in(bodies) == []
    assert found_in({"state": repr(day.store.state)}) == []
    noted = [x.event for x in entries if isinstance(x.event, e.LegTransferred) and x.event.note]
    assert noted, "a note is known by its row"


def test_nothing_planted_is_in_any_export(day: Day, tmp_path: Path) -> None:
    texts = dict(exports_of(day.store, day.at, tmp_path))
    assert len(texts) > 20
    for name in ("waits", "plan csv", "plan json"):
        assert len(texts[name]) > 500, name
    assert found_in(texts, (*PLANTED, *HEALTH)) == []


def test_nothing_planted_is_on_slips_in_phrases_or_on_the_halls_screens(day: Day) -> None:
    assert len(day.spoken) > 100
    assert len(set(day.shown)) > 50
    assert len(day.printed.slips) > 20
    slips = "\n".join(str(slip) + str(list(slip.lines())) for slip in day.printed.slips)
    hall = {"voice": "\n".join(day.spoken), "screens": "\n".join(day.shown), "slips": slips}
    assert found_in(hall) == []


def test_nothing_planted_is_in_the_output_or_a_crash_file(day: Day, tmp_path: Path) -> None:
    assert found_in({"output": day.error}) == []
    report = CrashReport(tmp_path, "kiosk")
    try:
        _break(day.store, WORDS)
    except ValueError as error:
        quiet = sys.stderr
        sys.stderr = _Sink()
        report.on_error(type(error), error, error.__traceback__)
        sys.stderr = quiet
    (written,) = tmp_path.glob("crash-*.txt")
    text = written.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert found_in({"crash": text}) == []


class _Sink:
    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        """Nothing is kept."""


def _break(store: Store, words: tuple[str, ...]) -> None:
    """A defect in the middle of a command, with the words at hand in every frame."""

    def act(work) -> None:
        work.keep_particulars(None)  # a row that is none

    try:
        store.run(act, actor="staff:0102", now=store.state.at)
    except Exception as error:
        raise ValueError(f"could not keep {', '.join(words)}") from error


def test_a_purge_forgets_all_of_it_and_the_log_still_verifies(day: Day) -> None:
    before, head = repr(day.store.state), day.store.head_hash
    today = day.store.state.day
    assert today is not None
    done = purge(day.store, today + timedelta(days=1), day.at + timedelta(days=3))
    assert done.particulars > 50
    assert found_in(tables_of(day.path)) == []
    raw = b"".join(file.read_bytes() for file in sorted(day.path.parent.glob(f"{day.path.name}*")))
    assert [word for word in PLANTED if word.encode() in raw] == []
    assert verify_chain(day.store) is None
    assert day.store.head_hash == head
    assert check(day.store).sound
    assert repr(day.store.state) == before
    with day.store.database.reading() as conn:
        again = load(conn, day.store.state.branch)
    assert again is not None
    assert again.state.seq == day.store.state.seq
