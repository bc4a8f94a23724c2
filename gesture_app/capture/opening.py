"""Resolves a path, an address or a camera's name to a frame source."""

from __future__ import annotations

import difflib
import stat
from pathlib import Path

from gesture_app.capture.image_decoding import IMAGE_SUFFIXES
from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.frames.camera_format import CameraFormat
from gesture_app.domain.message import Message, one_of
from gesture_app.domain.ports import FrameSource
from gesture_app.errors import SourceError

CAMERA_PREFIX = "camera:"
"""Prefix of a camera's number, name or id that distinguishes it from a path."""

_SUGGESTIONS = 3


def source_for(
    text: str, *, realtime: bool, loop: bool = False, camera_format: CameraFormat | None = None
) -> FrameSource:
    """Make the source for a text given by the user, without opening it.

    Args:
        text: A video file, an image, a folder of images, an address (``http://``, ``rtsp://``, ``tcp://``, ``udp://``),
            ``camera:0``, ``camera:<name>``, or a camera's name, id or number.
        realtime: Whether files and folders play at their own speed.
        loop: Whether files and folders start again at the end.
        camera_format: The format to ask of a camera; None for the usual one.

    Raises:
        SourceError: If there is no such file, folder or camera, or the address is not valid.
    """
    text = text.strip()
    if not text:
        raise SourceError(
            Message("No source was given."),
            hint=Message("Give a video file, a folder of images, an address or camera:0."),
        )
    if "://" in text:
        from gesture_app.capture.stream import StreamSource

        return StreamSource(text)
    if text.lower().startswith(CAMERA_PREFIX):
        return _camera(text[len(CAMERA_PREFIX) :].strip(), camera_format, must_exist=True)
    path = _path(text)
    mode = _mode(path)
    if mode is not None and stat.S_ISDIR(mode):
        return ImageFolderSource(path, realtime=realtime, loop=loop)
    if mode is not None and not stat.S_ISCHR(mode):
        if path.suffix.lower() in IMAGE_SUFFIXES:
            return ImageFolderSource(path, realtime=realtime, loop=loop)
        return VideoFileSource(path, realtime=realtime, loop=loop)
    return _camera(text, camera_format, must_exist=False)


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # The user after "~" is unknown.
        return Path(text)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except PermissionError as error:
        raise SourceError(
            Message("{path} cannot be read.").fill(path=path),
            hint=Message("Check that you have permission to read it."),
        ) from error
    except (OSError, ValueError):  # Missing, too long, a link to itself, or a zero byte in it.
        return None


def _camera(text: str, camera_format: CameraFormat | None, *, must_exist: bool) -> FrameSource:
    """Find a camera by number, name or id.

    Raises:
        SourceError: If there is none. The message is about a missing file, unless ``must_exist``.
    """
    from gesture_app.capture.camera import OpenCVCamera
    from gesture_app.capture.devices import camera_by_index, find_camera, list_cameras

    cameras = list_cameras()
    device = find_camera(text, cameras)
    if device is None and text.isascii() and text.isdigit():
        device = camera_by_index(int(text))
    if device is not None:
        return OpenCVCamera(device, wanted=camera_format)
    if not must_exist:
        raise _missing(_path(text))
    names = ", ".join(f'"{camera.name}"' for camera in cameras)
    hint = (
        Message("Connected: {names}.").fill(names=names)
        if names
        else Message("No camera is connected, or the system does not show it.")
    )
    raise SourceError(Message('There is no camera "{name}".').fill(name=text), hint=hint)


def _missing(path: Path) -> SourceError:
    """The error for a missing path, with suggestions."""
    folder = path.parent
    try:
        is_link, has_folder = path.is_symlink(), folder.is_dir()
    except (OSError, ValueError):  # Too long, or not allowed in a path.
        return SourceError(
            Message("There is no file, folder or camera of that name."), hint=Message("Check the spelling.")
        )
    if is_link:
        return SourceError(
            Message("{path} is a link to a file that is gone.").fill(path=path),
            hint=Message("Mend the link, or give the file itself."),
        )
    if not has_folder:
        return SourceError(
            Message("There is no folder {folder}.").fill(folder=folder), hint=Message("Check the spelling of the path.")
        )
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        names = []
    folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(path.name.casefold(), folded, n=_SUGGESTIONS)
    where = Message("the current folder") if folder == Path() else str(folder)
    hint = Message("Check the spelling of the path.")
    if close:
        similar = one_of([folded[name] for name in close])
        hint = Message("Did you mean {names}?").fill(names=similar)
    return SourceError(
        Message("There is no file, folder or camera {file} in {folder}.").fill(file=path.name, folder=where), hint=hint
    )
