"""What a check found, in one sentence with what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; a `grave` one makes the check fail, others are advice."""

    ok: bool
    code: str
    text: str
    grave: bool = True
