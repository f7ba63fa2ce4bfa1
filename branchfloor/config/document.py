"""From the text of a branch document to the values the floor decides with."""

import tomllib
from functools import lru_cache
from hashlib import sha256

from branchfloor.domain.catalogue import ChecklistItem, OpeningHours, StaffMember
from branchfloor.domain.checklist import CHECKLIST
from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import ConfigInvalid, Sentence

from .alerting import read_alerts
from .catalogue import read_counter, read_item, read_reason, read_service
from .checks import check
from .people import read_hours, read_person
from .planning import read_roster, read_special_days
from .reading import Table
from .rules import read_policy, read_settings
from .slips import read_slip

OWN = "own"
"""The preset of a document that names none: written by hand."""


def parse_document(text: str, version: int = 1) -> BranchConfig:
    """The checked configuration of a document; a text read before is not read again.

    Raises ConfigInvalid with one sentence that names the key and says what to do. The law
    between classes is `routing.check_law`, for whoever adopts the document to ask.
    """
    return _parsed(text, version)


def sha256_of(text: str) -> str:
    """The fingerprint of a document's text, as stored beside each version."""
    return sha256(text.encode()).hexdigest()


@lru_cache(maxsize=8)
def _parsed(text: str, version: int) -> BranchConfig:
    config = _read(Table(_toml(text)), version)
    check(config)
    return config


def _toml(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigInvalid("no_toml", said=str(error)) from error


def _read(document: Table, version: int) -> BranchConfig:
    config = BranchConfig(
        preset=document.text("preset", OWN),
        name=document.name("name"),
        time_zone=_time_zone(document),
        services=tuple(read_service(one) for one in document.tables("service")),
        counters=tuple(read_counter(one) for one in document.tables("counter")),
        policy=read_policy(_section(document, "policy")),
        hours=_hours(document),
        green_reasons=tuple(read_reason(one) for one in document.tables("green")),
        staff=_staff(document),
        settings=read_settings(_section(document, "settings", needed=False)),
        notices=document.names("notices"),
        checklist=_checklist(document),
        alerts=read_alerts(document.tables("alert")),
        slip=read_slip(_section(document, "slip", needed=False)),
        special_days=read_special_days(_section(document, "special_days", needed=False)),
        roster=read_roster(_section(document, "roster", needed=False)),
        version=version,
    )
    document.done()
    return config


def _section(document: Table, key: str, *, needed: bool = True) -> Table:
    """A part of the document; its sentences begin with its name."""
    if not needed and not document.has(key):
        return Table({}, _section_name(key))
    section = document.table(key)
    section.where, section.path = _section_name(key), ""
    return section


def _section_name(key: str) -> Sentence:
    return Sentence("config.section", {"kind": key})


def _hours(document: Table) -> OpeningHours:
    return read_hours(_section(document, "hours"))


def _staff(document: Table) -> tuple[StaffMember, ...]:
    return tuple(read_person(one) for one in document.tables("staff"))


def _checklist(document: Table) -> tuple[ChecklistItem, ...]:
    """The branch's own lines, else those every branch starts with."""
    if not document.has("checklist"):
        return CHECKLIST
    return tuple(read_item(one) for one in document.tables("checklist"))


def _time_zone(document: Table) -> str:
    name = document.text("time_zone")
    try:
        zone(name)
    except (KeyError, ValueError, OSError):
        document.refuse("zone_unknown", key="time_zone", value=name)
    return name
