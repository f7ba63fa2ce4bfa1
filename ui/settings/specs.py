"""Which keys of the document each page shows, and how each is written. No Qt."""

from dataclasses import dataclass
from enum import StrEnum

from branchfloor.config.catalogue import CHECK_TIMES, COUNTS, PLACES
from branchfloor.config.people import ROLES, WEEKDAYS
from branchfloor.domain.kinds import Discipline, Height, Tier
from branchfloor.domain.roster_rules import CounterKind
from branchfloor.domain.slip import PAPER_MM
from branchfloor.phrasing import LANGUAGES


class Kind(StrEnum):
    """How a value is written in its field."""

    TEXT = "text"
    NAME = "name"
    FLAG = "flag"
    WHOLE = "whole"
    NUMBER = "number"
    WORD = "word"
    WORDS = "words"
    WHOLES = "wholes"
    PICKS = "picks"
    NAMES = "names"
    STAGES = "stages"
    SKILLS = "skills"
    DATES = "dates"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Spec:
    """One field: the keys that lead to its value, how it is written, what it may be.

    `optional` fields may stand empty, which is None in the document. `label` names the word of
    its label where the last key is not enough; `family` the engine's words for its choices.
    """

    path: tuple[str, ...]
    kind: Kind
    choices: tuple[str, ...] = ()
    optional: bool = False
    label: str = ""
    family: str = ""

    @property
    def word(self) -> str:
        """The key of its label."""
        return self.label or self.path[-1]


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading."""

    title: str
    specs: tuple[Spec, ...]


def _one(path: str, kind: Kind, *choices: str, optional: bool = False) -> Spec:
    return Spec(tuple(path.split(".")), kind, choices, optional)


def _settings(title: str, *keys: str) -> Section:
    return Section(title, tuple(_setting(key) for key in keys))


_OWN_KINDS = {
    "languages": Spec(("settings", "languages"), Kind.PICKS, LANGUAGES),
    "outcome_tiers": Spec(("settings", "outcome_tiers"), Kind.PICKS, tuple(Tier)),
    "quiet_hours": Spec(("settings", "quiet_hours"), Kind.WORDS),
}
FLAGS = ("sign_in", "auto_call", "say_one_as_yao")
"""Settings that are on or off."""


def _setting(key: str) -> Spec:
    if key in _OWN_KINDS:
        return _OWN_KINDS[key]
    return Spec(("settings", key), Kind.FLAG if key in FLAGS else Kind.WHOLE)


SEEN = (
    "visible",
    "statement",
    "person",
    "id_card",
    "disability_card",
    "military_card",
    "preferential_card",
    "service_card",
    "code",
    "ticket",
    "document",
    "judgement",
    "other",
)
"""What may be seen as a proof; each has its words among the engine's."""

