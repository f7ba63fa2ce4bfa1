"""Every figure about the hall against a second reckoning from the bare log."""

from collections import Counter, defaultdict
from datetime import timedelta
from statistics import fmean

import pytest

from branchfloor.domain import hall_events as h
from branchfloor.domain.kinds import LegState
from branchfloor.reports.waits import BANDS, BANDS_MIN
from tests.reports.again import lie
from tests.reports.hall_again import HallAgain

LOST = (LegState.LEFT, LegState.EXPIRED, LegState.CANCELLED, LegState.ABANDONED)


@pytest.fixture(scope="session")
def again(lived):
    return HallAgain(lived)


@pytest.fixture(scope="session")
def told(lived):
    return lived.report()


def near(cells):
    return [c if c is None or isinstance(c, str) else pytest.approx(c) for c in cells]


def rows_of(table):
    return {row[0]: list(row[1:]) for row in table.rows}


def test_the_day_holds_what_it_is_to_test(lived, again):
    kinds = Counter(type(x.event).__name__ for x in lived.log)
    assert {"RatingOffered", "RatingGiven", "HelpAsked", "HelpAnswered"} <= set(kinds)
    if lived.config.preset == "test":
        wanted = ("StageReached", "LegApproved", "SignedIn", "SignedOut", "ChecklistTicked")
        assert all(kinds[name] > 3 for name in (*wanted, "UnticketedServed", "SignInFailed"))
        assert len(again.grade) > 10
        assert len(set(again.grade.values())) == 4
        assert len(again.offered) > len(again.grade)
        assert set(again.outcome.values()) > {None, "need_met", "declined"}


def test_grades_with_their_clocks(told, again):
    table = told.table("ratings")
    whole = len(again.grade)
    rows = {**rows_of(table), "all": list(table.total[1:])}
    for name, cells in rows.items():
        grades = {1, 2, 3, 4} if name == "all" else {int(name)}
        legs, waits, services = again.clocks(grades)
        share = len(legs) / whole if whole else None
        assert cells == near([len(legs), share, *lie(waits)[:2], *lie(services)[:2]]), name


@pytest.mark.parametrize("by", ["services", "counters", "staff"])
def test_ratings_by(told, again, by):
    def key(leg):
        counter, staff = again.desk_of[leg["key"]]
        return {"services": leg["service"], "counters": counter, "staff": staff}[by]

    table, legs = told.table(f"ratings_{by}"), list(again.asked())
    assert set(rows_of(table)) == {key(leg) for leg in legs}
    for name, cells in rows_of(table).items():
        mine = [leg for leg in legs if key(leg) == name]
        assert cells == near(again.rating_cells(mine)), name
    assert list(table.total[1:]) == near(again.rating_cells(legs))


def test_every_served_ticket_is_offered_or_not(told, again):
    total = told.table("ratings_services").total
    more = sum(n - 1 for n in Counter(key[0] for key in again.offered).values())
    assert total[1] + total[2] - more == len({leg["visit"] for leg in again.done})
    day = told.table("day")
    names = ("rating_offered", "rating_answered", "satisfied_share")
    assert [day.value(n, "value") for n in names] == near([total[2], total[4], total[9]])


def spearman(pairs):
    """By the definition on ranks counted one by one."""

    def rank(values):
        return [
            sum(other < v for other in values) + (sum(other == v for other in values) + 1) / 2
            for v in values
        ]

    left, right = (rank(side) for side in zip(*pairs, strict=True))
    a, b = fmean(left), fmean(right)
    over = sum((x - a) * (y - b) for x, y in zip(left, right, strict=True))
    under = (sum((x - a) ** 2 for x in left) * sum((y - b) ** 2 for y in right)) ** 0.5
    return over / under if under else None


def test_grade_wait_and_service_together(told, again):
    three = [
        (again.grade[leg["key"]], leg["wait"], leg["service_s"])
        for leg in again.done
        if leg["key"] in again.grade and leg["wait"] is not None
    ]
    rows = rows_of(told.table("relations"))
    for name, pair in {
        "grade_wait": (0, 1),
        "grade_service": (0, 2),
        "wait_service": (1, 2),
    }.items():
        n, found = rows[name]
        assert n == len(three)
        expected = spearman([(row[pair[0]], row[pair[1]]) for row in three]) if n >= 3 else None
        assert found == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize("by", ["outcomes", "outcomes_staff"])
def test_outcomes(told, again, by):
    tiers = again.config.settings.outcome_tiers
    legs = [leg for leg in again.done if leg["tier"] in tiers or again.outcome[leg["key"]]]
    table = told.table(by)

    def key(leg):
        return leg["service"] if by == "outcomes" else again.desk_of[leg["key"]][1]

    assert set(rows_of(table)) == {key(leg) for leg in legs}
    for name, cells in rows_of(table).items():
        assert cells == again.outcome_cells([leg for leg in legs if key(leg) == name]), name
    assert list(table.total[1:]) == again.outcome_cells(legs)


