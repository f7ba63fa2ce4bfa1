"""Every version of the document is kept with its text, since when, and who adopted it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from branchfloor.config import load_preset, parse_document, sha256_of, to_document
from branchfloor.domain.errors import Refused
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.founding import Founding, found
from branchfloor.floor.memory import MemoryFloor
from branchfloor.storage.store import AtOnce, BranchRow, Store
from tests.builders import TEN

PRESET = load_preset("cn-default")


def first(store):
    text = to_document(PRESET)
    store.run(
        lambda work: found(work, Founding("b1", "cn-default", text, sha256_of(text))),
        actor="cli:founder",
        now=TEN,
    )
    return text


@pytest.fixture
def store(tmp_path):
    made = Store.create(tmp_path / "b.db", BranchRow("b1", "T"), parse=parse_document, at=TEN)
    yield made
    made.close()


def test_versions_are_read_newest_first_with_who_and_when(store):
    text = first(store)
    floor = Floor(AtOnce(store), "staff:0101", TEN + timedelta(minutes=5))
    later = to_document(replace(PRESET, settings=replace(PRESET.settings, amber_min=11)))
    now(floor.adopt(later, 1))
    newest, oldest = now(floor.versions())
    assert (newest.version, newest.adopted_by) == (2, "staff:0101")
    assert newest.effective_at == TEN + timedelta(minutes=5)
    assert (newest.document, newest.sha256) == (later, sha256_of(later))
    assert (oldest.version, oldest.document, oldest.adopted_by) == (1, text, "cli:founder")


def test_a_memory_floor_keeps_them_alike():
    memory = MemoryFloor(PRESET, TEN)
    floor = Floor(memory, "staff:0101")
    assert [row.version for row in now(floor.versions())] == [1]
    later = to_document(replace(PRESET, settings=replace(PRESET.settings, amber_min=11)))
    now(floor.adopt(later, 1))
    assert [row.document for row in now(floor.versions())] == [later, to_document(PRESET)]


@pytest.mark.parametrize("actor", ["staff:0102", "staff:0211", "kiosk:1"])
def test_who_may_not_adopt_may_not_read_them(actor):
    with pytest.raises(Refused) as caught:
        now(Floor(MemoryFloor(PRESET, TEN), actor).versions())
    assert caught.value.code == "not_permitted"
