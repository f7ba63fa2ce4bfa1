"""A document of two services and two counters that every refusal starts from."""

import pytest

SMALL = """\
preset = "small"
name = { zh = "小店", en = "Small" }
time_zone = "Asia/Shanghai"
notices = [{ zh = "你好", en = "Hello" }]

[hours]
monday = "09:00-17:00"
tuesday = "09:00-12:30"

[settings]
undo_s = 12

[policy]
discipline = "affine"
target_min = { general = 20, special = 15, value_added = 20 }
class = [
  { name = "emergency", kind = "emergency" },
  { name = "legal", kind = "legal", target_min = 5, head_start = 0.5 },
  { name = "gold", kind = "commercial", target_min = 10, head_start = 0.05 },
  { name = "ordinary", kind = "ordinary" },
]

[[counter]]
number = "1"
name = { zh = "现金", en = "Cash" }
height = "high"
takes_cash = true
serves = ["GD"]
backs_up = ["GT"]

[[counter]]
number = "3"
name = { zh = "低柜", en = "Low" }
height = "low"
serves = ["GT"]

[[service]]
code = "GD"
name = { zh = "存款", en = "Deposit" }
tier = "general"
prefix = "A"
needs_cash = true
mean_min = 5
cv = 0.6

[[service]]
code = "GT"
name = { zh = "转账", en = "Transfer" }
tier = "general"
prefix = "C"
mean_min = 8
cv = 0.6
target_min = 30
opens = "09:30"
closes = "16:00"

[[green]]
code = "elder"
name = { zh = "老人", en = "Elderly" }
counts = "stated"
class = "legal"
proof = ["visible"]

[[staff]]
number = "0217"
skills = [{ name = "funds", until = 2026-12-31 }, { name = "english" }]
"""


@pytest.fixture
def small() -> str:
    """The text of the small document, complete and right."""
    return SMALL
