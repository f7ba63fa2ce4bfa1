"""The launcher's work on the branch's database: in a thread, never in the window's."""

from collections.abc import Sequence
from dataclasses import dataclass

from branchfloor.config import parse_document
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.checkup import Checkup, Finding, tell_hall
from branchfloor.floor.new_branch import NewBranch, open_branch
from branchfloor.phrasing import Phrases

ACTOR = "launcher:1"


@dataclass(frozen=True, slots=True)
class House:
    """The branch of a database, and how it is."""

    config: BranchConfig
    findings: tuple[Finding, ...] = ()


def house_of(database: str | None) -> House | None:
    """The branch that is there; None where none is. StorageTrouble when it cannot be used."""
    from branchfloor.storage.store import Store, held_branches

    if not any(not row.demo for row in held_branches(database)):
        return None
    store = Store.open(database, parse=parse_document)
    try:
        return House(store.config)
    finally:
        store.close()


def found_branch(database: str | None, asked: NewBranch) -> str:
    """Create the branch; the administrator's number."""
    store, number = open_branch(database, asked, actor=ACTOR)
    store.close()
    return number


def examine(
    database: str | None, of_this_pc: Sequence[Finding], phrases: Phrases
) -> tuple[Finding, ...]:
    """What is found of the branch, with what was found of this PC; the hall hears of faults."""
    from branchfloor.storage.store import Store

    try:
        store = Store.open(database, parse=parse_document)
    except StorageTrouble as trouble:
        told = Finding(False, f"database_{trouble.code}", phrases.tell(trouble))
        return (told, *of_this_pc)
    try:
        findings = (*Checkup.of(store, phrases).findings(), *of_this_pc)
        tell_hall(store, findings, ACTOR)
        return findings
    finally:
        store.close()
