"""Made-up queue logs: days of a hall with two priorities, some services, people who leave."""

import heapq
from datetime import UTC, datetime, timedelta
from random import Random

from branchfloor.waits.queue_log import LEFT, SERVED, LogRow

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


def a_log(
    days: int = 3, counters: int = 3, seed: int = 1, per_day: int = 250, services=("GW", "GP", "SL")
) -> list[LogRow]:
    """Served first come first served; a `high` one counts as issued 90 s before."""
    chance = Random(seed)
    rows: list[LogRow] = []
    for day in range(days):
        start = MORNING + timedelta(days=day)
        gap_s = 7 * 3600 / per_day
        issued, moment = [], 0.0
        for _ in range(per_day):
            moment += chance.expovariate(1 / gap_s) * (0.6 if 7000 < moment < 14000 else 1.4)
            issued.append(moment)
        rows += _day(start, issued, counters, services, chance)
    return rows


def _day(start, issued, counters, services, chance) -> list[LogRow]:
    mean_s = 0.8 * counters * (issued[-1] / len(issued))
    free = [(0.0, f"C{number}") for number in range(counters)]
    waiting: list[tuple[float, int]] = []
    rows, at = [], 0
    people = [
        (chance.random() < 0.3, chance.choice(services), chance.expovariate(1 / 3000))
        for _ in issued
    ]
    while at < len(issued) or waiting:
        freed, counter = heapq.heappop(free)
        if not waiting:
            freed = max(freed, issued[at])
        while at < len(issued) and issued[at] <= freed:
            heapq.heappush(waiting, (issued[at] - 90 * people[at][0], at))
            at += 1
        _, one = heapq.heappop(waiting)
        high, service, patience_s = people[one]
        moment = start + timedelta(seconds=issued[one])
        name = f"{start:%Y%m%d}-{one:04d}"
        priority = "high" if high else "ordinary"
        if freed - issued[one] > patience_s:
            gone = moment + timedelta(seconds=patience_s)
            rows.append(LogRow(name, service, priority, False, None, moment, None, gone, LEFT))
            heapq.heappush(free, (freed, counter))
            continue
        took_s = chance.lognormvariate(0, 0.8) * mean_s * 0.72
        called = start + timedelta(seconds=freed)
        ended = called + timedelta(seconds=took_s)
        rows.append(LogRow(name, service, priority, False, counter, moment, called, ended, SERVED))
        heapq.heappush(free, (freed + took_s, counter))
    return sorted(rows, key=lambda row: row.issued_at)
