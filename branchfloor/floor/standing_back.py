"""A process that plays the floor forward lets the screens of the same PC go first."""

import os
import sys

NICE = 5
"""Its turn comes after that of whoever touches a screen, but it is not starved."""

_BELOW_NORMAL = 0x4000


def stand_back() -> None:
    """Lower the priority of this process; where that may not be, everything goes on as it is."""
    if sys.platform == "win32":
        from ctypes import windll

        windll.kernel32.SetPriorityClass(windll.kernel32.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(NICE)
