"""Finding a service by typing: its code, a word of its name, or the first letters of its pinyin."""

from collections.abc import Iterable

from branchfloor.domain.catalogue import Service
from ui.kiosk.letters import initial


def fitting(services: Iterable[Service], typed: str) -> list[Service]:
    """Services that begin with what was typed, else those that hold it anywhere."""
    wanted, among = typed.strip().casefold(), list(services)
    return [s for s in among if _begins(s, wanted)] or [s for s in among if _holds(s, wanted)]


def letters(name: str) -> str:
    """The first letters of a Chinese name: 现金存款 is XJCK. Latin words have none."""
    if name.isascii():
        return ""
    return "".join(letter for sign in name if (letter := initial(sign)) != "#")


def _begins(service: Service, wanted: str) -> bool:
    """Whether the code, a word of the name or its letters begin so."""
    names = f"{service.name.zh} {service.name.en}".replace("/", " ").replace(",", " ").split()
    words = (service.code, *names, *(letters(name) for name in names))
    return any(word.casefold().startswith(wanted) for word in words if word)


def _holds(service: Service, wanted: str) -> bool:
    """Whether the name or its letters hold it anywhere."""
    names = (service.name.zh, service.name.en, letters(service.name.zh))
    return any(wanted in name.casefold() for name in names)
