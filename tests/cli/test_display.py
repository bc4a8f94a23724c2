from __future__ import annotations

import socket
from pathlib import Path

import pytest

from gesture_app.cli import display


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display.platform, "system", lambda: "Linux")


def listening(path: Path) -> socket.socket:
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(str(path))
    server.listen()
    return server


def test_without_any_server_there_is_no_display() -> None:
    assert not display.display_available({})
    assert display.missing_for_window({}) == "there is no display."


def test_a_display_without_a_server_does_not_count(tmp_path: Path) -> None:
    assert not display.display_available({"DISPLAY": ":93"}, x11_folder=tmp_path)
    assert not display.display_available({"DISPLAY": "nonsense"}, x11_folder=tmp_path)


def test_an_x_server_that_answers_is_one(tmp_path: Path) -> None:
    with listening(tmp_path / "X93"):
        assert display.display_available({"DISPLAY": ":93.0"}, x11_folder=tmp_path)


def test_a_wayland_server_that_answers_is_one(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not display.display_available(environment)
    with listening(tmp_path / "wayland-7"):
        assert display.display_available(environment)


def test_a_platform_chosen_by_hand_is_trusted() -> None:
    assert display.display_available({"QT_QPA_PLATFORM": "offscreen"})


def test_a_desktop_without_x_always_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display.platform, "system", lambda: "Windows")
    assert display.display_available({})


def test_without_pyside_the_reason_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "find_spec", lambda _name: None)
    assert "pip install" in (display.missing_for_window({"QT_QPA_PLATFORM": "offscreen"}) or "")
