"""Refusals: a stable code for programs, values for the sentence that people read."""


class FloorError(Exception):
    """Something the floor will not or cannot do; `code` and `values` make its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code} {values}" if values else code)
        self.code = code
        self.values = values


class Refused(FloorError):
    """The command breaks a rule; nothing of it was written."""


class NobodyWaiting(Refused):
    """No leg that this counter may serve is waiting; an answer rather than a fault."""


class StorageTrouble(FloorError):
    """The database cannot be used now: missing, locked, full, read-only or damaged."""


class ConfigInvalid(FloorError):
    """A branch document breaks a rule; `why` is the sentence that says which."""

    def __init__(self, why: str) -> None:
        super().__init__("config_invalid", why=why)
