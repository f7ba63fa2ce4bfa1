"""Store: one branch of one database, open in one process; units of work run on its newest state."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from branchfloor.domain.clock import Clock, PlayedClock, seconds_between, to_iso, to_ms
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import Refused, StorageTrouble
from branchfloor.domain.log import GENESIS
from branchfloor.domain.state import FloorState
from branchfloor.domain.waits import Forecasts

from . import clocks, promises, schema
from .bells import Bells
from .branches import BranchRow, Location, held_branches
from .configs import Configs, Parse
from .database import Database
from .flush import Held, flush, head_values
from .load import caught_up, load
from .migrate import upgrade
from .place import Place
from .promises import Promise
from .rows import forecasts_text
from .tables import branch as branches
from .tables import forecast
from .unit import Moment, Unit

if TYPE_CHECKING:
    from .advised import AdviceRow

__all__ = ["AtOnce", "BranchRow", "Store", "held_branches"]

FARTHEST_AHEAD = timedelta(days=60)
"""A clock further past the log than this is taken for a wrong one, not for a long holiday."""

T = TypeVar("T")


class Store:
    """One open branch. Belongs to the thread that opened it; close it there.

    `state` is the newest state this process has seen. A unit is given a `Work`; what it
    appended is committed when it returns and forgotten when it raises.
    """

    def __init__(self, database: Database, held: Held, parse: Parse) -> None:
        self.database = database
        self.configs = Configs(held.state.branch, parse)
        self._held = held
        self._file = database.place.identity()
        self._bells = Bells(database.place.bells)
        self._news = False
        with database.reading() as conn:
            self.clock: Clock = clocks.clock_of(conn, held.state.branch)

    @classmethod
    def create(cls, database: Location, row: BranchRow, *, parse: Parse, at: datetime) -> "Store":
        """Make a database with one branch that has no entries yet; its founding is a unit.

        Refused with `other_branch` when the database already holds one.
        """
        for other in held_branches(database):
            raise Refused("other_branch", name=other.name)
        place = Place.of(database)
        place.path.parent.mkdir(parents=True, exist_ok=True)
        db = Database(place, create=True)
        with db.writing() as conn:
            schema.make(conn)
            state = FloorState(branch=row.id)
            conn.execute(branches.insert(), {**_new_row(row, state), "created_at": to_iso(at)})
        return cls(db, Held(state, GENESIS), parse)

    @classmethod
    def open(cls, database: Location, *, parse: Parse, branch: str | None = None) -> "Store":
        """Open a branch of an existing database, the only one unless named.

        An older database is copied, then brought up; a newer one is refused.
        """
        db = Database(Place.of(database))
        try:
            return cls(db, _load(db, branch), parse)
        except BaseException:
            db.close()
            raise

    @property
    def state(self) -> FloorState:
        """The newest state seen."""
        return self._held.state

    @property
    def config(self) -> BranchConfig:
        """The branch document in force for the newest state seen."""
        version = self.state.config_version
        known = self.configs.known(version)
        if known is not None:
            return known
        with self.database.reading() as conn:
            return self.configs.get(conn, version)

    @property
    def head_hash(self) -> str:
        """The hash the log ends in, as far as seen."""
        return self._held.head_hash

    def run(self, unit: Callable[[Unit], T], *, actor: str, now: datetime | None = None) -> T:
        """Run a unit on the newest state and commit; nothing of it stays when it raises.

        Without `now` the branch's clock is asked once the write lock is held. A clock that is
        behind the log is put right: time never runs backwards in a log.
        """
        self._follow_file()
        with self.database.writing() as conn:
            held = self._held
            if self.database.others_wrote(conn):
                held = caught_up(conn, held)
            work = Unit(conn, held.state, self._moment(held.state, actor, now), self.configs)
            answer = unit(work)
            new = held if work.draft.empty else flush(conn, held, work)
        self._held = new
        self._news = self._news or new is not held
        return answer

    def _moment(self, state: FloorState, actor: str, now: datetime | None) -> Moment:
        given = to_ms(now) if now is not None else self.clock.now()
        last = state.not_before or given
        if now is None and given - last > FARTHEST_AHEAD:
            raise Refused("clock_ahead", now=to_iso(given), last=to_iso(last))
        return Moment(max(given, last), actor, seconds_between(given, last))

    def catch_up(self) -> FloorState:
        """Read what others have committed since; the newest state."""
        self._follow_file()
        with self.database.reading() as conn:
            self._held = caught_up(conn, self._held)
        return self.state

    def _follow_file(self) -> None:
        """Take up a database that was put in the place of the one that was opened.

        The old file may have no name any more: what is written to it would be lost.
        """
        found = self.database.place.identity()
        if found == self._file:
            return
        self._file = None
        self.database.close()
        self._held = _load(self.database, self.state.branch)
        self.configs = Configs(self.state.branch, self.configs.parse)
        with self.database.reading() as conn:
            self.clock = clocks.clock_of(conn, self.state.branch)
        self._file = found

    def publish(self, forecasts: Forecasts) -> None:
        """Let every process show these forecasts, in place of the last ones."""
        branch = self.state.branch
        row = {"made_at": to_iso(forecasts.made_at), "body": forecasts_text(forecasts)}
        with self.database.writing() as conn:
            if (
                conn.execute(forecast.update().where(forecast.c.branch == branch), row).rowcount
                == 0
            ):
                conn.execute(forecast.insert(), {"branch": branch, **row})
        self._held = replace(self._held, state=self.state.with_forecasts(forecasts))
        self._news = True

    def play(self, played: PlayedClock) -> None:
        """Run the branch on a demo's clock, here and in every process that opens it later."""
        with self.database.writing() as conn:
            clocks.keep_clock(conn, self.state.branch, played)
        self.clock = played

    def log_promises(self, given: Sequence[Promise]) -> None:
        """Keep what waiting legs were promised, to be scored when they are called."""
        with self.database.writing() as conn:
            promises.log(conn, self.state.branch, given)

    def promises_since(self, moment: datetime) -> list[Promise]:
        """What was promised since a moment, and what came of it."""
        with self.database.reading() as conn:
            return promises.since(conn, self.state.branch, moment)

    def advice_since(self, moment: datetime) -> list["AdviceRow"]:
        """What was advised since a moment: the latest, and whatever was followed."""
        from .advised import advice_since  # it knows the store

        return advice_since(self, moment)

    def advice_mark(self) -> object:
        """What is another as soon as that may have changed."""
        from .advised import advice_mark

        return advice_mark(self)

    @property
    def held(self) -> Held:
        """All that is known of the branch: never changed, so that it can be handed on."""
        return self._held

    def hold(self, held: Held) -> None:
        """Take what was read anew as the newest state."""
        self._held = held

    @property
    def has_news(self) -> bool:
        """Whether there is anything to wake others for."""
        return self._news

    def ring(self, but: int | None = None) -> None:
        """Wake the other processes of this PC if there is news; `but` is one's own bell's port."""
        if self._news:
            self._news = False
            self._bells.ring(but)

    def close(self) -> None:
        """Let the database go."""
        self._bells.close()
        self.database.close()


class AtOnce:
    """A runner that works at once, for the command line and the demo: no loop, no thread."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def run(self, unit: Callable[[Unit], T], *, actor: str, now: datetime | None = None) -> T:
        """Run a unit and ring the bells of who listens."""
        try:
            return self.store.run(unit, actor=actor, now=now)
        finally:
            self.store.ring()

    async def aside(self, reckon: Callable[[], T]) -> T:
        """Reckon at once, outside every transaction."""
        return reckon()

    async def read(self, reckon: Callable[[Store], T]) -> T:
        """Reckon at once from the branch as it is."""
        return reckon(self.store)


def _new_row(row: BranchRow, state: FloorState) -> dict[str, object]:
    head = {"head_hash": GENESIS, **head_values(state)}
    return {"id": row.id, "name": row.name, "demo": row.demo, **head}


def _load(db: Database, branch: str | None) -> Held:
    with db.reading() as conn:
        current = schema.is_current(conn, db.place)
    if not current:
        upgrade(db)
    with db.reading() as conn:
        wanted = branch or conn.scalars(select(branches.c.id).limit(1)).first()
        held = load(conn, wanted) if wanted else None
    if held is None:
        raise StorageTrouble("database_empty", path=db.place.path)
    return held
