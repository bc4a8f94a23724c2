"""What the step about the camera shows. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from gesture_app.errors import GestureAppError
from gesture_app.gui.background.sources import Camera
from gesture_app.pipeline.engine import CaptureState, EngineStatus, InferenceState
from gesture_app.settings import SourceChoice, SourceKind


class Picture(Enum):
    """What is seen beside the step."""

    LOOKING = "looking"
    """The cameras have not been listed yet."""
    CAMERA = "camera"
    """A camera, also that of a phone."""
    CLIP = "clip"
    """The demo clip, because there is no camera."""
    CHOSEN_CLIP = "chosen clip"
    """The demo clip, a file or a folder, though there is a camera."""


@dataclass(frozen=True)
class CameraState:
    """What the step shows.

    Attributes:
        picture: What is seen beside it.
        cameras: Names of the connected cameras by id.
        camera_id: Id of the camera in use; empty if it is none of them.
    """

    picture: Picture
    cameras: dict[str, str]
    camera_id: str


def camera_state(cameras: Sequence[Camera], current: SourceChoice | None, *, is_listed: bool) -> CameraState:
    """What to show.

    Args:
        cameras: The connected cameras.
        current: The current source; None before the first one.
        is_listed: Whether the system has told which cameras there are.
    """
    names = {camera.id: camera.name for camera in cameras}
    is_camera = current is not None and current.kind in {SourceKind.CAMERA, SourceKind.ADDRESS}
    if is_camera:
        picture = Picture.CAMERA
    elif not is_listed:
        picture = Picture.LOOKING
    else:
        picture = Picture.CHOSEN_CLIP if names else Picture.CLIP
    is_known = current is not None and current.kind is SourceKind.CAMERA and current.value in names
    return CameraState(picture, names, current.value if current is not None and is_known else "")


def problem(status: EngineStatus) -> GestureAppError | None:
    """Why the picture or the recognition does not go on; None while both do."""
    if status.capture in {CaptureState.RECOVERING, CaptureState.FAILED} and status.capture_error is not None:
        return status.capture_error
    if status.capture is CaptureState.RUNNING and status.capture_warning is not None:
        return status.capture_warning
    return status.inference_error if status.inference is InferenceState.FAILED else None
