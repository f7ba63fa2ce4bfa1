"""Public notices on board and kiosk: post one in both languages, until when; take one down."""

from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from branchfloor.domain.catalogue import Name
from branchfloor.domain.hall import Notice
from branchfloor.floor.floor import Floor
from branchfloor.floor.hall import LONGEST_EN, LONGEST_ZH
from ui.app.language import current_language
from ui.app.tasks import async_slot
from ui.overview.asking import AskingPage
from ui.overview.hall.act_list import ActFace, ActList
from ui.overview.hall.section import Section
from ui.overview.key_flow import KeyFlow
from ui.overview.reading import Reading
from ui.overview.times import local
from ui.theme import Role, Scale, Target, Type
from ui.widgets import PushKey

_TEXT = Type(Scale.OVERVIEW, Role.TEXT)
HOUR, TODAY, WEEK, ALWAYS = "hour", "today", "week", "always"


class NoticePage(AskingPage):
    """What stands on the boards, and a form for one more."""

    def __init__(self, floor: Floor, parent: QWidget | None = None) -> None:
        super().__init__(floor, parent)
        self._now: datetime | None = None
        self.notices = ActList(armed=True)
        self.zh, self.en = _field(LONGEST_ZH), _field(LONGEST_EN)
        self.untils = KeyFlow(exclusive=True)
        self.post_key = PushKey("", "", main=True)
        self.post_key.set_height(48)
        self._up = Section(self.notices)
        self._new = Section(self.zh, self.en, self.untils, self.post_key)
        self.untils.show_keys([(HOUR, ""), (TODAY, ""), (WEEK, ""), (ALWAYS, "")])
        self.untils.tick([TODAY])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 12, 0)
        column.setSpacing(18)
        for part in (self._new, self.message, self._up):
            column.addWidget(part)
        column.addStretch(1)
        self.notices.acted.connect(self._on_withdraw)
        for field in (self.zh, self.en):
            field.textChanged.connect(self._say_post)
            field.returnPressed.connect(self.post_key.click)
        self.untils.changed.connect(self._say_post)
        self.post_key.clicked.connect(self._on_post)

    def title(self) -> str:
        return self.tr("Notices")

    def first_focus(self) -> QWidget | None:
        return self.zh if current_language().startswith("zh") else self.en

    def show_reading(self, reading: Reading) -> None:
        super().show_reading(reading)
        self._now = reading.now
        notices = reading.state.hall.notices_at(reading.now)
        self.notices.set_again(self.tr("Press again"))
        may = reading.may("withdraw_notice")
        self.notices.show_rows([self._face(reading, one, may) for one in notices[::-1]])
        none = "" if notices else self.tr("No notice of today; those of the settings still run")
        self._up.show_head(self.tr("On board and kiosk now"), none)
        self._new.show_head(self.tr("New notice, without personal data"))
        self.zh.setPlaceholderText(self.tr("Chinese text"))
        self.en.setPlaceholderText(self.tr("English text"))
        for field in (self.zh, self.en):
            field.setAccessibleName(field.placeholderText())
        self.untils.show_keys(
            [
                (HOUR, self.tr("1 hour")),
                (TODAY, self.tr("today")),
                (WEEK, self.tr("7 days")),
                (ALWAYS, self.tr("until taken down")),
            ]
        )
        self._say_post()

    def show_time(self, now: datetime) -> None:
        self._now = now

    def _face(self, reading: Reading, notice: Notice, may: bool) -> ActFace:
        zone_name = reading.config.time_zone
        until = self.tr("until taken down")
        if notice.until is not None:
            until = self.tr("until {0}").format(f"{local(notice.until, zone_name):%m-%d %H:%M}")
        posted = f"{local(notice.posted_at, zone_name):%H:%M} · {notice.by.partition(':')[2]}"
        chinese = current_language().startswith("zh")
        other = notice.text.en if chinese else notice.text.zh
        title = notice.text.text(current_language())
        note = f"{other} · {until} · {posted}"
        return ActFace(notice.id, title, note, self.tr("Take down"), enabled=may)

    def _until(self) -> datetime | None:
        if self._now is None or self.reading is None:
            return None
        match self.untils.one():
            case "hour":
                return self._now + timedelta(hours=1)
            case "week":
                return self._now + timedelta(days=7)
            case "today":
                here = local(self._now, self.reading.config.time_zone)
                last = datetime.combine(here.date(), time(23, 59), here.tzinfo)
                return last if last > self._now else self._now + timedelta(hours=1)
            case _:
                return None

    def _say_post(self) -> None:
        self.post_key.setText(self.tr("Post on board and kiosk"))
        may = self.reading is not None and self.reading.may("post_notice")
        written = all(field.text().strip() for field in (self.zh, self.en))
        self.post_key.setEnabled(may and written and bool(self.untils.one()))

    @async_slot()
    async def _on_post(self) -> None:
        text = Name(self.zh.text().strip(), self.en.text().strip())
        if await self.ask(self._floor.post_notice(text, self._until()), self.post_key) is not None:
            self.zh.clear()
            self.en.clear()

    @async_slot(str)
    async def _on_withdraw(self, notice: str) -> None:
        await self.ask(self._floor.withdraw_notice(notice), self.notices.row(notice).act_key)


def _field(most: int) -> QLineEdit:
    field = QLineEdit()
    field.setFont(_TEXT.font())
    field.setFixedHeight(int(Target.OVERVIEW))
    field.setMaxLength(most)
    return field
