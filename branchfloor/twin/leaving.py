"""Patience: who has waited long enough leaves, and the line closes up."""

import numpy as np

from .arrays import Floats
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
