"""Tables made at once and tables made by migrations are the same; copies are whole."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from branchfloor.domain.errors import StorageTrouble
from branchfloor.storage import backup, migrate, rebuild, schema, sqlite
from branchfloor.storage.database import Database
from branchfloor.storage.migrations import runner
from branchfloor.storage.place import Place, default_path
from branchfloor.storage.store import Store
from branchfloor.storage.tables import metadata
from tests.builders import TEN
from tests.storage import acts

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

def upgrade():
    op.create_table("later", sa.Column("id", sa.Text(), primary_key=True))
"""


def shape(path: Path) -> set[tuple[str, str]]:
    raw = sqlite.raw_connection(Place(path))
    found = raw.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    raw.close()
    return {(name, " ".join(sql.split())) for _, name, sql in found if sql}


def test_migrations_end_in_the_tables_of_this_program(tmp_path):
    made, migrated = tmp_path / "made.db", tmp_path / "migrated.db"
    acts.a_store(made).close()
    database = Database(Place(migrated), create=True)
    with database.writing() as conn:
        runner.run_missing(conn)
        assert schema.is_current(conn, database.place)
    database.close()
    assert shape(migrated) == shape(made)


def test_the_revisions_are_those_of_the_scripts():
    scripts = ScriptDirectory(str(Path(runner.__file__).parent))
    assert tuple(s.revision for s in scripts.walk_revisions())[::-1] == schema.REVISIONS


@pytest.fixture
def newer_program(tmp_path, monkeypatch):
    """A program with one revision more, run on a database of today's."""
    scripts = tmp_path / "scripts"
    (scripts / "versions").mkdir(parents=True)
    here = Path(runner.__file__).parent
    (scripts / "env.py").write_text((here / "env.py").read_text())
    for script in (here / "versions").glob("rev_*.py"):
        (scripts / "versions" / script.name).write_text(script.read_text())
    (scripts / "versions" / "rev_0005_later.py").write_text(NEXT)
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "0005"))
    monkeypatch.setattr(schema, "HEAD", "0005")
    run = runner.run_missing
    monkeypatch.setattr(runner, "run_missing", lambda conn: run(conn, scripts))


def test_an_older_database_is_copied_then_brought_up(tmp_path, newer_program):
    path = tmp_path / "floor.db"
    store = acts.a_store(path)
    acts.Day(store, 2).live(30)
    state = store.state
    with store.database.writing() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '0004'")
    store.close()
    newer = Store.open(path, parse=acts.parse)
    assert newer.state == state
    assert "later" in {name for name, _ in shape(path)}
    assert rebuild.check(newer).sound
    assert migrate.upgrade(newer.database) is None
    newer.close()
    copy = tmp_path / "floor-before-0004.db"
    assert "later" not in {name for name, _ in shape(copy)}


def test_a_revision_that_fails_leaves_the_database_as_it_was(tmp_path, newer_program):
    path = tmp_path / "floor.db"
    store = acts.a_store(path)
    with store.database.writing() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '0004'")
        conn.exec_driver_sql("CREATE TABLE later (something)")
    before = shape(path)
    with pytest.raises(Exception, match="already exists"):
        migrate.upgrade(store.database)
    with store.database.reading() as conn:
        assert schema.revision(conn) == "0004"
    store.close()
    assert shape(path) == before


def test_a_command_on_a_current_database_does_not_load_alembic(tmp_path):
    acts.a_store(tmp_path / "floor.db").close()
    code = (
        "import sys\n"
        "from branchfloor.storage.store import Store\n"
        "Store.open(sys.argv[1], parse=lambda text, version: None).close()\n"
        "for unwanted in ('alembic', 'platformdirs', 'sqlalchemy.dialects.postgresql'):\n"
        "    assert unwanted not in sys.modules, unwanted\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "floor.db")], check=True)


def test_every_table_is_keyed_by_branch():
    for table in metadata.sorted_tables:
        assert next(iter(table.primary_key.columns)).name == (
            "id" if table.name == "branch" else "branch"
        )


def test_a_backup_is_whole_while_the_branch_works_on(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    acts.Day(store, 3).live(30)
    state = store.state
    backup.backup(tmp_path / "floor.db", tmp_path / "copy.db")
    store.run(acts.issue, actor="t", now=acts.later(600))
    copy = Store.open(tmp_path / "copy.db", parse=acts.parse)
    assert copy.state == state
    assert rebuild.check(copy).sound
    copy.close()
    store.close()
    kept = backup.restore(tmp_path / "copy.db", tmp_path / "floor.db")
    restored = Store.open(tmp_path / "floor.db", parse=acts.parse)
    assert restored.state == state
    restored.close()
    assert kept is not None
    before = Store.open(kept, parse=acts.parse)
    assert before.state.seq == state.seq + 1
    before.close()


def test_a_backup_can_be_put_where_nothing_was(tmp_path):
    acts.a_store(tmp_path / "floor.db").close()
    assert backup.restore(tmp_path / "floor.db", tmp_path / "new" / "floor.db") is None
    Store.open(tmp_path / "new" / "floor.db", parse=acts.parse).close()


def test_what_is_no_sound_copy_is_not_put_in_place(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    acts.Day(store, 3).live(60)
    backup.backup(tmp_path / "floor.db", tmp_path / "copy.db")
    whole = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "copy.db").write_bytes(whole[:40960] + b"\xff" * (len(whole) - 40960))
    with pytest.raises(StorageTrouble) as caught:
        backup.restore(tmp_path / "copy.db", tmp_path / "floor.db")
    assert caught.value.code == "database_corrupt"
    assert rebuild.check(store).sound
    store.close()


def test_a_copy_whose_rows_break_its_own_rules_is_not_put_in_place(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    acts.Day(store, 3).live(60)
    backup.backup(tmp_path / "floor.db", tmp_path / "copy.db")
    copy = sqlite.raw_connection(Place(tmp_path / "copy.db"))
    copy.execute("PRAGMA writable_schema = ON")
    copy.execute("UPDATE sqlite_master SET sql = replace(sql, 'staff TEXT', 'staff TEXT NOT NULL')")
    copy.close()
    with pytest.raises(StorageTrouble) as caught:
        backup.restore(tmp_path / "copy.db", tmp_path / "floor.db")
    assert caught.value.code == "database_corrupt"
    store.close()


def test_a_backup_of_nothing_is_named(tmp_path):
    with pytest.raises(StorageTrouble) as caught:
        backup.backup(tmp_path / "none.db", tmp_path / "copy.db")
    assert caught.value.code == "database_missing"


def test_places(tmp_path, monkeypatch):
    assert Place.of(None).path == default_path()
    assert Place.of(f"sqlite:///{tmp_path}/a b.db").path == tmp_path / "a b.db"
    assert Place.of("sqlite:///floor.db").path == Path("floor.db")
    assert Place.of(f"file:{tmp_path}/a%20b.db?mode=ro") == Place(tmp_path / "a b.db", True)
    strange = tmp_path / "50% ?#.db"
    acts.a_store(strange).close()
    assert strange.exists()
    store = Store.open(strange, parse=acts.parse)
    assert store.state.at == TEN
    store.close()
