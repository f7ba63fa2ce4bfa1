"""The Qt screens of Branchfloor: they ask the floor and show its state."""

import builtins

# PySide6 puts an import of its own in place of Python's, for `from __feature__`, which nobody here
# uses: it reads the source of every module that is imported later and keeps it, 18 MB a screen.
_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain_import