def test_stages(told, again):
    rows = {(row[0], row[1].split("/")[1]): list(row[2:]) for row in told.table("stages").rows}
    spans = again.spans()
    assert set(rows) == set(spans)
    for key, cells in rows.items():
        assert cells == near([len(spans[key]), *lie(spans[key]), sum(spans[key])]), key


def test_approvals(told, again):
    words = list(again.approvals())
    rows = rows_of(told.table("approvals"))
    assert {word[0] for word in words} <= set(rows)
    for name, cells in rows.items():
        mine = [word for word in words if word[0] == name]
        done = {leg["key"] for leg in again.done if leg["service"] == name}
        approved, people = {word[1] for word in mine}, {word[2] for word in mine}
        assert cells == [len(done), len(done & approved), len(mine), len(people)], name
    table = told.table("approvers")
    for person, cells in rows_of(table).items():
        mine = [word for word in words if word[2] == person]
        assert cells == [len(mine), len({word[3] for word in mine}), 0], person
    assert table.total[1] == len(words)


def test_help_calls(told, again):
    for name, of in (("helps", "kind"), ("help_counters", "counter")):
        table = told.table(name)
        for key, cells in rows_of(table).items():
            mine = again.help_cells(lambda event, k=key, o=of: getattr(event, o) == k)
            assert cells == near(mine), key
        assert list(table.total[1:]) == near(again.help_cells(lambda event: True))
    day = told.table("day")
    assert day.value("helps", "value") == told.table("helps").total[1]


def test_services_without_a_ticket(told, again):
    found = Counter(
        (x.event.counter, x.event.service)
        for x in again.own
        if isinstance(x.event, h.UnticketedServed)
    )
    table = told.table("unticketed")
    assert {row[:2]: row[2] for row in table.rows} == found
    assert table.total[2] == told.table("day").value("unticketed", "value") == sum(found.values())


def test_hours_and_lists_kept(told, again):
    rows = rows_of(told.table("kept"))
    opens, closes = (told.table("day").value(name, "value") for name in ("opens", "closes"))
    first = min(again.opened)
    late = max(timedelta(), first - opens).total_seconds()
    assert rows["opening"] == [opens, first, pytest.approx(late)]
    assert rows["closing"][0] == closes
    ended = rows["closing"][1]
    assert (rows["closing"][2] is None) == (ended is None)
    if ended is not None:
        assert rows["closing"][2] == max(0.0, (closes - ended).total_seconds())
    ticks = {}
    for x in again.own:
        if isinstance(x.event, h.ChecklistTicked):
            ticks[x.event.item] = x.at if x.event.done else None
    done = {item: at for item, at in ticks.items() if at}
    lines = rows_of(told.table("checklist"))
    assert {code: cells[2] for code, cells in lines.items() if cells[1]} == done
    assert told.table("checklist").total[2] == len(done)
    items = again.config.checklist
    for when in ("opening", "closing"):
        codes = [item.code for item in items if item.when == when]
        whole = all(code in done for code in codes)
        assert rows[f"{when}_list"][1] == (max(done[c] for c in codes) if whole else None)


def test_sign_ins(told, again):
    table = told.table("sign_ins")
    for person, cells in rows_of(table).items():
        assert cells == near(again.sign_cells(lambda staff, p=person: staff == p)), person
    assert list(table.total[1:]) == near(again.sign_cells(lambda staff: True))


def test_each_one_not_served(told, again):
    lost = [
        (
            leg["service"],
            again.hour(again.ends[leg["key"]]),
            leg["state"].value,
            (again.ends[leg["key"]] - again.issued_at[leg["visit"]]).total_seconds(),
        )
        for leg in again.legs
        if leg["state"] in LOST
    ]
    table = told.table("gone")
    assert Counter(table.rows) == Counter(lost)
    bands = rows_of(told.table("lost_waits"))
    edges = [0, *(60 * bound for bound in BANDS_MIN), float("inf")]
    for at, band in enumerate(BANDS):
        mine = [one[2] for one in lost if edges[at] <= one[3] < edges[at + 1]]
        assert bands[band] == [mine.count(state.value) for state in LOST], band
    assert sum(told.table("lost_waits").total[1:]) == len(lost)


def test_tickets_with_several_services(told, again):
    visits = defaultdict(list)
    for leg in again.legs:
        visits[leg["visit"]].append(leg)
    table = told.table("several")
    rows = {**rows_of(table), "all": list(table.total[1:])}
    assert set(rows) == {str(len(legs)) for legs in visits.values()} | {"all"}
    for name, cells in rows.items():
        mine = [legs for legs in visits.values() if name in ("all", str(len(legs)))]
        whole = [legs for legs in mine if all(one["state"] is LegState.DONE for one in legs)]
        stays = [
            (max(again.ends[one["key"]] for one in legs) - again.issued_at[legs[0]["visit"]])
            for legs in whole
        ]
        assert cells == near(
            [
                *(len(mine), sum(map(len, mine)), len(whole)),
                lie([max(one["queued"] or 0 for one in legs) for legs in whole])[0],
                lie([sum(one["service_s"] for one in legs) for legs in whole])[0],
                lie([stay.total_seconds() for stay in stays])[0],
            ]
        ), name
