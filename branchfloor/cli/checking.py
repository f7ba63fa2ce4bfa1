"""What `check` looks at on this PC, each finding in one sentence with what to do."""

import asyncio
import shutil
from dataclasses import dataclass

from branchfloor.devices.voice import voice_from
from branchfloor.domain.clock import seconds_between, to_iso

from .session import Session

LEAST_FREE_MB = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; a `grave` one makes the check fail, others are advice."""

    ok: bool
    code: str
    text: str
    grave: bool = True


def check_pc(s: Session, *, rebuild: bool) -> list[Finding]:
    """Database and log, clock, disk and voice; with `rebuild` every row against the log."""
    found = [_database(s), _clock(s), _disk(s), _voice(s)]
    if rebuild:
        found.extend(_rebuilt(s))
    return found


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


def _voice(s: Session) -> Finding:
    fault = asyncio.run(voice_from("espeak").check())
    if fault is None:
        return _say(s, "voice_ready", ok=True, voice="espeak")
    return Finding(False, fault.code, s.phrases.tell(fault), grave=False)


def _rebuilt(s: Session) -> list[Finding]:
    from branchfloor.storage.rebuild import check

    checked = check(s.store)
    if checked.sound:
        return [
            _say(s, "chain_whole", ok=True, n=checked.entries),
            _say(s, "rows_match", ok=True, n=checked.tickets),
        ]
    broken = next((f for f in checked.findings if f.code == "chain_broken"), None)
    if broken is not None:
        return [_say(s, "chain_broken", ok=False, seq=broken.seq)]
    return [_say(s, "rows_differ", ok=False, n=len(checked.findings))]
