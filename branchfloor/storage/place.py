"""Where a database is: its file and how it may be opened, from what people type."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from branchfloor.domain.errors import StorageTrouble

_SQLITE = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Place:
    """A database file; `read_only` when it may only be looked at (`?mode=ro`)."""

    path: Path
    read_only: bool = False

    @staticmethod
    def of(database: str | Path | None) -> "Place":
        """The place of a path, a `sqlite:///` or `file:` URL, or None for the user's own."""
        if database is None:
            return Place(default_path())
        text = str(database).removeprefix(_SQLITE)
        if text.startswith("file:"):
            return _of_uri(text)
        if "://" in text:
            raise StorageTrouble("database_unsupported", path=text)
        return Place(Path(text))

    def uri(self, *, create: bool = False) -> str:
        """What sqlite3 is told: never makes a file but when it is to `create` one."""
        mode = "rwc" if create else "ro" if self.read_only else "rw"
        return f"{self.path.absolute().as_uri()}?mode={mode}"

    def identity(self) -> tuple[int, int] | None:
        """Which file is there now: another one after it was replaced, None when it is gone."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @property
    def bells(self) -> Path:
        """The folder in which this PC's processes leave the numbers of their bells."""
        return self.path.with_name(self.path.name + "-bells")


def default_path() -> Path:
    """The user's own database."""
    from platformdirs import user_data_path

    return user_data_path("branchfloor", appauthor=False) / "branchfloor.db"


def _of_uri(text: str) -> Place:
    parts = urlsplit(text)
    mode = parse_qs(parts.query).get("mode", ["rw"])[0]
    return Place(Path(unquote(parts.path)), read_only=mode == "ro")
