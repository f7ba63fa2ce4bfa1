"""Weeks of promises and what came of them, as a branch's rows would have them: for pictures."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from math import exp
from random import Random

from branchfloor.domain.clock import zone
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.policy import LEGAL, ORDINARY
from branchfloor.domain.waits import Baselines, WaitRange
from branchfloor.storage.promises import Promise

DAYS, A_DAY = 26, 208
"""How many business dates before today, and how many promises on each."""

_SERVICES = (
    *(("GW", 60), ("GD", 45), ("GP", 20), ("GT", 18), ("SO", 26), ("SP", 20), ("SI", 18)),
    *(("VF", 9), ("VL", 9), ("BC", 7), ("BS", 7)),
)
_LETTER = {"GW": "A", "GD": "A", "GP": "A", "B": "B", "V": "W"}
_NOON_LATE = 1.16
"""At noon waits are longer than said: breaks nobody told the forecast of."""


def promised(config: BranchConfig, today: date, until: datetime) -> list[Promise]:
    """Promises of the weeks before a date, and of that date up to a moment."""
    past, own = _made(config.time_zone, today)
    return [*past, *(one for one in own if _over(one, until))]


@cache
def _made(time_zone: str, today: date) -> tuple[tuple[Promise, ...], tuple[Promise, ...]]:
    """Those of the weeks before, and of the date: the same for every picture."""
    chance, found, day = Random(25), [], today
    for _ in range(DAYS):
        day -= timedelta(days=3 if day.weekday() == 0 else 1)
        found += list(_day(time_zone, chance, day, A_DAY))
    return tuple(found), tuple(_day(time_zone, chance, today, A_DAY))


def _over(one: Promise, until: datetime) -> bool:
    return one.at + timedelta(seconds=one.waited_s or 0.0) < until


def _day(time_zone: str, chance: Random, day: date, many: int) -> Iterator[Promise]:
    opens = datetime(day.year, day.month, day.day, 9, tzinfo=zone(time_zone))
    serials: dict[str, int] = {}
    for minute in sorted(chance.uniform(0, 460) for _ in range(many)):
        (service,) = chance.choices([s for s, _ in _SERVICES], [w for _, w in _SERVICES])
        letter = _LETTER.get(service, _LETTER.get(service[0], "C"))
        serials[letter] = serials.get(letter, 0) + 1
        number = f"{letter}{serials[letter]:03d}"
        green = chance.random() < 0.07 and letter != "B"
        yield _promise(chance, opens + timedelta(minutes=minute), (day, number, service), green)


def _promise(chance: Random, at: datetime, who: tuple[date, str, str], green: bool) -> Promise:
    day, number, service = who
    middle_s = (140 if green else 520) * exp(chance.gauss(0, 0.55))
    spread = 0.42
    noon = _NOON_LATE if at.hour == 12 and service[0] in "GS" else 1.0
    waited_s = middle_s * noon * exp(chance.gauss(0, spread))
    wide = exp(1.2816 * spread)
    slow, wild = exp(chance.gauss(0, 0.42)), exp(chance.gauss(0, 0.55))
    simple = Baselines(
        les=round(middle_s * wild, 1),
        hol=round(0.92 * middle_s * exp(chance.gauss(0, 0.5)), 1),
        avg_k=round(middle_s * exp(chance.gauss(0, 0.62)), 1),
        ql=round(1.1 * middle_s * slow, 1),
        waiting=min(30, int(middle_s / 60 * chance.uniform(0.4, 1.1))),
    )
    return Promise(
        visit_id=f"{day:%Y%m%d}-{number}",
        leg_no=1,
        age_s=0.0,
        at=at,
        wait=WaitRange(middle_s / wide, middle_s, middle_s * wide),
        waited_s=round(waited_s, 1),
        service=service,
        class_name=LEGAL if green else ORDINARY,
        simple=simple,
        number=number,
    )
