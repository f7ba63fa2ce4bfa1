"""What goes into the bundle: what the program runs on, of the lock, for each system."""

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "installer" / "bundle"


@pytest.fixture(scope="module")
def bundle():
    path = ROOT / "installer" / "make_bundle.py"
    spec = importlib.util.spec_from_file_location("make_bundle", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("target", ["linux-3.11", "linux-3.13", "windows-3.12"])
def test_every_library_is_locked_and_none_is_of_development(bundle, target, tmp_path):
    chosen = bundle.Target.of(target)
    names = bundle.needed(chosen)
    assert {"pyside6-essentials", "shiboken6", "sqlalchemy", "cffi", "pillow"} <= set(names)
    assert not {"pytest", "mypy", "ruff", "hypothesis", "hatchling"} & set(names)
    lines = bundle.write_requirements(tmp_path, chosen).read_text().splitlines()
    assert len(lines) == len(names)
    assert all("==" in line and "--hash=sha256:" in line and ";" not in line for line in lines)


def test_each_system_has_its_own(bundle):
    linux = set(bundle.needed(bundle.Target.of("linux-3.11")))
    windows = set(bundle.needed(bundle.Target.of("windows-3.11")))
    assert "xcffib" in linux - windows
    assert "colorama" in windows - linux


@pytest.mark.parametrize("text", ["linux", "linux-3.10", "amiga-3.11", "linux-3.11-x"])
def test_a_target_nobody_serves_is_refused(bundle, text):
    with pytest.raises(ValueError, match=text):
        bundle.Target.of(text)


def test_a_wheel_that_was_swapped_has_another_hash(bundle, tmp_path):
    wheel = tmp_path / "six-1.17.0-py2.py3-none-any.whl"
    wheel.write_bytes(b"one")
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("six==1.17.0 --hash=sha256:00\n")
    bundle.hash_wheels(requirements, tmp_path)
    first = requirements.read_text()
    wheel.write_bytes(b"two")
    bundle.hash_wheels(requirements, tmp_path)
    assert first != requirements.read_text()
    wheel.unlink()
    with pytest.raises(FileNotFoundError, match="six"):
        bundle.hash_wheels(requirements, tmp_path)


def test_the_zip_is_the_same_for_the_same_files_and_keeps_rights(bundle, tmp_path):
    folder = tmp_path / "in"
    (folder / "wheels").mkdir(parents=True)
    (folder / "install.sh").write_text("#!/bin/sh\n")
    (folder / "wheels" / "a.whl").write_bytes(b"a")
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(tmp_path / name / "b.zip")
        bundle.pack(folder, made[-1])
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as packed:
        rights = {e.filename: e.external_attr >> 16 & 0o777 for e in packed.infolist()}
    assert rights == {"b/install.sh": 0o755, "b/wheels/a.whl": 0o644}


@pytest.mark.skipif(sys.platform == "win32", reason="needs bash")
@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.sh")), ids=lambda path: path.name)
def test_a_shell_script_reads_well(script):
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert script.stat().st_mode & 0o111


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.ps1")), ids=lambda path: path.name)
def test_a_powershell_script_closes_what_it_opens_and_stops_at_errors(script):
    text = script.read_text(encoding="utf-8")
    assert text.isascii()  # Windows' own PowerShell reads files without a mark as its code page
    assert '$ErrorActionPreference = "Stop"' in text
    assert unclosed(text) == []


def unclosed(text):
    """Brackets left open or closed wrongly, outside of strings and comments."""
    pairs, waiting, quote = {")": "(", "}": "{", "]": "["}, [], ""
    for line in text.splitlines():
        for sign in line:
            if quote:
                quote = "" if sign == quote else quote
            elif sign in "\"'":
                quote = sign
            elif sign == "#":
                break
            elif sign in pairs.values():
                waiting.append(sign)
            elif sign in pairs and (not waiting or waiting.pop() != pairs[sign]):
                return [line]
    return waiting + ([quote] if quote else [])
