"""A slip's bytes: the same for the same slip, right in Chinese, within the paper."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.devices.printer.composing import Head, slip_bytes
from branchfloor.devices.printer.paper import PAPERS, columns_of, wrapped
from branchfloor.devices.printer.template import read_template
from tests.devices.slip_builders import a_slip

NARROW, WIDE = Head(PAPERS[58]), Head(PAPERS[80])

ONE_OF_EACH = read_template(
    """
    [[line]]
    kind = "title"
    text = "{branch}"
    [[line]]
    kind = "number"
    text = "{number}"
    [[line]]
    kind = "rule"
    [[line]]
    kind = "row"
    text = "{@ahead}"
    value = "{ahead}"
    """
)

GOLDEN_80 = bytes.fromhex(
    "1b40 1c26"  # as switched on, Chinese mode
    "1b4501 1b6101 b3c7cef7d6a7d0d0 204368656e677869 204272616e6368 0a 1b6100 1b4500"
    "1b6101 1b4501 1d2177 43303230 0a 1d2100 1b4500 1b6100"
    + "2d" * 48
    + "0a"
    + "c7b0c3e6 204168656164"
    + "20" * 37
    + "1b4501 32 1b4500 0a"
    "1b6406 1d5600"  # fed and cut
)


def test_the_bytes_of_a_wide_roll():
    assert slip_bytes(a_slip(), WIDE, ONE_OF_EACH) == GOLDEN_80


def test_a_narrow_roll_has_shorter_lines_and_the_same_size_where_it_fits():
    data = slip_bytes(a_slip(), NARROW, ONE_OF_EACH)
    assert b"-" * 32 + b"\n" in data
    assert b"-" * 33 not in data
    assert b"\x1d!\x77C020" in data  # 4 letters of 12 dots, 8 times: 384 dots


def test_a_long_number_is_set_smaller_rather_than_broken():
    data = slip_bytes(a_slip(number="A10000"), NARROW, ONE_OF_EACH)
    assert b"\x1d!\x44A10000\n" in data


def test_no_line_is_wider_than_the_paper():
    long = a_slip(
        service=("对公账户开立、变更与印鉴更换业务", "Corporate account opening and changes")
    )
    for head in (NARROW, WIDE):
        text = re.sub(rb"\x1b[aE].|\x1d!.|\x1c&|\x1b@", b"", slip_bytes(long, head))
        body = text[: text.index(b"\x1d(k")]
        widths = [
            columns_of(line.decode("gb18030"))
            for line in body.split(b"\n")
            if not line.startswith(b"C020")
        ]
        assert max(widths) <= head.paper.columns


def test_a_rare_sign_is_drawn_because_no_head_has_it():
    plain, rare = (a_slip(branch=(name,), languages=("zh_CN",)) for name in ("城西", "𠮷林"))
    assert b"\x1dv0" not in slip_bytes(plain, WIDE, ONE_OF_EACH)
    drawn = slip_bytes(rare, WIDE, ONE_OF_EACH)
    assert b"\x1dv0" in drawn
    assert b"C020" in drawn


def test_a_head_without_chinese_gets_one_picture():
    data = slip_bytes(a_slip(), Head(PAPERS[58], chinese=False))
    assert data.count(b"\x1dv0") >= 1
    assert "城".encode("gb18030") not in data


def test_a_head_without_a_knife_is_fed_past_the_tear_bar():
    data = slip_bytes(a_slip(), Head(cuts=False), ONE_OF_EACH)
    assert data.endswith(b"\n" * 6)
    assert b"\x1dV" not in data


def test_the_square_code_holds_the_opaque_id_alone():
    data = slip_bytes(a_slip(), WIDE)
    stored = data[data.index(b"\x1d(k\x0b\x001P0") + 8 :]
    assert stored.startswith(b"7f3a90c2")


def test_the_same_slip_gives_the_same_bytes():
    assert slip_bytes(a_slip(), WIDE) == slip_bytes(a_slip(), WIDE)


@given(st.text(st.sampled_from("一二三四，。 abcdefgh 1234"), max_size=80), st.integers(8, 48))
def test_wrapping_loses_nothing_and_keeps_within_the_columns(text, columns):
    lines = list(wrapped(text, columns))
    assert all(columns_of(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[line]]\nkind = 'title'\ntext = '{customer}'", "{customer}"),
        ("[[line]]\nkind = 'title'\ntext = '{@secret}'", "{@secret}"),
        ("[[line]]\nkind = 'poem'", "poem"),
        ("[[line]]\nkind = 'rule'\nwhen = 'never'", "never"),
        ("[[line]]\nkind = 'rule'\ncolour = 'red'", "colour"),
        ("", "[[line]]"),
        ("[[line", "Expected"),
    ],
)
def test_a_wrong_template_is_named_by_its_line(text, why):
    from branchfloor.devices.faults import PrinterFault

    with pytest.raises(PrinterFault) as caught:
        read_template(text)
    assert caught.value.code == "check.slip_template"
    assert why in str(caught.value)


def test_lines_that_stand_only_sometimes():
    kinds = [line.text for line in a_slip().lines()]
    again = [line.text for line in a_slip(again=True, then=("转账",)).lines()]
    assert "补打" not in kinds
    assert {"补打", "Printed again", "随后 Then"} <= set(again)
