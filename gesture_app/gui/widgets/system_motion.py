"""Whether the desktop is set to reduce motion, where that can be known."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_MAC_FILE = Path("Library/Preferences/com.apple.universalaccess.plist")
_GNOME_COMMAND = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_GNOME_DESKTOPS = {"GNOME", "UNITY", "CINNAMON", "BUDGIE"}
_TIMEOUT_S = 1.0
_SPI_GETCLIENTAREAANIMATION = 0x1042

RunCommand = Callable[[tuple[str, ...]], str]
"""Runs a command and returns its output. Raises OSError or ``subprocess.SubprocessError``."""


def _output_of(command: tuple[str, ...]) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT_S, check=True).stdout


def system_reduces_motion(
    environment: Mapping[str, str],
    *,
    platform: str = sys.platform,
    home: Path | None = None,
    run: RunCommand = _output_of,
) -> bool:
    """Whether the desktop is set to reduce motion; False where that is not known.

    Known on Windows, on macOS, and on Linux with GNOME and desktops that share its settings.

    Args:
        environment: The environment variables.
        platform: Name of the system, as in ``sys.platform``.
        home: The user's home folder; None for the real one.
        run: Runs a command.
    """
    if platform == "win32":
        return _windows_reduces_motion()
    if platform == "darwin":
        try:
            content = plistlib.loads(((home or Path.home()) / _MAC_FILE).read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return False
        return bool(content.get("reduceMotion", False))
    if not _GNOME_DESKTOPS & set(environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":")):
        return False
    try:
        return run(_GNOME_COMMAND).strip() == "false"
    except (OSError, subprocess.SubprocessError):
        return False


def _windows_reduces_motion() -> bool:
    import ctypes

    is_animated = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 (exists on Windows only)
    is_known = user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(is_animated), 0)
    return bool(is_known) and not is_animated.value
