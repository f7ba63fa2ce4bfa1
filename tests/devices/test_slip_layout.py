"""A branch's own slip: its lines, sizes, words and paper reach the head and the picture."""

from dataclasses import replace

import pytest

from branchfloor.devices.printer import LineKind, printer_from, template_of
from branchfloor.devices.printer.composing import DOUBLE, SINGLE, Head, slip_bytes
from branchfloor.devices.printer.paper import PAPERS
from branchfloor.devices.printer.picture import slip_image
from branchfloor.domain.catalogue import Name
from branchfloor.domain.slip import DEFAULT_SLIP, SlipEntry, SlipLayout, SlipPart, SlipSize
from tests.devices.slip_builders import a_slip


def on(layout, **changes):
    return a_slip(template=template_of(layout), paper_mm=layout.paper_mm, **changes)


def texts(slip):
    return [line.text for line in slip.lines()]


def test_every_line_a_slip_can_show_is_set():
    everything = SlipLayout(tuple(SlipEntry(part) for part in SlipPart))
    lines = list(on(everything, then=("开卡",), again=True).lines())
    assert len(template_of(everything).lines) == len(SlipPart)
    assert {line.kind for line in lines} == set(LineKind)


def test_own_words_stand_above_and_below_in_the_languages_of_the_branch():
    layout = replace(DEFAULT_SLIP, head=(Name("欢迎", "Welcome"),), foot=(Name("95588", "95588"),))
    said = texts(on(layout))
    assert said[:2] == ["欢迎", "Welcome"]
    assert said[-1] == "95588"
    assert said.count("95588") == 1
    assert "Welcome" not in texts(on(layout, languages=("zh_CN",)))


def test_a_line_that_is_left_out_is_not_printed():
    layout = SlipLayout((SlipEntry(SlipPart.NUMBER),))
    assert texts(on(layout)) == ["C020"]
    assert b"\x1d(k" not in slip_bytes(on(layout), Head())


def test_a_large_line_is_twice_as_large_on_the_head_and_higher_in_the_picture():
    plain = SlipLayout((SlipEntry(SlipPart.NUMBER), SlipEntry(SlipPart.WAIT)))
    large = SlipLayout((SlipEntry(SlipPart.NUMBER), SlipEntry(SlipPart.WAIT, SlipSize.LARGE)))
    data = slip_bytes(on(large), Head())
    between = data[data.index(DOUBLE) + len(DOUBLE) : data.index(SINGLE)]
    assert "预计等候".encode("gb18030") in between
    assert DOUBLE not in slip_bytes(on(plain), Head())
    paper = PAPERS[80]
    assert slip_image(on(large), paper).height > slip_image(on(plain), paper).height


def test_a_large_line_keeps_to_the_paper():
    layout = SlipLayout((SlipEntry(SlipPart.NUMBER), SlipEntry(SlipPart.SERVICE, SlipSize.LARGE)))
    data = slip_bytes(on(replace(layout, paper_mm=58), service=("个人外汇业务咨询与办理",)), Head())
    inside = data[data.index(DOUBLE) + len(DOUBLE) : data.index(SINGLE)]
    rows = inside.replace(b"\x1bE\x01", b"").replace(b"\x1ba\x01", b"").split(b"\n")
    assert max(len(row) for row in rows if not row.startswith(b"\x1b")) <= 16


@pytest.mark.parametrize(
    ("words", "mm", "dots"),
    [("", 58, 384), ("", 80, 576), ("?mm=80", 58, 576), ("?mm=58", 80, 384)],
)
async def test_the_branchs_paper_counts_unless_the_printers_words_name_one(
    tmp_path, words, mm, dots
):
    from PIL import Image

    printer = printer_from(f"picture:{tmp_path}{words}")
    await printer.print_slip(a_slip(paper_mm=mm))
    (path,) = tmp_path.glob("*.png")
    with Image.open(path) as image:
        assert image.width == dots
