"""Paths of the shipped files - demo clip, icons and models - and of the user's folders."""

from __future__ import annotations

from pathlib import Path

import platformdirs

PROJECT_ROOT = Path(__file__).resolve().parent.parent
"""Root of the checkout that the program runs from."""

ASSETS = PROJECT_ROOT / "assets"
SHIPPED_MODELS = PROJECT_ROOT / "models"
DEMO_CLIP = ASSETS / "demo" / "demo.mp4"

APP_NAME = "gesture-app"
"""Name of the program's folders in the user's home."""


def settings_folder() -> Path:
    """The user's folder for settings, where the system wants it."""
    return platformdirs.user_config_path(APP_NAME, appauthor=False)


def data_folder() -> Path:
    """The user's folder for samples, models, rounds and everything else, where the system wants it."""
    return platformdirs.user_data_path(APP_NAME, appauthor=False)
