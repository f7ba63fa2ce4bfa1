"""The versions of the branch document, each read and parsed once in a process."""

from collections.abc import Callable

from sqlalchemy import Connection, bindparam, select

from branchfloor.domain.clock import from_iso
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import FloorError
from branchfloor.domain.work import ConfigVersion

from .tables import config

Parse = Callable[[str, int], BranchConfig]
"""Makes a config of its document's text and version; the config layer's own function."""

_DOCUMENT = select(config.c.document).where(
    config.c.branch == bindparam("b"), config.c.version == bindparam("v")
)


_VERSIONS = (
    select(config).where(config.c.branch == bindparam("b")).order_by(config.c.version.desc())
)


def versions_in(conn: Connection, branch: str) -> tuple[ConfigVersion, ...]:
    """Every version of the branch's document with who adopted it, the newest first."""
    return tuple(
        ConfigVersion(
            row.version, row.document, row.sha256, from_iso(row.effective_at), row.adopted_by
        )
        for row in conn.execute(_VERSIONS, {"b": branch})
    )


class Configs:
    """Gives the config of a version of one branch."""

    def __init__(self, branch: str, parse: Parse) -> None:
        self._branch = branch
        self._known: dict[int, BranchConfig] = {}
        self.parse = parse

    def get(self, conn: Connection, version: int) -> BranchConfig:
        """The config of a version, parsed at its first use."""
        if version not in self._known:
            found = conn.execute(_DOCUMENT, {"b": self._branch, "v": version}).scalar_one_or_none()
            if found is None:
                raise FloorError("config_unknown", version=version)
            self._known[version] = self.parse(str(found), version)
        return self._known[version]

    def known(self, version: int) -> BranchConfig | None:
        """The config of a version if it was read already."""
        return self._known.get(version)
