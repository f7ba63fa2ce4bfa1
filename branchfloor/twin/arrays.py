"""Short names for the arrays of the twin. R lanes (replications), N legs, K kinds, S counters."""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
"""Seconds from now unless the name says otherwise."""
Ints = npt.NDArray[np.signedinteger[Any]]
Small = npt.NDArray[np.int8]
Bools = npt.NDArray[np.bool_]
Rough = npt.NDArray[np.float32]
"""Random numbers, where half the digits are plenty."""
