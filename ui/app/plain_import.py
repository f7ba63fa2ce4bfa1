"""Loads PySide6 and leaves importing to Python: for processes with windows, before all else.

PySide6 puts an import of its own in place of Python's, for `from __feature__`, which nobody here
uses. It reads the source of every module that is imported later and keeps it: 18 MB a screen.
"""

import builtins


def load_qt() -> None:
    """Load PySide6; nothing else may have loaded it before."""
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
