"""Bundled files are found in a checkout and in an installed wheel; the fonts are whole."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from branchfloor.resources import resource

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_finds_its_files() -> None:
    assert resource("fonts", "NOTICE") == ROOT / "resources" / "fonts" / "NOTICE"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="themes/none.toml"):
        resource("themes", "none.toml")


@pytest.mark.slow
def test_an_installed_wheel_finds_its_files(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    ask = "from branchfloor.resources import resource; print(resource('fonts', 'NOTICE'))"
    found = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path / "site",
        check=True,
        capture_output=True,
        text=True,
    )
    inside = tmp_path / "site" / "branchfloor" / "_resources" / "fonts" / "NOTICE"
    assert Path(found.stdout.strip()) == inside
    files = [path for path in resource().rglob("*") if path.is_file()]
    packed_root = inside.parent.parent
    assert [f for f in files if not (packed_root / f.relative_to(resource())).exists()] == []


@pytest.fixture(scope="module")
def bundled_fonts(qapp: QApplication) -> None:
    for file in sorted(resource("fonts").rglob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, file


@pytest.mark.usefixtures("bundled_fonts")
@pytest.mark.parametrize(
    ("family", "weights"),
    [("Inter", {400, 500, 600, 700, 800}), ("Noto Sans SC", {400, 700})],
)
def test_fonts_have_their_names_weights_and_tabular_figures(family: str, weights: set[int]) -> None:
    styles = QFontDatabase.styles(family)
    assert {QFontDatabase.weight(family, style) for style in styles} >= weights
    for weight in weights:
        font = QFont(family)
        font.setPixelSize(40)
        font.setWeight(QFont.Weight(weight))
        assert QRawFont.fromFont(font).familyName() == family
        metrics = QFontMetricsF(font)
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.usefixtures("bundled_fonts")
def test_the_chinese_font_can_write_names() -> None:
    raw = QRawFont.fromFont(QFont("Noto Sans SC"))
    assert raw.familyName() == "Noto Sans SC"
    assert [c for c in "请到号窗口镕堃喆￥" if not raw.supportsCharacter(ord(c))] == []
