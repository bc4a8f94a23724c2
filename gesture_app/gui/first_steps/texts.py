"""Texts of the first steps. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gesture_app.domain.frames.gestures import LIZARD, PAPER, ROCK, SCISSORS, SPOCK
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.gui.first_steps.camera_state import Picture
from gesture_app.gui.first_steps.steps import GestureTicks, Step

TITLES: Mapping[Step, str] = MappingProxyType(
    {
        Step.CAMERA: "Welcome. Can you see yourself?",
        Step.GESTURES: "Show the gestures",
        Step.ROUND: "Play a round",
    }
)
_CLIP_TITLE = "Welcome. This is what the program does"

PURPOSE = (
    "The program sees which gesture a hand shows, and plays rock, paper, scissors, lizard, Spock with you. "
    "Nothing that the camera sees leaves this computer."
)

_CAMERA_TEXTS: Mapping[Picture, str] = MappingProxyType(
    {
        Picture.LOOKING: "Looking for cameras…",
        Picture.CAMERA: "Hold one hand up, so that all of it is in the picture. Lines follow its fingers.",
        Picture.CLIP: (
            "No camera was found, so a clip is played: lines follow the fingers, and the label names the gesture. "
            "Connect a camera at any time, or use a phone."
        ),
        Picture.CHOSEN_CLIP: "A recording is shown. Choose a camera to see yourself.",
    }
)

PHONE_BUTTON = "Use a &phone as the camera"
PHONE_STEPS = (
    "1. Connect the phone to the same network as this computer.",
    "2. On the phone, install and start an app that offers its camera at an MJPEG or RTSP address, for example "
    "IP Webcam (Android) or DroidCam (Android, iPhone).",
    "3. The app shows an address. Enter it here, for most apps with /video at its end: 192.168.1.20:8080/video",
)
ADDRESS_BUTTON = "&Enter the address…"
LOOK_AGAIN = "&Look for cameras again"

HOW_TO: Mapping[str, str] = MappingProxyType(
    {
        ROCK: "A fist",
        PAPER: "A flat hand, fingers together",
        SCISSORS: "Two fingers, spread",
        LIZARD: "A beak: fingertips on the thumb",
        SPOCK: "Fingers parted in the middle",
    }
)
READ, NOT_READ = "Recognized", "Not yet"

ROUND_STEPS = (
    "1. Hold up a fist while the words are called.",
    "2. On “shoot!”, show one of the gestures, and hold it.",
    "3. The program says who wins, and why. Each gesture beats two others:",
)
ROUND_OPPONENT = "You begin with the easiest opponent. It lets you win often."
ROUND_CLIP = "Without a camera, the hand of the clip plays. Its rounds are not counted."

SKIP, BACK, NEXT, PLAY, WATCH = "S&kip", "&Back", "&Next", "&Play a round", "&Watch a round"


def wins(gesture: str) -> str:
    """What a gesture beats, one rule a line, for example ``"Rock crushes scissors."``."""
    reasons = (LIZARD_SPOCK.reason(gesture, loser) for loser in LIZARD_SPOCK.beats[gesture])
    return "\n".join(f"{reason[:1].upper()}{reason[1:]}." for reason in reasons)


def title(step: Step, picture: Picture) -> str:
    """Heading of a step."""
    return _CLIP_TITLE if step is Step.CAMERA and picture is Picture.CLIP else TITLES[step]


def camera_text(picture: Picture) -> str:
    """What to do in the step about the camera."""
    return _CAMERA_TEXTS[picture]


def progress(step: Step) -> str:
    """Which step is shown, for example ``"Step 1 of 3"``."""
    return f"Step {step.value} of {len(Step)}"


def gestures_text(ticks: GestureTicks, *, is_clip: bool) -> str:
    """What to do in the step about the gestures."""
    if ticks.is_complete:
        return "All of them have been recognized."
    if is_clip:
        return "The hand in the clip shows them. Each gets a tick once it has been recognized."
    return "Show each one to the camera, in any order, and hold it until it gets a tick."


def tick_count(ticks: GestureTicks) -> str:
    """How many gestures have been read, for example ``"2 of 5 recognized"``."""
    return f"{len(ticks.read)} of {len(ticks.gestures)} recognized"


def main_button(step: Step, *, is_clip: bool) -> str:
    """Text of the button that goes on."""
    if step is not Step.ROUND:
        return NEXT
    return WATCH if is_clip else PLAY
