"""One command's hold of the branch: the open store, the floor as this actor sees it, the voice."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from branchfloor.config import parse_document
from branchfloor.domain.clock import to_iso
from branchfloor.domain.config import BranchConfig
from branchfloor.floor import answers as a
from branchfloor.floor.floor import Floor
from branchfloor.phrasing import Phrases

from .options import actor, moment
from .printing import print_answer

if TYPE_CHECKING:
    from branchfloor.storage.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """An open branch for one command."""

    store: "Store"
    floor: Floor
    phrases: Phrases
    as_json: bool
    at: datetime | None

    @property
    def config(self) -> BranchConfig:
        """The branch document in force."""
        return self.store.config

    @property
    def now(self) -> datetime:
        """The moment of this command on the branch's clock, never before the log's last."""
        given = self.at or self.store.clock.now()
        last = self.store.state.not_before
        return max(given, last) if last else given

    def print(self, answer: a.Answer) -> None:
        """Print an answer in the form asked for."""
        print_answer(answer, self.phrases, as_json=self.as_json)


@contextmanager
def session(args: argparse.Namespace) -> Iterator[Session]:
    """Open the branch a command names; StorageTrouble when it cannot be used."""
    from branchfloor.storage.store import AtOnce, Store  # late: a screen's parent needs none

    from .main import language

    at = moment(getattr(args, "at", None))
    phrases = Phrases.load(language(args))
    store = Store.open(args.database, parse=parse_document)
    try:
        _warn_of_clock(store, at, phrases)
        acting = actor(getattr(args, "staff", None))
        floor = Floor(AtOnce(store), acting, at, getattr(args, "key", None))
        yield Session(store, floor, phrases, args.json, at)
    finally:
        store.close()


CLOCK_TOLERANCE_S = 5


def _warn_of_clock(store: "Store", at: datetime | None, phrases: Phrases) -> None:
    """A clock set back is told once a command; what is written keeps the log's last time."""
    now, last = at or store.clock.now(), store.state.not_before
    if last is not None and (last - now).total_seconds() > CLOCK_TOLERANCE_S:
        text = phrases.say("refusal.clock_back", now=to_iso(now), last=to_iso(last))
        print(text, file=sys.stderr)


def print_rows(rows: list[tuple[str, str]]) -> None:
    """Pairs in two columns."""
    width = max((len(left) for left, _ in rows), default=0)
    for left, right in rows:
        print(f"{left:<{width}}  {right}")


def dumps(value: object) -> str:
    """Compact JSON text, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)
