"""All that a board shows at one moment, as values: the screen only paints them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from branchfloor.domain.catalogue import Name
from branchfloor.domain.clock import business_date
from branchfloor.domain.kinds import CounterStatus, LegState
from branchfloor.domain.settings import Settings
from branchfloor.domain.state import Call
from branchfloor.waits.round import rounded
from ui.app.view import View

from .groups import GroupRow, Kind, group_rows, kind_of, paused_row
from .hours import Opening, WeekRow, is_open, local, next_opening, week_rows
from .stage import Key, Spans, Stage, key_of
from .tiers import TierFigures, fresh, tier_figures

NOTICE_ROWS = 3
"""How many earlier calls a posted notice takes the place of."""


class Present(StrEnum):
    """What the large half says when it shows no call."""

    NO_WAIT = "no_wait"
    LISTEN = "listen"
    NO_MORE = "no_more"
    CLOSED = "closed"
    OFFLINE = "offline"


class Mark(StrEnum):
    """Where a call stands with the voice."""

    PLAIN = "plain"
    SPOKEN = "spoken"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class CallFace:
    """One call as it stands big. `place` is the counter's word, such as `window` or `room`."""

    key: Key
    number: str
    counter: str
    place: str = "counter"
    kind: Kind | None = None
    mark: Mark = Mark.PLAIN


@dataclass(frozen=True, slots=True)
class RowFace:
    """One earlier call; `last` ends a list that is longer than the board."""

    number: str
    counter: str
    spoken: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class NoticeFace:
    """One of the branch's notices, the `no`th of `count`; `also` is its other language."""

    no: int
    count: int
    text: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The narrow half while calls are read: `places` rows, who is on pause, and a notice that
    somebody posted today, which takes the place of the last rows.
    """

    rows: tuple[RowFace, ...]
    places: int
    paused: GroupRow | None = None
    dim: bool = False
    notice: NoticeFace | None = None


@dataclass(frozen=True, slots=True)
class Counters:
    """The narrow half while nobody is called: counters by kind, with today's hours."""

    rows: tuple[GroupRow, ...]
    today: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """The narrow half of a closed branch: its hours."""

    rows: tuple[WeekRow, ...]
    today: int


@dataclass(frozen=True, slots=True)
class FootFace:
    """The foot: tiers, the moment of their figures, the clock (branch-local).

    A closed branch says its name instead.
    """

    tiers: tuple[TierFigures, ...]
    made_at: datetime | None
    clock: datetime
    offline: bool = False
    branch: str = ""


@dataclass(frozen=True, slots=True)
class BoardFace:
    """Everything: calls, or else what is said instead; a notice; the narrow half; the foot."""

    calls: tuple[CallFace, ...]
    present: Present | None
    opening: Opening | None
    notice: NoticeFace | None
    side: History | Counters | Week
    foot: FootFace


@dataclass(frozen=True, slots=True)
class Moment:
    """What a face is made from: the last view, the branch clock, the voice, the language."""

    view: View
    now: datetime
    spoken: Key | None = None
    language: str = "zh_CN"
    heard_at: datetime | None = None

    @property
    def spans(self) -> Spans:
        """How long things stay, as the branch has it."""
        return spans_of(self.view.config.settings)


def spans_of(settings: Settings) -> Spans:
    """The spans a branch's settings mean."""
    return Spans(timedelta(seconds=settings.board_big_s), timedelta(seconds=settings.board_now_s))


def board_face(moment: Moment, stage: Stage) -> BoardFace:
    """What the board shows now."""
    config = moment.view.config
    calls = _call_faces(moment, stage)
    present = None if calls else _present(moment)
    closed = present is Present.CLOSED
    return BoardFace(
        calls=calls,
        present=present,
        opening=next_opening(config.hours, local(config, moment.now)) if closed else None,
        notice=_notice(moment, _posted(moment) + config.notices) if present else None,
        side=_side(moment, stage, present),
        foot=_foot(moment, closed),
    )


def _call_faces(moment: Moment, stage: Stage) -> tuple[CallFace, ...]:
    shown = stage.shown
    if moment.view.trouble:
        # Who was just called keeps the promised seconds; an older call may not hold any more.
        shown = tuple(s for s in shown if moment.now - s.since < moment.spans.big)
    return tuple(_call_face(s.call, moment) for s in shown)


def _call_face(call: Call, moment: Moment) -> CallFace:
    config = moment.view.config
    plan = next((plan for plan in config.counters if plan.number == call.counter), None)
    return CallFace(
        key=key_of(call),
        number=call.number,
        counter=call.counter,
        place=plan.word if plan else "counter",
        kind=kind_of(plan, config) if plan else None,
        mark=_mark(call, moment.spoken),
    )


