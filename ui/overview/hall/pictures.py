"""The hall's drawers in their states, over the crowded morning."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.errors import Refused
from branchfloor.domain.hall import Session
from branchfloor.floor.counters import Loan
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.memory import MemoryFloor
from ui.app.view import View
from ui.console.door import Session as Window
from ui.overview import moments
from ui.overview.hall import moments as hall
from ui.overview.hall.counter_facts import Deed
from ui.overview.screen import OverviewScreen

TOKEN = "picture"


def hall_pictures() -> dict[str, Callable[[], QWidget]]:
    """State name to a builder of the ready screen."""
    return {
        "hall": _busy,
        "counter-open": _counter_open,
        "counter-closed": _counter_closed,
        "counter-who": _counter_who,
        "counter-pause": _counter_pause,
        "counter-lend": _counter_lend,
        "counter-lent": _counter_lent,
        "counter-skill": _counter_skill,
        "stranded": _stranded,
        "todo": _todo,
        "duty": _duty,
        "duty-record": _duty_record,
        "notices": _notices,
        "fairness": _fairness,
        "needs": _needs,
        "alerts": _alerts,
        "sign-in": _sign_in,
        "sign-in-refused": _sign_in_refused,
        "sign-in-new-pin": _new_pin,
        "signed-in": _signed_in,
        "locked": _locked,
        "auditor": _auditor,
    }


def screen_of(memory: MemoryFloor, actor: str = hall.MANAGER) -> OverviewScreen:
    """The overview of a memory floor as it stands, before somebody."""
    screen = OverviewScreen(Floor(memory, actor))
    screen.show_state(View(memory.state, memory.config, memory.at))
    return screen


def _busy() -> QWidget:
    return screen_of(hall.busy_hall())


def _counter(number: str, memory: MemoryFloor | None = None) -> OverviewScreen:
    screen = screen_of(memory or hall.busy_hall())
    screen.hall.open_counter(number)
    return screen


def _asked(number: str, deed: Deed) -> OverviewScreen:
    screen = _counter(number)
    screen.hall.counter.ask_for(deed)
    return screen


def _counter_open() -> QWidget:
    return _counter("12")


def _counter_closed() -> QWidget:
    return _counter("10")


def _counter_who() -> QWidget:
    return _asked("10", Deed.OPEN)


def _counter_pause() -> QWidget:
    screen = _asked("12", Deed.PAUSE)
    screen.hall.counter.asks.times.key("15").click()
    return screen


def _counter_lend() -> QWidget:
    screen = _asked("9", Deed.LEND)
    flow = screen.hall.counter.asks.services
    flow.key(flow.codes()[0]).click()
    return screen


def _counter_lent() -> QWidget:
    memory = hall.fresh(hall.busy_hall())
    now(Floor(memory, hall.MANAGER).lend_counter("9", Loan(("GP", "GT"), 30)))
    return _counter("9", memory)


def _counter_skill() -> QWidget:
    """Whoever sits at counter 9 has let a certificate run out, another ends soon."""
    memory = hall.fresh(moments.crowded())
    skills = (
        ("loans", date(2026, 11, 20)),
        ("english", None),
        ("foreign_exchange", date(2026, 12, 11)),
    )
    person = StaffMember("0307", skills=skills)
    staff = tuple(person if s.number == "0307" else s for s in memory.config.staff)
    memory.config = replace(memory.config, staff=staff)
    return _counter("9", memory)


def _stranded() -> QWidget:
    return screen_of(hall.left_alone())


def _page(name: str) -> OverviewScreen:
    screen = screen_of(hall.busy_hall())
    screen.hall.open_page(name)
    return screen


def _todo() -> QWidget:
    return _page("todo")


def _duty() -> QWidget:
    return _page("duty")


def _duty_record() -> QWidget:
    screen = _page("duty")
    screen.hall.duty.record_key.click()
    screen.hall.duty.counters.key("5").click()
    return screen


def _notices() -> QWidget:
    screen = _page("notice")
    screen.hall.notice.zh.setText("下午两点有消防演练")
    screen.hall.notice.en.setText("Fire drill at two this afternoon")
    return screen


def _fairness() -> QWidget:
    return _page("fairness")


def _needs() -> QWidget:
    return _page("needs")


def _alerts() -> QWidget:
    screen = screen_of(hall.left_alone())
    screen.hall.open_alerts()
    return screen


def _before(place: str | None, token: str = TOKEN) -> OverviewScreen:
    """A branch where people sign in; `place` is who has, at this window or another."""
    memory = hall.fresh(hall.busy_hall())
    settings = replace(memory.config.settings, sign_in=True)
    auditor = StaffMember("0190", roles=("auditor",))
    staff = (*memory.config.staff, auditor)
    memory.config = replace(memory.config, settings=settings, staff=staff)
    if place is not None:
        session = Session("overview:1", place, token, memory.at - timedelta(minutes=131))
        memory.set(hall=memory.state.hall.with_session(session))
    screen = OverviewScreen(Floor(memory, "overview:1"), session=Window(TOKEN))
    screen.show_state(View(memory.state, memory.config, memory.at))
    return screen


def _sign_in() -> QWidget:
    return _before(None)


def _sign_in_refused() -> QWidget:
    screen = _before(None)
    screen.sign.page.staff.setText("0102")
    screen.sign.page.refuse(Refused("wrong_pin", left=3))
    return screen


def _new_pin() -> QWidget:
    screen = _before(None)
    screen.sign.page.staff.setText("0102")
    screen.sign.page.pin.setText("000000")
    screen.sign.page.renew()
    return screen


def _signed_in() -> QWidget:
    screen = _before("0102")
    screen.sign.open_page()
    return screen


def _locked() -> QWidget:
    screen = _before("0102")
    screen.sign.lock()
    return screen


def _auditor() -> QWidget:
    """Who only looks: every key of a counter is there and none can be pressed."""
    screen = _before("0190")
    screen.hall.open_counter("1")
    return screen
