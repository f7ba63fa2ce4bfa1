"""A branch whose people sign in, for the tests of signing."""

import pytest

from branchfloor.domain.catalogue import StaffMember
from branchfloor.domain.errors import Refused
from branchfloor.domain.settings import Settings
from branchfloor.floor.floor import Floor, now
from tests.builders import a_branch, a_floor, a_service, asking
from tests.security.pins_known import keep_pin

PIN, OTHER_PIN, NEW_PIN = "427913", "801357", "660942"
STAFF = (
    StaffMember("0001", ("administrator",)),
    StaffMember("0102", ("lobby_manager",)),
    StaffMember("0103", ("lobby_manager", "teller")),
    StaffMember("0201"),
    StaffMember("0202"),
    StaffMember("0299"),
)


class Desk:
    """A branch whose people sign in; each has a PIN of their own but 0299."""

    def __init__(self, **settings):
        loan = a_service("SO", approval=True)
        services = tuple(loan if s.code == "SO" else s for s in a_branch().services)
        config = a_branch(
            staff=STAFF, services=services, settings=Settings(sign_in=True, **settings)
        )
        self.memory = a_floor(config)
        self.operator = asking(self.memory)
        self.console = Floor(self.memory, "console:3")
        for number in ("0001", "0102", "0103", "0201"):
            keep_pin(self.memory, number, PIN)
        keep_pin(self.memory, "0202", OTHER_PIN)

    def sign_in(self, staff="0201", pin=PIN, place="counter:3", session="w1", **take_over):
        return now(self.console.sign_in(place, staff, pin, session, **take_over))

    def wrong(self, staff="0201", pin="999000"):
        return self.refusal(self.console.sign_in("counter:3", staff, pin, "w1"))

    def refusal(self, asked):
        with pytest.raises(Refused) as caught:
            now(asked)
        return caught.value

    def session(self, place="counter:3"):
        return self.memory.state.hall.session(place)

    def events(self, *kinds):
        return [e.event for e in self.memory.entries if isinstance(e.event, kinds)]
