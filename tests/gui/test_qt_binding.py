from __future__ import annotations

import pytest

from gesture_app.errors import MissingDependencyError
from gesture_app.gui import qt_binding


def test_the_installed_binding_is_accepted() -> None:
    qt_binding.check_binding()


def test_one_that_drops_references_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_binding, "drops_references", lambda: True)
    with pytest.raises(MissingDependencyError, match="crashes") as caught:
        qt_binding.check_binding()
    assert "pip install" in caught.value.hint
