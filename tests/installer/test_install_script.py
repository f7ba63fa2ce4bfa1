"""Install, upgrade and remove, with no network, on a bundle whose program is a small stand-in.

The scripts are the real ones; the stand-in writes down how it was called, for a real wheelhouse
takes a network to make. The whole bundle is installed when BRANCHFLOOR_BUNDLE names its zip.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "installer" / "bundle"
CUT_OFF = ["unshare", "-rn"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the Linux scripts"),
]

PROGRAM = """
import pathlib, shutil, sys
def main():
    words = sys.argv[1:]
    home = pathlib.Path.home()
    with (home / "calls.txt").open("a") as calls:
        calls.write(" ".join([VERSION, *words]) + "\\n")
    if words[0] == "backup":
        if (home / "full").exists():
            return 1
        shutil.copy(words[3], words[1])
    return 0
"""


def may_cut_off():
    found = shutil.which("unshare")
    return bool(found) and subprocess.run([*CUT_OFF, "true"], check=False).returncode == 0


needs_cut_off = pytest.mark.skipif(
    not may_cut_off(), reason="this PC does not let a process go without a network (unshare -n)"
)


def make_bundle(folder, version):
    """A bundle of that version."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    info = f"branchfloor-{version}.dist-info"
    files = {
        "branchfloor/__init__.py": f"VERSION = {version!r}\n{PROGRAM}",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: branchfloor\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[console_scripts]\nbranchfloor = branchfloor:main\n",
    }
    record = "".join(f"{name},,\n" for name in (*files, f"{info}/RECORD"))
    path = wheels / f"branchfloor-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in {**files, f"{info}/RECORD": record}.items():
            packed.writestr(name, text)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "branchfloor.txt").write_text(f"./wheels/{path.name} --hash=sha256:{digest}\n")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    (folder / f"requirements-linux-{python}.txt").write_text("")
    (folder / "VERSION").write_text(f"{version}\n")
    for script in SCRIPTS.iterdir():
        shutil.copy(script, folder)
    return folder


class Pc:
    """A user's home, a program folder and bundles on it."""

    def __init__(self, folder):
        self.folder, self.home, self.prefix = folder, folder / "home", folder / "program"
        self.data = self.home / ".local" / "share" / "branchfloor"
        self.home.mkdir()

    def run(self, *words, typed=""):
        """A script, cut off from every network; its exit code and what it said."""
        kept = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8"}
        done = subprocess.run(
            [*CUT_OFF, "bash", *words],
            env=kept,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def install(self, version, *words):
        folder = self.folder / f"bundle-{version}"
        if not folder.exists():
            make_bundle(folder, version)
        usual = ("--prefix", str(self.prefix), "--python", sys.executable)
        return self.run(str(folder / "install.sh"), *usual, *words)

    def calls(self):
        return (self.home / "calls.txt").read_text().splitlines()

    def begin_data(self):
        self.data.mkdir(parents=True)
        (self.data / "branchfloor.db").write_text("tickets")


@pytest.fixture
def pc(tmp_path):
    return Pc(tmp_path)


@needs_cut_off
def test_an_installation_from_its_first_day_to_its_last(pc):
    """One life, for each environment of Python takes seconds to make."""
    it_installs_and_shows_up_on_the_desktop(pc)
    pc.begin_data()
    without_a_copy_nothing_is_upgraded(pc)
    a_wheel_that_was_tampered_with_is_refused(pc)
    an_upgrade_copies_the_data_first_with_the_old_program(pc)
    the_data_stays_unless_it_is_asked_twice(pc)


def it_installs_and_shows_up_on_the_desktop(pc):
    code, said = pc.install("1.0", "--autostart")
    assert code == 0, said
    program = pc.prefix / "current" / "bin" / "branchfloor"
    assert pc.calls() == ["1.0 --version"]
    entry = (pc.home / ".local/share/applications/branchfloor.desktop").read_text()
    assert f'Exec="{program}"\n' in entry
    assert "Name[zh_CN]=" in entry
    autostart = (pc.home / ".config/autostart/branchfloor.desktop").read_text()
    assert f'"{program}" "launcher" "--open"' in autostart
    assert (pc.prefix / "current" / "branchfloor.svg").exists()


def without_a_copy_nothing_is_upgraded(pc):
    (pc.home / "full").touch()
    code, said = pc.install("2.0")
    (pc.home / "full").unlink()
    assert code == 1
    assert "nothing was changed" in said
    assert (pc.prefix / "current").resolve().name == "1.0"


def a_wheel_that_was_tampered_with_is_refused(pc):
    (wheel,) = make_bundle(pc.folder / "bundle-1.5", "1.5").glob("wheels/*.whl")
    wheel.write_bytes(wheel.read_bytes() + b" ")
    code, said = pc.install("1.5")
    assert code != 0
    assert "hash" in said.lower()
    assert (pc.prefix / "current").resolve().name == "1.0"


def an_upgrade_copies_the_data_first_with_the_old_program(pc):
    code, said = pc.install("2.0")
    assert code == 0, said
    assert pc.calls()[-2].startswith("1.0 backup ")
    assert pc.calls()[-1] == "2.0 --version"
    assert (pc.data / "branchfloor.db").read_text() == "tickets"
    copies = list(pc.data.glob("branchfloor.db.before-2.0-*.db"))
    assert [copy.read_text() for copy in copies] == ["tickets"]
    assert sorted(v.name for v in (pc.prefix / "versions").iterdir()) == ["1.0", "2.0"]


def the_data_stays_unless_it_is_asked_twice(pc):
    script = shutil.copy(SCRIPTS / "uninstall.sh", pc.folder)
    asked = (str(script), "--prefix", str(pc.prefix), "--delete-data")
    code, said = pc.run(*asked, typed="delete\n")
    assert code == 0, said
    assert not pc.prefix.exists()
    assert not list(pc.home.rglob("*.desktop"))
    assert (pc.data / "branchfloor.db").exists()
    assert pc.run(*asked, typed="DELETE\n")[0] == 1
    (pc.prefix / "versions").mkdir(parents=True)
    assert pc.run(*asked, typed="DELETE\n")[0] == 0
    assert not pc.data.exists()


@needs_cut_off
def test_the_whole_bundle_founds_a_branch_without_a_network(pc):
    named = os.environ.get("BRANCHFLOOR_BUNDLE")
    if not named:
        pytest.skip("BRANCHFLOOR_BUNDLE names no zip; `make bundle` makes one")
    shutil.unpack_archive(named, pc.folder / "unpacked")
    (folder,) = (pc.folder / "unpacked").iterdir()
    words = ("--prefix", str(pc.prefix), "--python", sys.executable)
    code, said = pc.run(str(folder / "install.sh"), *words)
    assert code == 0, said
    program = str(pc.prefix / "current" / "bin" / "branchfloor")
    for command in ("init --lang en", "issue GT", "check --voice none"):
        code, said = pc.run("-c", f"cd / && {program} {command}")
        assert code == 0, said
