"""Where `draw` was; see `draws`."""

from .draws import draw as draw
