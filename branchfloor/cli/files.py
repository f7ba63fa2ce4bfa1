"""Documents that a command line names: read whole, refused when they are no text."""

from pathlib import Path

from branchfloor.domain.errors import Refused

LARGEST = 1_000_000
"""A document has no more bytes."""


def text_of(name: str) -> str:
    """The text of a file; refused with `document_unreadable`."""
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Refused("document_unreadable", path=name, why=f"> {LARGEST}")
        return data.decode()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "UTF-8"
        raise Refused("document_unreadable", path=name, why=why) from error
