"""Colours and pens of the theme in force, looked up once each."""

from functools import cache

from PySide6.QtGui import QColor, QPen

from ui.theme import load_tokens, tokens


def ink(colour: str) -> QColor:
    """A colour given as a token name or as "#RRGGBB"; shared, so nobody changes it."""
    return _ink(tokens().name, colour)


def ink_pen(colour: str) -> QPen:
    """A pen one pixel wide in that colour, to write with; shared, so nobody changes it."""
    return _pen(tokens().name, colour)


@cache
def _ink(theme: str, colour: str) -> QColor:
    return QColor(colour) if colour.startswith("#") else load_tokens(theme).colour(colour)


@cache
def _pen(theme: str, colour: str) -> QPen:
    return QPen(_ink(theme, colour))
