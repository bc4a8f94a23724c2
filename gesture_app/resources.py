"""Paths of the shipped files: demo clip, icons and models."""

from __future__ import annotations

from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
"""Root of the checkout that the program runs from."""

ASSETS = PROJECT_ROOT / "assets"
SHIPPED_MODELS = PROJECT_ROOT / "models"
DEMO_CLIP = ASSETS / "demo" / "demo.mp4"

APP_NAME = "gesture-app"
"""Name of the program's folders in the user's home."""
