"""The normal law for arrays: its quantiles, and what is left of a log-normal time."""

from math import erf, erfc, log, sqrt

import numpy as np

from .arrays import Floats

_RARE = 1e-9
"""Below this chance of lasting so long the tail is taken from its asymptote."""
_GRID = np.linspace(-8.0, 8.0, 16001)
_BELOW = np.array([0.5 * (1 + erf(z / sqrt(2))) for z in _GRID])

# Wichura's AS 241, PPND16: numerators and denominators, highest power first.
_MIDDLE = (
    (
        2509.0809287301226727,
        33430.575583588128105,
        67265.770927008700853,
        45921.953931549871457,
        13731.693765509461125,
        1971.5909503065514427,
        133.14166789178437745,
        3.387132872796366608,
    ),
    (
        5226.495278852545925,
        28729.085735721942674,
        39307.89580009271061,
        21213.794301586595867,
        5394.1960214247511077,
        687.1870074920579083,
        42.313330701600911252,
        1.0,
    ),
)
_NEAR = (
    (
        7.7454501427834140764e-4,
        0.0227238449892691845833,
        0.24178072517745061177,
        1.27045825245236838258,
        3.64784832476320460504,
        5.7694972214606914055,
        4.6303378461565452959,
        1.42343711074968357734,
    ),
    (
        1.05075007164441684324e-9,
        5.475938084995344946e-4,
        0.0151986665636164571966,
        0.14810397642748007459,
        0.68976733498510000455,
        1.6763848301838038494,
        2.05319162663775882187,
        1.0,
    ),
)
_FAR = (
    (
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        0.0012426609473880784386,
        0.026532189526576123093,
        0.29656057182850489123,
        1.7848265399172913358,
        5.4637849111641143699,
        6.6579046435011037772,
    ),
    (
        2.04426310338993978564e-15,
        1.4215117583164458887e-7,
        1.8463183175100546818e-5,
        7.868691311456132591e-4,
        0.0148753612908506148525,
        0.13692988092273580531,
        0.59983220655588793769,
        1.0,
    ),
)


def _ratio(terms: tuple[tuple[float, ...], tuple[float, ...]], x: Floats) -> Floats:
    over, under = terms
    return np.asarray(np.polyval(over, x) / np.polyval(under, x), np.float64)


def quantile(share: Floats) -> Floats:
    """Standard normal quantiles of shares between 0 and 1 (Wichura 1988, to 16 digits)."""
    p = np.clip(np.asarray(share, np.float64), 1e-300, 1 - 1e-16)
    q = p - 0.5
    middle = q * _ratio(_MIDDLE, 0.180625 - q * q)
    r = np.sqrt(-np.log(np.minimum(p, 1 - p)))
    tail = np.where(r <= 5.0, _ratio(_NEAR, r - 1.6), _ratio(_FAR, r - 5.0))
    return np.asarray(np.where(np.abs(q) <= 0.425, middle, np.copysign(tail, q)), np.float64)


def below(z: Floats) -> Floats:
    """The share below z, to about seven digits: for reading quantiles of a sample."""
    return np.asarray(np.interp(z, _GRID, _BELOW), np.float64)


def remaining(law: tuple[float, float], elapsed_s: float, share: Floats) -> Floats:
    """Quantiles of what is left of a log-normal time (mu, sigma) that has lasted `elapsed_s`."""
    mu, sigma = law
    if sigma <= 0:
        return np.full_like(share, max(0.0, float(np.exp(mu)) - elapsed_s))
    if elapsed_s <= 0:
        return np.asarray(np.exp(mu + sigma * quantile(share)))
    z = (log(elapsed_s) - mu) / sigma
    lasting = 0.5 * erfc(z / sqrt(2))
    if lasting < _RARE:  # far out in the tail what is left is nearly exponential
        return -np.log1p(-np.minimum(share, 1 - 1e-16)) * elapsed_s * sigma / z
    above = -quantile(lasting * (1 - share))
    return np.asarray(np.maximum(0.0, np.exp(mu + sigma * above) - elapsed_s))
