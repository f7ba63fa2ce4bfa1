"""How soon a printer has its bytes: composing one slip with its square code and its cut."""

from collections.abc import Iterator
from datetime import UTC, datetime
from time import perf_counter

from branchfloor.devices.printer.composing import Head, coded, slip_bytes
from branchfloor.devices.printer.slip import Slip

from .floors import A_DAY, A_TIME
from .plan import Bench
from .result import Result, within
from .timing import percentile

SLIP_MS = 5.0

SLIP = Slip(
    number="A058",
    branch=("城西支行", "Chengxi Branch"),
    service=("存取款", "Deposit or withdraw"),
    counters="1 · 2 · 5",
    ahead=7,
    wait_min=(9, 14),
    issued_at=datetime.combine(A_DAY, A_TIME, UTC),
    zone=UTC,
    opaque_id="7f3c1f0e9b2d4c58",
)


def measure(bench: Bench) -> Iterator[Result]:
    """Bytes of a slip for a Chinese head, beside encoding its texts; the library is loaded."""
    slip_bytes(SLIP, Head())
    texts = [text for line in SLIP.lines() for text in (line.text, line.value)]
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(bench.plan.slips):
        began = perf_counter()
        slip_bytes(SLIP, Head())
        done = perf_counter()
        b"\n".join(coded(text) for text in texts)
        bare.append((perf_counter() - done) * 1000)
        ours.append((done - began) * 1000)
    note = "one slip with code and cut, library loaded; encoding its texts alone"
    row = Result("slip_bytes_p95", percentile(ours, 0.95), "ms", percentile(bare, 0.95), note=note)
    yield within(row, SLIP_MS)
