"""What every closed form asks of its arguments; a ValueError says which one is wrong."""

from collections.abc import Sequence


def above_zero(**values: float) -> None:
    """Each value is above zero."""
    for name, value in values.items():
        if not value > 0:
            raise ValueError(f"{name} must be above 0, not {value}")


def share(**values: float) -> None:
    """Each value lies between 0 and 1, without either."""
    for name, value in values.items():
        if not 0 < value < 1:
            raise ValueError(f"{name} must lie between 0 and 1, not {value}")


def stable(busy: float) -> None:
    """The servers can keep up: below 1 they do, at 1 and above the line grows without end."""
    if not busy < 1:
        raise ValueError(f"the servers would be busy {busy:.0%} of their time; add some")


def alike(**values: Sequence[float]) -> None:
    """All lists have one value for each class."""
    lengths = {name: len(value) for name, value in values.items()}
    if len(set(lengths.values())) > 1 or not all(lengths.values()):
        said = ", ".join(f"{name} has {length}" for name, length in lengths.items())
        raise ValueError(f"each class needs one value: {said}")
