"""The hall's voice: `Announcer` keeps the order, a `Voice` driver makes the sound."""

from branchfloor.devices.faults import VoiceFailed

from .announcement import Announcement, Delivery, Voice
from .announcer import Announcer
from .drivers import voice_from
from .quiet import HeardVoice, NoVoice

__all__ = [
    "Announcement",
    "Announcer",
    "Delivery",
    "HeardVoice",
    "NoVoice",
    "Voice",
    "VoiceFailed",
    "voice_from",
]
