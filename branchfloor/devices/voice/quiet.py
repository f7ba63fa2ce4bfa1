"""Voices without sound: none at all, and one that remembers for tests."""

from branchfloor.devices.faults import VoiceFailed

from .announcement import Announcement


class NoVoice:
    """A hall that is only shown its calls."""

    async def speak(self, announcement: Announcement) -> None:
        """Says nothing."""

    async def check(self) -> VoiceFailed | None:
        """Silence always works."""
        return None


class HeardVoice:
    """Remembers what it was given to speak, in `heard`, and fails with `fault` when that is set."""

    def __init__(self, fault: VoiceFailed | None = None) -> None:
        self.heard: list[Announcement] = []
        self.fault = fault

    async def speak(self, announcement: Announcement) -> None:
        """Remember the call, or fail as told."""
        if self.fault is not None:
            raise self.fault
        self.heard.append(announcement)

    async def check(self) -> VoiceFailed | None:
        """The fault it was told to have."""
        return self.fault

    @property
    def sentences(self) -> list[str]:
        """Every sentence heard, in order, without the repeats."""
        return [text for said in self.heard for _, text in said.texts()]
