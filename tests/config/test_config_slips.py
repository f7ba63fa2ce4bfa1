"""The slip of a document: lines of a closed list, own words that name no value."""

from dataclasses import replace

import pytest

from branchfloor.config import compare, load_preset, parse_document, to_document
from branchfloor.domain.catalogue import Name
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.slip import DEFAULT_SLIP, SlipEntry, SlipLayout, SlipPart, SlipSize
from branchfloor.phrasing import Phrases

NUMBER = '[[slip.line]]\nshows = "number"\n'
OWN = SlipLayout(
    lines=(
        SlipEntry(SlipPart.BRANCH, SlipSize.LARGE),
        SlipEntry(SlipPart.NUMBER),
        SlipEntry(SlipPart.RULE),
        SlipEntry(SlipPart.WAIT, SlipSize.LARGE),
        SlipEntry(SlipPart.RULE),
    ),
    head=(Name("欢迎光临", "Welcome"),),
    foot=(Name("客服 95588", "Call 95588"), Name("谢谢", "Thank you")),
    paper_mm=58,
)

REFUSED = [
    ("[slip]\npaper_mm = 70\n", "slip: paper_mm must be one of 58, 80, not 70"),
    ('[slip]\ncolour = "red"\n', 'slip: unknown key "colour"; remove it'),
    (
        '[[slip.line]]\nshows = "wait"\n',
        "slip: a slip must show the number; add that line",
    ),
    (NUMBER * 2, "slip: the number stands on the slip twice; keep it once"),
    (
        NUMBER + '[[slip.line]]\nshows = "customer_name"\n',
        "slip: line no. 2: shows must be one of branch, again, service, number, counters, ahead, "
        'wait, then, issued, advice, keep, code, rule, space, not "customer_name"',
    ),
    (
        NUMBER + 'text = "{card}"\n',
        'slip: line no. 1: unknown key "text"; remove it',
    ),
    (
        NUMBER + 'size = "huge"\n',
        'slip: line no. 1: size must be one of normal, large, not "huge"',
    ),
    (
        '[slip]\nfoot = [{ zh = "您好 {name}", en = "Hello" }]\n',
        'slip: foot names a value in "您好 {name}"; own words name none, so that nothing about a '
        "person can stand on a slip",
    ),
    (
        '[slip]\nhead = [{ zh = "好", en = "' + "x" * 61 + '" }]\n',
        "slip: head has a text of 61 signs; keep 60 at most",
    ),
    (
        '[slip]\nhead = [{ zh = "好", en = "a\\u001bb" }]\n',
        "slip: head has a sign that cannot be printed; write plain words in one line",
    ),
    (
        "[slip]\nhead = [" + '{ zh = "好", en = "x" },' * 5 + "]\n",
        "slip: head has 5 texts; keep 4 at most",
    ),
]


@pytest.mark.parametrize(("section", "why"), REFUSED)
def test_what_is_no_slip_is_refused_with_its_sentence(small, section, why):
    with pytest.raises(ConfigInvalid) as caught:
        parse_document(small + section)
    assert Phrases.load("en").tell(caught.value.why) == why


def test_without_a_section_it_is_the_slip_every_branch_starts_with(small):
    assert parse_document(small).slip == DEFAULT_SLIP


def test_what_is_written_is_read_again_the_same():
    config = replace(load_preset("cn-default"), slip=OWN)
    again = parse_document(to_document(config))
    assert again.slip == OWN
    assert compare(config, again) == []


def test_a_changed_slip_is_a_change_of_its_own():
    old = load_preset("cn-default")
    new = replace(old, slip=replace(DEFAULT_SLIP, paper_mm=58, lines=DEFAULT_SLIP.lines[:-1]))
    assert [change.path for change in compare(old, new)] == ["slip.paper_mm", "slip.line"]


def test_what_has_no_size_of_its_own_is_not_large(small):
    slip = parse_document(small + NUMBER + 'size = "large"\n').slip
    assert slip.lines == (SlipEntry(SlipPart.NUMBER),)
