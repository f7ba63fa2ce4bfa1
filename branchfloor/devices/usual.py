"""The devices a PC has where nobody names others."""

import sys

VOICE = "pyttsx3" if sys.platform == "win32" else "espeak"
"""What speaks: SAPI5 on Windows, espeak-ng elsewhere."""
