"""Whether a text people typed looks like it names a person: what must stay out of public texts."""

import re

_NUMBERS = re.compile(
    r"(?<!\d)(?:1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}"  # a mobile number
    r"|\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"  # an identity card
    r"|(?:\d[\s-]?){16,19})(?!\d)"  # a bank card
)
_ADDRESSED = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|太太)|\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z]"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


def looks_personal(text: str) -> bool:
    """Whether a phone, identity, card number, address of mail or a named person stands in it."""
    return any(pattern.search(text) for pattern in (_NUMBERS, _ADDRESSED, _MAIL))
