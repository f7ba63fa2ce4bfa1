"""Reads what helps and why, once for every change of a visit's grounds."""

from PySide6.QtCore import QObject, Signal

from branchfloor.domain.errors import FloorError
from branchfloor.domain.visit import Visit
from branchfloor.floor.care import Care
from branchfloor.floor.floor import Floor
from ui.app.tasks import cancel_all, loop_runs, spawn


class CareReader(QObject):
    """Reasons and needs are no part of the state: they lie in rows that can be purged, and are
    asked for one visit at a time.
    """

    read = Signal()
    """`care` has been read for the visit asked for last."""

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._about: object = None
        self.care: Care | None = None

    def ask(self, visit: Visit, *, allowed: bool) -> None:
        """Read of this visit, unless it has been and nothing changed since; what was read is
        forgotten when whoever stands before the screen may not know it.
        """
        about = (visit.id, visit.grounds)
        if not allowed:
            self.care, self._about = None, None
            return
        if about == self._about:
            return
        if not isinstance(self._about, tuple) or self._about[0] != visit.id:
            self.care = None
        if loop_runs():
            self._about = about
            spawn(self._read(visit.id, about), name="care", owner=self)

    def tell(self, visit: Visit, care: Care) -> None:
        """Take what was read elsewhere."""
        self._about = (visit.id, visit.grounds)
        self.care = care
        self.read.emit()

    def stop(self) -> None:
        """Leave what is under way."""
        cancel_all(self)

    async def _read(self, visit_id: str, about: object) -> None:
        try:
            care = await self._floor.care_of(visit_id)
        except FloorError:
            self._about = None  # the next state asks again
            return
        if about == self._about:
            self.care = care
            self.read.emit()
