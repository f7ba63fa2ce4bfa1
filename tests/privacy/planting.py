"""A busybody who types names, numbers, illnesses and PINs into everything that takes words."""

from collections.abc import Callable, Coroutine, Iterator
from datetime import datetime, timedelta
from itertools import count, cycle
from typing import Any
from uuid import uuid4

from branchfloor.domain.catalogue import Name
from branchfloor.domain.errors import Refused
from branchfloor.domain.kinds import LegState
from branchfloor.domain.visit import Leg, Visit
from branchfloor.floor.counters import Loan
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.storage.store import AtOnce, Store

PIN = "739152"
WORDS = (
    *("庄文渊", "Zhuang Wenyuan", "13812345678", "138-1234-5678", "11010519491231002X"),
    *("6222021234567890123", "胰腺癌", "pacemaker", "孕三十二周", "hemodialysis"),
)
"""What must be found nowhere: a name in both scripts, phones, an identity card, a bank card,
illnesses.
"""

PLANTED = (*WORDS, PIN)

Act = Callable[[Floor], Coroutine[Any, Any, object]]


class Busybody:
    """Acts once at each tick of a played day, each time with other words in another field.

    `done` and `refused` say what was taken and what was not.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words = cycle(WORDS)
        self._turn = count()
        self.done: dict[str, int] = {}
        self.refused: dict[str, set[str]] = {}

    def tick(self, moment: datetime) -> None:
        """One field after the other."""
        fields = list(self._fields(moment))
        name, actor, act = fields[next(self._turn) % len(fields)]
        floor = Floor(AtOnce(self._store), actor, moment)
        try:
            now(act(floor))
            self.done[name] = self.done.get(name, 0) + 1
        except Refused as refused:
            self.refused.setdefault(name, set()).add(refused.code)

    def _word(self) -> str:
        """A sentence with one of the words in it, as people type."""
        return f"客户 {next(self._words)} please"

    def _fields(self, moment: datetime) -> Iterator[tuple[str, str, Act]]:
        yield from self._of_the_green_channel()
        yield from self._of_a_counter(moment)
        yield from self._of_the_hall(moment)
        yield from self._of_who_works_here()

    def _of_the_green_channel(self) -> Iterator[tuple[str, str, Act]]:
        needs, lobby = (self._word(), self._word()), "staff:0102"
        key = str(uuid4())
        yield "needs", "kiosk:1", lambda f: f.issue(Wish("GW", "elder", needs), key)
        yield "language", "kiosk:1", lambda f: f.issue(Wish("GT", language=self._word()))
        yield "seen", lobby, lambda f: f.issue(Wish("GD", "injury", needs, seen=self._word()))
        waits = self._one(LegState.WAITING)
        if waits:
            ticket = waits[0].number
            yield "proof", lobby, lambda f: f.grant(ticket, "pregnant", self._word())
            to = Destination(service="GP", note=self._word())
            yield "move", lobby, lambda f: f.move(Target(ticket), to)

    def _of_a_counter(self, moment: datetime) -> Iterator[tuple[str, str, Act]]:
        word, served = self._word(), self._one(LegState.SERVING)
        if served:
            visit, leg = served
            target = Target(visit.number, leg.no, leg.counter)
            noted, sent = Destination("GP", note=word), Destination(staff=word, note=word)
            yield "note", "cli:operator", lambda f: f.transfer(target, noted)
            yield "receiver", "cli:operator", lambda f: f.transfer(target, sent)
            yield "hold", "cli:operator", lambda f: f.hold(target, word)
            yield "outcome", "cli:operator", lambda f: f.finish(target, word)
            yield "stage", "cli:operator", lambda f: f.stage(target, word)
            yield "approver", "cli:operator", lambda f: f.approve_as(target, word)
            yield "added", "cli:operator", lambda f: f.add_leg(visit.number, word)
        until = moment + timedelta(minutes=1)
        idle = next((c.number for c in self._store.state.counters.values() if c.idle), "1")
        yield "pause", "cli:operator", lambda f: f.pause_counter(idle, word, until)
        yield "lent", "cli:operator", lambda f: f.lend_counter("9", Loan((word,), 5))
        yield "ticket", "cli:operator", lambda f: f.cancel(Target(word))
        called = self._one(LegState.CALLED)
        if called:
            yield "release", "cli:operator", lambda f: f.release(Target(called[0].number), word)

    def _of_the_hall(self, moment: datetime) -> Iterator[tuple[str, str, Act]]:
        word, lobby = self._word(), "staff:0102"
        told = Name(f"请庄文渊先生到大厅,{word}", "Mr Zhuang Wenyuan, 13812345678, please")
        yield "notice", lobby, lambda f: f.post_notice(told, moment + timedelta(minutes=5))
        yield "help", "cli:operator", lambda f: f.ask_help("5", word)
        yield "unticketed", "cli:operator", lambda f: f.record_unticketed("5", word)
        yield "tick", lobby, lambda f: f.tick(word)
        yield "alert", lobby, lambda f: f.quiet_alert(word, 5)
        yield "device", "kiosk:1", lambda f: f.report_device(word, word)
        yield "fault", "kiosk:1", lambda f: f.report_device("printer", word)
        yield "task", lobby, lambda f: f.finish_task(word)
        yield "withdraw", lobby, lambda f: f.withdraw_notice(word)

    def _of_who_works_here(self) -> Iterator[tuple[str, str, Act]]:
        word = self._word()
        yield "staff", "cli:operator", lambda f: f.open_counter("10", word)
        yield "phone", "cli:operator", lambda f: f.open_counter("10", "13812345678")
        yield "actor", f"staff:{word}", lambda f: f.record_unticketed("5", "GQ")
        yield "sign in", "console:10", lambda f: f.sign_in("counter:10", word, word, "w1")
        yield "wrong pin", "console:10", lambda f: f.sign_in("counter:10", "0213", word, "w1")
        yield "place", "console:10", lambda f: f.sign_in(word, "0213", PIN, "w1")
        yield "sign out", "console:10", lambda f: f.sign_out(word, word)
        yield "set pin", "cli:operator", lambda f: f.set_pin("0226", PIN, must_change=False)
        yield "right pin", "overview:1", lambda f: f.check_pin("0226", PIN)
        yield "new pin", "overview:1", lambda f: f.change_pin("0226", "111111", PIN)

    def _one(self, state: LegState) -> tuple[Visit, Leg] | None:
        return next(self._store.state.legs(state), None)
