"""Palette, type scale and style sheets, day and dark."""
