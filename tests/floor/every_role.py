"""A floor that first lets somebody try who may not, and sees them refused."""

from itertools import count

import pytest

from branchfloor.domain.errors import Refused
from branchfloor.floor.floor import Floor, now

ACTORS = {
    "customer": "kiosk:1",
    "teller": "staff:0201",
    "manager": "staff:0102",
    "auditor": "staff:0009",
    "administrator": "staff:0001",
}
"""One of each; who leads the branch may do all the lobby manager may."""

SERVING = frozenset({"customer", "manager", "auditor", "administrator"})
LEADING = frozenset({"customer", "teller", "auditor", "administrator"})
AT_WORK = frozenset({"customer", "auditor", "administrator"})

MAY_NOT = {
    "issue": frozenset({"teller", "auditor", "administrator"}),
    "cancel": frozenset({"auditor", "administrator"}),
    **dict.fromkeys(
        ("call_next", "call_given", "recall", "start", "finish", "finish_and_call_next"), SERVING
    ),
    **dict.fromkeys(("hold", "resume", "transfer", "no_show", "undo", "stage"), SERVING),
    "approve_as": SERVING,
    **dict.fromkeys(("add_leg", "mark_present"), AT_WORK),
    **dict.fromkeys(("open_counter", "pause_counter", "close_counter"), AT_WORK),
    **dict.fromkeys(("move", "leave", "reinstate", "release", "grant", "revoke"), LEADING),
    "close_day": LEADING,
}
"""Written by hand beside DESIGN §1 and §4, not read from the table it checks."""


class EveryRole:
    """Asks as the operator, once somebody who may not has been refused."""

    def __init__(self, memory) -> None:
        self._memory = memory
        self._floor = Floor(memory, "t")
        self._turns = count()

    def __getattr__(self, name):
        method = getattr(self._floor, name)
        if name not in MAY_NOT:
            return method

        def asked(*args, **kwargs):
            self._refuse(name, args, kwargs)
            return method(*args, **kwargs)

        return asked

    def _refuse(self, name, args, kwargs):
        """One of them each time, in turn: over a day everybody has tried everything."""
        who = sorted(MAY_NOT[name])[next(self._turns) % len(MAY_NOT[name])]
        floor = Floor(self._memory, ACTORS[who])
        with pytest.raises(Refused) as refused:
            now(getattr(floor, name)(*args, **kwargs))
        assert refused.value.code == "not_permitted", (who, name, refused.value)
