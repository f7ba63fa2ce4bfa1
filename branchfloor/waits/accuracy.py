"""Did the waits come true? Errors and coverage of settled promises, in all and by class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from .track import Coverage, Settled


@dataclass(frozen=True, slots=True)
class Errors:
    """Errors of the median in seconds over `coverage.n` promises; None without any.

    `bias_s` is said minus waited: above zero it took less time than was said.
    """

    class_name: str
    mean_abs_s: float | None
    median_abs_s: float | None
    bias_s: float | None
    width_s: float | None
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Accuracy:
    """All promises together, then each class by name."""

    total: Errors
    classes: tuple[Errors, ...]


def accuracy(promises: Iterable[Settled]) -> Accuracy:
    """The accuracy of promises; those whose wait has not ended are passed over."""
    by_class: dict[str, list[tuple[Settled, float]]] = {}
    for one in promises:
        if one.waited_s is not None:
            by_class.setdefault(one.class_name, []).append((one, one.waited_s))
    every = [pair for pairs in by_class.values() for pair in pairs]
    return Accuracy(
        errors_of("all", every), tuple(errors_of(name, by_class[name]) for name in sorted(by_class))
    )


def errors_of(class_name: str, pairs: Sequence[tuple[Settled, float]]) -> Errors:
    """The errors of promises beside what they took; all of them under one name."""
    if not pairs:
        return Errors(class_name, None, None, None, None, Coverage())
    misses = [one.wait.p50 - waited_s for one, waited_s in pairs]
    hits = sum(one.wait.p10 <= waited_s <= one.wait.p90 for one, waited_s in pairs)
    return Errors(
        class_name,
        mean_abs_s=fmean(map(abs, misses)),
        median_abs_s=median(map(abs, misses)),
        bias_s=fmean(misses),
        width_s=fmean(one.wait.p90 - one.wait.p10 for one, _ in pairs),
        coverage=Coverage(len(pairs), hits),
    )
