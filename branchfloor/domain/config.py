"""The branch document in force: catalogue, counters, policy, hours and settings."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from .alerting import ALERTS, AlertRule
from .catalogue import (
    ChecklistItem,
    CounterPlan,
    GreenReason,
    Name,
    OpeningHours,
    Service,
    StaffMember,
)
from .checklist import CHECKLIST
from .errors import Refused
from .policy import Policy
from .roster_rules import RULES, RosterRules
from .settings import Settings
from .slip import DEFAULT_SLIP, SlipLayout
from .special_days import USUAL_DAYS, SpecialDays

T = TypeVar("T")


@dataclass(frozen=True)
class BranchConfig:
    """One version of a branch's document, checked and ready to decide with.

    `version` counts from 1 per database; `preset` names where it came from.
    """

    preset: str
    name: Name
    time_zone: str
    services: tuple[Service, ...]
    counters: tuple[CounterPlan, ...]
    policy: Policy
    hours: OpeningHours
    green_reasons: tuple[GreenReason, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    settings: Settings = field(default_factory=Settings)
    notices: tuple[Name, ...] = ()
    checklist: tuple[ChecklistItem, ...] = CHECKLIST
    alerts: tuple[AlertRule, ...] = ALERTS
    slip: SlipLayout = DEFAULT_SLIP
    special_days: SpecialDays = USUAL_DAYS
    roster: RosterRules = RULES
    version: int = 1

    @cached_property
    def _services(self) -> dict[str, Service]:
        return {s.code: s for s in self.services}

    @cached_property
    def _counters(self) -> dict[str, CounterPlan]:
        return {c.number: c for c in self.counters}

    @cached_property
    def _reasons(self) -> dict[str, GreenReason]:
        return {r.code: r for r in self.green_reasons}

    @cached_property
    def _staff(self) -> dict[str, StaffMember]:
        return {s.number: s for s in self.staff}

    @cached_property
    def compiled(self) -> dict[Any, Any]:
        """Room for what others work out from this document and need again at every command."""
        return {}

    def service(self, code: str) -> Service:
        """The service of a code; refused with `unknown_service`."""
        return _known(self._services, code, "unknown_service", "service")

    def counter(self, number: str) -> CounterPlan:
        """The counter of a number; refused with `unknown_counter`."""
        return _known(self._counters, number, "unknown_counter", "counter")

    def reason(self, code: str) -> GreenReason:
        """The green-channel reason of a code; refused with `unknown_reason`."""
        return _known(self._reasons, code, "unknown_reason", "reason")

    def asks_outcome(self, service: Service) -> bool:
        """Whether finishing this service asks how it ended."""
        return service.tier.value in self.settings.outcome_tiers

    def staff_member(self, number: str | None) -> StaffMember | None:
        """The person of a staff number, or None: not every teller is listed in the document."""
        return self._staff.get(number) if number else None


def _known(table: dict[str, T], key: str, code: str, word: str) -> T:
    found = table.get(key)
    if found is None:
        raise Refused(code, **{word: key})
    return found
