"""What is told: the ranges as they were reckoned, corrected by what came of earlier ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from branchfloor.domain.policy import ORDINARY
from branchfloor.domain.waits import (
    NOTHING_SAID,
    Forecasts,
    LegForecast,
    LineForecast,
    ServiceForecast,
    WaitRange,
)

from .daily import UNTAUGHT, Daily, Said, Saying
from .lines import Simple, with_simple
from .track import Tracker


@dataclass(frozen=True, slots=True)
class Corrections:
    """What past days have taught, and the waits of this one since."""

    daily: Daily = UNTAUGHT
    tracker: Tracker = field(default_factory=Tracker)

    def of(self, said: Said) -> WaitRange:
        """The range to be told for what was reckoned."""
        found = self.tracker.corrected(said.class_name, self.daily.corrected(said))
        return WaitRange(round(found.p10, 1), round(found.p50, 1), round(found.p90, 1))


def told(forecasts: Forecasts, simple: Simple, corrections: Corrections) -> Forecasts:
    """The forecasts with what simpler ways say beside them, every range corrected."""
    found = with_simple(forecasts, simple)
    lines = tuple(_line(line, corrections) for line in found.lines)
    coverage = corrections.tracker.coverage()
    return replace(
        found,
        lines=lines,
        services=tuple(_service(one, lines, corrections) for one in found.services),
        legs=tuple(_legs(found, simple, corrections)),
        coverage=coverage.share,
        scored=coverage.n,
    )


def _line(line: LineForecast, corrections: Corrections) -> LineForecast:
    if line.wait is None:
        return line
    said = Saying(line.class_name, line.wait, simple=line.simple)
    return replace(line, wait=corrections.of(said), uncorrected=line.wait)


def _service(
    one: ServiceForecast, lines: Iterable[LineForecast], corrections: Corrections
) -> ServiceForecast:
    """A service's range is that of its ordinary line, however it was reckoned."""
    if one.wait is None:
        return one
    ordinary = (line for line in lines if line.class_name == ORDINARY)
    line = next((line for line in ordinary if one.service in line.services), None)
    if line is not None and line.wait is not None:
        return replace(one, wait=line.wait, mean_s=_mean(one.mean_s, one.wait, line.wait))
    simple = line.simple if line is not None else NOTHING_SAID
    wait = corrections.of(Saying(ORDINARY, one.wait, simple=simple))
    return replace(one, wait=wait, mean_s=_mean(one.mean_s, one.wait, wait))


def _legs(forecasts: Forecasts, simple: Simple, corrections: Corrections) -> Iterator[LegForecast]:
    waiting = {
        (place.visit_id, place.leg_no): (key.class_name, place.since)
        for key, lane in simple.state.lanes.of.items()
        for place in lane
    }
    for leg in forecasts.legs:
        found = waiting.get((leg.visit_id, leg.leg_no))
        if leg.wait is None or found is None:
            yield leg
            continue
        class_name, since = found
        said = Saying(class_name, leg.wait, max(1.0, simple.now.timestamp() - since))
        wait = corrections.of(said)
        mean_s = _mean(leg.mean_s, leg.wait, wait)
        yield replace(leg, wait=wait, mean_s=mean_s, uncorrected=leg.wait)


def _mean(mean_s: float | None, before: WaitRange, after: WaitRange) -> float | None:
    """The mean moves with the median."""
    if mean_s is None or before.p50 <= 0:
        return mean_s
    return round(mean_s * after.p50 / before.p50, 1)
