"""How it ended, where the tier asks it: four answers, and the service is finished with one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from branchfloor.domain.catalogue import OUTCOMES

from .asks import Counting, Do, Finishing
from .choice_panel import NONE_CHOSEN, ChoicePanel
from .desk import Moment
from .stepper import TimesStepper, step_of
from .texts import phrases
from .usual import Usual


class OutcomePanel(ChoicePanel):
    """Keys: 1–4 choose and finish as it was asked for, + and − say how often it was done."""

    def __init__(self, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(usual, "F8", len(OUTCOMES), parent)
        self.stepper = TimesStepper()
        self.below.addSpacing(14)
        self.below.addWidget(self.stepper)
        self.stepper.counted.connect(self.asked)

    def choices(self, moment: Moment) -> tuple[tuple[str, str], ...]:
        meanings = (
            self.tr("the customer has what they came for"),
            self.tr("an appointment or a follow-up is set"),
            self.tr("the customer does not want it"),
            self.tr("carried out, nothing else to tell"),
        )
        words = (phrases().word("outcome", code) for code in OUTCOMES)
        names = (word[:1].upper() + word[1:] for word in words)
        return tuple(zip(names, meanings, strict=True))

    def show_chosen(self, moment: Moment) -> None:
        visit, _ = moment.customer()
        self.show_title(self.tr("How did {0} end?").format(visit.number))
        self.stepper.show_times(self.notes.times, moment.usable)
        self.next_key.setText(self.tr("Finish and call next"))
        self.only_key.setText(self.tr("Only finish"))
        self.keep.setText(self.tr("The outcome goes into the day's report, never to the board."))
        if self.chosen != NONE_CHOSEN:
            outcome, times = OUTCOMES[self.chosen], self.notes.times
            self.next_key.ask = Finishing(outcome, times, then_next=True)
            self.only_key.ask = Finishing(outcome, times)

    def do_chosen(self) -> None:
        key = self.next_key if self.notes.then is Do.NEXT else self.only_key
        key.click()

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F8:
            self.only_key.click()
        elif step_of(key):
            self.asked.emit(Counting(self.notes.times + step_of(key)))
        else:
            return super().take_key(key)
        return True
