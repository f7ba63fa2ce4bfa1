"""The policy preview: asked once the draft stands still, shown as a table and in words."""

import sys

import pytest

from branchfloor.domain.previewing import PolicyPreview
from ui.settings.pictures import a_branch as whole_branch
from ui.settings.pictures import a_preview, screen_of
from ui.settings.policy_page import PolicyPage
from ui.settings.preview_asker import WorkerPreviewer, use_previewer
from ui.settings.preview_card import WAITS_MS


class Still:
    """Answers at once with what it was given."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def ask(self, document, heard):
        self.asked.append(document)
        if isinstance(self.answer, str):
            heard.on_refused("x", self.answer)
        else:
            heard.on_preview(self.answer)

    def cancel(self):
        self.asked.append("cancelled")


@pytest.fixture
def opened(qtbot):
    """The policy page over a previewer."""

    def make(answer):
        previewer = Still(answer)
        use_previewer(previewer)
        screen = screen_of(whole_branch())
        qtbot.addWidget(screen)
        screen.open_page("policy")
        page = screen.page()
        assert isinstance(page, PolicyPage)
        return previewer, page

    yield make
    use_previewer(None)


def test_a_changed_draft_is_played_once_it_stands_still(opened, qtbot):
    previewer, page = opened(a_preview())
    for value in (0.1, 0.12):
        page.put(("policy", "class", 7, "head_start"), value)
        page.show_draft(page.draft)
    assert previewer.asked == []
    qtbot.waitUntil(lambda: bool(previewer.asked), timeout=10 * WAITS_MS)
    assert previewer.asked == [page.draft.document()]
    said = page.preview.table.accessibleName()
    assert "3,214 91.4% 91.2% −0.2 18.2 → 18.3 0 412" in said
    assert "388" in page.preview.says.text()
    assert "A052" in page.preview.worst.text()


def test_a_broken_draft_is_not_played(opened, qtbot):
    previewer, page = opened(a_preview())
    page.put(("policy", "class", 4, "head_start"), 0.9)
    page.show_draft(page.draft)
    page.preview.ask()
    assert previewer.asked == []


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (PolicyPreview(0, 0), "No past day has been recorded yet."),
        ("The past days could not be played; try again.", "The past days could not be played"),
    ],
)
def test_why_there_are_no_figures_is_said(opened, answer, says):
    _, page = opened(answer)
    page.preview.ask()
    assert says in page.preview.says.text()
    assert page.preview.table.isHidden()


class Heard:
    def __init__(self):
        self.text = None

    def on_preview(self, found):
        self.text = "found"

    def on_refused(self, code, text):
        self.text = text


def test_a_child_that_fails_is_one_sentence(qtbot):
    heard = Heard()
    program = "import sys; sys.stdin.read(); print('no json')"
    worker = WorkerPreviewer(None, argv=lambda words: [sys.executable, "-c", program])
    worker.ask("document", heard)
    qtbot.waitUntil(lambda: heard.text is not None, timeout=20_000)
    assert heard.text.endswith((".", "。"))