def _mark(call: Call, spoken: Key | None) -> Mark:
    if spoken is None:
        return Mark.PLAIN
    if key_of(call) == spoken:
        return Mark.SPOKEN
    return Mark.NEXT if key_of(call) > spoken else Mark.PLAIN


def _present(moment: Moment) -> Present:
    if moment.view.trouble:
        return Present.OFFLINE
    if is_closed(moment.view, moment.now):
        return Present.CLOSED
    if not _takes_tickets(moment):
        return Present.NO_MORE
    return Present.LISTEN if _anybody_waits(moment.view) else Present.NO_WAIT


def is_closed(view: View, now: datetime) -> bool:
    """Whether the branch is closed to the hall: the day is swept, or out of hours with nobody in.

    A day closed yesterday says nothing about this morning, and staff may still work with the
    customers they have after the doors were shut.
    """
    state, config = view.state, view.config
    this_day = state.day == business_date(now, config.time_zone)
    clock = local(config, now)
    if any(visit.active for visit in state.visits.values()):
        return False
    if state.day_closed and this_day:
        return True
    if is_open(config.hours, clock) or _anybody_waits(view):
        return False
    span = config.hours.of(clock.date())
    shut = span is not None and clock.time() >= span[1]
    working = any(c.status is not CounterStatus.CLOSED for c in state.counters.values())
    return not (shut and working and this_day)


def _takes_tickets(moment: Moment) -> bool:
    """Whether the kiosk still gives tickets, or will this morning."""
    hours = moment.view.config.hours
    last = local(moment.view.config, moment.now) + timedelta(minutes=hours.last_ticket_before_min)
    span = hours.of(last.date())
    return span is not None and last.time() < span[1]


def _anybody_waits(view: View) -> bool:
    return any(
        leg.state is LegState.WAITING for visit in view.state.visits.values() for leg in visit.legs
    )


def _posted(moment: Moment) -> tuple[Name, ...]:
    """What was posted for today, the latest first."""
    return tuple(n.text for n in reversed(moment.view.state.hall.notices_at(moment.now)))


def _notice(moment: Moment, notices: tuple[Name, ...]) -> NoticeFace | None:
    if not notices:
        return None
    # By the clock, so that every board of a hall shows the same.
    at = int(moment.now.timestamp() / moment.spans.notice.total_seconds()) % len(notices)
    name, chinese = notices[at], moment.language.startswith("zh")
    also = "en" if chinese else "zh_CN"
    spoken = moment.view.config.settings.languages
    return NoticeFace(
        no=at + 1,
        count=len(notices),
        text=name.text(moment.language),
        also=name.text(also) if also in spoken else "",
    )


def _side(moment: Moment, stage: Stage, present: Present | None) -> History | Counters | Week:
    view, config = moment.view, moment.view.config
    if present is Present.CLOSED:
        return Week(week_rows(config.hours), local(config, moment.now).weekday())
    listed = _history(moment, stage, dim=bool(view.trouble))
    if present is Present.NO_WAIT or not (listed.rows or view.trouble):
        day = local(config, moment.now).date()
        span = config.hours.of(day)
        today = (datetime.combine(day, span[0]), datetime.combine(day, span[1])) if span else None
        return Counters(group_rows(view.state, config, moment.now), today)
    return listed


def _history(moment: Moment, stage: Stage, *, dim: bool) -> History:
    notice = _notice(moment, _posted(moment))
    places = moment.view.config.settings.board_history_rows - (NOTICE_ROWS if notice else 0)
    places = max(1, places)
    calls = stage.before()
    if dim and not _call_faces(moment, stage):
        calls = (*reversed([s.call for s in stage.shown]), *calls)
    paused = None if dim else paused_row(moment.view.state, moment.view.config, moment.now)
    rows = tuple(
        RowFace(
            call.number,
            call.counter,
            spoken=key_of(call) == moment.spoken,
            last=paused is None and no == places and len(calls) > places,
        )
        for no, call in enumerate(calls[:places], 1)
    )
    return History(rows, places, paused, dim, notice)


def _foot(moment: Moment, closed: bool) -> FootFace:
    view, config = moment.view, moment.view.config
    # To the minute, so that a second that changes nothing costs nothing.
    clock = local(config, moment.now).replace(second=0, microsecond=0)
    if view.trouble:
        heard = local(config, moment.heard_at) if moment.heard_at else None
        return FootFace((), heard, clock, offline=True)
    if closed:
        return FootFace((), None, clock, branch=config.name.text(moment.language))
    forecasts = fresh(view.state.forecasts, moment.now, moment.spans.figures)
    figures = tier_figures(view.state, config, forecasts, rounded)
    made_at = local(config, forecasts.made_at) if forecasts else None
    return FootFace(figures, made_at, clock)
