"""Every text of the screens in Chinese, every count in English too, and every value kept."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from ui.app.language import book

ROOT = Path(__file__).parents[2]
LUPDATE = Path(sys.executable).parent / "pyside6-lupdate"


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """(context, source, comment, counts) of every text in the code."""
    found = tmp_path_factory.mktemp("ts") / "found.ts"
    subprocess.run(
        [
            LUPDATE,
            *sorted(ROOT.glob("ui/**/*.py")),
            "-ts",
            found,
            "-no-obsolete",
            "-locations",
            "none",
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    texts = []
    for context in ElementTree.parse(found).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            texts.append((name, source, comment, message.get("numerus") == "yes"))
    return texts


def values(text):
    return set(re.findall(r"\{\d\}|%n", text))


def test_every_text_has_its_chinese(sources):
    chinese = book("zh_CN")
    assert len(sources) > 200
    missing = [(c, s) for c, s, comment, _ in sources if (c, s, comment) not in chinese]
    assert missing == []


def test_every_count_has_its_english_forms(sources):
    english = book("en")
    counted = [(c, s, k) for c, s, k, counts in sources if counts]
    assert counted
    missing = [key for key in counted if len(english[key].forms if key in english else ()) != 2]
    assert missing == []


def test_translations_keep_the_values_of_their_texts(sources):
    for language in ("zh_CN", "en"):
        texts = book(language)
        for context, source, comment, _ in sources:
            message = texts.get((context, source, comment))
            for form in message.forms if message else ():
                assert values(form) <= values(source), (context, source, form)
                lost = values(source) - values(form)
                assert lost <= {"%n"}, (context, source, form)
