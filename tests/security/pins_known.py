"""PINs hashed once for all tests: the hash is slow on purpose."""

from functools import cache

from branchfloor.domain.work import Credential
from branchfloor.floor.floor import now
from branchfloor.security.pins import hashed

known_hash = cache(hashed)


def keep_pin(runner, staff, pin, **more):
    """Give somebody a PIN without asking anybody, on any runner that works at once."""

    def keep(work):
        work.keep_credential(Credential(staff, known_hash(pin), **more))

    now(runner.run(keep, actor="t"))
