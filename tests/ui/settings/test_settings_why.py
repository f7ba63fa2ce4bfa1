"""Why a draft may not be saved, in Chinese where the sentence is known."""

import pytest

from branchfloor.config import load_preset
from ui.app.language import set_language
from ui.settings.draft import Draft
from ui.settings.why_words import said

CASES = [
    (("settings", "amber_min"), 40, "“黄色提醒”必须小于“红色提醒”"),
    (("settings", "undo_s"), "x", '“可撤销时间”须为不小于 0 的整数，而不是 "x"'),
    (("service", 0, "mean_min"), 0, "“平均时长”须为大于 0 的数，而不是 0"),
    (("service", 0, "name"), {"zh": "", "en": "x"}, "“中文”不能为空"),
    (("service", 3, "needs_cash"), True, "GT 不能到 3 号窗口：该窗口不办现金"),
    (("counter", 0, "serves"), ["GD", "VF"], "VF 不能到 1 号窗口：不在销售专区"),
    (("counter", 1, "number"), "1", "1 重复出现，请各用各的"),
    (("hours", "monday"), "9-17", '“星期一”须写成 "09:00-17:00" 的样子，而不是 "9-17"'),
    (
        ("policy", "class", 4, "head_start"),
        0.6,
        "任何等候时间下法定优先在前：私行客户的领先值 0.6 高于法定优先的 0.5",
    ),
    (
        ("policy", "class", 4, "target_min"),
        4,
        "任何等候时间下法定优先在前：私行客户的目标 4 分短于法定优先的 5 分",
    ),
]


@pytest.mark.parametrize(("path", "value", "words"), CASES)
def test_known_sentences_are_said_in_chinese(qapp, path, value, words):
    draft = Draft(load_preset("cn-default"))
    draft.put(path, value)
    assert said(draft.fault.why) == draft.fault.why
    set_language(qapp, "zh_CN")
    assert said(draft.fault.why) == words


def test_what_is_not_known_stays_as_it_was_said(qapp):
    set_language(qapp, "zh_CN")
    assert said("the moon is full") == "the moon is full"
