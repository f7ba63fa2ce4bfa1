"""What every test runs under: one Qt platform and scale, user folders of its own, no leftovers."""

import asyncio
import gc
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

# A mutant only has to be noticed; the smallest example of it is of no use and takes minutes.
hypothesis.settings.register_profile(
    "mutants", phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate)
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line has it
os.environ["QT_API"] = "pyside6"
for scale in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_ENABLE_HIGHDPI_SCALING"):
    os.environ.pop(scale, None)


SCREENS = Path(__file__).parent / "ui"


@pytest.fixture(scope="session", autouse=True)
def own_user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nothing a test does by default may reach the folders of the person who runs it."""
    home = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        yield home


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Async tests of widgets run in Qt's loop, all others in the standard one."""
    if "qtbot" in getattr(item, "fixturenames", ()):
        return {"qt": _qt_loop}
    return {"plain": asyncio.new_event_loop}


def _qt_loop() -> asyncio.AbstractEventLoop:
    import qasync
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)

    class PatientLoop(qasync.QEventLoop):  # type: ignore[misc]
        """Steps of tasks wait while a test lets Qt work through its events inside a task.

        There asyncio refuses to enter another task, and the step would be lost for ever.
        """

        def call_later(
            self,
            delay: float,
            callback: Callable[..., object],
            *args: object,
            context: object = None,
        ) -> asyncio.Handle:
            def run() -> None:
                if handle.cancelled():
                    return
                if asyncio.current_task(self) is None:
                    callback(*args)
                else:
                    qasync.QEventLoop.call_later(self, A_MOMENT_S, run, context=context)

            handle: asyncio.Handle = super().call_later(delay, run, context=context)
            return handle

    loop: asyncio.AbstractEventLoop = PatientLoop(app)
    return loop


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What screens do is not measured, only what lies below them, and that has its own tests."""
    for item in items:
        if item.path.is_relative_to(SCREENS) and not item.path.is_relative_to(SCREENS / "app"):
            item.add_marker(pytest.mark.untraced)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)  # none is left for the end


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Nor are the processes traced that a test marked `untraced` starts."""
    with pytest.MonkeyPatch.context() as patch:
        if item.get_closest_marker("untraced"):
            patch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
        return (yield)


def _untraced(item: pytest.Item) -> Generator[None, object, object]:
    """A test marked `untraced`, what it sets up and what it clears away run without the tracer.

    The mark is for tests that go over lines again which others cover: there the tracer costs up to
    five times the test. (Workers have several tracers, one on another: that of the coverage plugin
    stopped, the next would take over.)
    """
    if item.get_closest_marker("untraced") is None:
        return (yield)
    here, in_threads = sys.gettrace(), threading.gettrace()
    threading.settrace(None)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        threading.settrace(in_threads)
        sys.settrace(here)


pytest_runtest_setup = pytest.hookimpl(wrapper=True)(_untraced)
pytest_runtest_call = pytest.hookimpl(wrapper=True)(_untraced)
pytest_runtest_teardown = pytest.hookimpl(wrapper=True)(_untraced)


YOUNG_OBJECTS = 200_000
A_MOMENT_S = 0.001


@pytest.fixture(autouse=True)
def garbage_in_this_thread() -> Iterator[None]:
    """Collect here and nowhere else: Qt objects must not die in a writer's or feed's thread."""
    gc.disable()
    yield
    if gc.get_count()[0] > YOUNG_OBJECTS:
        _collect_young()


def _collect_young() -> None:
    """What this test and those since the last time made; old objects cost a second to go over."""
    gc.collect(1)


@pytest.fixture(autouse=True)
def no_leftover_windows() -> Iterator[None]:
    """A window that outlives its test is charged to that test, not to a later one."""
    before = set(_windows())
    yield
    left = {at: name for at, name in _windows().items() if at not in before}
    for collect in (_collect_young, gc.collect):
        if left:
            collect()
            left = {at: name for at, name in _windows().items() if at not in before}
    assert not left, f"windows left behind: {sorted(left.values())}"


def _windows() -> dict[int, str]:
    """Address and class of every top-level widget, once deferred deletes are done."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    from PySide6.QtCore import QCoreApplication, QEvent
    from shiboken6 import Shiboken

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {
        Shiboken.getCppPointer(window)[0]: type(window).__name__
        for window in widgets.QApplication.topLevelWidgets()
        if not window.inherits("QTipLabel")  # Qt keeps one for all tool tips
    }
