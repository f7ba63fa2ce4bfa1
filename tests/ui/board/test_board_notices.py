"""Notices that somebody posted for today: first among the branch's own, and beside the calls."""

from datetime import timedelta

import pytest

from branchfloor.domain.catalogue import Name
from branchfloor.floor.floor import now
from ui.app.view import View
from ui.board.face import History
from ui.board.pictures import MORNING, Scene

TEXT = Name("取款机检修", "Cash machine under repair")


@pytest.fixture
def scene(qapp, qtbot):
    made = Scene.at(MORNING + timedelta(minutes=100))
    qtbot.addWidget(made.screen)
    return made


def call(scene):
    """Five calls a while ago, so that the list of earlier ones has rows."""
    scene.wait_in("GW GW GD")
    for counter in ("3", "1", "5", "2", "11"):
        scene.call(counter)
        side(scene)
        scene.memory.wait(20)


def side(scene):
    memory = scene.memory
    scene.screen.show_state(View(memory.state, memory.config, memory.at))
    return scene.screen.face()


def test_a_posted_notice_stands_beside_the_calls_until_it_runs_out(scene):
    now(scene.floor.post_notice(TEXT, scene.memory.at + timedelta(minutes=5)))
    call(scene)
    shown = side(scene)
    assert isinstance(shown.side, History)
    assert shown.side.notice.text in (TEXT.zh, TEXT.en)
    scene.memory.wait(minutes=5)
    assert side(scene).side.notice is None


def test_between_calls_it_comes_before_the_branchs_own(scene):
    before = side(scene).notice
    now(scene.floor.post_notice(TEXT))
    shown = side(scene).notice
    assert shown.count == before.count + 1


def test_who_was_called_keeps_its_rows_when_nothing_is_posted(scene):
    call(scene)
    shown = side(scene)
    assert (shown.side.places, shown.side.notice) == (6, None)
