from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.models import shipped


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with one shipped model, ``base-1``, in it."""
    shipped(tmp_path)
    return tmp_path
