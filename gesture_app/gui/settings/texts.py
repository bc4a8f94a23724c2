"""Texts of the settings that menu and page share."""

from __future__ import annotations

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.message import Message
from gesture_app.domain.models.device import Device
from gesture_app.gui.translation import translated
from gesture_app.settings import TEXT_PERCENTS, CountdownSpeed, Language, MotionChoice, ThemeChoice

THEME_TEXTS = {
    ThemeChoice.SYSTEM: Message("Like the system"),
    ThemeChoice.LIGHT: Message("Light"),
    ThemeChoice.DARK: Message("Dark"),
}
HANDS_TEXTS = {1: Message("One hand (faster)"), 2: Message("Two hands")}
SENSITIVITY_TEXTS = {
    Sensitivity.LOW: Message("Low: fewest false alarms"),
    Sensitivity.NORMAL: Message("Normal"),
    Sensitivity.HIGH: Message("High: fastest, careless gestures count"),
}
DEVICE_TEXTS = {
    Device.AUTO: Message("The fastest, by a short measurement"),
    Device.CPU: Message("CPU"),
    Device.GPU: Message("GPU"),
}
DETECTOR_TEXTS = {
    # Names of the programs that run the same networks.
    "onnx": "ONNX Runtime",
    "mediapipe": "MediaPipe",
}
COUNTDOWN_TEXTS = {
    CountdownSpeed.SLOW: Message("Slow"),
    CountdownSpeed.NORMAL: Message("Normal"),
    CountdownSpeed.FAST: Message("Fast"),
}
MOTION_TEXTS = {
    MotionChoice.SYSTEM: Message("Like the system"),
    MotionChoice.FULL: Message("Words pop up"),
    MotionChoice.REDUCED: Message("Reduced: nothing pops up"),
}
LANGUAGE_TEXTS = {
    Language.SYSTEM: Message("System language"),
    # A language is found by its own name.
    Language.ENGLISH: "English",
    Language.GERMAN: "Deutsch",
    Language.SPANISH: "Español",
}
TEXT_SIZE_TEXTS = {percent: f"{percent} %" for percent in TEXT_PERCENTS}
MEMORY_HELP = Message(
    "Each sample of the Collect page counts as soon as it is recorded. Off: the model alone "
    "answers, until it is retrained."
)
_NOT_IN_GAMES = Message("Throws in a game do not depend on it.")
_SENSITIVITY_HELP = {
    Sensitivity.LOW: Message(
        "A gesture must be clear and held for about half a second. Hands that do something else "
        "are rarely taken for one."
    ),
    Sensitivity.NORMAL: Message("A gesture must be held for a moment."),
    Sensitivity.HIGH: Message(
        "Careless gestures count, and at once. Hands that do something else are taken for a gesture more often."
    ),
}


def sensitivity_help(sensitivity: Sensitivity) -> str:
    """What a sensitivity means."""
    return f"{translated(_SENSITIVITY_HELP[sensitivity])} {translated(_NOT_IN_GAMES)}"
