"""The settings: pages over one draft of the branch document, saved as a whole."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from branchfloor.config import parse_document
from branchfloor.domain.config import BranchConfig
from branchfloor.domain.errors import FloorError
from branchfloor.domain.metrics import summarise
from branchfloor.domain.work import ConfigVersion
from branchfloor.floor.floor import Floor
from branchfloor.security.rights import may, roles_of
from branchfloor.waits.learned import learn
from ui.app.tasks import async_slot, busy, cancel_all, loop_runs, spawn
from ui.app.view import View
from ui.console.door import Session
from ui.overview.asking import phrases
from ui.overview.drawer import Drawer
from ui.overview.hall.sign_desk import SignDesk
from ui.overview.lists import floor_lists
from ui.overview.reading import Figures, Reading
from ui.overview.times import local
from ui.settings.draft import Draft, Path
from ui.settings.head_bar import SettingsBar
from ui.settings.leave_bar import LeaveBar
from ui.settings.nav import Nav
from ui.settings.page import SettingsPage
from ui.settings.page_head import PageHead
from ui.settings.pages import BUILDERS, page_of
from ui.settings.review_page import ReviewPage
from ui.settings.versions_page import VersionsPage
from ui.settings.why_words import said
from ui.settings.words import page as page_name
from ui.theme import Scale
from ui.widgets import PushKey, QuietMessage

REVIEW = "review"
_FIRST = next(iter(BUILDERS))


class SettingsScreen(QWidget):
    """What a branch owns. Nothing is half saved: a draft is checked with each change, looked
    through, and adopted whole, by whoever may.
    """

    def __init__(
        self, floor: Floor, parent: QWidget | None = None, *, session: Session | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "settings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1920, 1080)
        self._floor = floor.acting_as(floor.actor)
        self._view: View | None = None
        self._read: tuple[int, str] | None = None
        self._leaving = False
        self._back_to = ""
        self._news: tuple[str, str] | None = None
        self.draft: Draft | None = None
        self.bar, self.drawer = SettingsBar(), Drawer()
        self.pages: dict[str, SettingsPage] = {}
        self._versions: tuple[ConfigVersion, ...] = ()
        self.nav = Nav(tuple(BUILDERS))
        self.head, self.review = PageHead(), ReviewPage()
        self.stack, self.message = QStackedWidget(), QuietMessage(Scale.OVERVIEW)
        self.go_key = PushKey()
        self.go_key.set_compact(True)
        self.message.add_action(self.go_key)
        self.leave = LeaveBar()
        self._open = _FIRST
        self._lay_out()
        self.sign = SignDesk(self._floor, self, self.drawer, session)
        self.sign.put_on(self.bar)
        self._connect()

    def show_state(self, view: View) -> None:
        """Set everything; a new version in force replaces a draft without changes."""
        self._view = view
        self.sign.see(view)
        if self.draft is None:
            self.draft = self._begin(view.config)
        self._read_if_new(view)
        self.show_now()

    def show_time(self, now: datetime) -> None:
        """Move the clock on."""
        self.bar.show_time(now)

    def show_versions(self, rows: tuple[ConfigVersion, ...]) -> None:
        """Take in every version there is; the newest is what a draft begins from."""
        newest = rows[0]
        base = parse_document(newest.document, newest.version)
        if self.draft is None or not self.draft.changed:
            self.draft = self._begin(base)
        self._versions = rows
        page = self.pages.get("versions")
        if isinstance(page, VersionsPage):
            page.show_versions(rows)
        self.show_now()

    def show_now(self) -> None:
        """Show the draft on the open page."""
        view, draft = self._view, self.draft
        if view is None or draft is None:
            return
        self.bar.show_view(view, view.now)
        self.drawer.show_reading(_reading(view, self._floor.actor))
        self._show_draft(draft)
        self._say(view, draft)

    def open_page(self, key: str) -> None:
        """Open a page by its key."""
        self._open = key
        self.show_now()
        first = self.page().first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self) -> SettingsPage:
        """The open page."""
        return self.review if self._open == REVIEW else self.page_at(self._open)

    def page_at(self, key: str) -> SettingsPage:
        """A page by its key, built when it is first asked for."""
        if key not in self.pages:
            page = self.pages[key] = BUILDERS[key]()
            page.edited.connect(self._on_edited)
            self.stack.addWidget(page)
            if isinstance(page, VersionsPage):
                page.show_versions(self._versions)
        return self.pages[key]

    def may_save(self) -> bool:
        """Whether whoever stands before it may adopt a version."""
        view = self._view
        return (
            view is not None
            and view.trouble is None
            and may("adopt", roles_of(self._floor.actor, view.config))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open == REVIEW:
            self._on_back()
        elif event.key() == Qt.Key.Key_Escape and not self.leave.isHidden():
            self._on_stay()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Settings"))
            self.show_now()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.draft is not None and self.draft.changed and not self._leaving:
            event.ignore()
            self.leave.ask(len(self.draft.changes()))
            return
        cancel_all(self)
        for page in self.findChildren(SettingsPage):
            page.stop()
        self.sign.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.stack.addWidget(self.review)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        body = QHBoxLayout()
        body.setSpacing(0)
        whole.addLayout(body, 1)
        body.addWidget(self.nav)
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 16, 24, 18)
        middle.setSpacing(12)
        middle.addWidget(self.head)
        middle.addWidget(self.leave)
        middle.addWidget(self.message)
        middle.addWidget(self.stack, 1)
        body.addLayout(middle, 1)
        body.addWidget(self.drawer)
        self.drawer.hide()

    def _connect(self) -> None:
        self.nav.picked.connect(self.open_page)
        self.head.save_key.clicked.connect(self._on_review)
        self.head.discard_key.clicked.connect(self._on_discard)
        self.review.confirmed.connect(self._on_save)
        self.review.back.connect(self._on_back)
        self.leave.saved.connect(self._on_review)
        self.leave.left.connect(self._on_leave)
        self.leave.stayed.connect(self._on_stay)
        self.sign.changed.connect(self.show_now)
        self.go_key.clicked.connect(self._on_go)
        save = QShortcut(QKeySequence.StandardKey.Save, self)
        save.activated.connect(self.head.save_key.click)

    def _show_draft(self, draft: Draft) -> None:
        page, may_save = self.page(), self.may_save()
        draft.may_change = may_save
        self.stack.setCurrentWidget(page)
        self.nav.select(self._open)
        page.setEnabled(may_save or self._open == "versions")
        page.show_draft(draft)
        name = self.tr("Look through and save") if self._open == REVIEW else page_name(self._open)
        self.head.show_page(name, page.subtitle() or self._version_text(draft))
        self.head.show_draft(draft, may_save)
        self.head.save_key.setVisible(self._open != REVIEW)
        touched = {page_of(change.path) for change in draft.changes()}
        for key in BUILDERS:
            self.nav.item(key).show_mark("brand" if key in touched else "")
        if draft.fault is not None:
            self.nav.item(page_of(_dotted(draft.fault.path))).show_mark("late")

    def _begin(self, base: BranchConfig) -> Draft:
        """A draft without changes, knowing the branch's own date."""
        now = self._view.now if self._view is not None else None
        return Draft(base, local(now, base.time_zone).date() if now is not None else None)

    def _version_text(self, draft: Draft) -> str:
        return self.tr("version {0} in force").format(draft.base.version)

    def _say(self, view: View, draft: Draft) -> None:
        self.go_key.hide()
        if view.trouble is not None:
            self.message.say(view.trouble_text, "late")
        elif not self.may_save():
            self.message.say(
                self.tr("Only a branch manager or an administrator may change settings."), "info"
            )
        elif draft.fault is not None:
            self.message.say(said(draft.fault.why), "late")
            self.go_key.setText(self.tr("Go there"))
            self.go_key.setVisible(page_of(_dotted(draft.fault.path)) != self._open)
        elif self._news is not None:
            self.message.say(*self._news)
        elif view.config.version > draft.base.version and draft.changed:
            text = self.tr("Version {0} was saved elsewhere meanwhile; discard to begin from it.")
            self.message.say(text.format(view.config.version), "warn")
        else:
            self.message.clear()

    def _read_if_new(self, view: View) -> None:
        """Ask for the versions when another is in force, or somebody else stands here."""
        wanted = (view.config.version, self._floor.actor)
        allowed = may("versions", roles_of(self._floor.actor, view.config))
        if wanted == self._read or not allowed or view.trouble is not None or not loop_runs():
            return
        self._read = wanted
        spawn(self._read_versions(), name="read versions", owner=self)

    async def _read_versions(self) -> None:
        try:
            rows = await self._floor.versions()
        except FloorError as error:
            self._read, self._news = None, (phrases().tell(error), "late")
            self.show_now()
        else:
            self.show_versions(rows)

    def _on_edited(self) -> None:
        self.leave.hide()
        self._news = None
        self.show_now()

    def _on_review(self) -> None:
        if self.draft is not None and self.head.save_key.isEnabled():
            self.leave.hide()
            self._back_to = self._open
            self.open_page(REVIEW)

    def _on_back(self) -> None:
        self.open_page(self._back_to or _FIRST)

    def _on_discard(self) -> None:
        if self.draft is not None:
            self.draft.reset()
            self._read = self._news = None
            self.leave.hide()
            if self._open == REVIEW:
                self._on_back()
            if self._view is not None:
                self._read_if_new(self._view)
            self.show_now()

    def _on_go(self) -> None:
        if self.draft is not None and self.draft.fault is not None:
            self.open_page(page_of(_dotted(self.draft.fault.path)))

    def _on_leave(self) -> None:
        self._leaving = True
        self.close()

    def _on_stay(self) -> None:
        self.leave.hide()

    @async_slot()
    async def _on_save(self) -> None:
        draft = self.draft
        if draft is None or draft.fault is not None:
            return
        document = draft.document()
        with busy(self.review.save_key):
            try:
                adopted = await self._floor.adopt(document, draft.base.version)
            except FloorError as error:
                self._news = (phrases().tell(error), "late")
                self.show_now()
                return
        self._news = (self.tr("Version {0} is in force.").format(adopted.version), "ok")
        self.draft = self._begin(parse_document(document, adopted.version))
        self._on_back()


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


def _reading(view: View, actor: str) -> Reading:
    """What the drawer that signs in is shown."""
    figures = Figures(summarise(view.state, view.config, view.now), (), learn(view.config, ()))
    return Reading(view, view.now, floor_lists(view.state, view.config), figures, (), actor)
