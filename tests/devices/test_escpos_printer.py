"""ESC/POS printers: bytes over a real socket and into a file, and each way a head can fail."""

import pytest
from PIL import Image

from branchfloor.devices.printer import hand_out, printer_from
from branchfloor.devices.printer.composing import Head, slip_bytes
from branchfloor.devices.printer.paper import PAPERS
from branchfloor.devices.printer.picture import slip_image
from tests.devices.fake_head import FakeHead
from tests.devices.slip_builders import a_slip


@pytest.fixture
def head():
    made = FakeHead()
    yield made
    made.stop()


async def test_a_slip_over_the_network(head):
    printer = printer_from(head.spec)
    assert await printer.check() is None
    assert await hand_out(printer, a_slip()) is None
    assert head.printed == slip_bytes(a_slip(), Head())


async def test_slips_one_after_the_other_are_whole(head):
    import asyncio

    printer = printer_from(f"{head.spec}?mm=58")
    slips = [a_slip(number=f"A{n:03d}") for n in range(1, 6)]
    assert await asyncio.gather(*(hand_out(printer, slip) for slip in slips)) == [None] * 5
    assert head.printed == b"".join(slip_bytes(s, Head(PAPERS[58])) for s in slips)


@pytest.mark.parametrize(("paper", "code"), [(0, "no_paper"), (1, "paper_low")])
async def test_the_roll_is_looked_at(head, paper, code):
    head.paper = paper
    fault = await printer_from(head.spec).check()
    assert fault.code == f"check.printer_{code}"


async def test_without_paper_nothing_is_sent(head):
    head.paper = 0
    fault = await hand_out(printer_from(head.spec), a_slip())
    assert (fault.code, head.printed) == ("check.printer_no_paper", b"")


async def test_a_roll_that_ends_in_the_middle_is_told():
    head = FakeHead(runs_out_after=20)
    try:
        fault = await hand_out(printer_from(head.spec), a_slip())
    finally:
        head.stop()
    assert fault.code == "check.printer_no_paper"


async def test_a_head_that_is_off(head):
    spec = head.spec
    head.stop()
    fault = await hand_out(printer_from(spec), a_slip())
    assert fault.code == "check.printer_offline"
    assert "cable" in fault.sentence("en")
    assert (await printer_from(spec).check()).code == "check.printer_offline"


async def test_a_head_that_says_it_is_offline(head):
    head.online = False
    assert (await printer_from(head.spec).check()).code == "check.printer_offline"


async def test_a_driver_that_is_missing_is_a_head_that_does_not_answer():
    fault = await hand_out(printer_from("escpos:usb:04b8:0202"), a_slip())
    assert fault.code == "check.printer_offline"


async def test_a_device_file_is_written_to(tmp_path):
    printer = printer_from(f"escpos:file:{tmp_path / 'lp0'}?cut=no")
    assert await hand_out(printer, a_slip()) is None
    assert (tmp_path / "lp0").read_bytes() == slip_bytes(a_slip(), Head(cuts=False))


async def test_a_picture_a_slip(tmp_path):
    printer = printer_from(f"picture:{tmp_path / 'slips'}?mm=58")
    assert await printer.check() is None
    assert await hand_out(printer, a_slip()) is None
    assert await hand_out(printer, a_slip(again=True)) is None
    names = sorted(path.name for path in (tmp_path / "slips").iterdir())
    assert names == ["20261124-104107-C020-again.png", "20261124-104107-C020.png"]
    with Image.open(tmp_path / "slips" / names[1]) as picture:
        assert picture.width == 384
        assert picture.tobytes() == slip_image(a_slip(), PAPERS[58]).tobytes()


async def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    fault = await printer_from(f"picture:{tmp_path / 'file' / 'slips'}").check()
    assert fault.code == "check.printer_place"


@pytest.mark.parametrize("mm", [58, 80])
def test_every_line_of_a_picture_lies_within_the_paper(mm):
    long = a_slip(
        service=("对公账户开立、变更与印鉴更换业务", "Corporate account opening and changes"),
        counters=" · ".join(str(n) for n in range(1, 13)),
        number="A10000",
    )
    picture = slip_image(long, PAPERS[mm])
    edge = picture.width // 40
    for left in (0, picture.width - edge):
        margin = picture.crop((left, 0, left + edge, picture.height))
        assert margin.getextrema()[0] > 0  # nothing black
