"""The console's head: which counter, who sits there, what it serves, and how it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from branchfloor.domain.clock import seconds_between
from branchfloor.domain.kinds import Height
from branchfloor.routing.eligibility import Desk
from ui.app.language import current_language
from ui.theme import Role, Scale, Type, Weight
from ui.widgets import Band, BoxedNumber, ElidedLabel, Pill, PillLook

from .desk import Mode, Moment, tiers_served
from .gate import Gate
from .texts import stopwatch, tier_short

HEAD_PX = 74


class HeadBar(Band):
    """A dark bar with number, kind, staff and a status pill."""

    def __init__(self, number: str, parent: QWidget | None = None) -> None:
        super().__init__("brand_deep", parent)
        self.setFixedHeight(HEAD_PX)
        self._title = ElidedLabel("", Type(Scale.CONSOLE, Role.STRONG, Weight.BOLD), "bar_ink")
        self._detail = ElidedLabel("", Type(Scale.CONSOLE, Role.SMALL), "bar_ink_2")
        self.pill = Pill()
        self.pill.set_look(PillLook.ON_BAR)
        self.pill.set_type(Type(Scale.CONSOLE, Role.TEXT, Weight.SEMI))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(self._detail)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(12)
        row.addWidget(BoxedNumber(number, 46))
        row.addLayout(names, 1)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_moment(self, moment: Moment) -> None:
        """Set everything."""
        plan = moment.plan
        kind = self.tr("High counter") if plan.height is Height.HIGH else self.tr("Low counter")
        name = plan.name.text(current_language())
        self._title.setText(self.tr("{0} · {1}").format(kind, name))
        here = Desk(plan, moment.counter, moment.view.config, moment.view.state.day)
        tiers = " / ".join(tier_short(tier) for tier in tiers_served(here))
        staff = moment.acting
        who = self.tr("#{0}").format(staff) if staff else self.tr("Nobody here")
        self._detail.setText(f"{who} · {tiers}")
        self._show_pill(moment)

    def show_unknown(self, offline: bool) -> None:
        """Before anything is known: connecting, or not connected."""
        self._title.setText(self.tr("Counter console"))
        self._detail.setText(self.tr("Waiting for the floor"))
        text = self.tr("Offline") if offline else self.tr("Connecting")
        self._set_pill(text, "offline" if offline else "clock")

    def show_gate(self, gate: Gate, staff: str | None) -> None:
        """Nobody works here before the door is passed; `staff` is who is signed in, if anybody."""
        nobody = self.tr("Nobody here")
        self._detail.setText(self.tr("#{0}").format(staff) if staff else nobody)
        text = self.tr("Locked") if gate is Gate.LOCKED else self.tr("Signed out")
        if gate is Gate.ELSEWHERE:
            text = self.tr("In use")
        self._set_pill(text, "password" if gate is Gate.LOCKED else "person")

    def _show_pill(self, moment: Moment) -> None:
        if not moment.usable:
            self._set_pill(self.tr("Offline"), "offline", PillLook.PAUSED)
        elif moment.closing and moment.mode is Mode.SERVING:
            self._set_pill(self.tr("Closing"), "dot")
        elif moment.mode is Mode.PAUSED:
            self._set_pill(self.tr("Paused"), "pause", PillLook.PAUSED)
        elif moment.mode is Mode.IDLE:
            since = moment.counter.free_since or moment.view.now
            idle_s = seconds_between(since, moment.view.now)
            self._set_pill(self.tr("Free {0}").format(stopwatch(idle_s)), "free")
        else:
            self._set_pill(*self._plain(moment.mode))

    def _plain(self, mode: Mode) -> tuple[str, str]:
        return {
            Mode.CALLED: (self.tr("Called"), "called"),
            Mode.SERVING: (self.tr("Serving"), "dot"),
        }.get(mode, (self.tr("Closed"), "minus"))

    def _set_pill(self, text: str, icon: str, look: PillLook = PillLook.ON_BAR) -> None:
        self.pill.set_look(look)
        self.pill.show_pill(text, icon=icon)
