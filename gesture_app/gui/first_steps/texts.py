"""Texts of the first steps."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gesture_app.domain.frames.gestures import LIZARD, PAPER, ROCK, SCISSORS, SPOCK
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.gui.first_steps.camera_state import Picture
from gesture_app.gui.first_steps.steps import GestureTicks, Step
from gesture_app.gui.translation import error_text, number, tr, translated

_TITLES: Mapping[Step, Message] = MappingProxyType(
    {
        Step.CAMERA: Message("Welcome. Can you see yourself?"),
        Step.GESTURES: Message("Show the gestures"),
        Step.ROUND: Message("Play a round"),
    }
)
_CLIP_TITLE = Message("Welcome. This is what the program does")

PURPOSE = Message(
    "The program sees which gesture a hand shows, and plays rock, paper, scissors, lizard, Spock with you. "
    "Nothing that the camera sees leaves this computer."
)

_CAMERA_TEXTS: Mapping[Picture, Message] = MappingProxyType(
    {
        Picture.LOOKING: Message("Looking for cameras…"),
        Picture.CAMERA: Message("Hold one hand up, so that all of it is in the picture. Lines follow its fingers."),
        Picture.CLIP: Message(
            "No camera was found, so a clip is played: lines follow the fingers, and the label names the gesture. "
            "Connect a camera at any time, or use a phone."
        ),
        Picture.CHOSEN_CLIP: Message("A recording is shown. Choose a camera to see yourself."),
    }
)

PHONE_STEPS = (
    Message("1. Connect the phone to the same network as this computer."),
    Message(
        "2. On the phone, install and start an app that offers its camera at an MJPEG or RTSP address, for example "
        "IP Webcam (Android) or DroidCam (Android, iPhone)."
    ),
    Message(
        "3. The app shows an address. Enter it here, for most apps with /video at its end: 192.168.1.20:8080/video"
    ),
)

HOW_TO: Mapping[str, Message] = MappingProxyType(
    {
        ROCK: Message("A fist"),
        PAPER: Message("A flat hand, fingers together"),
        SCISSORS: Message("Two fingers, spread"),
        LIZARD: Message("A beak: fingertips on the thumb"),
        SPOCK: Message("Fingers parted in the middle"),
    }
)

ROUND_STEPS = (
    Message("1. Hold up a fist while the words are called."),
    Message("2. On “shoot!”, show one of the gestures, and hold it."),
    Message("3. The program says who wins, and why. Each gesture beats two others:"),
)


def title(step: Step, picture: Picture = Picture.CAMERA) -> str:
    """Heading of a step."""
    return translated(_CLIP_TITLE if step is Step.CAMERA and picture is Picture.CLIP else _TITLES[step])


def camera_text(picture: Picture) -> str:
    """What to do in the step about the camera."""
    return translated(_CAMERA_TEXTS[picture])


def gestures_text(ticks: GestureTicks, *, is_clip: bool) -> str:
    """What to do in the step about the gestures."""
    if ticks.is_complete:
        return tr("All of them have been recognized.")
    if is_clip:
        return tr("The hand in the clip shows them. Each gets a tick once it has been recognized.")
    return tr("Show each one to the camera, in any order, and hold it until it gets a tick.")


def tick_count(ticks: GestureTicks) -> str:
    """How many gestures have been read, for example ``"2 of 5 recognized"``."""
    text = tr("{count} of {total} recognized")
    return text.format(count=number(len(ticks.read)), total=number(len(ticks.gestures)))


def tick_text(*, is_read: bool) -> str:
    """Whether a gesture has been read."""
    return tr("Recognized") if is_read else tr("Not yet")


def round_text(*, is_clip: bool) -> str:
    """Who plays the first round."""
    if is_clip:
        return tr("Without a camera, the hand of the clip plays. Its rounds are not counted.")
    return tr("You begin with the easiest opponent. It lets you win often.")


def wins(gesture: str) -> str:
    """What a gesture beats, one rule a line, for example ``"Rock crushes scissors."``."""
    rules = (translated(LIZARD_SPOCK.sentence(gesture, loser)) for loser in LIZARD_SPOCK.beats[gesture])
    return "\n".join(f"{rule[:1].upper()}{rule[1:]}." for rule in rules)


def progress(step: Step) -> str:
    """Which step is shown, for example ``"Step 1 of 3"``."""
    return tr("Step {number} of {total}").format(number=number(step.value), total=number(len(Step)))


def main_button(step: Step, *, is_clip: bool) -> str:
    """Text of the button that goes on."""
    if step is not Step.ROUND:
        return tr("&Next")
    return tr("&Watch a round") if is_clip else tr("&Play a round")


def problem_text(error: GestureAppError | None) -> str:
    """What is wrong, and what to do; empty for no error."""
    return "" if error is None else error_text(error)
