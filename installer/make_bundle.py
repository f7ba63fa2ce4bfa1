"""Make one zip that installs Branchfloor without a network: `python installer/make_bundle.py`.

The zip holds the project's wheel, the wheel of every library it runs on (by the hashes of
requirements.lock), and the scripts that install, upgrade and remove it. Run it with the project's
own environment, on the oldest system the bundle is for. Wheels are fetched by pip as this PC's pip
is set up; what cannot be had for a target ends the run with pip's own words.
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "installer" / "bundle"
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
_FIXED = (2020, 1, 1, 0, 0, 0)
"""The time of every file in the zip: the same input makes the same bytes."""

MARKERS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
PIP_PLATFORMS = {
    "linux": ("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux_2_17_x86_64"),
    "windows": ("win_amd64",),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A system ("linux", "windows") and a Python ("3.12") that the bundle is to install on."""

    system: str
    python: str

    @staticmethod
    def of(text: str) -> "Target":
        """`linux-3.11`, or ValueError."""
        system, _, python = text.partition("-")
        if system not in MARKERS or not re.fullmatch(r"3\.1[123]", python):
            raise ValueError(text)
        return Target(system, python)

    @property
    def is_here(self) -> bool:
        """Whether this PC is such a one."""
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        return (MARKERS[self.system]["sys_platform"], self.python) == (sys.platform, python)

    def environment(self) -> dict[str, str]:
        """What markers are evaluated with."""
        return {
            **MARKERS[self.system],
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }

    def pip_options(self) -> list[str]:
        """How pip is told to fetch for it."""
        names = [word for name in PIP_PLATFORMS[self.system] for word in ("--platform", name)]
        python = ["--python-version", self.python, "--implementation", "cp"]
        abis = ("--abi", f"cp{self.python.replace('.', '')}", "--abi", "abi3", "--abi", "none")
        return [*names, *python, *abis]


def locked() -> dict[str, str]:
    """Each library of the lock by name: its line with hashes, without its marker."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = re.match(r"([A-Za-z0-9._-]+)==(\S+)", line)
        if match:
            hashes = " ".join(re.findall(r"--hash=\S+", line))
            found[canonicalize_name(match[1])] = f"{match[1]}=={match[2]} {hashes}"
    return found


def needed(target: Target) -> list[str]:
    """The names of the libraries the program runs on, without those of its development."""
    found, waiting = set[str](), list(_named(own_dependencies(), target))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_named(_wants(name), target))
    return sorted(found)


def own_dependencies() -> list[str]:
    """What the project itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [str(line) for line in project["dependencies"]]


def _wants(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # another system's library: it is locked, and wants no more
        return []


def _named(lines: list[str], target: Target) -> Iterator[str]:
    for line in lines:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate(target.environment()):
            yield canonicalize_name(wanted.name)


def write_requirements(folder: Path, target: Target) -> Path:
    """The hashed list of a target; KeyError for a library that is not locked."""
    lines = locked()
    path = folder / f"requirements-{target.system}-{target.python}.txt"
    path.write_text("".join(f"{lines[n]}\n" for n in needed(target)), encoding="utf-8")
    return path


def fetch(requirements: Path, wheels: Path, target: Target) -> None:
    """Have pip fetch the wheels of a list, each held against its hash.

    For this PC's own system and Python a library without wheels is built from its locked source,
    with the locked tools; for another one it ends the run.
    """
    options = ["--no-deps", "--require-hashes", "--requirement", str(requirements)]
    if target.is_here:
        words = ["wheel", "--no-build-isolation", "--wheel-dir", str(wheels)]
    else:
        words = ["download", "--only-binary", ":all:", "--dest", str(wheels)]
        words += target.pip_options()
    subprocess.run([*PIP, *words, *options], check=True)


def hash_wheels(requirements: Path, wheels: Path) -> None:
    """Write each line anew with the hash of the wheel that lies here, a built one's too."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    pins = [line.partition(" ")[0] for line in lines]
    requirements.write_text("".join(_hashed(pin, wheels) for pin in pins), encoding="utf-8")


def _hashed(pin: str, wheels: Path) -> str:
    """A pin with the hashes of all wheels of that version: one for each target."""
    name, _, version = pin.partition("==")
    found = [
        w
        for w in wheels.glob("*.whl")
        if parse_wheel_filename(w.name)[0] == canonicalize_name(name)
    ]
    hashes = sorted(hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in found)
    if not hashes:
        raise FileNotFoundError(pin)
    return " ".join([f"{name}=={version}", *(f"--hash=sha256:{h}" for h in hashes)]) + "\n"


def build_wheel(wheels: Path) -> Path:
    """The project's own wheel, built by the locked backend."""
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run([*PIP, "wheel", *options], check=True)
    return next(wheels.glob("branchfloor-*.whl"))


def pack(folder: Path, path: Path) -> None:
    """Zip a folder, with its files' rights and no times of its own."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:
        for file in sorted(f for f in folder.rglob("*") if f.is_file()):
            entry = zipfile.ZipInfo(str(Path(path.stem) / file.relative_to(folder)), _FIXED)
            entry.external_attr = (0o100755 if file.suffix == ".sh" else 0o100644) << 16
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_STORED)


def make(out: Path, targets: list[Target]) -> Path:
    """Make the bundle in a folder; gives the zip."""
    work = out / "bundle"
    shutil.rmtree(work, ignore_errors=True)
    wheels = work / "wheels"
    wheels.mkdir(parents=True)
    own = build_wheel(wheels)
    lists = [write_requirements(work, target) for target in targets]
    for path, target in zip(lists, targets, strict=True):
        fetch(path, wheels, target)
    for path in lists:
        hash_wheels(path, wheels)
    for script in SCRIPTS.iterdir():
        shutil.copy(script, work / script.name)
    for name in ("LICENSE", "installer/system-packages.txt"):
        shutil.copy(ROOT / name, work / Path(name).name)
    for language in ("en", "zh_CN"):
        shutil.copy(ROOT / f"resources/guide/it.{language}.md", work / f"README.{language}.md")
    digest = hashlib.sha256(own.read_bytes()).hexdigest()
    (work / "branchfloor.txt").write_text(f"./wheels/{own.name} --hash=sha256:{digest}\n")
    version = own.name.split("-")[1]
    (work / "VERSION").write_text(f"{version}\n")
    path = out / f"branchfloor-{version}-bundle.zip"
    pack(work, path)
    return path


def main() -> None:
    """Make it for the targets named, by default this PC's Python on Linux and 3.12 on Windows."""
    here = f"linux-{sys.version_info.major}.{sys.version_info.minor}"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--target", type=Target.of, action="append", metavar="SYSTEM-PYTHON")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    targets = given.target or [Target.of(here), Target.of("windows-3.12")]
    sys.stdout.write(f"{make(given.out, targets)}\n")


if __name__ == "__main__":
    main()
