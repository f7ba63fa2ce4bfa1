"""Every published or twice computed figure of queueing holds through the public functions."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from branchfloor.twin.formulas.ahead import WaitBehind, mean_behind_with_leavers
from branchfloor.twin.formulas.erlang import Mmc, Promise, erlang_b, erlang_c, smallest_servers
from branchfloor.twin.formulas.patience import erlang_a
from branchfloor.twin.formulas.priority import Classes, first_class, many_servers, single_server
from branchfloor.twin.formulas.skills import NModel
from branchfloor.twin.formulas.staffing import (
    Wave,
    halfin_whitt,
    servers_for,
    spare_for,
    square_root_servers,
)

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
PLAYED = {"played", "policies"}
CLOSED = [vector for vector in VECTORS if vector["of"] not in PLAYED]


def line(arrivals: float, rate: float, servers: int) -> dict[str, Any]:
    mmc = Mmc(arrivals, rate, servers)
    return {
        "wait_chance": mmc.wait_chance,
        "wait": mmc.mean_wait,
        "queue": mmc.mean_queue,
        "stay": mmc.mean_stay,
        "busy": mmc.busy,
        **{f"p{p}": mmc.wait_quantile(p / 100) for p in (50, 90, 95)},
    }


def tail(t: float, **given: Any) -> dict[str, Any]:
    mmc = Mmc(**given)
    return {"tail": mmc.tail(t), "service_level": mmc.service_level(t)}


def smallest(share: float, within: float, **given: Any) -> dict[str, Any]:
    return {"servers": smallest_servers(promise=Promise(share, within), **given)}


def strict_many(**given: Any) -> dict[str, Any]:
    first = first_class(**given)
    return {
        "wait": many_servers(**given).strict_waits(),
        "first_chance": first.tail(0),
        "first_p90": first.quantile(0.9),
    }


def growing(classes: Callable[..., Classes]) -> Callable[..., dict[str, Any]]:
    return lambda slopes, **given: {"wait": classes(**given).accumulating_waits(slopes)}


def patience(**given: Any) -> dict[str, Any]:
    settled = erlang_a(**given)
    return {
        "wait_chance": settled.wait_chance,
        "left": settled.left_share,
        "queue": settled.mean_queue,
        "wait": settled.mean_wait,
    }


def behind(**given: Any) -> dict[str, Any]:
    wait = WaitBehind(**given)
    quantiles = {f"p{p}": wait.quantile(p / 100) for p in (10, 50, 90)}
    return {"mean": wait.mean, "sd": wait.sd, **quantiles}


def root(load: float, wait_chance: float) -> dict[str, Any]:
    return {
        "spare": spare_for(wait_chance),
        "servers": square_root_servers(load, wait_chance),
        "exact": servers_for(load, wait_chance),
    }


def skills(arrivals: list[float], **given: Any) -> dict[str, Any]:
    waits = NModel((arrivals[0], arrivals[1]), **given).waits()
    return {
        "wait_1": waits.mean_1,
        "wait_2": waits.mean_2,
        "chance_1": waits.wait_chance_1,
        "chance_2": waits.wait_chance_2,
    }


ANSWERS: dict[str, Callable[..., dict[str, Any]]] = {
    "erlang": lambda servers, load: {
        "blocked": erlang_b(servers, load),
        "wait_chance": erlang_c(servers, load),
    },
    "line": line,
    "tail": tail,
    "smallest": smallest,
    "strict one": lambda **given: {"wait": single_server(**given).strict_waits()},
    "strict many": strict_many,
    "growing one": growing(single_server),
    "growing many": growing(many_servers),
    "conserved": lambda **given: {"conserved": many_servers(**given).conserved},
    "patience": patience,
    "behind": behind,
    "large": lambda spare: {"wait_chance": halfin_whitt(spare)},
    "root": root,
    "wave": lambda rate, t, **given: {"load": Wave(**given).load(rate, t)},
    "skills": skills,
}


def test_there_are_seventy_two_of_them():
    assert (len(VECTORS), len(CLOSED)) == (72, 68)


@pytest.mark.parametrize("vector", CLOSED, ids=lambda vector: vector["name"])
def test_a_closed_form_gives_the_known_figures(vector):
    answer = ANSWERS[vector["of"]](**vector["given"])
    assert set(answer) == set(vector["expect"])
    for name, known in vector["expect"].items():
        assert answer[name] == pytest.approx(known, rel=vector["within"], abs=0), name


def test_equal_slopes_are_first_come_first_served():
    classes = many_servers((0.25, 0.5, 0.75, 3.0), 1, 5)
    waits = classes.accumulating_waits((2, 2, 2, 2))
    assert waits == pytest.approx((Mmc(4.5, 1, 5).mean_wait,) * 4, rel=1e-12)


def test_slopes_far_apart_are_strict():
    classes = single_server((0.2, 0.3), (1, 1.5), (2, 4))
    assert classes.accumulating_waits((1, 1e-12)) == pytest.approx(classes.strict_waits())


@pytest.mark.parametrize("slopes", [(6, 2.5, 1.5, 1), (1, 1, 1, 1), (9, 9, 1, 0.01)])
def test_priority_moves_waiting_and_never_removes_it(slopes):
    classes = single_server((0.1, 0.15, 0.1, 0.2), (1, 1.5, 2, 0.5), (2, 4.5, 8, 1))
    strict, growing = classes.strict_waits(), classes.accumulating_waits(slopes)
    for waits in (strict, growing):
        weighed = sum(load * wait for load, wait in zip(classes.loads, waits, strict=True))
        assert weighed == pytest.approx(classes.conserved)


def test_a_load_beyond_the_servers_always_waits():
    assert erlang_c(3, 3) == 1.0


def test_the_wait_behind_nobody_with_leavers_is_that_without():
    assert mean_behind_with_leavers(0, 5, 0.5, 3) == WaitBehind(0, 5, 0.5).mean
    assert mean_behind_with_leavers(9, 5, 0.5, 0.1) < WaitBehind(9, 5, 0.5).mean


def test_patience_of_a_large_load_does_not_overflow():
    assert 0 < erlang_a(900, 1, 0.01, 500).left_share < 1


def test_a_quantile_lies_where_its_chance_says():
    wait = WaitBehind(29, 6, 0.25)
    assert wait.cumulative(wait.quantile(0.37)) == pytest.approx(0.37)
    assert wait.cumulative(0) == 0


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: Mmc(5, 1, 5), "busy 100% of their time; add some"),
        (lambda: Mmc(0, 1, 5), "arrivals must be above 0"),
        (lambda: WaitBehind(-1, 5, 1), "ahead must be 0 or more"),
        (lambda: WaitBehind(1, 5, 1).quantile(1), "p must lie between 0 and 1"),
        (lambda: many_servers((1, 1), 1, 5).accumulating_waits((1, 2)), "greatest to the smallest"),
        (lambda: many_servers((1, 1), 1, 5).accumulating_waits((1,)), "each class needs one value"),
        (lambda: many_servers((3, 3), 1, 5), "busy 120%"),
        (lambda: NModel((1, 1), 1, 1, 2, 2), "reserve must lie between 0 and 1"),
        (lambda: NModel((0.5, 3), 1, 5, 2), "busy 150%"),
    ],
)
def test_arguments_that_make_no_sense_are_named(ask, said):
    with pytest.raises(ValueError, match=said):
        ask()
