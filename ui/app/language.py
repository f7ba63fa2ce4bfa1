"""Chinese and English, switched live, read straight from the .ts files: there is no build step.

Source strings are English and go through `self.tr("Call next")`; values by
`self.tr("{0} before you").format(n)`, counts by `self.tr("%n waiting", "", n)` (never an f-string).
The context is the class name, as Qt has it. A widget that shows texts of its own writes:

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

Each screen has its own pair of files, read together. To bring them up to date after changing
texts:

    pyside6-lupdate ui/kiosk -ts resources/i18n/kiosk_zh_CN.ts -no-obsolete -locations none
    pyside6-lupdate ui/kiosk -ts resources/i18n/kiosk_en.ts -no-obsolete -locations none -pluralonly

The English file holds the plural forms only. An entry without a translation, or marked
`type="unfinished"` and empty, shows its source text.
"""

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.theme.files import folder

LANGUAGES = ("zh_CN", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """One source text in one language; more than one form when it counts (one, other)."""

    forms: tuple[str, ...]

    def form(self, n: int) -> str:
        """The form for `n`; -1 where nothing is counted."""
        return self.forms[0] if n == 1 or len(self.forms) == 1 else self.forms[-1]


Book = Mapping[tuple[str, str, str], Message]


def read_book(text: str) -> Book:
    """Parse the XML of a .ts file: (context, source, comment) to its message."""
    found: dict[tuple[str, str, str], Message] = {}
    for context in ElementTree.fromstring(text).iter("context"):
        name = context.findtext("name", "")
        for entry in context.iter("message"):
            forms = _forms(entry)
            if any(forms):
                key = (name, entry.findtext("source", ""), entry.findtext("comment", ""))
                found[key] = Message(forms)
    return found


def _forms(entry: ElementTree.Element) -> tuple[str, ...]:
    translation = entry.find("translation")
    if translation is None or translation.get("type") in {"vanished", "obsolete"}:
        return ()
    numbered = [form.text or "" for form in translation.iter("numerusform")]
    return tuple(numbered) if numbered else (translation.text or "",)


@cache
def book(language: str) -> Book:
    """The texts of "zh_CN" or "en", of every screen's file; empty when there is none."""
    found: dict[tuple[str, str, str], Message] = {}
    for path in sorted(folder("i18n").glob(f"*_{language}.ts")):
        found.update(read_book(path.read_text(encoding="utf-8")))
    return found


class BookTranslator(QTranslator):
    """Answers Qt's `tr` from a book."""

    def __init__(self, texts: Book) -> None:
        super().__init__()
        self._texts = texts
        self._counted = {
            (source, comment): message
            for (_, source, comment), message in texts.items()
            if "%n" in source
        }

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, comment: str | None = None, n: int = -1, /
    ) -> str:
        message = self._texts.get((context, source, comment or ""))
        if message is None and n >= 0:
            # WORKAROUND PySide6 6.11.3: tr stops at a subclass for counted texts, since Qt has
            # filled in %n by then, and never asks for the base class that holds the text.
            message = self._counted.get((source, comment or ""))
        # None is Qt's null string: ask the next translator, or keep the source text.
        return message.form(n) if message is not None else None  # type: ignore[return-value]


class _Now:
    """What is installed in this process."""

    language: str = ""
    ours: QTranslator | None = None
    qts: QTranslator | None = None


def current_language() -> str:
    """The language in force: "zh_CN" or "en"."""
    return _Now.language or LANGUAGES[0]


def set_language(app: QCoreApplication, language: str) -> None:
    """Switch the whole process; every widget hears a LanguageChange. The same again does nothing.

    An unknown language raises ValueError.
    """
    if language not in LANGUAGES:
        raise ValueError(f"Unknown language: {language}")
    if language == _Now.language:
        return
    _remove(app)
    _Now.language = language
    QLocale.setDefault(QLocale(language))
    _Now.ours, _Now.qts = BookTranslator(book(language)), _qt_translator(language)
    # The last one installed is asked first; contexts tell our texts and Qt's own apart.
    app.installTranslator(_Now.qts)
    app.installTranslator(_Now.ours)


def forget(app: QCoreApplication) -> None:
    """Go back to the source texts, as before the first `set_language`."""
    _remove(app)
    _Now.language = ""


def _remove(app: QCoreApplication) -> None:
    for translator in (_Now.ours, _Now.qts):
        if translator is not None:
            app.removeTranslator(translator)
    _Now.ours = _Now.qts = None


def _qt_translator(language: str) -> QTranslator:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(f"qtbase_{language}", folder)
    return translator
