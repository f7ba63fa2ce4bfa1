"""Whatever is wrong with a document is said in one sentence that names the key."""

import re

import pytest

from branchfloor.config import parse_document
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.phrasing import Phrases

GOLD = '  { name = "gold", kind = "commercial", target_min = 10, head_start = 0.05 },\n'
LEGAL = '  { name = "legal", kind = "legal", target_min = 5, head_start = 0.5 },\n'
ORDINARY = '  { name = "ordinary", kind = "ordinary" },\n'
URGENT = '  { name = "emergency", kind = "emergency" },\n'

KEYS = [
    ("undo_s = 12", "undo = 12", 'settings: unknown key "undo"; write "undo_s"'),
    ('preset = "small"', "colour = 1", 'unknown key "colour"; remove it'),
    ('tier = "general"', "", "service GD: tier is missing; give one of general, special,"),
    ("mean_min = 5", "mean_min = 0", "service GD: mean_min must be a number above 0, not 0"),
    ("cv = 0.6", "cv = nan", "service GD: cv must be a number above 0, not nan"),
    ("mean_min = 5", "mean_min = true", "service GD: mean_min must be a number above 0, not true"),
    ("needs_cash = true", 'needs_cash = "yes"', 'GD: needs_cash must be true or false, not "yes"'),
    ("undo_s = 12", "undo_s = -1", "settings: undo_s must be a whole number of 0 or more, not -1"),
    ("undo_s = 12", "undo_s = 1.5", "settings: undo_s must be a whole number of 0 or more"),
    ("undo_s = 12", "pin_failures = 0", "settings: pin_failures must be a whole number of 1"),
    ("undo_s = 12", "auto_call = 1", "settings: auto_call must be true or false, not 1"),
    ('serves = ["GD"]', "serves = [1]", "counter 1: serves must be a list of texts, not a list"),
    ('serves = ["GD"]', 'serves = ["GD", "GD"]', "counter 1: serves lists GD twice; keep it once"),
    (', en = "Deposit"', "", "service GD: name.en is missing; give a text"),
    ('en = "Deposit"', 'en = " "', 'service GD: name.en must be a text, not " "'),
    ('en = "Deposit"', 'en = "D", fr = "D"', 'service GD: unknown key "name.fr"; remove it'),
    (
        'name = { zh = "小店", en = "Small" }',
        'name = "Small"',
        "name must be a name in both lang",
    ),
    (', en = "Hello"', "", "notices no. 1: en is missing; give a text"),
    ("until = 2026-12-31", 'until = "soon"', "staff 0217: skills no. 1: until must be a date"),
    ('code = "GD"\n', "", "service no. 1: code is missing; give a text"),
    ("undo_s = 12", "undo_s =", "this is no TOML: "),
    ("monday =", 'holidays = ["x"]\nmonday =', "hours: holidays must be a list of dates such as"),
    (
        'notices = [{ zh = "你好", en = "Hello" }]',
        "notices = 3",
        "notices must be a list",
    ),
    ('preset = "small"', "preset = { a = 1 }", "preset must be a text, not a table"),
    ('opens = "09:30"', 'opens = "09-30"', 'service GT: opens must be a time of day such as "09:'),
]

VALUES = [
    ('time_zone = "Asia/Shanghai"', 'time_zone = "Asia/Xi"', 'time_zone "Asia/Xi" is not known'),
    ('time_zone = "Asia/Shanghai"', 'time_zone = "../etc"', 'time_zone "../etc" is not known here'),
    ('prefix = "A"', 'prefix = "O"', "GD: prefix must be one letter from A to Z but I, O and Q"),
    ('prefix = "A"', 'prefix = "AB"', "GD: prefix must be one letter from A to Z but I, O and Q"),
    ('code = "GD"', 'code = "G D"', 'code "G D" must be 1 to 16 letters, figures, - or _'),
    ('number = "3"', 'number = "12345"', 'number "12345" must have 1 to 4 signs without spaces'),
    ('height = "high"', 'height = "top"', 'counter 1: height must be one of high, low, not "top"'),
    (
        'serves = ["GT"]',
        'serves = ["GT"]\nword = "hall"',
        "counter 3: word must be one of counter,",
    ),
    (
        'monday = "09:00-17:00"',
        'monday = "9-17"',
        'hours: monday must be a span such as "09:00-17:',
    ),
    (
        'monday = "09:00-17:00"',
        'monday = "17:00-09:00"',
        "hours: monday must open before it closes",
    ),
    (
        'monday = "09:00-17:00"\n',
        "last_ticket_before_min = 210\n",
        "no time on tuesday; make it sho",
    ),
    ('opens = "09:30"', 'opens = "16:00"', "service GT: opens must be earlier than closes"),
    ('opens = "09:30"', 'opens = "9:30"', 'GT: opens must be a time of day such as "09:30", not'),
    ("undo_s = 12", 'languages = ["fr"]', "settings: languages must list at least one of zh_CN,"),
    ("undo_s = 12", "languages = []", "settings: languages must list at least one of zh_CN, en"),
    ("undo_s = 12", "red_min = 10", "settings: amber_min must be less than red_min; change one"),
    ("undo_s = 12", "kiosk_warn_s = 60", "kiosk_warn_s must be less than kiosk_back_s"),
    (
        "undo_s = 12",
        "elastic_close_waiting = 10",
        "elastic_close_waiting must be less than elastic",
    ),
    (
        'number = "0217"',
        'number = "0217"\nroles = ["king"]',
        "staff 0217: roles must list at least",
    ),
    ('{ name = "english" }', '{ name = "funds" }', "staff 0217: skills lists funds twice"),
]

