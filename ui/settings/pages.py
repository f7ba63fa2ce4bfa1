"""Every page by its key, in the order of the list at the left."""

from collections.abc import Callable
from functools import partial

from ui.settings import specs
from ui.settings.catalogue_page import CataloguePage
from ui.settings.exchange_page import ExchangePage
from ui.settings.list_page import ListPage
from ui.settings.page import FormPage, SettingsPage
from ui.settings.policy_page import PolicyPage
from ui.settings.slip_page import SlipPage
from ui.settings.versions_page import VersionsPage
from ui.settings.voice_page import VoicePage

_PAGES = {
    "service": "catalogue",
    "counter": "counters",
    "policy": "policy",
    "green": "green",
    "staff": "people",
    "hours": "hours",
    "special_days": "hours",
    "roster": "hours",
    "alert": "alerts",
    "checklist": "checklist",
    "slip": "slip",
}
_VOICE = frozenset(spec.path[-1] for section in specs.VOICE for spec in section.specs)


BUILDERS: dict[str, Callable[[], SettingsPage]] = {
    "catalogue": CataloguePage,
    "counters": partial(ListPage, "counter", specs.COUNTER),
    "policy": PolicyPage,
    "green": partial(ListPage, "green", specs.GREEN),
    "people": partial(ListPage, "staff", specs.PERSON),
    "hours": partial(FormPage, specs.HOURS),
    "texts": partial(FormPage, specs.TEXTS),
    "slip": SlipPage,
    "voice": VoicePage,
    "thresholds": partial(FormPage, specs.THRESHOLDS),
    "alerts": partial(ListPage, "alert", specs.ALERT, fixed=True),
    "checklist": partial(ListPage, "checklist", specs.ITEM),
    "exchange": ExchangePage,
    "versions": VersionsPage,
}
"""What builds each page; a screen builds one when it is first opened."""


def page_of(path: str) -> str:
    """The page on which a path of the document is changed."""
    first, _, rest = path.partition(".")
    if first == "settings":
        return "voice" if rest.partition(".")[0] in _VOICE else "thresholds"
    return _PAGES.get(first, "texts")