SERVICE = (
    Section(
        "service",
        (
            _one("code", Kind.TEXT),
            _one("name", Kind.NAME),
            Spec(("everyday",), Kind.NAME, optional=True),
            _one("tier", Kind.WORD, *Tier),
            _one("prefix", Kind.TEXT),
            _one("mean_min", Kind.NUMBER),
            _one("cv", Kind.NUMBER),
            _one("target_min", Kind.NUMBER, optional=True),
        ),
    ),
    Section(
        "limits",
        (
            _one("needs_cash", Kind.FLAG),
            _one("sales_zone", Kind.FLAG),
            _one("corporate", Kind.FLAG),
            _one("approval", Kind.FLAG),
            _one("talk_first", Kind.FLAG),
            _one("requires", Kind.WORDS),
            _one("opens", Kind.TEXT, optional=True),
            _one("closes", Kind.TEXT, optional=True),
        ),
    ),
    Section(
        "tile",
        (
            _one("tile.quick", Kind.FLAG),
            _one("tile.home", Kind.FLAG),
            _one("tile.group", Kind.TEXT),
            _one("tile.order", Kind.WHOLE),
            _one("tile.icon", Kind.TEXT),
        ),
    ),
    Section("bring", (_one("bring", Kind.NAMES), _one("stages", Kind.STAGES))),
)
COUNTER = (
    Section(
        "counter",
        (
            _one("number", Kind.TEXT),
            _one("name", Kind.NAME),
            _one("height", Kind.WORD, *Height),
            _one("word", Kind.WORD, *PLACES),
            _one("zone", Kind.TEXT),
        ),
    ),
    Section(
        "limits",
        (
            _one("takes_cash", Kind.FLAG),
            Spec(("sales_zone",), Kind.FLAG, label="in_sales_zone"),
            _one("elastic", Kind.FLAG),
            _one("care", Kind.FLAG),
            _one("corporate", Kind.FLAG),
        ),
    ),
    Section(
        "marks",
        (
            _one("serves", Kind.WORDS),
            _one("backs_up", Kind.WORDS),
            _one("lendable", Kind.WORDS),
            _one("skills", Kind.WORDS),
        ),
    ),
)
GREEN = (
    Section(
        "green",
        (
            _one("code", Kind.TEXT),
            _one("name", Kind.NAME),
            _one("counts", Kind.WORD, *COUNTS),
            Spec(("class",), Kind.WORD, family="class"),
            Spec(("proof",), Kind.PICKS, SEEN, family="seen"),
            _one("skill", Kind.TEXT, optional=True),
        ),
    ),
)
PERSON = (
    Section(
        "staff",
        (
            Spec(("number",), Kind.TEXT, label="staff_number"),
            _one("roles", Kind.PICKS, *ROLES),
            _one("skills", Kind.SKILLS),
        ),
    ),
)
ITEM = (
    Section(
        "checklist",
        (
            _one("code", Kind.TEXT),
            _one("name", Kind.NAME),
            _one("when", Kind.WORD, *CHECK_TIMES),
        ),
    ),
)
ALERT = (
    Section(
        "alert",
        (
            _one("off", Kind.FLAG),
            _one("least", Kind.WHOLE),
            _one("after_min", Kind.NUMBER),
            _one("cool_down_min", Kind.NUMBER),
        ),
    ),
)
HOURS = (
    Section("hours", tuple(Spec(("hours", d), Kind.TEXT, optional=True) for d in WEEKDAYS)),
    Section(
        "holidays",
        (_one("hours.holidays", Kind.DATES), _one("hours.last_ticket_before_min", Kind.WHOLE)),
    ),
    Section(
        "special_days",
        (
            _one("special_days.pay_days", Kind.WHOLES),
            _one("special_days.pension_days", Kind.WHOLES),
            _one("special_days.month_end_days", Kind.WHOLE),
        ),
    ),
    Section(
        "shifts",
        (
            _one("roster.least_shift_min", Kind.WHOLE),
            _one("roster.most_shift_min", Kind.WHOLE),
            _one("roster.most_days", Kind.WHOLE),
            _one("roster.most_week_hours", Kind.WHOLE),
        ),
    ),
    Section(
        "breaks",
        (
            _one("roster.break_after_min", Kind.WHOLE),
            _one("roster.least_break_min", Kind.WHOLE),
            _one("roster.meal_from_shift_min", Kind.WHOLE),
            _one("roster.meal_min", Kind.WHOLE),
            _one("roster.break_hours", Kind.TEXT),
        ),
    ),
    Section(
        "least_staff",
        tuple(Spec(("roster", f"least_{kind.value}"), Kind.WHOLE) for kind in CounterKind),
    ),
)
TEXTS = (
    Section("branch", (_one("name", Kind.NAME), _one("time_zone", Kind.TEXT))),
    Section("notices", (_one("notices", Kind.NAMES),)),
)
SLIP = (
    Section(
        "paper", (Spec(("slip", "paper_mm"), Kind.MEASURE, tuple(map(str, sorted(PAPER_MM)))),)
    ),
    Section("own_words", (_one("slip.head", Kind.NAMES), _one("slip.foot", Kind.NAMES))),
)
VOICE = (
    _settings("voice", "announce_times", "languages", "say_one_as_yao", "voice_late_s"),
    _settings("quiet", "quiet_hours", "quiet_volume_percent"),
    _settings("board", "board_big_s", "board_now_s", "board_history_rows", "nearly_ahead"),
)
THRESHOLDS = (
    _settings(
        "calling",
        "recall_gap_s",
        "calls_before_no_show",
        "no_show_after_s",
        "late_returns_after_calls",
        "late_returns_after_min",
        "call_lock_s",
        "undo_s",
        "pin_min",
        "auto_call",
    ),
    _settings("waits", "amber_min", "red_min", "ask_long_wait_min", "green_expires_min"),
    _settings(
        "elastic",
        "elastic_open_waiting",
        "elastic_open_wait_min",
        "elastic_open_for_min",
        "elastic_close_waiting",
        "elastic_close_wait_min",
        "elastic_close_for_min",
    ),
    _settings("kiosk", "kiosk_back_s", "kiosk_warn_s", "ticket_page_s", "rating_ends_s"),
    _settings("signing", "sign_in", "pin_failures", "pin_lock_min", "idle_lock_min"),
    _settings("forecast", "forecast_every_s", "promise_every_s", "outcome_tiers"),
)
DISCIPLINES = tuple(Discipline)
