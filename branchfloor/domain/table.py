"""A small persistent mapping, so that a new floor state costs little and old ones stay true.

A state with ten thousand waiting visits changes one of them at a time. Copying a dict of that
size at each event costs more than the event; copying one bucket of it does not.
"""

from collections.abc import Iterator, Mapping
from itertools import compress
from operator import is_not
from typing import Generic, TypeVar
from zlib import crc32

V = TypeVar("V")

_BUCKETS = 256


class Table(Generic[V]):
    """An unchanging mapping from text to `V`; `put` and `drop` give a new one.

    Iteration order is fixed by the keys, not by the history, on every machine.
    """

    __slots__ = ("_buckets", "_size")

    def __init__(self) -> None:
        self._buckets: tuple[dict[str, V] | None, ...] = (None,) * _BUCKETS
        self._size = 0

    @classmethod
    def of(cls, items: Mapping[str, V]) -> "Table[V]":
        """A table of many items at once."""
        buckets: list[dict[str, V] | None] = [None] * _BUCKETS
        for key, value in items.items():
            bucket = buckets[_place(key)] or {}
            bucket[key] = value
            buckets[_place(key)] = bucket
        new: Table[V] = cls.__new__(cls)
        new._buckets, new._size = tuple(buckets), len(items)
        return new

    def get(self, key: str) -> V | None:
        """The value of a key, or None."""
        bucket = self._buckets[_place(key)]
        return bucket.get(key) if bucket else None

    def put(self, key: str, value: V) -> "Table[V]":
        """A table with this value at the key."""
        place = _place(key)
        old = self._buckets[place]
        bucket = dict(old) if old else {}
        bucket[key] = value
        return self._with(place, bucket, self._size + (len(bucket) - len(old or ())))

    def drop(self, key: str) -> "Table[V]":
        """A table without the key; the same table if it was not there."""
        place = _place(key)
        old = self._buckets[place]
        if not old or key not in old:
            return self
        bucket = {k: v for k, v in old.items() if k != key}
        return self._with(place, bucket or None, self._size - 1)

    def _with(self, place: int, bucket: dict[str, V] | None, size: int) -> "Table[V]":
        new: Table[V] = Table.__new__(Table)
        new._buckets = (*self._buckets[:place], bucket, *self._buckets[place + 1 :])
        new._size = size
        return new

    def values(self) -> Iterator[V]:
        """All values, in the order of their buckets and keys."""
        for bucket in self._buckets:
            if bucket:
                for key in sorted(bucket):
                    yield bucket[key]

    def differing(self, old: "Table[V]") -> Iterator[str]:
        """Keys whose value is not the very same one as in `old`, there or here."""
        before = old._buckets  # noqa: SLF001 - of the same kind
        for place in compress(range(_BUCKETS), map(is_not, self._buckets, before)):
            mine, theirs = self._buckets[place] or {}, before[place] or {}
            for key in sorted(mine.keys() | theirs.keys()):
                if mine.get(key) is not theirs.get(key):
                    yield key

    def __len__(self) -> int:
        return self._size

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Table)
            and self._size == other._size
            and all(
                (a or {}) == (b or {}) for a, b in zip(self._buckets, other._buckets, strict=True)
            )
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Table({self._size})"


def _place(key: str) -> int:
    return crc32(key.encode()) % _BUCKETS
