"""The three pages of the rating screen: welcome, the question, thanks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Pressable, ProgressTicks, TextLabel

from . import words
from .face import FaceButton
from .skip import SkipButton
from .words import said

GAP_PX = 16
_TITLE = Type(Scale.KIOSK, Role.STRONG, Weight.BOLD)
_TEXT = Type(Scale.KIOSK, Role.SMALL)


class SpokenPage(QWidget):
    """A large line and a smaller one in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel("", _TITLE)
        self.text = TextLabel("", _TEXT, "ink_2")
        self.text.set_wrapping(True, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(GAP_PX)
        column.addStretch(1)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)

    def show_words(self, title: str, text: str) -> None:
        """Both lines."""
        self.title.setText(title)
        self.text.setText(text)

    def set_times(self, times: float) -> None:
        """How many times as large as on 800×480 it is."""
        self.title.set_type(_TITLE.scaled(1.5 * times))
        self.text.set_type(_TEXT.scaled(times))


class QuestionPage(QWidget):
    """Four faces, best first; time runs down under them and takes no for an answer.

    Signals:
        answered: a face was touched; carries its grade.
        skipped: the customer does not want to say.
    """

    answered = Signal(object)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel("", _TITLE)
        self.hint = TextLabel("", _TEXT, "ink_2")
        self.faces = [FaceButton(grade) for grade in words.GRADES]
        self.bar = ProgressTicks()
        self.bar.set_thickness(8)
        self.left = TextLabel("", _TEXT, "ink_2")
        self.skip = SkipButton()
        self._lay_out()
        for face in self.faces:
            face.clicked.connect(self._on_face)
        self.skip.clicked.connect(self.skipped)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 14, 28, 16)
        column.setSpacing(12)
        for label in (self.title, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row, foot = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(GAP_PX)
        for face in self.faces:
            row.addWidget(face, 1)
        foot.setSpacing(GAP_PX)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.left)
        foot.addWidget(self.skip)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def show_question(self, language: str) -> None:
        """The question in a language."""
        self.title.setText(said(language, words.TITLE))
        self.hint.setText(said(language, words.HINT))
        self.skip.setText(said(language, words.SKIP))
        for face in self.faces:
            face.setText(said(language, words.GRADES[face.grade]))
            face.setEnabled(True)

    def show_left(self, language: str, left_s: float, whole_s: float) -> None:
        """How long it still asks."""
        self.bar.show_progress(left_s / whole_s if whole_s > 0 else 0.0)
        self.left.setText(said(language, words.LEFT).format(-int(-left_s // 1)))

    def set_times(self, times: float) -> None:
        """How many times as large as on 800×480 it is."""
        self.title.set_type(_TITLE.scaled(times))
        self.hint.set_type(_TEXT.scaled(times))
        self.left.set_type(_TEXT.scaled(times))
        self.skip.set_times(times)
        for face in self.faces:
            face.set_times(times)

    def pressables(self) -> list[Pressable]:
        """Everything to touch."""
        return [*self.faces, self.skip]

    def _on_face(self) -> None:
        face = self.sender()
        if isinstance(face, FaceButton):
            self.answered.emit(face.grade)
