"""What the hours that are driven in real windows share."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def album(tmp_path):
    """Where the picture of each step is kept: a folder that is named, or the test's own."""
    folder = Path(os.environ.get("BRANCHFLOOR_HOURS", tmp_path / "hours"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
