"""The hall's voice: `Announcer` keeps the order, a `Voice` driver makes the sound."""

from branchfloor.devices.faults import VoiceFailed

from .announcement import Announcement, Delivery, Voice
from .announcer import Announcer
from .drivers import voice_from
from .guide import Guide, GuideVoice, Utterance, guide_from
from .quiet import HeardVoice, NoVoice

__all__ = [
    "Announcement",
    "Announcer",
    "Delivery",
    "Guide",
    "GuideVoice",
    "HeardVoice",
    "NoVoice",
    "Utterance",
    "Voice",
    "VoiceFailed",
    "guide_from",
    "voice_from",
]
