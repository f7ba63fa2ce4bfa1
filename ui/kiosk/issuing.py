"""Asking the floor for a number: a fresh key a tap, the same key again after trouble."""

from uuid import uuid4

from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import StorageTrouble
from branchfloor.floor.answers import Issued
from branchfloor.floor.floor import Floor
from branchfloor.floor.issue import Wish
from ui.app.language import current_language
from ui.kiosk.assistance import stated_reason
from ui.kiosk.journey import Journey


def wish_of(journey: Journey, config: BranchConfig, services: tuple[str, ...]) -> Wish:
    """What a customer on this journey asks for: the services in order, and what helps them."""
    green = stated_reason(config, journey.needs) if journey.assisted else None
    return Wish(
        services[0],
        green,
        journey.needs if journey.assisted else (),
        then=services[1:],
        free_order=journey.free_order and len(services) > 1,
        language=current_language(),
    )


class Issuing:
    """One request at a time.

    When the database failed in the middle, nobody knows whether the number was written: the next
    tap with the same wish repeats the key, and gets that number instead of a second one.
    """

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._doubtful: tuple[Wish, str] | None = None
        self.under_way = False

    async def issue(self, wish: Wish) -> Issued:
        """The answer of the floor; raises its refusal or trouble."""
        key = self._key(wish)
        self.under_way = True
        try:
            self._doubtful = (wish, key)
            answer = await self._floor.issue(wish, key)
        except StorageTrouble:
            raise
        except Exception:
            self._doubtful = None
            raise
        finally:
            self.under_way = False
        self._doubtful = None
        return answer

    def forget(self) -> None:
        """Another customer: a wish in doubt is not theirs."""
        self._doubtful = None

    def _key(self, wish: Wish) -> str:
        if self._doubtful is not None and self._doubtful[0] == wish:
            return self._doubtful[1]
        return str(uuid4())
