"""A scenario played by the twin: `branchfloor simulate SCENARIO.toml`."""

import argparse
from math import isfinite, isnan
from time import perf_counter
from typing import TYPE_CHECKING, Any

from branchfloor.domain.errors import FloorError
from branchfloor.phrasing import Phrases

from .adding import Adder
from .files import text_of
from .printing import print_error, print_json

if TYPE_CHECKING:
    from branchfloor.twin.batches import Estimate
    from branchfloor.twin.steady import ClassFigures, Simulated

USAGE = 2

ABOUT = """\
Play a hall on paper and say how long its customers wait.

  [[service]]  name, mean_min, arrivals_per_hour (a number, or [[from, to, rate], ...] in hours),
               tier = general | special | value_added, target_min (20, special 15), needs_cash,
               cv (1), law = lognormal | exponential | fixed, class, head_start
  [[counter]]  number, serves (everything), open (true, false or [[from, to], ...]), takes_cash,
               helps = [...] (only when nobody it serves waits)
  [policy]     discipline = affine | fifo | strict, head_start = { name = x },
               target_min = { name = x }, order = [strongest, ...],
               reserve (0; counters help only while more of them are idle),
               jump_min = { name = x } (whoever waited so long goes before everybody)
  [run]        hours, warmup_hours, replications (1), seed (1), starts_at (0), patience_min,
               reaction_s, walk_s

A class is what a service names as its class; a service that names none is a class of its own.
Names in [policy] are those of a class, a service or a tier. `strict` takes classes in `order`,
then as the services come. Hours count from starts_at. `hours` holds the warm-up.

Constant rates and one run (or no warmup_hours, or a warm-up that is long enough): the hall is
measured in its settled state, in batches that each begin empty and are warmed up before they
count, as many customers as the run would have counted. Otherwise each replication is played as
it stands, counted by moment of arrival; the doors close at its end and whoever waits is served.
ci95_s is half of the 95 % interval of the mean; half_widths has those of the other figures.
"""


def add(adder: Adder) -> None:
    """Add this command."""
    parser = adder.command("simulate", "play a scenario and say how long its customers wait")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = ABOUT
    parser.add_argument("scenario", metavar="SCENARIO.toml", help="the scenario's file")
    parser.set_defaults(run=_simulate)


def _simulate(args: argparse.Namespace) -> int:
    from branchfloor.twin.steady import simulate

    from .main import language
    from .scenario_document import read_scenario

    phrases = Phrases.load(language(args))
    try:
        scenario = read_scenario(text_of(args.scenario))
    except FloorError as error:
        print_error(error, phrases, as_json=args.json)
        return USAGE
    began = perf_counter()
    simulated = simulate(scenario)
    per_s = simulated.customers / (perf_counter() - began)
    if args.json:
        print_json(simulated_value(simulated, per_s))
    else:
        print("\n".join(simulated_lines(simulated, per_s, phrases)))
    return 0


def simulated_value(simulated: "Simulated", per_s: float) -> dict[str, Any]:
    """The contract's JSON object (DESIGN §9), with what stands behind the figures."""
    lanes = simulated.lanes
    return {
        "classes": {figures.name: _class_value(figures) for figures in simulated.classes},
        "utilisation": {n: round(share, 4) for n, share in simulated.utilisation.items()},
        "customers_per_second": round(per_s),
        "customers": simulated.customers,
        "method": "batches" if lanes.settled else "replications",
        "lanes": lanes.count,
        "warmup_hours": round(lanes.warmup_s / 3600, 3),
        "counted_hours": round(lanes.counted_s / 3600, 3),
        "load": round(simulated.load, 4),
    }


def _class_value(figures: "ClassFigures") -> dict[str, Any]:
    named = {"p50_s": figures.p50, "p90_s": figures.p90, "p99_s": figures.p99}
    return {
        "mean_s": _figure(figures.wait.value, 2),
        **{name: _figure(estimate.value, 2) for name, estimate in named.items()},
        "ci95_s": _figure(figures.wait.half, 3),
        "within_target": _figure(figures.within_target.value, 4),
        "n": figures.n,
        "left": round(figures.left, 4),
        "unserved": figures.unserved,
        "half_widths": {
            **{name: _figure(estimate.half, 3) for name, estimate in named.items()},
            "within_target": _figure(figures.within_target.half, 4),
        },
    }


def _figure(value: float, digits: int) -> float | None:
    """A rounded figure, or nothing where nothing can be said."""
    return round(value, digits) if isfinite(value) else None


def simulated_lines(simulated: "Simulated", per_s: float, phrases: Phrases) -> list[str]:
    """What a person reads: how it was played, a row for each class, the counters."""
    lanes = simulated.lanes
    return [
        phrases.say(
            "simulate.batches" if lanes.settled else "simulate.replications",
            n=lanes.count,
            warmup=lanes.warmup_s / 3600,
            counted=lanes.counted_s / 3600,
            customers=simulated.customers,
            speed=per_s,
        ),
        *(_class_line(figures, phrases) for figures in simulated.classes),
        *(
            phrases.say("simulate.counter", counter=number, share=share)
            for number, share in simulated.utilisation.items()
        ),
    ]


def _class_line(figures: "ClassFigures", phrases: Phrases) -> str:
    if not figures.n:
        return phrases.say("simulate.nobody", name=figures.name)
    line = phrases.say(
        "simulate.class",
        name=figures.name,
        mean=_minutes(figures.wait),
        p50=_minutes(figures.p50),
        p90=_minutes(figures.p90),
        p99=_minutes(figures.p99),
        share=figures.within_target.value,
        served=figures.n,
    )
    never = phrases.say("simulate.never", n=figures.unserved) if figures.unserved else ""
    return f"{line} · {never}" if never else line


def _minutes(estimate: "Estimate") -> str:
    """Minutes with their half-width, where it is known."""
    value, half = estimate.value / 60, estimate.half / 60
    return f"{value:.2f}" if isnan(half) else f"{value:.2f} ± {half:.2f}"
