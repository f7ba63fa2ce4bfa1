"""What a corrector has learned as one line of text, and back; its lessons are not in it.

A text that is missing, broken, of another version or of other columns gives None: the caller
begins anew and the first guess speaks until enough is learned.
"""

import base64
import json
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .bands import Bands
from .corrector import Corrector, Model, Shape, Slow
from .lines import Design
from .mixing import Mix
from .trees import Forest

VERSION = 1
KINDS = ("<f8", "<f4", "<i8")


def to_text(corrector: Corrector) -> str:
    """The state as text; the same state gives the same text."""
    tables = {
        "shares": corrector.mix.shares,
        "misses": corrector.mix.misses,
        "centres": corrector.bands.centres,
        "quantiles": corrector.bands.quantiles,
    }
    numbers: dict[str, float] = {}
    if corrector.model is not None:
        for name, value in _flat(asdict(corrector.model)).items():
            (tables if isinstance(value, np.ndarray) else numbers)[name] = value
    return json.dumps(
        {
            "version": VERSION,
            "width": corrector.shape.width,
            "core": corrector.shape.core,
            "guesses": corrector.shape.guesses,
            "seed": corrector.seed,
            "names": list(corrector.names),
            "by_kind": [[kind, *sides] for kind, sides in corrector.bands.by_kind.items()],
            "counts": [corrector.grown, corrector.since_trees],
            "numbers": numbers,
            "tables": _packed(tables),
        }
    )


def from_text(text: str, shape: Shape) -> Corrector | None:
    """The corrector that a text holds; None when it cannot be used for rows of this shape."""
    try:
        value = json.loads(text)
        held = Shape(value["width"], tuple(value["core"]), value["guesses"])
        if value["version"] != VERSION or held != shape:
            return None
        return _restored(value, shape)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _restored(value: dict[str, Any], shape: Shape) -> Corrector:
    tables = _unpacked(value["tables"])
    by_kind = {int(kind): [float(s) for s in sides] for kind, *sides in value["by_kind"]}
    corrector = Corrector(
        shape,
        int(value["seed"]),
        _model(tables, value["numbers"]) if value["numbers"] else None,
        Bands(tables["centres"], tables["quantiles"], by_kind),
        Mix(tables["shares"], tables["misses"]),
        {str(name): code for code, name in enumerate(value["names"])},
    )
    corrector.grown, corrector.since_trees = (int(count) for count in value["counts"])
    return corrector


def _model(tables: dict[str, NDArray[Any]], numbers: dict[str, float]) -> Model:
    parts: dict[str, Any] = {**tables, **numbers}

    def group(prefix: str) -> dict[str, Any]:
        whole = f"{prefix}."
        found = {k.removeprefix(whole): v for k, v in parts.items() if k.startswith(whole)}
        return {k: v for k, v in found.items() if "." not in k}

    slow = Slow(
        trees=Forest(**group("slow.trees")),
        odds_design=Design(**group("slow.odds_design")),
        **group("slow"),
    )
    own = ("slopes", "spread", "longest_s", "waits")
    return Model(design=Design(**group("design")), slow=slow, **{k: parts[k] for k in own})


def _flat(value: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Nested tables and numbers under one name each: `slow.trees.cuts`."""
    flat: dict[str, Any] = {}
    for name, one in value.items():
        if isinstance(one, dict):
            flat |= _flat(one, f"{before}{name}.")
        else:
            flat[before + name] = one
    return flat


def _packed(tables: dict[str, NDArray[Any]]) -> dict[str, list[Any]]:
    """Each table as its kind of number, its shape and its bytes."""
    return {
        name: [table.dtype.str, table.shape, base64.b64encode(table.tobytes()).decode("ascii")]
        for name, table in tables.items()
    }


def _unpacked(value: dict[str, list[Any]]) -> dict[str, NDArray[Any]]:
    return {name: _table(*parts) for name, parts in value.items()}


def _table(kind: str, shape: list[int], text: str) -> NDArray[Any]:
    if kind not in KINDS:
        raise ValueError(f"tables hold no {kind}")
    return np.frombuffer(base64.b64decode(text, validate=True), kind).reshape(shape).copy()
