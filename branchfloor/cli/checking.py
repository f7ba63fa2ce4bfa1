"""The log against the rows, as `check --rebuild` looks; the rest is shared with the launcher."""

from branchfloor.floor.checkup import Checkup, Finding

from .session import Session


def check_branch(s: Session, *, rebuild: bool) -> list[Finding]:
    """The database, the clock, the disk, copies, the board; with `rebuild` every row too."""
    found = Checkup.of(s.store, s.phrases).findings()
    if rebuild:
        found.extend(_rebuilt(s))
    return found


def _say(s: Session, code: str, *, ok: bool, **values: object) -> Finding:
    return Finding(ok, code, s.phrases.say(f"check.{code}", **values))


def _rebuilt(s: Session) -> list[Finding]:
    from branchfloor.storage.learned import forget_learned
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
    forget_learned(s.store)  # it was learned from rows that did not say what the log says
    return [_say(s, "rows_differ", ok=False, n=len(checked.findings))]
