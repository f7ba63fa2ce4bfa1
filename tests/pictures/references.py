"""The pictures that were looked at and accepted, kept small, and what happens when one differs."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage, QPixmap

from tests.pictures.measure import Difference, difference

FOLDER = Path(__file__).parent / "accepted"
DIFFER = Path(__file__).parents[2] / "build" / "pictures-that-differ"
COLOURS = 128
TIMES = {"kiosk": 3, "board": 3}
"""How much a screen's pictures are reduced; all others by half."""


@dataclass(frozen=True, slots=True)
class Name:
    """One picture: a screen in a state, in a language and a theme."""

    screen: str
    state: str
    language: str
    theme: str = "day"

    def __str__(self) -> str:
        return f"{self.screen}-{self.state}-{self.language}-{self.theme}"

    @property
    def path(self) -> Path:
        """Where what was accepted is kept."""
        return FOLDER / self.screen / f"{self.state}-{self.language}-{self.theme}.png"

    @property
    def times(self) -> int:
        """How much it is reduced."""
        return TIMES.get(self.screen, 2)


def reduced(pixmap: QPixmap, times: int) -> Image.Image:
    """A picture of a screen with each cell the mean of `times` × `times` pixels."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    pixels = bytes(image.constBits())
    whole = Image.frombytes("RGB", size, pixels, "raw", "RGB", image.bytesPerLine(), 1)
    return whole.reduce(times)


def accept(name: Name, picture: Image.Image) -> None:
    """Keep a reduced picture as the reference, in few colours."""
    name.path.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, 2, dither=Image.Dither.NONE)
    few.save(name.path, optimize=True)


def compared(name: Name, picture: Image.Image) -> Difference | None:
    """A reduced picture against its reference; None when there is none yet."""
    if not name.path.exists():
        return None
    with Image.open(name.path) as kept:
        return difference(picture, kept)


def complaint(name: Name, picture: Image.Image, folder: Path = DIFFER) -> str:
    """What is wrong with a picture, in a sentence; empty when it holds.

    What was drawn, what was accepted and where they differ is written to the folder named in it.
    """
    found = compared(name, picture)
    if found is not None and found.holds:
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    picture.save(folder / f"{name}-drawn.png")
    if found is None:
        return f"{name} was never accepted; see {folder}, then `make pictures-accept`"
    with Image.open(name.path) as kept:
        kept.convert("RGB").save(folder / f"{name}-accepted.png")
    _map(found, picture).save(folder / f"{name}-difference.png")
    x, y = found.place(name.times)
    return (
        f"{name} differs by {found.worst:.1f} of 255 near x {x}, y {y}; see {folder}; "
        "if it is as it should be: `make pictures-accept`"
    )


def _map(found: Difference, picture: Image.Image) -> Image.Image:
    """The picture pale, with what differs in red."""
    strength = Image.fromarray(found.blocks).point(lambda level: level * 16).convert("L")
    mask = strength.resize(picture.size, Image.Resampling.NEAREST)
    pale = Image.blend(picture.convert("RGB"), Image.new("RGB", picture.size, "white"), 0.6)
    return Image.composite(Image.new("RGB", picture.size, (200, 0, 30)), pale, mask)
