"""A ticket for several things to do: each part, its counter, and how it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.domain.kinds import LegState
from branchfloor.domain.visit import Leg
from branchfloor.floor.answers import Issued
from ui.kiosk import words
from ui.kiosk.leg_row import LegFace, LegList
from ui.kiosk.panel import NOTE, PLAIN, sentences
from ui.kiosk.plan import Plan, bring_words, counters_of_kind
from ui.kiosk.scene import Scene
from ui.theme import Role

_DONE = frozenset({LegState.DONE, LegState.CANCELLED})
_CALLED = frozenset({LegState.CALLED, LegState.SERVING})


class LegsCard(LegList):
    """Where to go first, then every part; follows the floor while the page is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = sentences(Role.TITLE, "ink", 2, 0.9)
        self._detail = sentences(Role.TEXT, "ink_2", 4, 0.93)
        self._title.setContentsMargins(34, 20, 34, 10)
        self._detail.setContentsMargins(34, 12, 34, 16)
        self.column.insertWidget(0, self._title)
        self.column.addWidget(self._detail)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_visit(self, issued: Issued, plan: Plan, scene: Scene) -> None:
        """The parts as promised, and what has become of them since."""
        visit = scene.view.state.visit(issued.visit_id)
        legs = {leg.no: leg for leg in visit.legs} if visit else {}
        called = next((leg.counter for leg in legs.values() if leg.state in _CALLED), None)
        self.set_face(NOTE if called else PLAIN)
        self._title.setText(
            self.tr("Please go to counter {0}").format(called)
            if called
            else self.tr("Please take a seat, your number is called for each part")
        )
        places = range(len(plan.legs))
        self.show_legs(tuple(self._leg_face(plan, at, legs.get(at + 1), scene) for at in places))
        self._detail.setText(self._words(issued, plan))

    def _words(self, issued: Issued, plan: Plan) -> str:
        items = bring_words(plan)
        have = self.tr("Have ready: {0}.").format(items) + "\n" if items else ""
        comes = self.tr("A member of staff comes to you.") + " " if issued.pending else ""
        return have + comes + self.tr("Missed your call? See the lobby manager.")

    def _leg_face(self, plan: Plan, at: int, now: Leg | None, scene: Scene) -> LegFace:
        leg = plan.legs[at]
        numbers = counters_of_kind(scene.view.config, leg)
        wait, strong, done = words.offer_wait(leg), False, False
        note = words.ahead(leg.ahead)
        if now is not None and now.state in _CALLED and now.counter:
            wait, note, strong = words.counters((now.counter,)), self.tr("called now"), True
        elif now is not None and now.state in _DONE:
            wait, note, done = self.tr("done"), "", True
        return LegFace(
            "" if plan.free_order else str(at + 1),
            words.own(leg.service.name),
            words.counter_kind(leg.service, numbers),
            wait,
            note,
            leg.service.tier,
            strong,
            done,
        )
