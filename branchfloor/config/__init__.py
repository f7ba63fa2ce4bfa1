"""Branch documents: the TOML text that says what a branch offers and by which rules.

A document holds `preset`, `name`, `time_zone` and `notices`, the tables `[hours]`, `[settings]`
and `[policy]` (with its `class` list, strongest standing first), and the lists `[[service]]`,
`[[counter]]`, `[[green]]` and `[[staff]]`; `[slip]` with its `line` list is the ticket slip.
Keys are those of the domain's values; a name is
`{ zh = "…", en = "…" }`, a time of day "09:30", a span "09:00-17:00". What may be left out has
the default of its value. `resources/presets` holds complete examples.

Whoever adopts a document also asks `routing.check_law`: this package knows no routing.
"""

from .changes import Change, compare
from .document import parse_document, sha256_of
from .presets import load_preset, preset_text, presets
from .writing import to_document

__all__ = [
    "Change",
    "compare",
    "load_preset",
    "parse_document",
    "preset_text",
    "presets",
    "sha256_of",
    "to_document",
]
