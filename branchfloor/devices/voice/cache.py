"""Spoken phrases kept as WAV files, so that a repeated call costs nothing."""

from __future__ import annotations

import contextlib
import hashlib
import os
import wave
from typing import TYPE_CHECKING

import platformdirs

from .sound import read_wav

if TYPE_CHECKING:
    from pathlib import Path

    from .sound import Sound

_FORM = "1"
"""Part of each name: counts up when phrases are made in another way."""


def cache_folder() -> Path:
    """Where this user's phrases are kept."""
    return platformdirs.user_cache_path("branchfloor", appauthor=False) / "voice"


class PhraseCache:
    """Sounds by (voice, text), the `limit` latest of them; several processes may share a folder.

    A folder that cannot be written only makes it slower: a cache never fails a call.
    """

    def __init__(self, folder: Path, limit: int = 300) -> None:
        self.folder = folder
        self.limit = limit

    def path(self, voice: str, text: str) -> Path:
        """The file of a phrase."""
        name = hashlib.sha256(f"{_FORM}|{voice}|{text}".encode()).hexdigest()[:32]
        return self.folder / f"{name}.wav"

    def get(self, voice: str, text: str) -> Sound | None:
        """The sound of a phrase, or None when it was not kept or its file is damaged."""
        try:
            return read_wav(self.path(voice, text))
        except (OSError, EOFError, ValueError, wave.Error):
            return None

    def put(self, voice: str, text: str, sound: Sound) -> None:
        """Keep a sound; the file appears whole or not at all."""
        path = self.path(voice, text)
        part = path.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(sound.wav())
            part.replace(path)
            self._drop_oldest()
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def _drop_oldest(self) -> None:
        files = list(self.folder.glob("*.wav"))
        if len(files) <= self.limit:
            return
        files.sort(key=lambda file: file.stat().st_mtime)
        for file in files[: -self.limit]:
            file.unlink(missing_ok=True)
