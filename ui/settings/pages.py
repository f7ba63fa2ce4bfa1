"""Every page by its key, in the order of the list at the left."""

from ui.settings import specs
from ui.settings.catalogue_page import CataloguePage
from ui.settings.exchange_page import ExchangePage
from ui.settings.list_page import ListPage
from ui.settings.page import FormPage, SettingsPage
from ui.settings.policy_page import PolicyPage
from ui.settings.versions_page import VersionsPage

_PAGES = {
    "service": "catalogue",
    "counter": "counters",
    "policy": "policy",
    "green": "green",
    "staff": "people",
    "hours": "hours",
    "alert": "alerts",
    "checklist": "checklist",
}
_VOICE = frozenset(spec.path[-1] for section in specs.VOICE for spec in section.specs)


def make_pages() -> dict[str, SettingsPage]:
    """New pages."""
    return {
        "catalogue": CataloguePage(),
        "counters": ListPage("counter", specs.COUNTER),
        "policy": PolicyPage(),
        "green": ListPage("green", specs.GREEN),
        "people": ListPage("staff", specs.PERSON),
        "hours": FormPage(specs.HOURS),
        "texts": FormPage(specs.TEXTS),
        "voice": FormPage(specs.VOICE),
        "thresholds": FormPage(specs.THRESHOLDS),
        "alerts": ListPage("alert", specs.ALERT, fixed=True),
        "checklist": ListPage("checklist", specs.ITEM),
        "exchange": ExchangePage(),
        "versions": VersionsPage(),
    }


def page_of(path: str) -> str:
    """The page on which a path of the document is changed."""
    first, _, rest = path.partition(".")
    if first == "settings":
        return "voice" if rest.partition(".")[0] in _VOICE else "thresholds"
    return _PAGES.get(first, "texts")
