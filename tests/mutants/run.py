"""Break one line, run the test that must fail, put the line back: does a mutant survive?

    python tests/mutants/run.py            all of them
    python tests/mutants/run.py cash lane  those whose names hold a word

Works on a copy of the tree in a temporary folder; exits with 1 when a mutant survives or no
longer fits the code.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("branchfloor", "ui", "tests", "resources", "pyproject.toml", "README.md", "installer")


@dataclass(frozen=True)
class Mutant:
    """One line broken on purpose, and the tests of which one must notice."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


def mutants() -> list[Mutant]:
    """The committed list."""
    text = (Path(__file__).parent / "mutants.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["mutant"]
    return [Mutant(**{**row, "tests": tuple(row["tests"])}) for row in rows]


def copy_tree(target: Path) -> None:
    """What the tests need of the project, and nothing else."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target / name, ignore=ignore)
        elif source.exists():
            shutil.copy2(source, target / name)


def survives(mutant: Mutant, tree: Path) -> str:
    """'' when a test noticed the mutant, else what is wrong with it."""
    path = tree / mutant.file
    text = path.read_text(encoding="utf-8")
    if text.count(mutant.old) != 1:
        return f"its line stands {text.count(mutant.old)} times in {mutant.file}"
    path.write_text(text.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        done = run_tests(mutant.tests, tree)
    finally:
        path.write_text(text, encoding="utf-8")
    if done.returncode == 1:
        return ""
    return "survives" if done.returncode == 0 else f"tests did not run ({done.returncode})"


def run_tests(tests: tuple[str, ...], tree: Path) -> "subprocess.CompletedProcess[bytes]":
    """Run tests on the copy, quickly and without looking for the smallest example."""
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {
        **os.environ,
        "HYPOTHESIS_PROFILE": "mutants",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(tree),
    }
    return subprocess.run(words, cwd=tree, env=environment, capture_output=True, check=False)


def main(words: list[str]) -> int:
    """Run the mutants whose names hold one of the words, all without any."""
    chosen = [m for m in mutants() if not words or any(w in m.name for w in words)]
    bad = 0
    with tempfile.TemporaryDirectory(prefix="branchfloor-mutants-") as folder:
        tree = Path(folder)
        copy_tree(tree)
        for mutant in chosen:
            wrong = survives(mutant, tree)
            bad += bool(wrong)
            print(f"{'noticed ' if not wrong else 'SURVIVES'}  {mutant.name}  {wrong}", flush=True)
    print(f"{len(chosen) - bad} of {len(chosen)} mutants noticed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
