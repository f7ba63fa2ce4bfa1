"""Arrows between packages run one way only: a walk over every import statement."""

import ast
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

RULES = {"domain"}
PLAYED_FORWARD = RULES | {"routing", "twin"}
PARTS = PLAYED_FORWARD | {"storage", "devices", "security", "config", "waits"}
USES = PARTS | {"floor", "demo", "reports", "relations", "bench"}

ALLOWED = {
    "domain": set[str](),
    "routing": RULES,
    "twin": RULES | {"routing"},
    "waits": PLAYED_FORWARD,
    "storage": RULES,
    "devices": RULES,
    "security": RULES,
    "config": RULES,
    "floor": PARTS,
    "demo": PARTS | {"floor"},
    "reports": PARTS | {"floor"},
    "relations": PARTS | {"floor"},
    "bench": USES,
    "cli": USES | {"ui"},
    "ui": USES,
    "__main__": {"cli"},
    "phrasing": set[str](),
    "resources": set[str](),
}
FOR_ALL = {"branchfloor", "phrasing", "resources"}

QT = {"PySide6", "shiboken6", "qasync"}
OUTSIDE = {
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "argon2": {"security"},
    "openpyxl": {"reports"},
    "numpy": {"twin", "waits"},
    **{name: {"ui", "cli"} for name in QT},
}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
PURE = {"domain", "routing", "phrasing", "resources"}


def package_of(file: Path) -> str:
    """`branchfloor/floor/calls.py` belongs to `floor`, everything under `ui` to `ui`."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return parts[0] if parts[0] == "ui" or parts[1] == "__init__" else parts[1]


def imported(node: ast.AST, file: Path) -> list[str]:
    """The dotted names one statement imports, relative ones made absolute."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    up = list(file.relative_to(ROOT).parts[: -node.level]) if node.level else []
    base = ".".join([*up, *([node.module] if node.module else [])])
    return [f"{base}.{alias.name}" for alias in node.names]


def imports(file: Path) -> Iterator[tuple[str, int, bool]]:
    """Name, line, and whether the import waits inside a function."""
    for node, inside in within(ast.parse(file.read_text(encoding="utf-8")), False):
        for name in imported(node, file):
            yield name, node.lineno, inside


def within(node: ast.AST, inside: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """Every statement below a node, and whether a function is around it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            continue
        if isinstance(child, ast.stmt):
            yield child, inside
        yield from within(child, inside or isinstance(child, FUNCTIONS))


def fault(package: str, name: str, lazy: bool) -> str:
    """What is wrong with this import in this package; empty when nothing is."""
    top, _, rest = name.partition(".")
    if top == "branchfloor":
        target = rest.partition(".")[0]
        known = target if target in ALLOWED else "branchfloor"
        if known not in ALLOWED.get(package, set()) | FOR_ALL | {package}:
            return f"{package} must not import {known}"
    elif top == "ui":
        if "ui" not in ALLOWED.get(package, set()) | {package}:
            return f"{package} must not import ui"
    elif package not in OUTSIDE.get(top, {package}):
        return f"{package} must not import {top}"
    elif package in PURE and top not in sys.stdlib_module_names:
        return f"{package} is pure, {top} is not"
    if package == "cli" and top in QT | {"ui"} and not lazy:
        return f"cli imports {top} only inside a function"
    return ""


SOURCES = sorted(chain(ROOT.glob("branchfloor/**/*.py"), ROOT.glob("ui/**/*.py")))


@pytest.mark.untraced
def test_every_import_follows_an_arrow() -> None:
    faults = [
        f"{file.relative_to(ROOT)}:{line}: {problem}"
        for file in SOURCES
        for name, line, lazy in imports(file)
        if (problem := fault(package_of(file), name, lazy))
    ]
    assert faults == []


def test_every_package_has_its_arrows() -> None:
    assert {package_of(file) for file in SOURCES} <= set(ALLOWED) | {"branchfloor"}


@pytest.mark.parametrize(
    ("package", "name", "lazy"),
    [
        ("domain", "branchfloor.routing.choice", False),
        ("domain", "numpy", False),
        ("storage", "branchfloor.floor.work", False),
        ("floor", "sqlalchemy", False),
        ("floor", "ui.app", True),
        ("floor", "PySide6.QtCore", True),
        ("bench", "numpy", True),
        ("cli", "ui.app.main", False),
        ("ui", "branchfloor.cli.main", True),
        ("phrasing", "branchfloor.domain.errors", False),
    ],
)
def test_a_wrong_arrow_is_seen(package: str, name: str, lazy: bool) -> None:
    assert fault(package, name, lazy)


def test_relative_imports_are_seen() -> None:
    (statement,) = ast.parse("from ..floor import calls").body
    assert imported(statement, ROOT / "branchfloor/storage/rows.py") == ["branchfloor.floor.calls"]
