"""How far two pictures of a screen are apart, as somebody who looks at both would say.

Both are reduced (each cell is the mean of 2 × 2 or 3 × 3 pixels), blurred over 3 × 3 cells, and
compared block by block: a block's difference is the mean over its 4 × 4 cells of the largest
difference of a channel, of 255. A picture is as far off as its worst block. Reducing and blurring
let antialiasing and the few colours of what is kept through; a block is small enough that one
short word, an icon of 16 px, or a line of text that moved by 6 px fills it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

BLOCK = 4
LIMIT = 14.0
"""The worst block that still passes, in levels of 255."""

Levels = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Difference:
    """The worst block of two pictures of equal size, and every block as a map of levels."""

    worst: float
    blocks: Levels

    @property
    def holds(self) -> bool:
        """Whether nobody would see a difference."""
        return self.worst <= LIMIT

    def place(self, times: int) -> tuple[int, int]:
        """The middle of the worst block in px of the screen; `times` is the reduction."""
        row, column = np.unravel_index(int(np.argmax(self.blocks)), self.blocks.shape)
        return int((column + 0.5) * BLOCK * times), int((row + 0.5) * BLOCK * times)


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Compare two reduced pictures; unequal sizes are as far apart as can be."""
    if one.size != other.size:
        return Difference(255.0, np.full((1, 1), 255.0, np.float32))
    apart = np.abs(_blurred(one) - _blurred(other)).max(axis=2)
    blocks = _blocks(apart)
    return Difference(float(blocks.max()), blocks)


def _blurred(picture: Image.Image) -> Levels:
    cells = np.asarray(picture.convert("RGB"), dtype=np.float32)
    for axis in (0, 1):
        edge = [(1, 1) if at == axis else (0, 0) for at in range(3)]
        wide = np.pad(cells, edge, mode="edge")
        near = [np.take(wide, range(at, at + cells.shape[axis]), axis) for at in range(3)]
        cells = (near[0] + near[1] + near[2]) / np.float32(3)
    return cells


def _blocks(apart: Levels) -> Levels:
    rows, columns = (-(-size // BLOCK) * BLOCK for size in apart.shape)
    edge = ((0, rows - apart.shape[0]), (0, columns - apart.shape[1]))
    whole = np.pad(apart, edge, mode="edge")
    split = whole.reshape(rows // BLOCK, BLOCK, columns // BLOCK, BLOCK)
    return np.asarray(split.mean(axis=(1, 3)), dtype=np.float32)