POLICY = [
    ("target_min = 5,", "", "policy class legal: target_min is missing; give a number above 0"),
    (
        "head_start = 0.5 ",
        "head_start = -1 ",
        "policy class legal: head_start must be a number of 0",
    ),
    ("special = 15, ", "", "policy: target_min.special is missing; give a number above 0"),
    ("general = 20", "general = 0", "policy: target_min.general must be a number above 0, not 0"),
    ('"emergency" },', '"emergency", head_start = 1 },', "an emergency stands above all scores"),
    (LEGAL, "", 'policy: class must list "legal" of the kind legal; add it'),
    (ORDINARY, "", 'policy: class must list "ordinary" of the kind ordinary; add it'),
    (URGENT, "", 'policy: class must list "emergency" of the kind emergency; add it'),
    (LEGAL + GOLD, GOLD + LEGAL, "policy: class must run from emergency over legal and all others"),
    (GOLD + ORDINARY, ORDINARY + GOLD, "policy: class must run from emergency over legal and all"),
    (GOLD, GOLD + GOLD, "policy: class lists gold twice; keep it once"),
    (
        'discipline = "affine"',
        'discipline = "luck"',
        "policy: discipline must be one of affine, fi",
    ),
]

PARTS = [
    (
        'serves = ["GT"]',
        'serves = ["GT", "GD"]',
        "GD cannot be served at counter 3: it takes no cash",
    ),
    (
        'serves = ["GT"]',
        'serves = ["GT"]\nbacks_up = ["GD"]',
        "GD cannot be backed up at counter 3: ",
    ),
    (
        'serves = ["GT"]',
        'serves = ["GT"]\nlendable = ["GD"]',
        "GD cannot be lent to counter 3: it ta",
    ),
    (
        'serves = ["GD"]',
        'serves = []\nlendable = ["GD"]',
        "GD cannot be lent to counter 1: cash work",
    ),
    (
        'height = "low"',
        'height = "low"\ntakes_cash = true',
        "counter 3: a low counter takes no cash",
    ),
    (
        "mean_min = 8",
        "mean_min = 8\nsales_zone = true",
        "GT cannot be backed up at counter 1: it is",
    ),
    ('serves = ["GT"]', "", "service GT is served at no counter; list it in the serves of one"),
    ('serves = ["GT"]', 'serves = ["GT", "GZ"]', "counter 3: serves lists GZ, which is no service"),
    ('serves = ["GD"]', 'serves = ["GD", "GT"]', "counter 1: GT stands in two of serves, backs_up"),
    ("target_min = 30", "target_min = 19", "GT: target_min 19 is shorter than the 20 of its tier"),
    ('code = "GT"', 'code = "GD"', "service GD stands there twice; give each one its own"),
    ('number = "3"', 'number = "1"', "counter 1 stands there twice; give each one its own"),
    ('class = "legal"', 'class = "vip"', "green elder: the policy has no class vip; choose one it"),
    (
        'class = "legal"',
        'class = "gold"',
        "green elder: class gold is a commercial one; choose legal",
    ),
    (
        'class = "legal"',
        'class = "emergency"',
        'green elder: counts = "emergency" and class = "eme',
    ),
    ('counts = "stated"', 'counts = "emergency"', 'green elder: counts = "emergency" and class ='),
    (
        'counts = "stated"',
        'counts = "now"',
        "green elder: counts must be one of stated, card, emerg",
    ),
    ('class = "legal"', 'class = "ordinary"', "green elder: it gives neither priority nor a skill"),
]


def said(error):
    return Phrases.load("en").tell(error.values["why"])


@pytest.mark.parametrize(("old", "new", "sentence"), KEYS + VALUES + POLICY + PARTS)
def test_refused_with_its_sentence(small, old, new, sentence):
    assert old in small
    with pytest.raises(ConfigInvalid) as caught:
        parse_document(small.replace(old, new, 1))
    why = said(caught.value)
    assert sentence in why
    assert "\n" not in why
    chinese = Phrases.load("zh_CN").tell(caught.value.why)
    assert chinese.isprintable()
    assert re.search("[一-鿿]", chinese)


def test_a_branch_without_services_or_counters(small):
    head = small.split("[[counter]]")[0]
    with pytest.raises(ConfigInvalid) as caught:
        parse_document(head)
    assert said(caught.value) == "service is missing; give at least one [[service]]"


def test_a_branch_that_never_opens(small):
    hours = 'monday = "09:00-17:00"\ntuesday = "09:00-12:30"\n'
    with pytest.raises(ConfigInvalid) as caught:
        parse_document(small.replace(hours, ""))
    assert said(caught.value).startswith("hours: the branch never opens; give at least one day")


def test_a_long_value_is_cut(small):
    with pytest.raises(ConfigInvalid) as caught:
        parse_document(small.replace("mean_min = 5", f'mean_min = "{"x" * 500}"'))
    assert len(said(caught.value)) < 120


def test_equal_or_longer_service_targets_are_fine(small):
    assert parse_document(small.replace("target_min = 30", "target_min = 20"))


def test_a_skill_instead_of_priority_is_fine(small):
    text = small.replace('class = "legal"', 'class = "ordinary"\nskill = "english"')
    assert parse_document(text).reason("elder").skill == "english"
