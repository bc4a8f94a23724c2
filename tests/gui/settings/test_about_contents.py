from __future__ import annotations

from gesture_app.gui.settings.about_contents import libraries
from gesture_app.resources import APP_NAME


def test_libraries_in_use_have_a_version_and_a_licence() -> None:
    found = {library.name: library for library in libraries(APP_NAME)}
    assert {"numpy", "onnxruntime"} <= found.keys()
    assert not {"pytest", "mypy", "ruff"} & found.keys()
    assert all(library.version and library.licence for library in found.values())
    assert libraries("no-such-program") == ()
