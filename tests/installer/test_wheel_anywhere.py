"""The wheel carries its resources: it runs from any folder, far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the wheel in it; the libraries are this environment's."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    building = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT]
    subprocess.run([*pip, *building], check=True)
    (wheel,) = folder.glob("branchfloor-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def run(installed, tmp_path, *words):
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment = {**os.environ, **home, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_code_and_its_files_are_the_wheels(installed, tmp_path):
    text = "import branchfloor, branchfloor.resources as r; print(r.resource('presets'))"
    assert run(installed, tmp_path, "-c", text).startswith(str(installed))


def test_a_branch_is_founded_and_served_from_any_folder(installed, tmp_path):
    program = ("-m", "branchfloor")
    run(installed, tmp_path, *program, "init", "--admin-pin", "427913")
    assert "C001" in run(installed, tmp_path, *program, "issue", "GT")
    run(installed, tmp_path, *program, "check", "--voice", "none")


def test_screens_are_drawn_with_the_wheels_fonts_and_words(installed, tmp_path):
    words = ("-m", "branchfloor", "pictures", str(tmp_path / "p"), "--screen", "launcher")
    run(installed, tmp_path, *words)
    assert (tmp_path / "p" / "launcher-first-zh_CN-900x640.png").exists()


def test_nothing_of_tests_or_the_installer_is_packed(installed):
    tops = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert tops == {"branchfloor", "ui"}
