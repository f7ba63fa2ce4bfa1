import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.app import language
from ui.app.language import BookTranslator, Message, current_language, read_book, set_language

ZH = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN">
<context><name>Speaker</name>
 <message><source>Call next</source><translation>呼叫下一位</translation></message>
 <message><source>Open</source><comment>verb</comment><translation>开放</translation></message>
 <message><source>Open</source><translation>营业中</translation></message>
 <message><source>Later</source><translation type="unfinished"></translation></message>
 <message><source>Gone</source><translation type="vanished">没了</translation></message>
 <message numerus="yes"><source>%n waiting</source><translation>
  <numerusform>%n 人等候</numerusform></translation></message>
</context></TS>"""
EN = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="en">
<context><name>Speaker</name>
 <message numerus="yes"><source>%n waiting</source><translation>
  <numerusform>%n person waiting</numerusform><numerusform>%n people waiting</numerusform>
 </translation></message>
</context></TS>"""


class Speaker(QWidget):
    """A widget with texts of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.told = 0
        self.retranslate()

    def retranslate(self) -> None:
        self.told += 1
        self.words = (
            self.tr("Call next"),
            self.tr("Open", "verb"),
            self.tr("Open"),
            self.tr("Later"),
            self.tr("%n waiting", "", 1),
            self.tr("%n waiting", "", 3),
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class QuietSpeaker(Speaker):
    """Inherits its texts."""


@pytest.fixture
def books(qapp, monkeypatch):
    texts = {"zh_CN": read_book(ZH), "en": read_book(EN)}
    monkeypatch.setattr(language, "book", texts.__getitem__)
    language.forget(qapp)
    yield
    language.forget(qapp)


def test_every_widget_switches_live(qapp, qtbot, books):
    top = Speaker()
    QVBoxLayout(top).addWidget(child := QuietSpeaker())
    qtbot.addWidget(top)
    set_language(qapp, "zh_CN")
    qapp.processEvents()
    chinese = ("呼叫下一位", "开放", "营业中", "Later", "1 人等候", "3 人等候")
    assert top.words == child.words == chinese
    set_language(qapp, "en")
    qapp.processEvents()
    english = ("Call next", "Open", "Open", "Later", "1 person waiting", "3 people waiting")
    assert top.words == child.words == english
    assert current_language() == "en"


def test_the_same_language_again_disturbs_nobody(qapp, qtbot, books):
    speaker = Speaker()
    qtbot.addWidget(speaker)
    set_language(qapp, "en")
    qapp.processEvents()
    told = speaker.told
    set_language(qapp, "en")
    qapp.processEvents()
    assert speaker.told == told


def test_qts_own_words_are_chinese_too(qapp, books):
    set_language(qapp, "zh_CN")
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"


def test_an_unknown_language_is_refused(qapp, books):
    with pytest.raises(ValueError, match="fr"):
        set_language(qapp, "fr")


def test_what_is_gone_or_not_yet_translated_is_not_in_the_book():
    sources = {source for _, source, _ in read_book(ZH)}
    assert sources == {"Call next", "Open", "%n waiting"}


def test_forms_follow_the_count():
    message = Message(("one", "many"))
    assert [message.form(n) for n in (0, 1, 2)] == ["many", "one", "many"]
    assert Message(("all",)).form(5) == "all"


def test_a_missing_book_leaves_the_source_texts():
    assert not BookTranslator({}).isEmpty()
    assert BookTranslator({}).translate("Speaker", "Call next") is None
