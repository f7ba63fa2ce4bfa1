"""Every text of the console stands in both books, with the same places for values."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui.console
from branchfloor.resources import resource
from ui.app.language import Book, read_book

FOLDER = Path(ui.console.__file__).parent
MARKED = {"translate", "QT_TRANSLATE_NOOP"}
PLACES = re.compile(r"\{\d\}|%n|</?b>")


def _constants(call: ast.Call) -> list[str]:
    return [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]


def _calls(node: ast.AST, context: str = "") -> Iterator[tuple[str, str, str]]:
    for child in ast.iter_child_nodes(node):
        name = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            said = _constants(child)
            called = getattr(child.func, "attr", getattr(child.func, "id", ""))
            if called == "tr":
                yield name, said[0], (*said[1:], "")[0]
            elif called in MARKED and said:
                yield said[0], said[1], (*said[2:], "")[0]
        yield from _calls(child, name)


def texts() -> set[tuple[str, str, str]]:
    """Context, source and comment of every text in the folder."""
    files = sorted(FOLDER.glob("*.py"))
    return {found for path in files for found in _calls(ast.parse(path.read_text("utf-8")))}


@pytest.fixture(scope="module")
def books() -> dict[str, Book]:
    return {
        language: read_book(resource("i18n", f"console_{language}.ts").read_text(encoding="utf-8"))
        for language in ("zh_CN", "en")
    }


def test_every_text_is_in_chinese(books):
    missing = texts() - set(books["zh_CN"])
    assert not missing


def test_counted_texts_have_both_forms_in_english(books):
    counted = {key for key in texts() if "%n" in key[1]}
    assert counted
    for key in counted:
        assert len(books["en"][key].forms) == 2


def test_nothing_stands_in_a_book_that_no_page_says(books):
    for book in books.values():
        assert not set(book) - texts()


def test_translations_keep_the_places_for_values(books):
    for book in books.values():
        for (_, source, comment), message in book.items():
            for form in message.forms:
                kept = sorted(set(PLACES.findall(form)))
                assert kept == sorted(set(PLACES.findall(source))), (source, comment)
