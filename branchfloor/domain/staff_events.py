"""Events of who signs in where. No PIN and no hash of one is ever in the log."""

from dataclasses import dataclass
from datetime import datetime

from .events import FloorEvent


@dataclass(frozen=True, slots=True)
class SignedIn(FloorEvent):
    """A person signed in at a place (`counter:3`); `token` is the window's own."""

    place: str
    staff: str
    token: str


@dataclass(frozen=True, slots=True)
class SignedOut(FloorEvent):
    """A session ended: by the person (`self`), the manager (`freed`), a new one (`taken_over`)."""

    place: str
    staff: str
    cause: str = "self"


@dataclass(frozen=True, slots=True)
class SignInFailed(FloorEvent):
    """A wrong PIN; `failures` since the last right one."""

    staff: str
    failures: int


@dataclass(frozen=True, slots=True)
class SignInLocked(FloorEvent):
    """Too many wrong PINs: nobody signs in as this person until then."""

    staff: str
    until: datetime


@dataclass(frozen=True, slots=True)
class PinSet(FloorEvent):
    """A person has a new PIN; it must be changed at first use when the administrator gave it."""

    staff: str
    must_change: bool = False
