"""What a device could not do, as a code with values and one sentence."""

from branchfloor.domain.errors import FloorError
from branchfloor.phrasing import Phrases


class DeviceFault(FloorError):
    """A device failed; `code` is a whole code of the sentence file, such as `check.player_missing`.

    The floor goes on without the device: a fault is shown and logged, never a reason to refuse.
    """

    def sentence(self, language: str) -> str:
        """The fault as people read it, in `zh_CN` or `en`."""
        return Phrases.load(language).tell(self)

    def __str__(self) -> str:
        return self.sentence("en")


class VoiceFailed(DeviceFault):
    """A call was not spoken, or cannot be."""


class PrinterFault(DeviceFault):
    """A slip was not printed; the ticket is valid all the same."""
