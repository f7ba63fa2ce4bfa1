"""The order of the hall's voice: fast calls, cuts, late starts, devices that fail."""

import asyncio
import contextlib

import pytest

from branchfloor.devices.voice import Announcer, HeardVoice, VoiceFailed
from tests.devices.voice_builders import StoppedClock, a_call


class SlowVoice(HeardVoice):
    """Speaks until the test lets it; counts how many speak at once."""

    def __init__(self):
        super().__init__()
        self.begun = []
        self.cut = []
        self.go_on = asyncio.Event()
        self.at_once = 0

    async def speak(self, announcement):
        self.begun.append(announcement.call_no)
        self.at_once += 1
        assert self.at_once == 1
        try:
            await self.go_on.wait()
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.cut.append(announcement.call_no)
            raise
        finally:
            self.at_once -= 1
        await super().speak(announcement)


class Hall:
    """An announcer at work, with what it reported."""

    def __init__(self, voice):
        self.voice = voice
        self.clock = StoppedClock()
        self.faults = []
        self.shown = []
        self.announcer = Announcer(voice, self.clock.now, self._failed)
        self.announcer.when_speaking(self._speaking)

    def _failed(self, call, fault):
        self.faults.append((call.call_no, fault.code))

    def _speaking(self, call):
        self.shown.append(call and call.call_no)

    def offer(self, *calls):
        self.announcer.offer(calls)

    @property
    def spoken(self):
        return [call.call_no for call in self.voice.heard]


@contextlib.asynccontextmanager
async def at_work(voice):
    hall = Hall(voice)
    running = asyncio.ensure_future(hall.announcer.run())
    try:
        yield hall
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def until(condition):
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  # any condition, without an event of its own
            await asyncio.sleep(0)


def quiet(hall):
    return not hall.announcer.in_line and hall.announcer.current is None


async def test_calls_are_spoken_in_the_order_of_their_numbers():
    async with at_work(HeardVoice()) as hall:
        hall.offer(a_call(3), a_call(1), a_call(2))
        await until(lambda: quiet(hall))
    assert hall.spoken == [1, 2, 3]
    assert hall.shown == [1, None, 2, None, 3, None]


async def test_fast_calls_keep_their_order_and_none_is_lost():
    async with at_work(SlowVoice()) as hall:
        for number in range(1, 31):
            hall.offer(*(a_call(n) for n in range(1, number + 1)))
            await asyncio.sleep(0)
        hall.voice.go_on.set()
        await until(lambda: quiet(hall))
    assert hall.spoken == list(range(1, 31))


async def test_a_call_is_spoken_once_however_often_it_is_offered():
    async with at_work(HeardVoice()) as hall:
        for _ in range(3):
            hall.offer(a_call(1))
            await until(lambda: quiet(hall))
    assert hall.spoken == [1]


async def test_a_late_start_keeps_quiet_about_the_past():
    async with at_work(HeardVoice()) as hall:
        hall.offer(a_call(1, age_s=31), a_call(2, age_s=30), a_call(3, age_s=0))
        await until(lambda: quiet(hall))
        hall.offer(a_call(1, age_s=31))
        await until(lambda: quiet(hall))
    assert hall.spoken == [2, 3]
    assert hall.faults == []


async def test_waiting_in_line_does_not_make_a_call_late():
    async with at_work(SlowVoice()) as hall:
        hall.offer(a_call(1), a_call(2))
        await until(lambda: hall.voice.begun == [1])
        hall.clock.later(60)
        hall.voice.go_on.set()
        await until(lambda: quiet(hall))
    assert hall.spoken == [1, 2]


async def test_a_call_that_waited_far_too_long_is_reported_instead():
    async with at_work(SlowVoice()) as hall:
        hall.offer(a_call(1), a_call(2))
        await until(lambda: hall.voice.begun == [1])
        hall.clock.later(121)
        hall.voice.go_on.set()
        await until(lambda: quiet(hall))
    assert hall.spoken == [1]
    assert hall.faults == [(2, "check.voice_behind")]


