"""Every sentence of a refused document is a code that both languages have, and none is spare."""

import ast
from pathlib import Path

import pytest

from branchfloor.config import load_preset, parse_document, to_document
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.phrasing import LANGUAGES, Phrases

ROOT = Path(__file__).parents[2]
FILES = (
    *sorted((ROOT / "branchfloor" / "config").glob("*.py")),
    *sorted((ROOT / "branchfloor" / "cli").glob("scenario_*.py")),
    *sorted((ROOT / "branchfloor" / "cli").glob("replay_*.py")),
    ROOT / "branchfloor" / "domain" / "errors.py",
    ROOT / "branchfloor" / "routing" / "bound.py",
    ROOT / "branchfloor" / "floor" / "adopting.py",
    ROOT / "ui" / "settings" / "exchange_page.py",
)
PLACES = {"ConfigInvalid", "refuse"}
"""What refuses; a code may only be handed on as `code` from whoever named it."""

RAISERS = PLACES | {"a", "_break", "Sentence"}
BY_VALUE = {"serves", "backs_up", "lendable", "takes_no_cash", "outside_sales_zone"} | {
    "cash_never_lent"
}
"""Codes chosen at run time, among constants of `checks`."""


def called(node):
    target = node.func
    return getattr(target, "id", getattr(target, "attr", ""))


def codes_raised():
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in RAISERS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value).removeprefix("config.")
                elif called(node) in PLACES and getattr(first, "id", "") != "code":
                    raise AssertionError(f"{file.name}:{node.lineno} names no code")


def test_each_place_that_refuses_has_a_code_and_each_code_a_place():
    known = {
        code.removeprefix("config.") for code in Phrases.load("en").codes() if "config." in code
    }
    assert set(codes_raised()) | BY_VALUE == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_document_is_told_in_each_language(small, language):
    with pytest.raises(ConfigInvalid) as caught:
        parse_document(small.replace("mean_min = 5", "mean_min = 0"))
    told = Phrases.load(language).tell(caught.value)
    assert (
        told
        == {
            "en": "The branch document was not adopted: "
            "service GD: mean_min must be a number above 0, not 0",
            "zh_CN": "网点配置未生效：业务 GD：mean_min 须为大于 0 的数，而不是 0",
        }[language]
    )


def test_a_document_says_its_slip_and_is_read_again_the_same():
    config = load_preset("cn-default")
    assert parse_document(to_document(config)).slip == config.slip
