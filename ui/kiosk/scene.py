"""Scene: everything a page draws itself from."""

from dataclasses import dataclass
from datetime import datetime

from ui.app.view import View
from ui.kiosk.assistance import class_stated
from ui.kiosk.comfort import STANDARD, WELL, Comfort, PrinterState
from ui.kiosk.hours import local
from ui.kiosk.journey import Journey
from ui.kiosk.offers import Offers


@dataclass(frozen=True, slots=True)
class Scene:
    """The floor as last heard, the moment of the branch clock and where the customer stands;
    `comfort` is what they asked of the kiosk itself, `printer` how its printer stands.
    """

    view: View
    now: datetime
    journey: Journey
    offers: Offers
    comfort: Comfort = STANDARD
    printer: PrinterState = WELL

    @property
    def here(self) -> datetime:
        """The branch's wall clock."""
        return local(self.now, self.view.config)

    @property
    def bilingual(self) -> bool:
        """Whether the branch speaks two languages, so that each is shown below the other."""
        return len(self.view.config.settings.languages) > 1


def scene(view: View, now: datetime, journey: Journey) -> Scene:
    """The scene of a view; people ahead are counted for the standing that was asked for."""
    config = view.config
    class_name = class_stated(config, journey.needs) if journey.assisted else "ordinary"
    return Scene(view, now, journey, Offers(view.state, config, now, class_name))
