"""First letters of names in both languages."""

import pytest

from branchfloor.config import load_preset
from ui.kiosk.letters import initial, initials

READINGS = (
    "挂G 开K 密M 重Z 销X 存C 外W 账Z 继J 对D 现X 大D 转Z 缴J 养Y 查C 零L 金J 基J 信X 个G 保B 风F "
    "贵G 啊A 恩E 和H 跑P 去Q 人R 三S 他T 哦O 你N 座Z 芭B"
)


@pytest.mark.parametrize("pair", READINGS.split())
def test_the_initial_of_a_characters_pinyin(pair):
    assert initial(pair[0]) == pair[1]


def test_a_latin_name_has_its_own_first_letter():
    assert initial("lost card") == "L"
    assert initial("  Funds") == "F"


@pytest.mark.parametrize("name", ["", "  ", "5 元", "（预约）", "鱻", "é"])
def test_anything_else_stands_under_a_sign_of_its_own(name):
    assert initial(name) == "#"


def test_letters_exist_once_and_in_order():
    assert initials(["挂失", "开户", "个贷"]) == ("G", "K")


@pytest.mark.parametrize("preset", ["cn-default", "cn-ccb4", "intl-plain"])
def test_every_service_of_the_presets_can_be_found(preset):
    for service in load_preset(preset).services:
        assert initial(service.name.zh) != "#", service.name.zh
        assert initial(service.name.en) != "#", service.name.en
