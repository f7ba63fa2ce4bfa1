"""What differs between two versions, key by key."""

from branchfloor.config import Change, compare, parse_document


def changes(small: str, old: str, new: str) -> list[Change]:
    assert old in small
    return compare(parse_document(small), parse_document(small.replace(old, new, 1), version=2))


def test_equal_documents_differ_in_nothing(small):
    assert compare(parse_document(small), parse_document(small, version=9)) == []


def test_one_value(small):
    assert changes(small, "head_start = 0.05", "head_start = 0.1") == [
        Change("policy.class.gold.head_start", 0.05, 0.1)
    ]


def test_defaults_are_shown_as_values(small):
    assert changes(small, "undo_s = 12", "auto_call = true") == [
        Change("settings.undo_s", 12, 10),
        Change("settings.auto_call", False, True),
    ]


def test_names_lists_and_places(small):
    assert changes(small, 'en = "Deposit"', 'en = "Pay in"') == [
        Change("service.GD.name.en", "Deposit", "Pay in")
    ]
    assert changes(small, 'backs_up = ["GT"]', "backs_up = []") == [
        Change("counter.1.backs_up", ["GT"], [])
    ]
    assert changes(small, 'monday = "09:00-17:00"\n', "") == [
        Change("hours.monday", "09:00-17:00", None)
    ]


def test_an_added_entry_is_one_change(small):
    added = '[[staff]]\nnumber = "0300"\n\n[[staff]]\nnumber = "0217"'
    (change,) = changes(small, '[[staff]]\nnumber = "0217"', added)
    assert (change.path, change.old) == ("staff.0300", None)
    assert change.new == {"number": "0300", "roles": ["teller"], "skills": []}


def test_a_removed_entry_is_one_change(small):
    with_gold = parse_document(small)
    line = '  { name = "gold", kind = "commercial", target_min = 10, head_start = 0.05 },\n'
    (change,) = compare(with_gold, parse_document(small.replace(line, "")))
    assert (change.path, change.new) == ("policy.class.gold", None)


def test_a_changed_order_is_one_change(small):
    head, second = small.split("[[service]]", 2)[0], small.split("[[service]]", 2)
    transfer, rest = second[2].split("[[green]]")
    turned = f"{head}[[service]]{transfer}[[service]]{second[1]}[[green]]{rest}"
    assert compare(parse_document(small), parse_document(turned)) == [
        Change("service", ["GD", "GT"], ["GT", "GD"])
    ]
