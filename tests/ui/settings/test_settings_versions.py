"""Versions: who and when, compared, restored; one TOML out and in; on a real database."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from branchfloor.config import Change, load_preset, parse_document, preset_text, to_document
from branchfloor.domain.catalogue import StaffMember
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.new_branch import create_branch
from ui.app.bridge import FloorBridge
from ui.app.tasks import settled
from ui.settings.differences import told
from ui.settings.pictures import a_branch
from ui.settings.screen import SettingsScreen

LEFT = Qt.MouseButton.LeftButton


def rows_of(table):
    return [
        tuple(table.item(row, column).text() for column in range(4))
        for row in range(table.rowCount())
    ]


def test_versions_are_listed_with_who_and_when(window):
    page = window().open("versions")
    lines = [page.list.item(at).text() for at in range(page.list.count())]
    assert lines[0] == "Version 3   18 Nov 2026 11:05 · 0001"
    assert [line.split("   ")[0] for line in lines] == ["Version 3", "Version 2", "Version 1"]


def test_two_are_compared_in_words(window):
    page = window().open("versions")
    assert rows_of(page.differences) == [
        ("Counter 1 Cash, early", "Name · Chinese", "现金", "现金 早班"),
        ("Counter 1 Cash, early", "Name · English", "Cash", "Cash, early"),
    ]
    page.other.setCurrentIndex(page.other.findData(1))
    page.other.activated.emit(page.other.currentIndex())
    assert ("Waits", "Amber from", "15", "12") in rows_of(page.differences)


async def test_an_old_version_is_restored_as_a_new_one(window):
    made = window()
    page = made.open("versions")
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert page.restore_key.text() == "Restore version 1"
    QTest.mouseClick(page.restore_key, LEFT)
    assert len(made.draft.changes()) == 4
    await made.save()
    assert made.memory.config.version == 4
    assert to_document(made.memory.config) == to_document(load_preset("cn-default"))


async def test_an_auditor_compares_and_changes_nothing(window):
    memory = a_branch()
    auditor = StaffMember("0900", ("auditor",))
    text = to_document(replace(memory.config, staff=(*memory.config.staff, auditor)))
    now(Floor(memory, "staff:0001").adopt(text, 3))
    made = window("staff:0900", memory)
    await settled()
    page = made.open("versions")
    assert page.list.count() == 4
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert not page.restore_key.isEnabled()
    assert rows_of(page.differences) == []
    assert not made.open("exchange").isEnabled()


def test_export_and_import_are_exact(window, tmp_path):
    made = window()
    page = made.open("exchange")
    path = tmp_path / "branch.toml"
    QTest.keyClicks(page.export_path, str(path))
    QTest.keyClick(page.export_path, Qt.Key.Key_Return)
    text = path.read_bytes().decode("utf-8")
    assert text == to_document(made.memory.config)
    QTest.keyClicks(page.import_path, str(path))
    QTest.mouseClick(page.import_key, LEFT)
    assert not made.draft.changed
    assert made.draft.document() == text


def test_another_branchs_document_is_looked_through_before_it_counts(window, tmp_path):
    made = window()
    other = tmp_path / "other.toml"
    other.write_text(preset_text("cn-default").replace("undo_s = 10", "undo_s = 6"), "utf-8")
    page = made.open("exchange")
    QTest.keyClicks(page.import_path, str(other))
    QTest.mouseClick(page.import_key, LEFT)
    assert made.draft.config.settings.undo_s == 6
    assert made.memory.config.settings.undo_s == 10
    assert "look through them and save" in page.message.text()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x = [", "this is no TOML"),
        (b"\xff\xfe\x00", "is no text in UTF-8"),
        (b"name = 3", "must be"),
        (None, "cannot be used"),
    ],
)
def test_a_wrong_file_says_why_and_changes_nothing(window, tmp_path, content, why):
    made = window()
    path = tmp_path / "wrong.toml"
    if content is not None:
        path.write_bytes(content)
    page = made.open("exchange")
    QTest.keyClicks(page.import_path, str(path))
    QTest.mouseClick(page.import_key, LEFT)
    assert why in page.message.text()
    assert not made.draft.changed


def test_differences_name_entries_and_lists():
    config = load_preset("cn-default")
    gold = told(Change("policy.class.gold.head_start", 0.05, 0.1), config)
    assert (gold.where, gold.what, gold.before, gold.after) == (
        "Class Gold",
        "Head start",
        "0.05",
        "0.1",
    )
    serves = told(Change("counter.7.serves", ["VC"], ["VC", "VF"]), config)
    assert (serves.where, serves.what, serves.after) == ("Counter 7 Wealth", "Serves", "VC, VF")
    gone = told(Change("service.GD", {"code": "GD", "name": {"zh": "现", "en": "Cash"}}, None))
    assert (gone.where, gone.before, gone.after) == ("Service GD", "GD Cash", "—")
    flag = told(Change("settings.sign_in", False, True), config)
    assert (flag.where, flag.before, flag.after) == ("Signing in", "no", "yes")


async def test_on_a_real_database_everything_is_kept(qtbot, tmp_path):
    place = tmp_path / "floor.db"
    create_branch(str(place), "cn-default", preset_text("cn-default"), actor="t").close()
    bridge = await FloorBridge.open(place, keeps=False)
    screen = SettingsScreen(Floor(bridge.writer, "settings:1"))
    qtbot.addWidget(screen)
    screen.show()
    bridge.changed.connect(screen.show_state)
    await bridge.start()
    bridge.tell_again()
    await settled()
    assert screen.draft.base.version == 1
    screen.open_page("thresholds")
    line = screen.page().form.row("settings", "undo_s").editor.line
    line.selectAll()
    QTest.keyClicks(line, "9")
    QTest.mouseClick(screen.head.save_key, LEFT)
    QTest.mouseClick(screen.review.save_key, LEFT)
    await settled()
    bridge.tell_again()
    await settled()
    QCoreApplication.processEvents()
    rows = await Floor(bridge.writer, "cli:x").versions()
    assert (rows[0].version, rows[0].adopted_by) == (2, "settings:1")
    assert parse_document(rows[0].document).settings.undo_s == 9
    assert screen.draft.base.version == 2
    assert not screen.draft.changed
    page = screen.page_at("versions")
    assert page.list.count() == 2
    screen.close()
    await bridge.stop()
    assert replace(parse_document(rows[1].document)) == parse_document(preset_text("cn-default"))
