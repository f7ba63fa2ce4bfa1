"""Slips of a screen's process: printed after the ticket, counted, faults told to the lobby."""

import asyncio
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from branchfloor.cli.main import main
from branchfloor.config import to_document
from branchfloor.devices.printer import PrinterFault, hand_out
from branchfloor.devices.printer.composing import Head
from branchfloor.devices.printer.paper import PAPERS
from branchfloor.devices.printer.roll import Roll, RollFile
from branchfloor.domain.catalogue import Name
from branchfloor.domain.slip import SlipEntry, SlipLayout, SlipPart
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from tests.devices.slip_builders import a_slip
from ui.app import printing
from ui.app.bridge import FloorBridge
from ui.app.options import ScreenOptions
from ui.app.run import application
from ui.app.system_printer import SystemPrinter, printer_of
from ui.app.tasks import cancel_all


@pytest.fixture
def app(qtbot) -> QApplication:
    return application(ScreenOptions("kiosk"))


@pytest.fixture
def desk(app, tmp_path, monkeypatch):
    """What starts a kiosk's printing on a new branch; the roll is counted in the test's folder."""
    database = str(tmp_path / "branch.db")
    main(["init", "--admin-pin", "427913", "--database", database])
    monkeypatch.setattr(printing, "roll_path", lambda options: tmp_path / "roll.json")
    running = []

    async def start(spec: str, show=None):
        bridge = await FloorBridge.open(database, keeps=False)
        options = ScreenOptions("kiosk", database=database, printer=spec)
        floor = Floor(bridge.writer, "kiosk:1")
        await bridge.start()
        part = printing.Printing(options, bridge, floor, show)
        running.append((part, bridge))
        return part, floor, bridge

    async def stop() -> None:
        for part, bridge in running:
            await part.stop()
            cancel_all(part)
            await bridge.stop()

    start.stop = stop
    return start


async def test_the_ticket_comes_first_and_its_slip_after_it(desk, tmp_path):
    part, floor, _ = await desk(f"picture:{tmp_path / 'slips'}")
    issued = await floor.issue(Wish("GW", then=("GT",)))
    assert await part.print(issued) is None
    await desk.stop()
    (picture,) = (tmp_path / "slips").glob("*.png")
    assert issued.ticket in picture.name
    assert RollFile(tmp_path / "roll.json").read().used_mm == printing.SLIP_MM


async def test_a_slip_that_fails_leaves_the_ticket_and_tells_screen_and_lobby(desk, tmp_path):
    (tmp_path / "file").write_text("x")
    told = []
    part, floor, bridge = await desk(f"picture:{tmp_path / 'file' / 'slips'}", told.append)
    issued = await floor.issue(Wish("GW"))
    fault = await part.print(issued)
    state = bridge.writer.state
    await desk.stop()
    assert isinstance(fault, PrinterFault)
    assert told == [fault]
    assert state.find(issued.ticket) is not None
    assert state.hall.fault("printer:1").code == "printer_failed"


async def test_a_fault_is_over_when_the_next_slip_comes_out(desk, tmp_path):
    (tmp_path / "slips").write_text("in the way")
    part, floor, bridge = await desk(f"picture:{tmp_path / 'slips'}")
    await part.print(await floor.issue(Wish("GW")))
    (tmp_path / "slips").unlink()
    assert await part.print(await floor.issue(Wish("GW"))) is None
    state = bridge.writer.state
    await desk.stop()
    assert state.hall.faults == ()


async def test_a_roll_near_its_end_is_told_before_it_ends(desk, tmp_path):
    RollFile(tmp_path / "roll.json").keep(Roll(50_000, 46_000))
    part, _, bridge = await desk("none")
    async with asyncio.timeout(30):
        while bridge.writer.state.hall.fault("printer:1") is None:  # noqa: ASYNC110 -- its own task
            await asyncio.sleep(0.01)
    assert bridge.writer.state.hall.fault("printer:1").code == "printer_paper_low"
    part.new_roll(50_000)
    await desk.stop()
    assert RollFile(tmp_path / "roll.json").read() == Roll(50_000, 0)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"length_mm": 0, "used_mm": 0}', "{}"])
def test_a_count_that_cannot_be_read_begins_anew(tmp_path, text):
    (tmp_path / "roll.json").write_text(text)
    assert RollFile(tmp_path / "roll.json").read() == Roll()


@pytest.mark.parametrize(("used", "left", "low"), [(0, 454, False), (45_500, 40, True)])
def test_slips_left_on_a_roll(used, left, low):
    roll = Roll(50_000, used)
    assert (roll.slips_left(110), roll.low) == (left, low)


async def test_the_desktops_printer_makes_one_page_as_long_as_the_slip(app, tmp_path):
    printer = printer_of(f"system:{tmp_path / 'slip.pdf'}?mm=58")
    assert await printer.check() is None
    assert await hand_out(printer, a_slip()) is None
    page = (tmp_path / "slip.pdf").read_bytes()
    assert page.startswith(b"%PDF")
    width, height = media_box(page)
    assert width == pytest.approx(48 * 72 / 25.4, abs=1.5)  # 384 dots at 8 a millimetre
    assert height > width


def media_box(page: bytes) -> tuple[float, float]:
    box = page[page.index(b"/MediaBox [") + 11 :].split(b"]")[0].split()
    return float(box[2]), float(box[3])


async def test_a_printer_the_desktop_does_not_know_is_told(app):
    printer = SystemPrinter("no such printer", Head(PAPERS[80]))
    fault = await hand_out(printer, a_slip())
    assert fault.code == "check.printer_offline"
    assert "no such printer" in fault.sentence("en")


async def test_the_slip_is_the_branchs_own_from_the_next_ticket_on(desk, tmp_path):
    part, floor, bridge = await desk(f"picture:{tmp_path / 'slips'}")
    config = bridge.view().config
    own = SlipLayout((SlipEntry(SlipPart.NUMBER),), foot=(Name("谢谢", "Thanks"),), paper_mm=58)
    await Floor(bridge.writer, "cli:user").adopt(to_document(replace(config, slip=own)))
    await settled_on(bridge, 2)
    assert await part.print(await floor.issue(Wish("GW"))) is None
    await desk.stop()
    (picture,) = (tmp_path / "slips").glob("*.png")
    with Image.open(picture) as image:
        assert image.width == PAPERS[58].dots
        assert image.height < 300


async def settled_on(bridge, version):
    async with asyncio.timeout(5):
        while bridge.view().config.version < version:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
