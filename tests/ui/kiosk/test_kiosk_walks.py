"""Three visits with real input, each at a number in under four acts, each number on the floor."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from branchfloor.config import load_preset
from branchfloor.devices.voice.guide import Guide, Utterance, guide_from
from ui.app.guiding import Guiding
from ui.app.language import set_language
from ui.app.tasks import settled

MOST_ACTS = 3


@dataclass
class Visit:
    """A customer at a kiosk of cn-default; every press is counted."""

    kiosk: Any
    acts: int = 0
    heard: list[Utterance] = field(default_factory=list)

    async def touch(self, piece: QWidget) -> None:
        """A finger on the glass, where the piece stands."""
        self.acts += 1
        screen = self.kiosk.screen
        at = piece.mapTo(screen, piece.rect().center())
        under = screen.childAt(at)
        assert under is not None
        assert under is piece or piece.isAncestorOf(under)
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(screen, at))
        await settled(screen)

    async def key(self, key: Qt.Key) -> None:
        """A key, wherever the focus is."""
        self.acts += 1
        QTest.keyClick(QApplication.focusWidget() or self.kiosk.screen, key)
        await settled(self.kiosk.screen)

    @property
    def ticket(self) -> str:
        """The number shown."""
        assert self.kiosk.place == "ticket"
        return str(self.kiosk.screen.stack.current().card.number.text())


@pytest.fixture
def visit(hall) -> Callable[[], Visit]:
    def begin() -> Visit:
        return Visit(hall(load_preset("cn-default"), counters="1 2 3 4 5 6 7 9 11"))

    return begin


async def test_an_elders_visit(visit):
    """Large type, one tile: the pension, looked at, taken."""
    elder = visit()
    screen = elder.kiosk.screen
    await elder.touch(screen.head.key("elder"))
    await elder.touch(screen.stack.current().tile("GN"))
    await elder.touch(screen.stack.current().take)
    assert elder.acts <= MOST_ACTS
    found = elder.kiosk.memory.state.find(elder.ticket)
    assert found is not None
    assert found.legs[0].service == "GN"
    assert screen.stack.current().card.number.type().px >= 310


async def test_a_blind_customers_visit(visit, tmp_path):
    """The marked key, one arrow, Enter: every step is heard, nothing needs to be seen."""
    blind = visit()
    screen = blind.kiosk.screen
    screen.reading.spoken.connect(blind.heard.append)
    voice = guide_from(f"file:{tmp_path / 'heard'}", cache=tmp_path / "cache")
    assert voice is not None
    guiding = Guiding(voice, screen)
    await blind.key(Qt.Key.Key_F1)
    assert "按向下键" in blind.heard[-1].text
    await guiding.guide.settled()
    await blind.key(Qt.Key.Key_Down)
    assert "现金取款" in blind.heard[-1].text
    await guiding.guide.settled()
    await blind.key(Qt.Key.Key_Return)
    assert blind.acts <= MOST_ACTS
    spelled = blind.ticket.replace("0", "零").replace("1", "一")
    assert spelled in blind.heard[-1].text
    assert "请坐下等候" in blind.heard[-1].text
    await guiding.guide.settled()
    await guiding.stop()
    spoken = [path.read_text("utf-8") for path in sorted((tmp_path / "heard").glob("*.txt"))]
    assert spoken == [utterance.text for utterance in blind.heard]
    assert len(list((tmp_path / "heard").glob("*.wav"))) == 3


async def test_an_english_speakers_visit(visit, qapp):
    """Language, a tile, the confirmation: all of it in English, the slip's language with it."""
    guest = visit()
    screen = guest.kiosk.screen
    screen.language_chosen.connect(lambda chosen: set_language(qapp, chosen))
    await guest.touch(screen.head.key("en"))
    QApplication.processEvents()
    await guest.touch(screen.stack.home().tile("GT"))
    assert screen.stack.service().take.text() == "Take a number"
    await guest.touch(screen.stack.service().take)
    assert guest.acts <= MOST_ACTS
    found = guest.kiosk.memory.state.find(guest.ticket)
    assert found is not None
    assert found.language == "en"
    await guest.touch(screen.stack.current().done)
    assert guest.kiosk.languages[-1] == "zh_CN"


async def test_speech_is_cut_when_the_customer_moves_on(visit):
    """Who knows the way does not have to listen to the end."""
    blind = visit()
    cut: list[str] = []

    class Endless:
        async def read(self, utterance: Utterance) -> None:
            import asyncio

            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cut.append(utterance.text)
                raise

        async def check(self) -> None:
            return None

    guiding = Guiding(Endless(), blind.kiosk.screen)
    assert isinstance(guiding.guide, Guide)
    await blind.key(Qt.Key.Key_F1)
    await blind.key(Qt.Key.Key_Down)
    await blind.key(Qt.Key.Key_Return)
    await guiding.stop()
    assert blind.ticket
    assert guiding.guide.reading is False