async def test_an_undone_call_is_cut_in_mid_word_and_the_next_follows():
    async with at_work(SlowVoice()) as hall:
        hall.offer(a_call(1), a_call(2))
        await until(lambda: hall.voice.begun == [1])
        hall.announcer.cut(1)
        await until(lambda: hall.voice.begun == [1, 2])
        hall.voice.go_on.set()
        await until(lambda: quiet(hall))
    assert hall.voice.cut == [1]
    assert hall.spoken == [2]
    assert hall.faults == []


async def test_an_undone_call_is_taken_out_of_the_line():
    async with at_work(SlowVoice()) as hall:
        hall.offer(a_call(1), a_call(2), a_call(3))
        await until(lambda: hall.voice.begun == [1])
        hall.announcer.cut(2)
        assert [call.call_no for call in hall.announcer.in_line] == [3]
        hall.voice.go_on.set()
        await until(lambda: quiet(hall))
    assert hall.spoken == [1, 3]


async def test_a_call_undone_before_it_was_offered_is_never_spoken():
    async with at_work(HeardVoice()) as hall:
        hall.announcer.cut(1)
        hall.offer(a_call(1), a_call(2))
        await until(lambda: quiet(hall))
    assert hall.spoken == [2]


async def test_a_device_that_fails_does_not_stop_the_line():
    voice = HeardVoice(VoiceFailed("check.player_missing"))
    async with at_work(voice) as hall:
        hall.offer(a_call(1))
        await until(lambda: bool(hall.faults) and quiet(hall))
        voice.fault = None
        hall.offer(a_call(2))
        await until(lambda: quiet(hall))
    assert hall.faults == [(1, "check.player_missing")]
    assert hall.spoken == [2]


async def test_any_error_of_a_driver_is_a_fault_with_a_sentence():
    class BrokenVoice(HeardVoice):
        async def speak(self, announcement):
            raise OSError("cable pulled")

    reported = []
    announcer = Announcer(
        BrokenVoice(), StoppedClock().now, lambda _, fault: reported.append(fault)
    )
    announcer.offer([a_call(1)])
    running = asyncio.ensure_future(announcer.run())
    await until(lambda: bool(reported))
    running.cancel()
    assert reported[0].sentence("en") == "Ticket A031 was not spoken: cable pulled"


async def test_a_device_that_hangs_is_given_up():
    async with at_work(SlowVoice()) as hall:
        hall.announcer.limit_s = 0.02
        hall.offer(a_call(1), a_call(2))
        await until(lambda: len(hall.faults) == 2)
    assert hall.faults == [(1, "check.voice_slow"), (2, "check.voice_slow")]
    assert hall.voice.cut == [1, 2]


async def test_a_long_line_is_not_repeated():
    async with at_work(SlowVoice()) as hall:
        hall.offer(*(a_call(n) for n in range(1, 5)))
        hall.voice.go_on.set()
        await until(lambda: quiet(hall))
    assert [call.delivery.repeats for call in hall.voice.heard] == [1, 1, 2, 2]


async def test_stopping_silences_the_hall():
    async with at_work(SlowVoice()) as hall:
        hall.offer(a_call(1))
        await until(lambda: hall.voice.begun == [1])
    assert hall.voice.cut == [1]
    assert hall.announcer.current is None


async def test_old_numbers_are_forgotten_and_stay_unspoken():
    async with at_work(HeardVoice()) as hall:
        hall.offer(a_call(1))
        hall.announcer.cut(9)
        await until(lambda: quiet(hall))
        hall.clock.later(7200)
        hall.offer(a_call(1))
        assert hall.announcer._cut == {}
        await until(lambda: quiet(hall))
    assert hall.spoken == [1]


@pytest.mark.parametrize("called", [1, 2])
async def test_a_cut_of_a_call_already_spoken_changes_nothing(called):
    async with at_work(HeardVoice()) as hall:
        hall.offer(a_call(called))
        await until(lambda: quiet(hall))
        hall.announcer.cut(called)
        hall.offer(a_call(3))
        await until(lambda: quiet(hall))
    assert hall.spoken == [called, 3]
