"""What the step about the camera shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gesture_app.errors import ClassifierError, SourceError
from gesture_app.gui.first_steps.camera_state import Picture, camera_state, problem
from gesture_app.gui.first_steps.steps import Step
from gesture_app.gui.first_steps.texts import camera_text, title
from gesture_app.pipeline.engine import CaptureState, InferenceState
from gesture_app.settings import DEMO, SourceChoice, SourceKind
from tests.fakes.engines import RUNNING
from tests.fakes.gui import FakeCamera

DESK, LID = FakeCamera("Desk camera", "desk"), FakeCamera("Lid camera", "lid")
ON_DESK = SourceChoice(SourceKind.CAMERA, "desk", "Desk camera")
PHONE = SourceChoice(SourceKind.ADDRESS, "http://phone/video", "http://phone/video")
CLIP = SourceChoice(SourceKind.FILE, "/clip.mp4", "clip.mp4")


@pytest.mark.parametrize(
    ("cameras", "current", "is_listed", "picture", "camera_id"),
    [
        ((), None, False, Picture.LOOKING, ""),
        ((), DEMO, False, Picture.LOOKING, ""),
        ((), DEMO, True, Picture.CLIP, ""),
        ((), CLIP, True, Picture.CLIP, ""),
        ((DESK, LID), ON_DESK, True, Picture.CAMERA, "desk"),
        ((LID,), ON_DESK, True, Picture.CAMERA, ""),
        ((DESK,), DEMO, True, Picture.CHOSEN_CLIP, ""),
        ((DESK,), CLIP, True, Picture.CHOSEN_CLIP, ""),
        ((), PHONE, True, Picture.CAMERA, ""),
    ],
)
def test_the_picture_follows_cameras_and_source(
    cameras: tuple[FakeCamera, ...],
    current: SourceChoice | None,
    is_listed: bool,
    picture: Picture,
    camera_id: str,
) -> None:
    state = camera_state(cameras, current, is_listed=is_listed)
    assert (state.picture, state.camera_id) == (picture, camera_id)
    assert state.cameras == {camera.id: camera.name for camera in cameras}


def test_each_picture_has_its_text() -> None:
    assert len({camera_text(picture) for picture in Picture}) == len(Picture)
    assert title(Step.CAMERA, Picture.CLIP) != title(Step.CAMERA, Picture.CAMERA)


def test_a_camera_that_fails_and_a_recognizer_that_fails_are_told() -> None:
    gone, off = SourceError("It is gone.", hint="Plug it in."), ClassifierError("The GPU is gone.", hint="Start again.")
    assert problem(RUNNING) is None
    for capture in (CaptureState.RECOVERING, CaptureState.FAILED):
        assert problem(replace(RUNNING, capture=capture, capture_error=gone)) is gone
    failed = replace(RUNNING, inference=InferenceState.FAILED, inference_error=off)
    assert problem(failed) is off
    assert problem(replace(failed, capture=CaptureState.FAILED, capture_error=gone)) is gone
