"""The log-normal of a service and the gamma of a wait, against numbers made another way."""

from math import exp, pi, sqrt
from random import Random
from statistics import fmean, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branchfloor.waits.lognormal import LogNormal, gamma_range, log_normal, strata

means = st.floats(5, 5000)
cvs = st.floats(0.1, 2.0)


@given(means, cvs)
def test_a_law_keeps_the_mean_and_cv_it_was_made_of(mean_s, cv):
    law = log_normal(mean_s, cv)
    assert law.mean_s == pytest.approx(mean_s)
    assert law.cv == pytest.approx(cv)
    assert law.variance == pytest.approx((mean_s * cv) ** 2)


def test_quantiles_are_those_of_a_sample():
    law, rng = log_normal(300, 0.8), Random(2)
    drawn = quantiles((rng.lognormvariate(law.mu, law.sigma) for _ in range(40_000)), n=10)
    for share, value in ((0.1, drawn[0]), (0.5, drawn[4]), (0.9, drawn[8])):
        assert law.quantile(share) == pytest.approx(value, rel=0.03)


def by_integration(law: LogNormal, elapsed_s: float) -> float:
    """Mean of what is left, by summing the density over a fine grid of logarithms."""
    weight = moment = 0.0
    for i in range(-4000, 4001):
        z = i / 500
        seconds = exp(law.mu + law.sigma * z)
        if seconds > elapsed_s:
            density = exp(-z * z / 2) / sqrt(2 * pi)
            weight += density
            moment += density * (seconds - elapsed_s)
    return moment / weight


@pytest.mark.parametrize("elapsed_s", [0, 60, 300, 900, 2400])
def test_what_is_left_of_a_service(elapsed_s):
    law = log_normal(300, 0.9)
    assert law.remaining_mean(elapsed_s) == pytest.approx(by_integration(law, elapsed_s), rel=0.02)
    assert law.remaining(elapsed_s, 0.5) < law.remaining(elapsed_s, 0.9)


def test_a_service_that_lasts_absurdly_long_still_has_an_end():
    law = log_normal(60, 0.3)
    assert 0 < law.remaining_mean(1e7) < 1e7
    assert 0 < law.remaining(1e7, 0.5) < law.remaining(1e7, 0.9) < 1e8


@given(means, cvs, st.floats(0, 20_000), st.floats(0.02, 0.98))
def test_what_is_left_is_never_negative(mean_s, cv, elapsed_s, share):
    law = log_normal(mean_s, cv)
    assert law.remaining_mean(elapsed_s) >= 0
    assert law.remaining(elapsed_s, share) >= 0


@pytest.mark.parametrize("parts", [1, 3, 5])
def test_strata_have_mean_one(parts):
    found = strata(0.7, parts)
    assert fmean(found) == pytest.approx(1)
    assert list(found) == sorted(found)


def test_eleven_ahead_at_six_counters():
    """Erlang(12, 6 / 3.5 min): mean 7.0, P10 4.567, P50 6.807, P90 9.682 minutes."""
    wait = gamma_range(7.0, 12 * (3.5 / 6) ** 2)
    assert wait.p10 == pytest.approx(4.567, abs=0.02)
    assert wait.p50 == pytest.approx(6.807, abs=0.02)
    assert wait.p90 == pytest.approx(9.682, abs=0.02)


def test_one_exponential_gap():
    wait = gamma_range(10.0, 100.0)
    assert wait.p10 == pytest.approx(1.054, abs=0.15)
    assert wait.p50 == pytest.approx(6.93, abs=0.15)
    assert wait.p90 == pytest.approx(23.03, abs=0.3)


@given(st.floats(0, 1e5), st.floats(0, 1e9))
def test_a_range_is_in_order(mean_s, variance):
    wait = gamma_range(mean_s, variance)
    assert 0 <= wait.p10 <= wait.p50 <= wait.p90
