"""What `check` asks of this PC's Qt: is there a font for the words people must read?"""

import os
import sys

_kept: list[object] = []
"""The application made here, if any: fonts registered with it go when it goes."""

SAMPLE = "请取号叫号窗口柜台一般特殊增值绿色通道"


def unreadable(sample: str = SAMPLE) -> str:
    """The characters of a sample that no font here shows; '' when all can be read."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFont, QFontMetrics
    from PySide6.QtWidgets import QApplication

    from ui.theme.fonts import FAMILIES, load_fonts

    _kept.append(QApplication.instance() or QApplication(sys.argv[:1]))
    load_fonts()
    font = QFont()
    font.setFamilies(list(FAMILIES))
    metrics = QFontMetrics(font)
    return "".join(c for c in sample if not metrics.inFontUcs4(ord(c)))
