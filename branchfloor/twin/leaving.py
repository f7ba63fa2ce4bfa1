"""Patience: who has waited long enough leaves, and the line closes up."""

import numpy as np

from .arrays import Floats, Ints
from .record import Sittings
from .scene import Scene
from .staging import Layout


def leaves_s(scene: Scene, layout: Layout) -> Floats | None:
    """When each leg would give up waiting, [R, C + 1]; None when everybody stays."""
    if layout.patience is None:
        return None
    from_s = np.maximum(layout.virtual_s, 0.0)
    leave = np.full((layout.lanes, layout.columns + 1), np.inf)
    leave[:, :-1] = from_s + layout.patience * scene.habits.patience_s
    return leave


class Leaving:
    """When each head gives up, kept beside the heads of the engine."""

    def __init__(self, leave: Floats, row: Ints) -> None:
        lanes, self._length = len(leave), row.shape[1]
        at = row + (np.arange(lanes) * leave.shape[1])[:, None]
        self._leave = leave.reshape(-1).take(at).reshape(-1)
        self._shared = len(row) == 1

    def of(self, lane: Ints, ptr: Ints) -> Floats:
        """When those give up to whom the pointers of lanes point."""
        if self._shared:
            ptr = ptr + (lane * self._length if ptr.ndim == 1 else (lane * self._length)[:, None])
        return np.asarray(self._leave.take(ptr), np.float64)


def leaving_of(scene: Scene, layout: Layout) -> Leaving | None:
    """What the engine asks; None when everybody stays."""
    leave = leaves_s(scene, layout)
    return Leaving(leave, layout.row) if leave is not None else None


def gave_up(scene: Scene, layout: Layout, book: Sittings) -> Floats:
    """When those left whom nobody called in time, [R, C]; nan for the others."""
    leave = leaves_s(scene, layout)
    if leave is None:
        return np.broadcast_to(np.float64(np.nan), book.called_s.shape)
    gone = np.isnan(book.called_s) & (leave[:, :-1] < scene.horizon_s)
    gone &= np.isfinite(layout.virtual_s) & ~np.append(
        layout.slotted, np.zeros(layout.columns - len(layout.slotted), np.bool_)
    )
    return np.where(gone, leave[:, :-1], np.nan)
