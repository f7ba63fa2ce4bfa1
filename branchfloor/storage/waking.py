"""Waking: how a process without a loop hears that something was committed."""

import threading

from .bells import Bell
from .store import Store


class Wake:
    """This process's bell on a store's PC; `end` may be called from any thread.

    A lost ring costs one wait: whoever wakes reads the store again in any case.
    """

    def __init__(self, store: Store) -> None:
        self._bell = Bell(store.database.place.bells)
        self._over = threading.Event()

    @property
    def over(self) -> bool:
        """Whether it is time to end."""
        return self._over.is_set()

    @property
    def port(self) -> int:
        """Its own bell, which one's own news need not ring."""
        return self._bell.port

    def wait(self, seconds: float) -> bool:
        """Wait for a ring or until the time is up; False once it is time to end."""
        if not self.over:
            self._bell.wait(seconds)
        return not self.over

    def end(self) -> None:
        """Have whoever waits go on and find it is over."""
        self._over.set()
        self._bell.ring()

    def close(self) -> None:
        """Take the bell away."""
        self._bell.close()
