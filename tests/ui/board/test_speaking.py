"""The board's voice: the same record, spoken in order, only where it may."""

import asyncio
from dataclasses import replace

import pytest

from branchfloor.devices.voice import HeardVoice, VoiceFailed
from branchfloor.floor.floor import now
from tests.builders import a_branch, a_counter
from ui.board.face import Mark
from ui.board.speaking import BoardVoice, announcement_of


class Hushed(HeardVoice):
    """Speaks until it is told that it has finished."""

    def __init__(self) -> None:
        super().__init__()
        self.done = asyncio.Event()

    async def speak(self, announcement) -> None:
        await super().speak(announcement)
        await self.done.wait()


@pytest.fixture
def failures() -> list[VoiceFailed]:
    return []


@pytest.fixture
def speaker(hall, failures):
    """A hall, its voice and the glue between them."""

    def build(voice=None, config=None):
        board = hall(config)
        heard = voice or HeardVoice()
        glue = BoardVoice(heard, lambda: board.at, lambda _, fault: failures.append(fault))
        glue.when_speaking(board.screen.show_speaking)
        return board, heard, glue

    return build


async def spoken(glue: BoardVoice) -> None:
    """Let the voice speak what is in line: each call takes it a few turns of the loop."""
    task = asyncio.ensure_future(glue.run())
    for _ in range(5 + 5 * len(glue.in_line)):
        await asyncio.sleep(0)
    assert glue.in_line == ()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def feed(board, glue) -> None:
    board.show()
    glue.show_state(board.view())


async def test_calls_are_spoken_once_in_the_order_of_the_record(speaker) -> None:
    board, voice, glue = speaker()
    glue.set_speaking_allowed(True)
    tickets = [board.call() for _ in range(12)]
    feed(board, glue)
    feed(board, glue)
    await spoken(glue)
    feed(board, glue)
    await spoken(glue)
    assert [said.ticket for said in voice.heard] == tickets
    assert [said.call_no for said in voice.heard] == list(range(1, 13))


async def test_a_board_without_the_voice_keeps_silent(speaker) -> None:
    board, voice, glue = speaker()
    board.call()
    feed(board, glue)
    await spoken(glue)
    assert voice.heard == []
    assert not glue.speaking_allowed


async def test_who_takes_the_voice_over_speaks_what_is_fresh_only(speaker) -> None:
    board, voice, glue = speaker()
    board.call()
    board.memory.wait(31)
    fresh = board.call()
    feed(board, glue)
    glue.set_speaking_allowed(True)
    await spoken(glue)
    assert [said.ticket for said in voice.heard] == [fresh]


async def test_the_branch_says_how_late_is_too_late(speaker) -> None:
    config = a_branch()
    late = replace(config, settings=replace(config.settings, voice_late_s=5))
    board, voice, glue = speaker(config=late)
    glue.set_speaking_allowed(True)
    board.call()
    board.memory.wait(6)
    feed(board, glue)
    await spoken(glue)
    assert voice.heard == []


async def test_an_undone_call_is_cut_in_mid_word_and_never_spoken_from_the_line(speaker) -> None:
    board, voice, glue = speaker(Hushed())
    glue.set_speaking_allowed(True)
    first, second = board.call("1", "GD"), board.call("2", "GD")
    third = board.call("3")
    feed(board, glue)
    task = asyncio.ensure_future(glue.run())
    for _ in range(5):
        await asyncio.sleep(0)
    assert [said.ticket for said in voice.heard] == [first]
    assert board.face.calls[0].mark is Mark.SPOKEN
    now(board.floor.undo(first, "1"))
    now(board.floor.undo(second, "2"))
    feed(board, glue)
    for _ in range(10):
        await asyncio.sleep(0)
    assert [said.ticket for said in voice.heard] == [first, third]
    assert board.big == [third]
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_losing_the_voice_falls_silent_at_once(speaker) -> None:
    board, voice, glue = speaker(Hushed())
    glue.set_speaking_allowed(True)
    board.call("1", "GD")
    board.call("2", "GD")
    feed(board, glue)
    task = asyncio.ensure_future(glue.run())
    for _ in range(5):
        await asyncio.sleep(0)
    glue.set_speaking_allowed(False)
    for _ in range(10):
        await asyncio.sleep(0)
    assert len(voice.heard) == 1
    assert glue.in_line == ()
    assert all(call.mark is Mark.PLAIN for call in board.face.calls)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_the_screen_marks_what_the_voice_is_at_and_nothing_afterwards(speaker) -> None:
    board, _, glue = speaker()
    marks: list[str | None] = []
    glue.when_speaking(lambda call: marks.append(call.ticket if call else None))
    glue.set_speaking_allowed(True)
    tickets = [board.call() for _ in range(2)]
    feed(board, glue)
    await spoken(glue)
    assert marks == [tickets[0], None, tickets[1], None]


async def test_a_voice_that_fails_is_told_and_the_board_goes_on(speaker, failures) -> None:
    board, _, glue = speaker(HeardVoice(VoiceFailed("check.player_missing")))
    glue.set_speaking_allowed(True)
    ticket = board.call()
    feed(board, glue)
    await spoken(glue)
    assert [fault.code for fault in failures] == ["check.player_missing"]
    assert board.big == [ticket]
    assert board.face.calls[0].mark is Mark.PLAIN


async def test_a_call_is_announced_as_the_branch_wants_it(hall) -> None:
    config = replace(a_branch(), counters=(a_counter("R1", "GT", word="room"),))
    settings = replace(config.settings, announce_times=3, languages=("en",), say_one_as_yao=True)
    board = hall(replace(config, settings=settings))
    board.call("R1")
    said = announcement_of(board.memory.state.calls[-1], board.memory.config)
    assert (said.place, said.counter, said.recall) == ("room", "R1", False)
    assert (said.delivery.languages, said.delivery.repeats) == (("en",), 3)
    assert said.delivery.yao
