"""The slip's lines, and faults that never reach the ticket."""

import asyncio

import pytest

from branchfloor.devices.printer import (
    LineKind,
    NoPrinter,
    PrintedSlips,
    PrinterFault,
    hand_out,
    printer_from,
)
from tests.devices.slip_builders import a_slip


def rows(slip):
    return {line.text: line.value for line in slip.lines() if line.kind is LineKind.ROW}


def test_a_slip_says_number_counters_ahead_range_and_time_in_both_languages():
    assert rows(a_slip()) == {
        "等候窗口 Counters": "3 · 4 · 6",
        "前面 Ahead": "2",
        "预计等候 Expected wait": "12–21 分 min",
        "取号 Issued": "2026-11-24 10:41:07",
    }


def test_a_slip_reads_from_title_to_code():
    kinds = [line.kind.value for line in a_slip().lines()]
    row, note = ["row"] * 4, ["note"] * 2
    assert kinds == ["title", "title", "number", "rule", *row, "rule", *note, "code"]
    texts = [line.text for line in a_slip().lines()]
    assert texts[:3] == ["城西支行 Chengxi Branch", "挂失补卡 Lost card", "C020"]
    assert texts[-1] == "7f3a90c2"


def test_a_name_alike_in_both_languages_is_printed_once():
    assert next(iter(a_slip(branch=("Alto", "Alto")).lines())).text == "Alto"


@pytest.mark.parametrize(
    ("wait_min", "text"),
    [(None, "请询问工作人员 ask the staff"), ((0, 0), "无需等候 no wait"), ((0, 2), "0–2 分 min")],
)
def test_a_range_that_is_unknown_or_nothing_is_said_in_words(wait_min, text):
    assert rows(a_slip(wait_min=wait_min))["预计等候 Expected wait"] == text


def test_a_slip_in_one_language():
    english = a_slip(languages=("en",), branch=("Chengxi Branch",), service=("Lost card",))
    assert rows(english)["Expected wait"] == "12–21 min"


async def test_a_printed_slip_is_no_fault():
    printer = PrintedSlips()
    assert await hand_out(printer, a_slip()) is None
    assert await hand_out(NoPrinter(), a_slip()) is None
    assert [slip.number for slip in printer.slips] == ["C020"]


async def test_a_fault_is_an_answer_not_an_exception():
    fault = PrinterFault("check.printer_failed", ticket="C020", why="no paper")
    printer = PrintedSlips(fault)
    assert await hand_out(printer, a_slip()) is fault
    assert printer.slips == []
    assert "the number is valid" in fault.sentence("en")
    assert "号码有效" in fault.sentence("zh_CN")


async def test_any_error_of_a_driver_becomes_one_sentence():
    class Unplugged(NoPrinter):
        async def print_slip(self, slip):
            raise OSError("cable pulled")

    fault = await hand_out(Unplugged(), a_slip())
    assert fault is not None
    assert str(fault) == (
        "The slip of ticket C020 was not printed (cable pulled); "
        "the number is valid, write it down."
    )


async def test_a_printer_that_hangs_is_given_up():
    class Stuck(NoPrinter):
        async def print_slip(self, slip):
            await asyncio.Event().wait()

    fault = await hand_out(Stuck(), a_slip(), limit_s=0.02)
    assert fault is not None
    assert fault.code == "check.printer_slow"


async def test_printers_by_their_words():
    assert isinstance(printer_from("none"), NoPrinter)
    assert await NoPrinter().check() is None
    assert await PrintedSlips().check() is None
    for spec, code in (
        ("ink", "unknown"),
        ("escpos:usb", "place"),
        ("escpos:net:", "place"),
        ("escpos:usb:zz:1", "place"),
        ("escpos:file:x?mm=70", "place"),
        ("escpos:file:x?colour=red", "place"),
        ("picture:x?chinese=maybe", "place"),
    ):
        with pytest.raises(PrinterFault) as caught:
            printer_from(spec)
        assert caught.value.code == f"check.printer_{code}"
        assert spec.partition("?")[0].partition(":")[0] in str(caught.value) or code == "place"
