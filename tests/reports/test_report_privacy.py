"""What was planted in notes, reasons and needs is in no report; nor is any ticket's number."""

import zipfile
from datetime import timedelta

import pytest

from branchfloor.domain import events as e
from branchfloor.floor.finding import Target
from branchfloor.floor.floor import Floor, now
from branchfloor.floor.issue import Wish
from branchfloor.floor.transfer import Destination
from branchfloor.phrasing import LANGUAGES, Phrases
from branchfloor.reports.as_csv import csv_pages
from branchfloor.reports.as_html import html_page
from branchfloor.reports.as_xlsx import write_xlsx
from branchfloor.reports.day import day_report
from branchfloor.reports.reading import material_of
from branchfloor.reports.words import Words
from branchfloor.storage.store import AtOnce
from tests.builders import TEN
from tests.reports.days import TUESDAY
from tests.storage import acts

PLANTED = ("Zhuang Wen", "13800138000", "6222020200112233", "wheelchair-need", "庄文", "pacemaker")
REASONS = ("elder", "military", "Military", "老年人", "军人", "sign language", "手语")


@pytest.fixture
def store(tmp_path):
    store = acts.a_store(tmp_path / "floor.db")
    yield store
    store.close()


def live_a_private_hour(store):
    """Everything a person may say, said; each number issued is given back."""
    at = TEN

    def floor():
        nonlocal at
        at += timedelta(seconds=30)
        return Floor(AtOnce(store), "cli:test", at)

    needs = ("wheelchair-need", "pacemaker")
    first = now(floor().issue(Wish("SO", "elder", needs))).ticket
    card = now(floor().issue(Wish("GT", "military", ("Zhuang Wen",)))).ticket
    signs = now(floor().issue(Wish("GT", "sign"))).ticket
    now(floor().grant(card, "military", "card"))
    now(floor().call_given("3", first))
    now(floor().start(Target(first)))
    now(floor().transfer(Target(first), Destination(service="GT", note="mind the pacemaker")))
    now(floor().revoke(first))
    now(floor().call_given("3", card))
    now(floor().start(Target(card)))
    sold = e.LegFinished(store.state.find(card).id, 1, "3", "sold to 6222020200112233")
    floor()
    store.run(lambda work: work.append(sold), actor="staff:0303", now=at)
    now(floor().pause_counter("3", "break"))
    old = e.CounterPaused("3", "Zhuang Wen fetches 13800138000")
    store.run(lambda work: work.append(old), actor="staff:0303", now=at + timedelta(seconds=9))
    now(floor().cancel(Target(signs)))
    return at, (first, card, signs)


def texts(store, at, tmp_path):
    """Every byte of every form in both languages."""
    report = day_report(material_of(store, TUESDAY, at))
    for language in LANGUAGES:
        words = Words(Phrases.load(language), store.config)
        yield html_page(report, words)
        yield from csv_pages(report, words).values()
        (file,) = write_xlsx(report, words, tmp_path / f"{language}.xlsx")
        with zipfile.ZipFile(file) as packed:
            for name in packed.namelist():
                yield packed.read(name).decode()


def test_nothing_planted_is_in_any_report(store, tmp_path):
    at, tickets = live_a_private_hour(store)
    report = day_report(material_of(store, TUESDAY, at))
    assert report.table("green").total[1:] == (2, 1, 1, 0, 1, 0, 0)
    assert report.table("pauses").rows[0][:3] == ("3", "break", 1)
    assert report.table("pauses").rows[1][:2] == ("3", "other")
    assert report.table("outcomes").total[-2:] == (1, 0)
    whole = "\n".join(texts(store, at, tmp_path))
    assert len(whole) > 50_000
    found = [word for word in (*PLANTED, *REASONS, *tickets) if word in whole]
    assert found == []


def test_a_day_of_one_ticket_can_be_told(store, tmp_path):
    number = now(Floor(AtOnce(store), "kiosk:1", TEN).issue(Wish("GT"))).ticket
    whole = "\n".join(texts(store, TEN + timedelta(minutes=1), tmp_path))
    assert number not in whole
    assert "NaN" not in whole
    assert "None" not in whole


def test_a_day_on_which_nobody_came_can_be_told(store, tmp_path):
    whole = "\n".join(texts(store, TEN + timedelta(minutes=1), tmp_path))
    assert Phrases.load("en").say("report.none") in whole
    assert "NaN" not in whole
