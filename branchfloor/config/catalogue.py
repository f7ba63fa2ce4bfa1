"""The lists of a document: services with their tiles, counters, green-channel reasons."""

import re
from datetime import time

from branchfloor.domain.catalogue import (
    ChecklistItem,
    CounterPlan,
    GreenReason,
    Service,
    Stage,
    Tile,
)
from branchfloor.domain.kinds import Height, Tier

from .reading import Table, a, shown

PREFIXES = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Letters a ticket number may begin with; I, O and Q look like figures."""

PLACES = ("counter", "window", "desk", "room")
"""What a call may say before the number."""

CHECK_TIMES = ("opening", "closing")
"""When a line of the checklist is due."""

COUNTS = ("stated", "card", "emergency")
"""From when a green-channel reason counts."""

NUMBER_LENGTH = 4

_CODE = re.compile(r"[A-Za-z0-9_-]{1,16}")


def read_service(table: Table) -> Service:
    """One `[[service]]`."""
    code = code_of(table, "code", "service")
    service = Service(
        code=code,
        name=table.name("name"),
        tier=table.word("tier", Tier),
        prefix=_prefix(table),
        needs_cash=table.flag("needs_cash"),
        mean_min=table.positive("mean_min"),
        cv=table.positive("cv"),
        corporate=table.flag("corporate"),
        sales_zone=table.flag("sales_zone"),
        target_min=table.positive("target_min") if table.has("target_min") else None,
        requires=table.texts("requires"),
        bring=table.names("bring"),
        talk_first=table.flag("talk_first"),
        opens=_clock(table, "opens"),
        closes=_clock(table, "closes"),
        everyday=table.name("everyday") if table.has("everyday") else None,
        tile=_tile(table.table("tile")) if table.has("tile") else Tile(),
        stages=tuple(_stage(one) for one in table.tables("stages")),
        approval=table.flag("approval"),
    )
    if service.opens and service.closes and service.opens >= service.closes:
        table.refuse("opens_late")
    table.once("stages", [stage.code for stage in service.stages])
    table.done()
    return service


def read_counter(table: Table) -> CounterPlan:
    """One `[[counter]]`."""
    number = table.text("number")
    if len(number) > NUMBER_LENGTH or not number.isprintable() or " " in number:
        table.refuse("bad_number", value=number, most=NUMBER_LENGTH)
    table.is_entry("counter", number)
    plan = CounterPlan(
        number=number,
        name=table.name("name"),
        takes_cash=table.flag("takes_cash"),
        height=table.word("height", Height),
        serves=frozenset(table.texts("serves")),
        backs_up=frozenset(table.texts("backs_up")),
        lendable=frozenset(table.texts("lendable")),
        sales_zone=table.flag("sales_zone"),
        elastic=table.flag("elastic"),
        care=table.flag("care"),
        corporate=table.flag("corporate"),
        word=one_of(table, "word", PLACES, "counter"),
        skills=frozenset(table.texts("skills")),
        zone=table.text("zone", "hall"),
    )
    table.done()
    return plan


def read_reason(table: Table) -> GreenReason:
    """One `[[green]]`."""
    reason = GreenReason(
        code=code_of(table, "code", "green"),
        name=table.name("name"),
        counts=one_of(table, "counts", COUNTS),
        class_name=table.text("class"),
        proof=table.texts("proof"),
        skill=table.text("skill") if table.has("skill") else None,
    )
    table.done()
    return reason


def code_of(table: Table, key: str, kind: str) -> str:
    """The code that names an entry: letters, figures, - and _; sentences use it from now on."""
    code = table.text(key)
    if not _CODE.fullmatch(code):
        table.refuse("bad_code", key=key, value=code)
    table.is_entry(kind, code)
    return code


def one_of(table: Table, key: str, words: tuple[str, ...], default: str | None = None) -> str:
    """A text of a closed list."""
    word = table.text(key) if default is None else table.text(key, default)
    if word not in words:
        table.refuse("must_be", key=key, what=a("word_of", words=words), value=shown(word))
    return word


def _prefix(table: Table) -> str:
    prefix = table.text("prefix")
    if len(prefix) != 1 or prefix not in PREFIXES:
        table.refuse("must_be", key="prefix", what=a("prefix"), value=shown(prefix))
    return prefix


def _clock(table: Table, key: str) -> time | None:
    return table.clock(key) if table.has(key) else None


def _stage(table: Table) -> Stage:
    stage = Stage(table.text("code"), table.name("name"))
    table.done()
    return stage


def read_item(table: Table) -> ChecklistItem:
    """One `[[checklist]]`."""
    code = code_of(table, "code", "checklist")
    item = ChecklistItem(code, one_of(table, "when", CHECK_TIMES), table.name("name"))
    table.done()
    return item


def _tile(table: Table) -> Tile:
    tile = Tile(
        quick=table.flag("quick"),
        group=table.text("group", ""),
        order=table.whole("order", 0),
        icon=table.text("icon", ""),
        home=table.flag("home"),
    )
    table.done()
    return tile
