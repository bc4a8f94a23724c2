"""What the camera section says about the current source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gesture_app.domain.frames.camera_format import AUTOMATIC_S, CameraFormat
from gesture_app.gui.settings.camera_state import (
    CameraState,
    camera_state,
    delivered_text,
    exposure_note,
    exposure_text,
    rate_texts,
    resolution_texts,
)
from gesture_app.pipeline.engine import CaptureState
from gesture_app.settings import DEMO, SourceChoice, SourceKind
from tests.fakes.gui import FakeCamera

HD = CameraFormat(1280, 720, 30)
DESK = FakeCamera("Desk camera", "1")
CHOICE = SourceChoice(SourceKind.CAMERA, "1", "Desk camera")


def state(current: SourceChoice | None = CHOICE, *, exposure_s: float | None = AUTOMATIC_S) -> CameraState:
    return camera_state(
        [DESK], current, HD, capture=CaptureState.RUNNING, frame_wh=(640, 480), fps=29.6, exposure_s=exposure_s
    )


def test_what_is_delivered_stands_beside_what_was_asked() -> None:
    assert state().delivered == "Asked for 1280 x 720 at 30, it delivers 640 x 480 at 30 frames a second."
    assert delivered_text(HD, (1280, 720), 28.4) == "It delivers 1280 x 720 at 28 frames a second, as asked."
    assert delivered_text(HD, (1280, 720), 10.0).startswith("Asked for")
    assert delivered_text(HD, (1280, 720), 0.0) == "It delivers 1280 x 720, as asked."


def test_the_exposure_can_be_set_only_where_the_driver_lets_programs() -> None:
    assert state().can_set_exposure
    without = state(exposure_s=None)
    assert not without.can_set_exposure
    assert "does not let programs set" in without.exposure_note


def test_a_clip_keeps_its_format() -> None:
    shown = state(DEMO)
    assert (shown.camera_id, shown.can_set_exposure) == ("", False)
    assert shown.delivered.startswith("Demo clip is shown, not a camera.")


def test_a_camera_that_is_gone_is_still_named() -> None:
    assert state(replace(CHOICE, value="2", name="Old")).cameras == {"1": "Desk camera", "2": "Old (not connected)"}


@pytest.mark.parametrize(
    ("asked_s", "reported_s", "note"),
    [
        (AUTOMATIC_S, AUTOMATIC_S, ""),
        (1 / 64, 0.0156, ""),
        (1 / 64, 1 / 32, "Asked for 1/64 s, the camera uses 1/32 s."),
        (1 / 64, AUTOMATIC_S, "The camera goes on choosing it by itself."),
        (AUTOMATIC_S, 1 / 32, "Another program has set it to 1/32 s."),
    ],
)
def test_what_the_camera_made_of_the_exposure_is_said(asked_s: float, reported_s: float, note: str) -> None:
    assert exposure_note(asked_s, reported_s) == note
    assert exposure_text(AUTOMATIC_S) == "Automatic"


def test_a_format_from_the_file_is_among_the_choices() -> None:
    asked = CameraFormat(1024, 768, 25)
    assert resolution_texts(asked)[1024, 768] == "1024 x 768"
    assert 25 in rate_texts(asked)
