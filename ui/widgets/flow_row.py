"""A layout that sets pieces side by side and goes on below when the row is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Left to right, then the next row; every piece at its own size. Gaps in px."""

    def __init__(self, h_gap: int = 8, v_gap: int = 8, parent: QWidget | None = None) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._h_gap, self._v_gap = h_gap, v_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _place(self, rect: QRect, moving: bool) -> int:
        """Set the pieces in rows; answers the height used, in px."""
        area = rect.marginsRemoved(self.contentsMargins())
        corner, row_px = area.topLeft(), 0
        for item in self._items:
            size = item.sizeHint()
            if item.isEmpty():
                continue
            if corner.x() + size.width() > area.right() + 1 and row_px:
                corner = QPoint(area.left(), corner.y() + row_px + self._v_gap)
                row_px = 0
            if moving:
                item.setGeometry(QRect(corner, size))
            corner += QPoint(size.width() + self._h_gap, 0)
            row_px = max(row_px, size.height())
        return corner.y() + row_px - rect.top() + self.contentsMargins().bottom()
