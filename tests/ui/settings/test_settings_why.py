"""Why a draft may not be saved, in the language in force and the words of the fields."""

import pytest

from branchfloor.config import load_preset
from ui.app.language import set_language
from ui.settings.draft import Draft
from ui.settings.why_words import said, said_of_file

CASES = [
    (
        ("settings", "amber_min"),
        40,
        "settings: “Amber from” must be less than “Red from”; change one of them",
        "设置：“黄色提醒” 必须小于 “红色提醒”，请改其一",
    ),
    (
        ("settings", "undo_s"),
        "x",
        'settings: “Undo within” must be a whole number of 0 or more, not "x"',
        '设置：“可撤销时间” 须为不小于 0 的整数，而不是 "x"',
    ),
    (
        ("service", 0, "mean_min"),
        0,
        "service GD: “Usual length” must be a number above 0, not 0",
        "业务 GD：“平均时长” 须为大于 0 的数，而不是 0",
    ),
    (
        ("service", 0, "name"),
        {"zh": "", "en": "x"},
        'service GD: “Chinese” must be a text, not ""',
        '业务 GD：“中文” 须为文字，而不是 ""',
    ),
    (
        ("service", 3, "needs_cash"),
        True,
        "GT cannot be served at counter 3: it takes no cash",
        "GT 不能归 3 号窗口：该窗口不办现金",
    ),
    (
        ("counter", 0, "serves"),
        ["GD", "VF"],
        "VF cannot be served at counter 1: it is outside the sales zone",
        "VF 不能归 1 号窗口：不在销售专区",
    ),
    (
        ("counter", 1, "number"),
        "1",
        "counter 1 stands there twice; give each one its own",
        "窗口 1 重复出现，请各用各的",
    ),
    (
        ("hours", "monday"),
        "9-17",
        'hours: “Monday” must be a span such as "09:00-17:00", not "9-17"',
        '营业时间：“星期一” 须为“09:00-17:00”这样的时段，而不是 "9-17"',
    ),
    (
        ("staff", 0, "roles"),
        [],
        "staff 0001: “Roles” must list at least one of Teller, Lobby manager, Branch manager, "
        "Administrator, Auditor and nothing else",
        "人员 0001：“角色” 至少选一项，且只能是：柜员、大堂经理、网点负责人、管理员、审计员",
    ),
    (
        ("policy", "class", 4, "head_start"),
        0.6,
        "priority by law must come first at every equal wait: Private has a head start of 0.6, "
        "more than the 0.5 of Priority by law",
        "任何相同等候时间下法定优先须在前：私行客户 的领先值 0.6 高于 法定优先 的 0.5",
    ),
    (
        ("policy", "class", 4, "target_min"),
        0,
        "policy class Private: “Target wait” must be a number above 0, not 0",
        "等级 私行客户：“目标等候” 须为大于 0 的数，而不是 0",
    ),
]


@pytest.mark.parametrize(("path", "value", "english", "chinese"), CASES)
def test_it_is_said_in_both_languages_with_the_words_of_the_fields(
    qapp, path, value, english, chinese
):
    draft = Draft(load_preset("cn-default"))
    draft.put(path, value)
    assert said(draft.fault.why) == english
    set_language(qapp, "zh_CN")
    assert said(draft.fault.why) == chinese


def test_about_a_file_keys_stay_as_they_stand_there(qapp):
    draft = Draft(load_preset("cn-default"))
    draft.put(("settings", "undo_s"), -1)
    sentence = "settings: undo_s must be a whole number of 0 or more, not -1"
    assert said_of_file(draft.fault.why) == sentence
