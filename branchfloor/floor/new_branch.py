"""Making a branch's database: from a preset, with its first entries and its administrator's PIN."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from branchfloor.config import parse_document, preset_text, sha256_of, to_document
from branchfloor.domain.catalogue import Name
from branchfloor.domain.clock import to_ms
from branchfloor.domain.errors import Refused

from .founding import Founding, found
from .signing import first_pin

if TYPE_CHECKING:
    from branchfloor.storage.store import Store

LONGEST_NAME = 24
"""Signs in a branch's name: it is printed on slips and stands on the board."""


@dataclass(frozen=True, slots=True)
class NewBranch:
    """What first use asks: a preset, the branch's name ("" keeps the preset's) and a PIN.

    Shows without its PIN.
    """

    preset: str
    pin: str = field(repr=False)
    name: str = ""


def open_branch(database: str | None, asked: NewBranch, *, actor: str) -> tuple["Store", str]:
    """Create a branch whose people sign in; its store, and the administrator's number.

    Refused where another real branch is, and with `bad_pin` when the PIN is too easy; nothing is
    made then.
    """
    from branchfloor.security.pins import hashed

    document = document_of(asked)
    stored = hashed(asked.pin)
    store = create_branch(database, asked.preset, document, actor=actor)
    number = store.run(lambda work: first_pin(work, stored), actor=actor)
    return store, number


def document_of(asked: NewBranch) -> str:
    """The branch's first document: the preset with sign-in, under the name given."""
    preset = parse_document(preset_text(asked.preset))
    name = asked.name.strip()
    if len(name) > LONGEST_NAME:
        raise Refused("bad_value", name="name", value=name)
    named = preset.name if name in ("", preset.name.zh, preset.name.en) else Name(name, name)
    settings = replace(preset.settings, sign_in=True)
    return to_document(replace(preset, name=named, settings=settings))


def create_branch(
    database: str | None, preset: str, document: str, *, actor: str, demo: bool = False
) -> "Store":
    """Create a branch's database with its first entries; refused where another real one is.

    A demo's own database is made anew only by whoever deletes it first.
    """
    from branchfloor.storage.store import BranchRow, Store, held_branches

    config = parse_document(document)
    for other in held_branches(database):
        raise Refused("other_branch", name=other.name)
    row = BranchRow(id=preset, name=config.name.zh, demo=demo)
    now = to_ms(datetime.now(UTC))
    store = Store.create(database, row, parse=parse_document, at=now)
    founding = Founding(row.id, preset, document, sha256_of(document))
    store.run(lambda work: found(work, founding), actor=actor)
    return store
