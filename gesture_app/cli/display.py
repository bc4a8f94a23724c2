"""Checks that a window can be shown, before Qt starts: without a display Qt ends the process."""

from __future__ import annotations

import os
import platform
import re
import socket
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

X11_FOLDER = Path("/tmp/.X11-unix")
_X11_PORT = 6000
_CONNECT_TIMEOUT_S = 2.0


def missing_for_window(environment: Mapping[str, str] = os.environ) -> str | None:
    """Reason why no window can be shown, as a sentence; None if it can."""
    if find_spec("PySide6") is None:
        return 'PySide6 is not installed. The window needs it: pip install -c constraints.txt -e ".[gui]"'
    if not display_available(environment):
        return "there is no display."
    return None


def display_available(environment: Mapping[str, str] = os.environ, *, x11_folder: Path = X11_FOLDER) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere if a Wayland or X server answers.

    A platform that was set with ``QT_QPA_PLATFORM`` (such as ``offscreen``) is not checked.

    Args:
        environment: Environment variables.
        x11_folder: Folder with the sockets of local X servers.
    """
    if platform.system() in {"Windows", "Darwin"} or environment.get("QT_QPA_PLATFORM") not in {None, "", "xcb"}:
        return True
    return _wayland_answers(environment) or _x11_answers(environment.get("DISPLAY", ""), x11_folder)


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    folder = environment.get("XDG_RUNTIME_DIR")
    if not name or not (folder or name.startswith("/")):
        return False
    return _unix_socket_answers(str(Path(folder or "/", name)))


def _x11_answers(display: str, folder: Path) -> bool:
    match = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?", display)
    if match is None:
        return False
    host, number = match["host"], int(match["number"])
    if host in {"", "unix"}:
        path = f"{folder}/X{number}"
        return _unix_socket_answers(path) or _unix_socket_answers(f"\0{path}")
    try:
        with socket.create_connection((host, _X11_PORT + number), _CONNECT_TIMEOUT_S):
            return True
    except OSError:
        return False


def _unix_socket_answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(_CONNECT_TIMEOUT_S)
        try:
            client.connect(path)
        except OSError:
            return False
        return True
