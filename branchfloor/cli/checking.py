"""What `check` looks at on this PC, each finding in one sentence with what to do."""

import asyncio
import shutil
import time

from branchfloor.devices.voice import voice_from
from branchfloor.domain.clock import seconds_between, to_iso
from branchfloor.phrasing import Phrases

from .findings import Finding
from .session import Session

LEAST_FREE_MB = 500

OLD_COPY_H = 72.0
"""A long weekend: a copy older than this is told of."""


def check_branch(s: Session, *, rebuild: bool) -> list[Finding]:
    """The database and its log, the clock, the disk; with `rebuild` every row against the log."""
    found = [_database(s), _clock(s), _disk(s), _copy(s)]
    if rebuild:
        found.extend(_rebuilt(s))
    return found


def check_pc(phrases: Phrases) -> list[Finding]:
    """The voice and the fonts of this PC; needs no branch."""
    return [_voice(phrases), _font(phrases)]


def _say(s: Session, code: str, *, ok: bool, grave: bool = True, **values: object) -> Finding:
    return Finding(ok, code, s.phrases.say(f"check.{code}", **values), grave)


def _database(s: Session) -> Finding:
    path = str(s.store.database.place.path)
    return _say(s, "database_ready", ok=True, path=path)


def _clock(s: Session) -> Finding:
    now, last = s.store.clock.now(), s.store.state.not_before
    behind_s = seconds_between(now, last) if last else 0.0
    if behind_s > 5 and last is not None:
        text = s.phrases.say("refusal.clock_back", now=to_iso(now), last=to_iso(last))
        return Finding(False, "clock_back", text)
    return _say(s, "clock_ready", ok=True, now=to_iso(now))


def _disk(s: Session) -> Finding:
    free_mb = shutil.disk_usage(s.store.database.place.path.parent).free // 2**20
    code = "disk_ready" if free_mb >= LEAST_FREE_MB else "disk_low"
    return _say(s, code, ok=free_mb >= LEAST_FREE_MB, free=free_mb)


def _copy(s: Session) -> Finding:
    """How old the newest copy is: advice, for a branch that began today has none."""
    from branchfloor.storage.day_copy import copies_in, folder_of, is_whole

    folder = folder_of(s.store.database.place)
    copies = copies_in(folder, s.store.state.branch)
    if not copies:
        return _say(s, "copy_none", ok=False, grave=False, path=folder)
    newest = copies[-1]
    hours = max(0.0, time.time() - newest.made_at_s) / 3600
    if not is_whole(newest.path):
        return _say(s, "copy_bad", ok=False, grave=False, day=newest.day, path=newest.path)
    if hours > OLD_COPY_H:
        return _say(s, "copy_old", ok=False, grave=False, day=newest.day, hours=hours)
    return _say(s, "copy_ready", ok=True, path=newest.path, day=newest.day, hours=hours)


def _voice(phrases: Phrases) -> Finding:
    fault = asyncio.run(voice_from("espeak").check())
    if fault is None:
        text = phrases.say("check.voice_ready", voice="espeak")
        return Finding(True, "voice_ready", text)
    return Finding(False, fault.code, phrases.tell(fault), grave=False)


def _font(phrases: Phrases) -> Finding:
    from ui.app.look import unreadable

    lacking = unreadable()
    if lacking:
        return Finding(False, "font_missing", phrases.say("check.font_missing", sample=lacking))
    return Finding(True, "font_ready", phrases.say("check.font_ready"))


def _rebuilt(s: Session) -> list[Finding]:
    from branchfloor.storage.rebuild import check, rewrite_rows

    checked = check(s.store)
    if checked.sound:
        return [
            _say(s, "chain_whole", ok=True, n=checked.entries),
            _say(s, "rows_match", ok=True, n=checked.tickets),
        ]
    broken = next((f for f in checked.findings if f.code == "chain_broken"), None)
    if broken is not None:
        return [_say(s, "chain_broken", ok=False, seq=broken.seq)]
    rewrite_rows(s.store)
    return [_say(s, "rows_differ", ok=False, n=len(checked.findings))]
