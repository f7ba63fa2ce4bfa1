"""Slips for tests."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from branchfloor.devices.printer import Slip


def a_slip(**changed: Any) -> Slip:
    values: dict[str, Any] = {
        "number": "C020",
        "branch": ("城西支行", "Chengxi Branch"),
        "service": ("挂失补卡", "Lost card"),
        "counters": "3 · 4 · 6",
        "ahead": 2,
        "wait_min": (12, 21),
        "issued_at": datetime(2026, 11, 24, 2, 41, 7, tzinfo=UTC),
        "zone": ZoneInfo("Asia/Shanghai"),
        "opaque_id": "7f3a90c2",
    }
    return Slip(**(values | changed))
