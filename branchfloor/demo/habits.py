"""How people are and how often what happens: every rate of a played day, in one place.

Shares are of what the name says; a pair of numbers is the middle (mean or median, as said) and
the ratio of deviation to mean of a log-normal law. Where a bank has published a figure it stands
behind it; the others are set so that each thing is seen on a usual day and none is the rule.
"""

from collections.abc import Mapping

from branchfloor.domain.kinds import HoldKind, Tier

# --- customers ---

PATIENCE_MIN = (35.0, 0.8)
"""Median patience."""

WALK_S = (16.0, 0.5)
"""Mean walk to a counter."""

LOST_SHARE, LOST_FACTOR = 0.025, 6.0
DEAF_SHARE, HEARS_AGAIN_SHARE = 0.05, 0.6
QUIET_SHARE, UNSURE_SHARE = 0.3, 0.008
COMES_BACK_SHARE = 0.75
COMES_BACK_S = 100.0
"""How long after being missed a customer finds somebody, at walking pace 1."""

STRAIGHT_SHARE = 0.3
"""Late customers who walk up to the counter that called, and are called by hand."""

INSISTS_SHARE, INSISTS_AFTER_S = 0.3, 420.0
"""Customers who come back although their number has expired, and are revived."""

ENGLISH_SHARE = 0.03

# --- green channel ---

STATED_SHARE = 0.085
"""Customers who state a reason at the kiosk."""

HONEST_SHARE = 0.94
REASONS: Mapping[str, float] = {
    **{"elder": 50.0, "assistance": 14.0, "infant": 9.0, "pregnant": 7.0, "injury": 7.0},
    **{"disability": 5.0, "military": 4.0, "veteran": 3.0, "fire": 0.5},
}
LOBBY_REASONS: Mapping[str, float] = {"appointment": 0.015, "repeat_visit": 0.006}
"""Reasons only the lobby manager gives, with the share of customers who come with them."""

CARD_SHARE = 0.015
"""Customers with each of the bank's own cards, where its document makes one a reason."""

NEEDS: Mapping[str, tuple[str, ...]] = {
    **{"elder": ("slower", "large_print"), "assistance": ("seated",), "infant": ("child",)},
    **{"pregnant": ("seated",), "injury": ("wheelchair",), "disability": ("seated",)},
    "military": ("military",),
}
LOOKS_S = (75.0, 0.7)
"""Median time until the lobby manager has got to a customer and looked."""

REVOKED_LATER_SHARE = 0.1
REVOKED_AFTER_S = 60.0
"""Grants that turn out unfounded, and when."""

EMERGENCIES_A_DAY = 1.4
EMERGENCY_SERVICES = ("GW", "SL", "GD")
"""Medical cash, a card to be stopped, money about to go to a fraud."""

# --- legs ---

LATER_SHARE, THIRD_SHARE = 0.05, 0.2
"""Visits planned with a second service at the kiosk, and those of them with a third."""

FREE_ORDER_SHARE = 0.4
ADDED_SHARE = 0.025
"""Services at whose end the customer asks for another one."""


HELD_SHARE: Mapping[Tier, float] = {
    **{Tier.GENERAL: 0.02, Tier.SPECIAL: 0.15, Tier.VALUE_ADDED: 0.1}
}
HELD_KINDS: Mapping[HoldKind, float] = {
    **{HoldKind.TOOK_PAPERS: 5.0, HoldKind.LEFT_PAPERS: 3.0, HoldKind.BACK_OFFICE: 3.0}
}
HELD_MIN: Mapping[HoldKind, tuple[float, ...]] = {
    HoldKind.TOOK_PAPERS: (5, 8, 10, 15),
    HoldKind.LEFT_PAPERS: (5, 10),
    HoldKind.BACK_OFFICE: (5, 10, 15, 20),
}
"""Return times tellers give."""

OPEN_END_SHARE = 0.35
"""Customers with papers to fill in who get no return time: they come up when they are done."""

FILLS_IN_MIN = (7.0, 0.5)
ERRAND_EARLY_S, ERRAND_SPREAD_S = 45.0, 60.0
"""How much before the time they are back, on average, and by how much that varies."""

TRANSFER_SHARE = 0.02
TRANSFER_TO: Mapping[str, float] = {"service": 5.0, "counter": 3.0, "staff": 2.0}
NOTES = ("key info done, card still to make", "form filled in", "asks for large notes", "二次复核")
MORE_TIMES_SHARE, MOST_TIMES, AGAIN_TAKES = 0.05, 4, 0.5
"""Services done several times in one sitting, and what each further time takes of the first."""

MORE_WORK = (
    *(LATER_SHARE * (1 + THIRD_SHARE), ADDED_SHARE, TRANSFER_SHARE / 2),
    MORE_TIMES_SHARE * AGAIN_TAKES * MOST_TIMES / 2,
)
"""Work of a visit beyond its first service, in services; the demand leaves room for it."""

OUTCOMES: Mapping[str, float] = {"need_met": 45.0, "booked": 25.0, "declined": 20.0, "done": 10.0}

# --- counters ---

PACE = (1.09, 0.13)
"""Mean pace of a teller: how much longer than the preset says a service takes. Presets are a
little hopeful everywhere; learning finds out.
"""

REACTION_S = (6.0, 0.6)
REACTION_MOST_S = 30.0
"""Median gap between the ring and the key, and the longest."""

GLANCES_AFTER_S = (60.0, 90.0)
"""An idle teller whose console does not ring still looks at the queue now and then."""

TIDIES_S = (12.0, 0.7)
TIDIES_MOST_S = 60.0
ONE_KEY_SHARE = 0.75
"""Services that end with the next call in the same key."""

RECALLS_AFTER_S = (28.0, 40.0)
LEAST_SERVICE_S = 20.0
STEPS_IN_S = 1.5
AFTER_REFUSAL_S = 5.0
STANDS_BACK_S = 1800.0
"""How long a teller leaves the counter to a person who acts at it, in played seconds."""

HELP_SHARE = 0.015
"""Services during which the teller presses for help."""

HELP_KINDS: Mapping[str, float] = {
    **{"help": 4.0, "approval": 3.0, "change": 3.0, "equipment": 2.0, "security": 0.3}
}
HELP_COMES_S = (45.0, 0.6)
"""Median time until somebody comes."""

UNTICKETED_AN_HOUR = 0.35
UNTICKETED_SERVICES = ("GQ", "GP")
"""Small things a counter does for somebody without a ticket."""

RATING_OFFERED_SHARE, RATING_GIVEN_SHARE = 0.6, 0.55
RATING_AFTER_S = (2.0, 14.0)
GRADES: Mapping[int, float] = {4: 66.0, 3: 26.0, 2: 6.0, 1: 2.0}
TASK_DONE_S = (600.0, 0.5)
"""Median time until the lobby manager has looked after a low grade."""

# --- the lobby ---

HELPED_SHARE = 0.05
"""Customers for whom the lobby manager issues the ticket."""

MOVED_SHARE, REPRINTED_SHARE = 0.006, 0.006
"""Tickets drawn for the wrong service, and tickets lost, as shares of those issued."""

MENDED_AFTER_S = (60.0, 240.0)
TICKS_EVERY_S = 50.0
NOTICE_AT, NOTICE_MIN = 0.2, 90.0
FAULT_A_DAY, FAULT_MIN = 0.6, 7.0
"""The kiosk's paper runs out on some days, and how long that lasts."""

LENDS_EVERY_S = 300.0
LENT_WAITING, LENT_MIN = 5, 30.0
"""A counter with nothing to do is lent to a kind of work for which this many wait."""
