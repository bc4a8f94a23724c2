"""Texts of the settings that menu and page share. No Qt."""

from __future__ import annotations

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.device import Device
from gesture_app.settings import TEXT_PERCENTS, CountdownSpeed, MotionChoice, ThemeChoice

THEME_TEXTS = {ThemeChoice.SYSTEM: "Like the system", ThemeChoice.LIGHT: "Light", ThemeChoice.DARK: "Dark"}
HANDS_TEXTS = {1: "One hand (faster)", 2: "Two hands"}
SENSITIVITY_TEXTS = {
    Sensitivity.LOW: "Low: fewest false alarms",
    Sensitivity.NORMAL: "Normal",
    Sensitivity.HIGH: "High: fastest, careless gestures count",
}
DEVICE_TEXTS = {Device.AUTO: "The fastest, by a short measurement", Device.CPU: "CPU", Device.GPU: "GPU"}
COUNTDOWN_TEXTS = {CountdownSpeed.SLOW: "Slow", CountdownSpeed.NORMAL: "Normal", CountdownSpeed.FAST: "Fast"}
MOTION_TEXTS = {
    MotionChoice.SYSTEM: "Like the system",
    MotionChoice.FULL: "Words pop up",
    MotionChoice.REDUCED: "Reduced: nothing pops up",
}
TEXT_SIZE_TEXTS = {percent: f"{percent} %" for percent in TEXT_PERCENTS}
MEMORY_HELP = (
    "Each sample of the Collect page counts as soon as it is recorded. Off: the model alone answers, until it is "
    "retrained."
)
_NOT_IN_GAMES = "Throws in a game do not depend on it."
_SENSITIVITY_HELP = {
    Sensitivity.LOW: "A gesture must be clear and held for about half a second. Hands that do something else are "
    "rarely taken for one.",
    Sensitivity.NORMAL: "A gesture must be held for a moment.",
    Sensitivity.HIGH: "Careless gestures count, and at once. Hands that do something else are taken for a gesture more "
    "often.",
}


def sensitivity_help(sensitivity: Sensitivity) -> str:
    """What a sensitivity means."""
    return f"{_SENSITIVITY_HELP[sensitivity]} {_NOT_IN_GAMES}"
