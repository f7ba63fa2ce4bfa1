"""How was it: four faces, then thanks."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kiosk.big_head import BigHead
from ui.kiosk.face_mark import GradeKey
from ui.kiosk.page import Grade, Page, Restart, Said
from ui.kiosk.panel import NOTE, Notice, label, sentences
from ui.kiosk.scene import Scene
from ui.theme import Role
from ui.widgets import KioskButton, KioskLook


class GradePage(Page):
    """Four faces; one tap answers, going back leaves the question unanswered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = label(Role.HEAD)
        self._number = label(Role.TEXT, "ink_2")
        self.grades = {grade: GradeKey(grade) for grade in (4, 3, 2, 1)}
        self._note = sentences(Role.TEXT, "ink_2", 2)
        self.back = KioskButton("", KioskLook.PLAIN)
        self._lay_out()
        self.back.clicked.connect(self._on_back)

    def said(self, scene: Scene) -> Said:
        other = self.tr("How was it?", "other language")
        foot = self.tr("The grade is kept with the number, never with a name")
        return Said(self.tr("How was it?"), other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        self._question.setText(self.tr("How satisfied are you with the service?"))
        self._number.setText(self.tr("Your number {0}").format(scene.journey.typed))
        for grade, key in self.grades.items():
            word, other = self._words()[grade]
            key.show_grade(word, other if scene.bilingual else "")
        self._note.setText(self.tr("Not satisfied? The lobby manager looks into it"))
        self.back.setText(self.tr("I would rather not say"))

    def _words(self) -> dict[int, tuple[str, str]]:
        return {
            4: (self.tr("Very satisfied"), self.tr("Very satisfied", "other language")),
            3: (self.tr("Satisfied"), self.tr("Satisfied", "other language")),
            2: (self.tr("So-so"), self.tr("So-so", "other language")),
            1: (self.tr("Dissatisfied"), self.tr("Dissatisfied", "other language")),
        }

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(24)
        for place, key in enumerate(self.grades.values()):
            key.clicked.connect(self._on_grade)
            grid.addWidget(key, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self.back.setFixedHeight(116)
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.setContentsMargins(56, 56, 56, 0)
        self.column.addWidget(self._question)
        self.column.addWidget(self._number)
        self.column.addSpacing(24)
        self.column.addLayout(grid)
        self.column.addSpacing(16)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        self.column.addWidget(self.back)

    @Slot()
    def _on_grade(self) -> None:
        key = self.sender()
        if isinstance(key, GradeKey):
            self.asked.emit(Grade(key.grade))

    @Slot()
    def _on_back(self) -> None:
        self.asked.emit(Restart())


class ThanksPage(Page):
    """The grade was noted; the page goes back to the start by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(56, 120, 56, 0)
        self.column.setSpacing(48)
        self._head = BigHead("heart", "brand")
        self._notice = Notice(NOTE, "check", "brand_ink")
        self.done = KioskButton("", KioskLook.MAIN)
        self.done.setFixedHeight(132)
        self.done.clicked.connect(self._on_done)
        for piece in (self._head, self._notice, self.done):
            self.column.addWidget(piece)
        self.column.addStretch(1)

    def said(self, scene: Scene) -> Said:
        other = self.tr("Thank you", "other language")
        foot = self.tr("The grade is kept with the number, never with a name")
        return Said(self.tr("Thank you"), other if scene.bilingual else "", foot)

    def show_scene(self, scene: Scene) -> None:
        other = self.tr("Thank you for telling us", "other language")
        self._head.say(self.tr("Thank you for telling us"), other if scene.bilingual else "")
        self._notice.say(
            self.tr("Your answer is noted"),
            self.tr("Once for each visit; this page goes by itself"),
        )
        self.done.setText(self.tr("Back to the start"))

    @Slot()
    def _on_done(self) -> None:
        self.asked.emit(Restart())
