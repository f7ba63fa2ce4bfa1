"""`check` of printer, voice and board; the launcher without a command, and without a display."""

import sys
from datetime import UTC, datetime, timedelta

import pytest

from branchfloor.cli.launching import with_command
from branchfloor.cli.main import main
from branchfloor.config import parse_document
from branchfloor.floor.checkup import Checkup, Finding, tell_hall
from branchfloor.phrasing import Phrases
from branchfloor.storage import leases
from branchfloor.storage.store import Store


def found(line, *words):
    _, findings = line.json("check", "--voice", "none", *words)
    return {finding["code"]: finding for finding in findings}


def test_a_printer_that_is_there_is_ready(line, tmp_path):
    assert found(line, "--printer", f"picture:{tmp_path}")["printer_ready"]["ok"]


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        ("escpos:file:{0}/none/lp0", "printer_offline"),
        ("parrot", "printer_unknown"),
        ("escpos:file:{0}/lp0?mm=70", "printer_place"),
    ],
)
def test_a_printer_that_is_not_is_told_in_one_sentence(line, tmp_path, spec, code):
    finding = found(line, "--printer", spec.format(tmp_path))[code]
    assert not finding["ok"]
    assert finding["message"].endswith((".", "。"))


def test_a_pc_without_printer_and_voice_is_not_asked_for_them(line):
    codes = found(line).keys()
    assert not [code for code in codes if code.startswith(("printer", "voice", "espeak"))]


def test_a_board_is_seen_while_it_holds_its_zone(line):
    assert not found(line)["board_silent"]["ok"]
    store = Store.open(str(line.database), parse=parse_document)
    now = datetime.now(UTC)
    try:
        leases.take(store, leases.Claim(leases.voice_of("hall"), "board-1"), now)
        seen = Checkup(store, Phrases.load("en"), now).findings()[-1]
        assert (seen.code, seen.ok) == ("board_ready", True)
        assert "hall" in seen.text
        later = now + timedelta(seconds=leases.LEASE_S + 1)
        assert Checkup(store, Phrases.load("en"), later).findings()[-1].code == "board_silent"
    finally:
        store.close()


def test_the_hall_hears_once_of_a_fault_and_once_of_its_end(line):
    store = Store.open(str(line.database), parse=parse_document)
    ails = Finding(False, "disk_low", "", device="disk")
    well = Finding(True, "disk_ready", "", device="disk")
    try:
        begun = store.state.seq
        tell_hall(store, [ails, well_of_nothing()], "launcher:1")
        tell_hall(store, [ails], "launcher:1")
        assert store.state.seq == begun + 1
        assert store.state.hall.fault("disk").code == "disk_low"
        tell_hall(store, [well], "launcher:1")
        tell_hall(store, [well], "launcher:1")
        assert store.state.seq == begun + 2
        assert store.state.hall.fault("disk") is None
    finally:
        store.close()


def well_of_nothing():
    return Finding(True, "database_ready", "")


@pytest.mark.parametrize(
    ("words", "with_it"),
    [
        ([], ["launcher"]),
        (["--lang", "en"], ["launcher", "--lang", "en"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
        (["state"], ["state"]),
    ],
)
def test_no_command_is_the_launcher(words, with_it):
    assert with_command(words) == with_it


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a display")
def test_without_a_display_it_says_so(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["--lang", "en"]) == 1
    assert "display" in capsys.readouterr().err
