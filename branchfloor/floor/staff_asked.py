"""What screens ask about who works here: sign-in, PINs, approvals; `Floor` is made of it."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from branchfloor.domain.errors import Refused

from . import answers as a
from .asks import Target
from .work import ConfigVersion, Work

if TYPE_CHECKING:
    from .adopting import Adopted
    from .proof import Secret

T = TypeVar("T")
A = TypeVar("A", bound=a.Answer)


class StaffAsked:
    """One method an act. A PIN is given to these and to nothing else."""

    async def _ask(
        self, answers: type[A], name: str, key: str | None = None, **arguments: Any
    ) -> A:
        raise NotImplementedError

    def run(self, unit: Callable[[Work], T]) -> Awaitable[T]:
        """Run a unit of work as this actor."""
        raise NotImplementedError

    def aside(self, reckon: Callable[[], T]) -> Awaitable[T]:
        """Reckon something slow outside every transaction."""
        raise NotImplementedError

    async def sign_in(
        self, place: str, staff: str, pin: str, session: str, *, take_over: bool = False
    ) -> a.SignedOn:
        """Sign in at a place (`counter:3`, `overview:1`) from the window `session`.

        An answer with `must_change` is no sign-in yet: `change_pin`, then sign in with the new
        one. Refused with wrong_pin, pin_locked, no_pin; signed_in_elsewhere and staff_elsewhere
        unless `take_over`; counter_in_use when somebody else is there.
        """
        from . import signing

        seat = signing.Seat(place, session, take_over)
        return await signing.sign_in(self, _secret(staff, pin), seat)

    async def sign_out(self, place: str, cause: str = "self") -> a.HallNow:
        """End the session at a place; counter and customer stay as they are."""
        judged = await self.run(lambda work: _kept(work, place, cause))
        if isinstance(judged, Refused):
            raise judged
        return judged

    async def check_pin(self, staff: str, pin: str) -> a.SignedOn:
        """Unlock an idle screen; a wrong PIN counts as a failure."""
        from . import signing

        return await signing.check_pin(self, _secret(staff, pin))

    async def change_pin(self, staff: str, old: str, new: str) -> a.HallNow:
        """Change one's own PIN; refused with pin_same and bad_pin for the new one."""
        from . import signing

        return await signing.change_pin(self, _secret(staff, old), new)

    async def set_pin(self, staff: str, pin: str, *, must_change: bool = True) -> a.HallNow:
        """Give somebody a PIN, by an administrator; ends a lock."""
        from . import signing

        return await signing.set_pin(self, _secret(staff, pin), must_change=must_change)

    async def adopt(self, document: str, base: int | None = None) -> "Adopted":
        """Put a new version of the branch document in force, made from version `base`; raises
        ConfigInvalid with the sentence that says why not.
        """
        from .adopting import Adopted

        return await self._ask(Adopted, "adopt", document=document, base=base)

    async def versions(self) -> tuple[ConfigVersion, ...]:
        """Every version of the branch document, the newest first, for who may adopt or audits."""
        from .adopting import versions

        return await self.run(versions)

    async def approve(self, target: Target, approver: str, pin: str = "") -> a.LegNow:
        """A second person approves with their own PIN; where nobody signs in, without one."""
        from . import approving

        return await approving.approve(self, target, _secret(approver, pin))


def _secret(staff: str, pin: str) -> "Secret":
    from .proof import Secret

    return Secret(staff, pin)


def _kept(work: Work, place: str, cause: str) -> a.HallNow | Refused:
    from . import signing

    try:
        return signing.sign_out(work, place, cause)
    except Refused as refused:
        return refused
