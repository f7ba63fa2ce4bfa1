"""Guides, the card of keys and a new roll on the command line."""

import re
from pathlib import Path

import pytest

from branchfloor.cli.guiding import GUIDES, guide_text
from branchfloor.cli.main import parser
from branchfloor.devices.printer.roll import RollFile
from branchfloor.phrasing import LANGUAGES
from branchfloor.resources import resource
from ui.app import printing
from ui.console.key_card import card_rows

COMMANDS = set(next(a for a in parser()._actions if a.dest == "command").choices or ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", GUIDES)
def test_a_guide_is_one_page_with_its_troubles(empty, who, language):
    code, out, _ = empty("guide", who, "--lang", language)
    assert code == 0
    assert out == guide_text(who, language)
    assert len(out.splitlines()) < 80
    assert ("## In trouble" if language == "en" else "## 出了问题") in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guides_name_only_commands_and_keys_there_are(qapp, language):
    known = {row.key.replace(" ", "+") for row in card_rows(language)}
    for who in GUIDES:
        text = guide_text(who, language)
        named = re.findall(r"`branchfloor ([a-z][a-z-]*)", text)
        assert set(named) <= COMMANDS, who
        if who == "teller":
            keys = set(re.findall(r"\*\*(F\d+|Ins|Ctrl\+\w)\*\*", text))
            assert keys <= known
            assert known - keys <= {"Ctrl+T", "Ctrl+W", "Ctrl+K", "Ctrl+L", "Ctrl+O"}


def test_both_languages_have_the_same_headings_and_tables():
    for who in GUIDES:
        zh, en = (guide_text(who, language).splitlines() for language in LANGUAGES)
        for begins in ("#", "|", "- ", "1.", "2.", "3."):
            count = [sum(1 for x in lines if x.startswith(begins)) for lines in (zh, en)]
            assert count[0] == count[1], (who, begins)


def test_every_guide_is_read_by_a_command():
    files = {path.name for path in Path(resource("guide")).glob("*.md")}
    assert files == {f"{who}.{language}.md" for who in GUIDES for language in LANGUAGES}


def test_keys_are_told_and_written_as_a_card(qapp, empty, tmp_path):
    assert "F9 " in empty("keys", "--lang", "en")[1]
    code, rows = empty.json("keys", "--lang", "en")
    assert code == 0
    assert {"key": "F8", "does": ["Finish, call nobody"]} in rows
    card = tmp_path / "keys.html"
    code, out, _ = empty("keys", "--card", str(card), "--lang", "en")
    assert (code, out) == (0, f"The card of keys: {card}\n")
    assert card.read_text(encoding="utf-8").count("<kbd>") == len(rows)
    pdf = tmp_path / "keys.pdf"
    assert empty("keys", "--card", str(pdf), "--lang", "zh_CN")[0] == 0
    body = pdf.read_bytes()
    assert body.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", body)) == 1
    assert b"NotoSansSC" in body
    for name in ("keys.html", "keys.pdf"):
        code, said = empty.json("keys", "--card", str(tmp_path / "none" / name))
        assert (code, said["error"]["code"]) == (1, "report.not_written")


def test_a_new_roll_is_counted_from_now_on(empty, tmp_path, monkeypatch):
    path = tmp_path / "roll.json"
    monkeypatch.setattr(printing, "roll_path", lambda options: path)
    RollFile(path).keep(RollFile(path).read().printed(40_000))
    code, out, _ = empty("new-roll", "--metres", "80", "--lang", "en")
    assert (code, out) == (0, "A new roll of 80 m is counted from now on.\n")
    roll = RollFile(path).read()
    assert (roll.length_mm, roll.used_mm) == (80_000.0, 0.0)
    assert empty("new-roll", "--metres", "0")[0] == 1
