"""The comparison sees what a person sees, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.pictures import references
from tests.pictures.measure import difference
from tests.pictures.references import Name, accept, complaint, reduced
from ui.app.language import set_language
from ui.app.pictures import builders, grab
from ui.theme import apply_theme, pixmap, tokens
from ui.widgets import TextLabel

NAME = Name("console", "serving", "en")
Change = Callable[[QWidget, QPixmap], None]


@pytest.fixture
def console(qtbot, qapp: QApplication) -> QWidget:
    apply_theme(qapp, "day")
    set_language(qapp, "en")
    made = builders("console")["serving"]()
    qtbot.addWidget(made)
    return made


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "FOLDER", tmp_path / "accepted")


def the_label(console: QWidget) -> TextLabel:
    """The smallest text on it: the hardest to see."""
    shown = [lab for lab in console.findChildren(TextLabel) if lab.isVisible() and lab.text()]
    return min(shown, key=lambda lab: lab.width() * lab.height())


def box_of(piece: QWidget, console: QWidget) -> QRect:
    return QRect(piece.mapTo(console, QPoint()), piece.size())


def paper_over(picture: QPixmap, box: QRect) -> None:
    colour = picture.toImage().pixelColor(box.topLeft())
    with QPainter(picture) as painter:
        painter.fillRect(box, colour)


def move(picture: QPixmap, box: QRect, by: QPoint) -> None:
    moved = picture.copy(box)
    paper_over(picture, box)
    with QPainter(picture) as painter:
        painter.drawPixmap(box.topLeft() + by, moved)


def moved_aside(console: QWidget, picture: QPixmap) -> None:
    move(picture, box_of(the_label(console), console), QPoint(6, 0))


def moved_down(console: QWidget, picture: QPixmap) -> None:
    move(picture, box_of(the_label(console), console), QPoint(0, 6))


def missing(console: QWidget, picture: QPixmap) -> None:
    paper_over(picture, box_of(the_label(console), console))


def clipped(console: QWidget, picture: QPixmap) -> None:
    box = box_of(the_label(console), console)
    paper_over(picture, box.adjusted(box.width() - 12, 0, 0, 0))


def recoloured(console: QWidget, picture: QPixmap) -> None:
    """The smallest text in red instead of grey."""
    box = box_of(the_label(console), console)
    image = picture.toImage()
    ground, late = image.pixelColor(box.topLeft()), tokens().colour("late")
    for y in range(box.top(), box.bottom() + 1):
        for x in range(box.left(), box.right() + 1):
            ink = (ground.lightness() - image.pixelColor(x, y).lightness()) / 255
            image.setPixelColor(x, y, mixed(ground, late, min(1.0, max(0.0, ink * 1.6))))
    with QPainter(picture) as painter:
        painter.drawImage(0, 0, image)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def draw_icon(picture: QPixmap, name: str) -> None:
    with QPainter(picture) as painter:
        painter.drawPixmap(200, 200, pixmap(name, "ink", 20))


@pytest.mark.parametrize("change", [moved_aside, moved_down, missing, clipped, recoloured])
def test_a_person_would_see_it(console: QWidget, change: Change, tmp_path: Path) -> None:
    picture = grab(console)
    accept(NAME, reduced(picture, NAME.times))
    assert complaint(NAME, reduced(picture, NAME.times), tmp_path) == ""
    changed = QPixmap(picture)
    change(console, changed)
    said = complaint(NAME, reduced(changed, NAME.times), tmp_path)
    assert str(tmp_path) in said
    assert "make pictures-accept" in said
    written = {path.name for path in tmp_path.glob("*.png")}
    assert written == {f"{NAME}-{part}.png" for part in ("drawn", "accepted", "difference")}


def test_another_icon_is_seen(console: QWidget) -> None:
    one = grab(console)
    other = QPixmap(one)
    draw_icon(one, "heart")
    draw_icon(other, "star")
    assert not difference(reduced(one, 2), reduced(other, 2)).holds


def test_the_place_of_the_difference_is_told(console: QWidget) -> None:
    one = grab(console)
    other = QPixmap(one)
    paper_over(other, QRect(0, 0, 1, 1))
    with QPainter(other) as painter:
        painter.fillRect(QRect(300, 400, 24, 24), tokens().colour("late"))
    found = difference(reduced(one, 2), reduced(other, 2))
    x, y = found.place(2)
    assert QRect(300, 400, 24, 24).contains(x, y)


def test_softer_edges_are_not_seen(console: QWidget) -> None:
    """As from another way of smoothing letters: each pixel a little like its neighbour."""
    picture = grab(console)
    soft = QPixmap(picture)
    with QPainter(soft) as painter:
        painter.setOpacity(0.25)
        painter.drawPixmap(QPoint(1, 0), picture)
    assert difference(reduced(picture, 2), reduced(soft, 2)).holds


def test_a_picture_of_another_size_never_holds() -> None:
    one, other = Image.new("RGB", (220, 430)), Image.new("RGB", (440, 210))
    assert difference(one, other).worst == 255.0


def test_what_was_never_accepted_is_said(tmp_path: Path, console: QWidget) -> None:
    said = complaint(NAME, reduced(grab(console), NAME.times), tmp_path)
    assert "never accepted" in said
    assert (tmp_path / f"{NAME}-drawn.png").exists()


def test_two_drawings_are_the_same_to_the_pixel(console: QWidget, qtbot) -> None:
    again = builders("console")["serving"]()
    qtbot.addWidget(again)
    assert grab(console).toImage() == grab(again).toImage()
    assert console.findChildren(QLabel)
