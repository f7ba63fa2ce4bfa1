"""Words of the program's own: what the log keeps as a word is one, never what somebody typed.

The log is for ever. A name, a number or an illness typed where a code belongs is refused before it
gets there; texts of people go to rows that can be purged.
"""

import re

from branchfloor.domain.errors import Refused
from branchfloor.domain.personal import looks_personal

_CODE = re.compile(r"[a-z][a-z0-9_.]{0,39}", re.ASCII)
_ALERT = re.compile(r"[a-z][a-z0-9_]{0,39}(?::[\w./-]{0,24}){0,4}", re.ASCII)
_DEVICE = re.compile(r"[a-z][a-z0-9_]{0,19}(?::[^\s:]{1,16})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?", re.ASCII)
_STAFF = re.compile(r"[A-Za-z0-9_.-]{1,10}", re.ASCII)


def must_be_code(name: str, value: str) -> None:
    """A code such as `paper_out`."""
    _must_fit(_CODE, name, value)


def must_be_alert(value: str) -> None:
    """The key of an alert, such as `overdue:GW/3:2`."""
    _must_fit(_ALERT, "alert", value)


def must_be_device(value: str) -> None:
    """A device of this branch: its kind, and which, such as `voice:hall`."""
    _must_fit(_DEVICE, "device", value)


def must_be_language(value: str) -> None:
    """A language such as `zh_CN`."""
    _must_fit(_LANGUAGE, "language", value)


def must_be_staff_number(value: str) -> None:
    """A staff number: short, and no word of any language but in letters that numbers have."""
    _must_fit(_STAFF, "staff", value)


def _must_fit(form: re.Pattern[str], name: str, value: str) -> None:
    if form.fullmatch(value) is None or looks_personal(value):
        raise Refused("bad_value", name=name, value=value)
