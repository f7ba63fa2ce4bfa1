"""What a screen's process is started with."""

from dataclasses import dataclass

from branchfloor.devices.usual import VOICE


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """One screen of one branch on one display.

    `screen` is the display's number from 1, 0 for where the desktop puts it; `voice` is a driver
    of the board (`espeak`, `file:DIR`, `none`); `zone` the part of the hall it speaks to.
    `form` ("wide", "tall"), `keys` ("system", "modified", "window") and `on_top` are the console's
    own; None is as it was last.
    `guide` is the kiosk's reading voice (`espeak`, `file:DIR`, `none`), `still` that nothing moves.
    `rating_screen` is the display beside a console that asks customers, None for none.
    """

    kind: str
    database: str | None = None
    counter: str = ""
    staff: str | None = None
    language: str = "zh_CN"
    theme: str = "day"
    screen: int = 0
    fullscreen: bool = False
    voice: str = VOICE
    zone: str = "hall"
    device: str = "1"
    form: str | None = None
    keys: str | None = None
    on_top: bool | None = None
    printer: str = "none"
    rating_screen: int | None = None
    guide: str = "none"
    still: bool = False

    @property
    def actor(self) -> str:
        """Who acts on the floor from this screen before anybody signs on."""
        return f"{self.kind}:{self.counter or self.device}"


KINDS = ("kiosk", "console", "board", "overview", "settings")
SIZES = {
    "kiosk": (1080, 1920),
    "console": (440, 860),
    "board": (1920, 1080),
    "overview": (1920, 1080),
    "settings": (1920, 1080),
    "rating": (800, 480),
    "launcher": (900, 640),
}
PICTURED = (*KINDS, "rating", "launcher")
"""The kinds, the window some consoles show to their customers, and what opens first."""
