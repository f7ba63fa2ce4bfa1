import pytest
from PySide6.QtGui import QFontMetrics

from ui.theme import Role, Scale, Type
from ui.widgets import ElidedLabel, FigureLabel, TextLabel
from ui.widgets.text_flow import Flow, marked

TEXT = Type(Scale.CONSOLE, Role.TEXT)


@pytest.mark.parametrize("text", ["A041", "现金取款", "A041 现金", "", "gjpqy"])
def test_every_line_is_equally_high(qtbot, text):
    label = TextLabel(text, TEXT)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == TEXT.line_px


def test_latin_stands_on_the_same_line_beside_chinese(qtbot):
    alone, beside = TextLabel("HH", TEXT), TextLabel("HH现", TEXT)
    rows = []
    for label in (alone, beside):
        qtbot.addWidget(label)
        label.resize(60, TEXT.line_px)
        image = label.grab().toImage()
        rows.append([[image.pixel(x, y) for x in range(16)] for y in range(image.height())])
    assert rows[0] == rows[1]


def test_bold_stretches_are_marked_and_only_those():
    assert marked("还有 <b>1:23</b> 可过号") == Flow("还有 1:23 可过号", ((3, 4),))
    assert marked("张** <i>x</i>") == Flow("张** <i>x</i>")


def test_text_set_plainly_is_shown_as_it_is(qtbot):
    label = TextLabel("张<b>*</b>", TEXT)
    qtbot.addWidget(label)
    assert label.text() == "张<b>*</b>"


def test_a_wrapped_sentence_takes_more_lines_when_narrow(qtbot):
    label = TextLabel("同一批客户各模拟一千次，近二十条建议十九条落在区间内。", TEXT)
    qtbot.addWidget(label)
    label.set_wrapping(True)
    assert label.heightForWidth(120) > label.heightForWidth(400) >= TEXT.sentence_px
    label.set_wrapping(True, 2)
    assert label.heightForWidth(60) == 2 * TEXT.sentence_px


def test_an_elided_label_tells_the_whole_in_its_tooltip(qtbot):
    label = ElidedLabel("一个放不下的很长很长的名字", TEXT)
    qtbot.addWidget(label)
    label.resize(60, TEXT.line_px)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(600, TEXT.line_px)
    label.grab()
    assert label.toolTip() == ""


def test_a_figure_keeps_its_width_while_it_runs(qtbot):
    label = FigureLabel("00:00", Type(Scale.CONSOLE, Role.FIGURE))
    qtbot.addWidget(label)
    widths = set()
    for text in ("00:00", "11:11", "47:38", "20:09"):
        label.setText(text)
        widths.add(label.sizeHint().width())
    assert len(widths) == 1


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("scale", list(Scale))
def test_letters_fit_their_line(qapp, scale, role):
    type_ = Type(scale, role)
    tall = QFontMetrics(type_.font()).tightBoundingRect("现金Ágj").height()
    assert tall <= type_.line_px * 1.02
