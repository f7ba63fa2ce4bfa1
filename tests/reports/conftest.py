"""Each day is lived once for all tests that read it."""

from collections.abc import Iterator

import pytest

from branchfloor.reports.table import Report
from tests.reports.days import Lived, a_played_day, a_random_day


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    lived = a_played_day(tmp_path_factory.mktemp("played") / "floor.db")
    yield lived
    lived.store.close()


@pytest.fixture(scope="session")
def at_random(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    lived = a_random_day(tmp_path_factory.mktemp("random") / "floor.db")
    yield lived
    lived.store.close()


@pytest.fixture(scope="session", params=["played", "at_random"])
def lived(request: pytest.FixtureRequest) -> Lived:
    """Either day."""
    found: Lived = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def report(played: Lived) -> Report:
    return played.report()
