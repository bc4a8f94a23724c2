"""What the camera section shows for the current source. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.camera_format import AUTOMATIC_S, FRAME_RATES, RESOLUTIONS_WH, CameraFormat
from gesture_app.domain.message import Message
from gesture_app.gui.background.sources import Camera, source_name
from gesture_app.gui.translation import tr, translated
from gesture_app.pipeline.engine import CaptureState
from gesture_app.settings import SourceChoice, SourceKind

_SAME_RATE = 0.8
"""A measured rate of at least this share of the asked one counts as the asked one: cameras are not that regular."""
_NO_EXPOSURE = Message("The driver of this camera does not let programs set the exposure.")


@dataclass(frozen=True)
class CameraState:
    """What is shown, and what can be chosen.

    Attributes:
        cameras: Names of the cameras by id.
        camera_id: Id of the camera in use; empty if another source is shown.
        format: The format that is asked of it.
        delivered: What it delivers, as a sentence.
        can_set_exposure: Whether its driver lets programs set the exposure.
        exposure_note: What the driver made of the asked exposure, or why it cannot be set; may be empty.
    """

    cameras: dict[str, str]
    camera_id: str
    format: CameraFormat
    delivered: str
    can_set_exposure: bool
    exposure_note: str


def camera_state(
    cameras: Sequence[Camera],
    current: SourceChoice | None,
    asked: CameraFormat,
    *,
    capture: CaptureState,
    frame_wh: tuple[int, int] | None,
    fps: float,
    exposure_s: float | None,
) -> CameraState:
    """What to show for a source.

    Args:
        cameras: The connected cameras.
        current: The current source.
        asked: The format that is asked of it, if it is a camera.
        capture: State of the capture thread.
        frame_wh: Width and height of its newest frame; None without one.
        fps: Measured frames per second; 0 while they are not known.
        exposure_s: Exposure in seconds as the driver reports it, 0 for automatic; None if it cannot be set.
    """
    names = {camera.id: camera.name for camera in cameras}
    if current is None or current.kind is not SourceKind.CAMERA:
        source = "" if current is None else source_name(current)
        shown = (
            tr("{source} is shown, not a camera. Recorded clips and addresses keep their own format.").format(
                source=source
            )
            if source
            else ""
        )
        return CameraState(
            names, "", asked, shown or tr("No camera is in use."), can_set_exposure=False, exposure_note=""
        )
    if current.value not in names:
        names[current.value] = tr("{value} (not connected)").format(value=current.name or current.value)
    is_running = capture is CaptureState.RUNNING and frame_wh is not None
    text = (
        delivered_text(asked, frame_wh, fps) if is_running and frame_wh is not None else tr("Waiting for its picture…")
    )
    can_set = is_running and exposure_s is not None
    note = exposure_note(asked.exposure_s, exposure_s) if is_running else ""
    return CameraState(names, current.value, asked, text, can_set_exposure=can_set, exposure_note=note)


def delivered_text(asked: CameraFormat, frame_wh: tuple[int, int], fps: float) -> str:
    """What a camera delivers, beside what was asked where that differs."""
    values = {
        "asked": resolution_text(asked.resolution_wh),
        "asked_fps": asked.fps,
        "size": resolution_text(frame_wh),
        "fps": round(fps),
    }
    is_as_asked = frame_wh == asked.resolution_wh and (fps <= 0 or fps >= asked.fps * _SAME_RATE)
    if is_as_asked and fps > 0:
        text = tr("It delivers {size} at {fps} frames a second, as asked.")
    elif is_as_asked:
        text = tr("It delivers {size}, as asked.")
    elif fps > 0:
        text = tr("Asked for {asked} at {asked_fps}, it delivers {size} at {fps} frames a second.")
    else:
        text = tr("Asked for {asked} at {asked_fps}, it delivers {size}.")
    return text.format(**values)


def resolution_text(resolution_wh: tuple[int, int]) -> str:
    """A resolution, for example ``"1280 x 720"``."""
    return f"{resolution_wh[0]} x {resolution_wh[1]}"


def resolution_texts(asked: CameraFormat) -> dict[tuple[int, int], str]:
    """The resolutions to choose from, with the present one."""
    sizes = sorted({*RESOLUTIONS_WH, asked.resolution_wh})
    return {size: resolution_text(size) for size in sizes}


def rate_texts(asked: CameraFormat) -> dict[int, str]:
    """The frame rates to choose from, with the present one."""
    return {rate: tr("{rate} a second").format(rate=rate) for rate in sorted({*FRAME_RATES, asked.fps})}


def exposure_text(exposure_s: float) -> str:
    """An exposure time, for example ``"1/64 s"``."""
    if exposure_s == AUTOMATIC_S:
        return tr("Automatic")
    return f"1/{round(1 / exposure_s)} s" if exposure_s < 1 else f"{exposure_s:g} s"


def exposure_note(asked_s: float, reported_s: float | None) -> str:
    """What the driver made of the asked exposure; empty where it obeyed."""
    if reported_s is None:
        return translated(_NO_EXPOSURE)
    if asked_s == AUTOMATIC_S:
        return (
            ""
            if reported_s == AUTOMATIC_S
            else tr("Another program has set it to {exposure}.").format(exposure=exposure_text(reported_s))
        )
    if reported_s == AUTOMATIC_S:
        return tr("The camera goes on choosing it by itself.")
    is_obeyed = 0.9 <= reported_s / asked_s <= 1.1
    return (
        ""
        if is_obeyed
        else tr("Asked for {exposure}, the camera uses {used}.").format(
            exposure=exposure_text(asked_s), used=exposure_text(reported_s)
        )
    )
