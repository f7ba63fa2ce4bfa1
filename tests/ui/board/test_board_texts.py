"""Every text of the board has its Chinese, and none of it is left over."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui.board
from ui.app.language import book, read_book
from ui.board import texts
from ui.theme.files import read_text

FOLDER = Path(ui.board.__file__).parent

Text = tuple[str, str, str]


def spoken_in(path: Path) -> Iterator[Text]:
    """Context, source and comment of each `self.tr` in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "tr":
                    words = [a.value for a in call.args if isinstance(a, ast.Constant)]
                    assert len(words) == len(call.args), ast.unparse(call)
                    yield node.name, str(words[0]), str(words[1]) if len(words) > 1 else ""


def all_texts() -> set[Text]:
    found = {text for path in FOLDER.glob("*.py") for text in spoken_in(path)}
    words = {*texts._KINDS.values(), *texts._PLACES.values(), texts._WHERE}
    return found | {("BoardTexts", word, "") for word in words}


def test_every_text_is_chinese_in_chinese_and_nothing_is_left_over() -> None:
    written = read_book(read_text("i18n/board_zh_CN.ts"))
    assert set(written) == all_texts()


@pytest.mark.parametrize("text", sorted(all_texts()))
def test_values_survive_translation(text: Text) -> None:
    here = book("zh_CN")[text].form(-1)
    values = {part.split("}")[0] for part in text[1].split("{")[1:]}
    there = {part.split("}")[0] for part in here.split("{")[1:]}
    assert values - {"kind", "place"} <= there
    assert here.count("<b>") == text[1].count("<b>")
