"""Why a draft may not be saved, in the language in force.

The document's own check speaks English and names keys; the sentences met most are said here in
the screen's words. What is not known stays as the check said it.
"""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.app.language import LANGUAGES, current_language
from ui.settings.standing_words import class_word
from ui.settings.words import field

_KNOWN = (
    (
        r"(\S+) cannot be (?:served at|backed up at|lent to) counter (\S+): it takes no cash",
        QT_TRANSLATE_NOOP("WhyWords", "{0} cannot go to counter {1}: it takes no cash"),
    ),
    (
        r"(\S+) cannot be (?:served at|backed up at|lent to) counter (\S+): "
        r"it is outside the sales zone",
        QT_TRANSLATE_NOOP("WhyWords", "{0} cannot go to counter {1}: outside the sales zone"),
    ),
    (
        r"(\S+) cannot be lent to counter (\S+): cash work is never lent",
        QT_TRANSLATE_NOOP("WhyWords", "{0} cannot be lent to counter {1}: cash work never is"),
    ),
    (
        r"priority by law .*: c:(\S+) has a head start of (\S+), more than the (\S+) of c:(\S+)",
        QT_TRANSLATE_NOOP(
            "WhyWords", "Law comes first at every wait: {0} has a head start of {1}, {3} only {2}"
        ),
    ),
    (
        r"priority by law .*: c:(\S+) has a target of (\S+) min for (\S+), "
        r"shorter than the (\S+) min of c:(\S+)",
        QT_TRANSLATE_NOOP(
            "WhyWords", "Law comes first at every wait: {0} has a target of {1} min, {4} of {3}"
        ),
    ),
    (
        r"settings: f:(\S+) must be less than f:(\S+); change one of them",
        QT_TRANSLATE_NOOP("WhyWords", "“{0}” must be less than “{1}”"),
    ),
    (
        r"service (\S+) is served at no counter; .*",
        QT_TRANSLATE_NOOP("WhyWords", "{0} is served at no counter yet; set it in the table"),
    ),
    (
        r"(?:[^:]+: )?f:(\S+) must be a whole number of (\S+) or more, not (.+)",
        QT_TRANSLATE_NOOP("WhyWords", "“{0}” must be a whole number of {1} or more, not {2}"),
    ),
    (
        r"(?:[^:]+: )?f:(\S+) must be a number above 0, not (.+)",
        QT_TRANSLATE_NOOP("WhyWords", "“{0}” must be a number above 0, not {1}"),
    ),
    (
        r"(?:[^:]+: )?f:(\S+) must be a number of 0 or more, not (.+)",
        QT_TRANSLATE_NOOP("WhyWords", "“{0}” must be a number of 0 or more, not {1}"),
    ),
    (
        r"(?:[^:]+: )?f:(\S+) must be a text, not .+",
        QT_TRANSLATE_NOOP("WhyWords", "“{0}” may not stay empty"),
    ),
    (
        r"(?:[^:]+: )?f:(\S+) must be a span such as (\S+), not (.+)",
        QT_TRANSLATE_NOOP("WhyWords", "“{0}” must be written like {1}, not {2}"),
    ),
    (
        r"(\S+) (\S+) stands there twice; give each one its own",
        QT_TRANSLATE_NOOP("WhyWords", "{1} stands there twice; give each its own"),
    ),
)
"""Patterns with the templates of what they say; c: marks a class, f: a key of the document."""


def said(why: str) -> str:
    """The sentence in the language in force."""
    if current_language() != LANGUAGES[0]:
        return why
    for pattern, template in _KNOWN:
        names = re.findall(r"(c:|f:)?\((?!\?)", pattern)
        found = re.fullmatch(re.sub(r"[cf]:(?=\()", "", pattern), why)
        if found is not None:
            values = [_word(kind, text) for kind, text in zip(names, found.groups(), strict=True)]
            return QCoreApplication.translate("WhyWords", str(template)).format(*values)
    return why


def _word(kind: str, text: str) -> str:
    if kind == "c:":
        return class_word(text)
    return field(text.rpartition(".")[2]) if kind == "f:" else text
