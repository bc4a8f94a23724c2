"""Every installed package has a licence that the project may depend on."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "licences.py"


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_all_that_is_installed_may_be_used() -> None:
    result = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    "statement", ["MIT", "BSD License", "Apache 2.0", "LGPL-3.0-only OR GPL-2.0-only", "GPL-3.0-only OR MIT", "PSF-2.0"]
)
def test_permissive_and_lesser_licences_are_allowed(licences: ModuleType, statement: str) -> None:
    assert licences.allowed(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "GPL-3.0-or-later",
        "GNU General Public License v3 (GPLv3)",
        "AGPL-3.0",
        "MPL-2.0",
        "MIT AND GPL-2.0-only",
        "",
        "?",
    ],
)
def test_copyleft_and_unknown_licences_are_refused(licences: ModuleType, statement: str) -> None:
    assert not licences.allowed(statement)
