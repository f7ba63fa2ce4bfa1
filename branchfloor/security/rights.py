"""Who may do what: roles, the rights of each, and whose hand an actor is.

The floor asks here before every command; a refused command writes nothing. What a screen shows
is for who stands before it; reports, exports, copies and the log itself are the local operator's,
through the command line, whose user the operating system has let in.
"""

from collections.abc import Mapping
from enum import StrEnum

from branchfloor.domain.config import BranchConfig


class Role(StrEnum):
    """What somebody is to the branch. A person with several roles has the rights of all."""

    CUSTOMER = "customer"
    TELLER = "teller"
    LOBBY_MANAGER = "lobby_manager"
    BRANCH_MANAGER = "branch_manager"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


ADMIN = "admin"
"""The number that is always an administrator, whatever the document lists."""

NOBODY: frozenset[Role] = frozenset()
OPERATOR = frozenset(Role)
"""The local command line, the keeper, a demo: whoever holds the PC itself. May do all."""

_TELLER = frozenset({Role.TELLER})
_LEADS = frozenset({Role.LOBBY_MANAGER, Role.BRANCH_MANAGER})
_RULES = frozenset({Role.BRANCH_MANAGER, Role.ADMINISTRATOR})
_STAFF = OPERATOR - {Role.CUSTOMER}

RIGHTS: Mapping[str, frozenset[Role]] = {
    # a customer at the kiosk, or at a counter's second screen
    "issue": _LEADS | {Role.CUSTOMER},
    "offer_rating": _TELLER | {Role.CUSTOMER},
    "rate": _TELLER | {Role.CUSTOMER},
    "cancel": _TELLER | _LEADS | {Role.CUSTOMER},
    # serving, at one's own counter
    "call_next": _TELLER,
    "call_given": _TELLER,
    "recall": _TELLER,
    "start": _TELLER,
    "finish": _TELLER,
    "finish_and_call_next": _TELLER,
    "hold": _TELLER,
    "resume": _TELLER,
    "transfer": _TELLER,
    "no_show": _TELLER,
    "undo": _TELLER,
    "stage": _TELLER,
    "approve": _TELLER,
    "ask_help": _TELLER,
    # a counter, and what happens beside the queue
    "add_leg": _TELLER | _LEADS,
    "mark_present": _TELLER | _LEADS,
    "record_unticketed": _TELLER | _LEADS,
    "open": _TELLER | _LEADS,
    "pause": _TELLER | _LEADS,
    "close": _TELLER | _LEADS,
    # the hall
    "move": _LEADS,
    "leave": _LEADS,
    "reinstate": _LEADS,
    "release": _LEADS,
    "grant": _LEADS,
    "revoke": _LEADS,
    "lend": _LEADS,
    "free_counter": _LEADS,
    "reprint": _LEADS,
    "answer_help": _LEADS,
    "finish_task": _LEADS,
    "tick": _LEADS,
    "post_notice": _LEADS,
    "withdraw_notice": _LEADS,
    "quiet_alert": _LEADS,
    "close_day": _LEADS,
    # the house; a kiosk and a board, which act for customers, tell of their own devices
    "report_device": OPERATOR - {Role.AUDITOR},
    "adopt": _RULES,
    "versions": _RULES | {Role.AUDITOR},
    "set_pin": frozenset({Role.ADMINISTRATOR}),
    "sign_in": _STAFF,
    "sign_out": _STAFF,
    "change_pin": _STAFF,
    "check_pin": _STAFF,
    "look": _STAFF - _TELLER,
    "help_of": _TELLER | _LEADS,
    "care_of": _LEADS,
}
"""Every command by name with the roles that may give it, and what is asked of the floor itself:
`look` at the whole hall, `help_of` and `care_of` a customer.
"""

SIGNED_ON_NOWHERE = {
    "console": Role.TELLER,
    "overview": Role.LOBBY_MANAGER,
    "settings": Role.ADMINISTRATOR,
}
"""What a screen is taken for where the branch asks nobody to sign in."""

_OF_CUSTOMERS = frozenset({"kiosk", "board", "rating"})


def roles_of(actor: str, config: BranchConfig) -> frozenset[Role]:
    """The roles of an actor such as `staff:0217` or `kiosk:1`; none where somebody has to sign
    in first.
    """
    kind, _, number = actor.partition(":")
    if kind == "staff":
        return roles_of_staff(number, config)
    if kind in _OF_CUSTOMERS:
        return frozenset({Role.CUSTOMER})
    if kind in SIGNED_ON_NOWHERE:
        return NOBODY if config.settings.sign_in else frozenset({SIGNED_ON_NOWHERE[kind]})
    return OPERATOR


def roles_of_staff(number: str, config: BranchConfig) -> frozenset[Role]:
    """The roles of a staff number; who is not listed is a teller, `admin` runs the house."""
    person = config.staff_member(number)
    listed = frozenset(map(Role, person.roles)) if person else NOBODY
    if number == ADMIN:
        return listed | {Role.ADMINISTRATOR}
    return listed or frozenset({Role.TELLER})


def may(command: str, roles: frozenset[Role]) -> bool:
    """Whether one of the roles gives the right to a command; nobody may do the unknown."""
    return bool(RIGHTS.get(command, NOBODY) & roles)


def plain_teller(roles: frozenset[Role]) -> bool:
    """Whether somebody acts at their own counter only."""
    return Role.TELLER in roles and not roles & _LEADS


def work_of_place(place: str) -> str:
    """The command whose right a place asks of whoever signs in there."""
    if place.startswith("settings:"):
        return "versions"
    return "call_next" if place.startswith("counter:") else "look"


def role_name(roles: frozenset[Role]) -> str:
    """The word for an actor in a refusal: the role that stands highest in the house."""
    return next((role.value for role in _RANK if role in roles), "")


def nearest_who_may(command: str) -> str:
    """The word for whom to ask after a refusal: who may give a command and is nearest at hand."""
    able = RIGHTS.get(command, NOBODY)
    return next((role.value for role in _NEAREST if role in able), Role.ADMINISTRATOR.value)


_NEAREST = (Role.LOBBY_MANAGER, Role.ADMINISTRATOR, Role.TELLER)

_RANK = (
    Role.BRANCH_MANAGER,
    Role.LOBBY_MANAGER,
    Role.TELLER,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
    Role.CUSTOMER,
)
