"""Chance: one stream a purpose, one number a customer, so that options meet the same customers."""

from dataclasses import dataclass

from .arrays import Floats, Rough, Small


@dataclass(frozen=True)
class Fates:
    """What happens at each leg's first sitting, [R, N + A]; made by `draw` from the habits, or
    given by hand.

    `what`: one of the constants below. `part` (0 to 1) of the service is done before a hold or a
    transfer; `away_s` later it waits again. `to`: the kind a transfer leads to.
    """

    what: Small
    part: Rough
    away_s: Rough
    to: Small | None = None


STAYS, MISSED, MISSED_TWICE, TOOK, LEFT, OFFICE, TRANSFER = range(7)
"""Served to the end; not there at the first call; nor at the second; three kinds of hold; sent to
another service.
"""


@dataclass(frozen=True)
class Draws:
    """Random numbers of R lanes for the N legs known now, A arrivals and S counters.

    `epochs` [R, A] are the arrivals of a Poisson stream of rate one, which `play` stretches to
    the demand; `mark` [R, A] (0 to 1) says for what each comes; `pace` [R, Q] are the slots'
    factors. `work` [R, N + A] are standard normals, the service of each leg, `again` those of a
    second sitting. `left` [R, S] (0 to 1) says how much is left of the running services.
    `patience` [R, N + A] are unit exponentials. None where the scene does not need it.
    """

    lanes: int
    epochs: Floats
    mark: Rough
    pace: Floats
    work: Rough
    left: Floats
    again: Rough | None = None
    fates: Fates | None = None
    patience: Rough | None = None
