"""The sound output of the system this runs on."""

import sys

from .espeak import Speaker
from .playback import Loudspeaker
from .speaking_windows import WindowsLoudspeaker


def loudspeaker() -> Speaker:
    """What plays sounds on this system."""
    return WindowsLoudspeaker() if sys.platform == "win32" else Loudspeaker()
