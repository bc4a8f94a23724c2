"""A network stream, as of a phone, an IP camera or another program."""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import SplitResult, urlsplit

import numpy as np

from gesture_app.capture.image_decoding import decode_packet
from gesture_app.capture.live import Failure, LiveSource
from gesture_app.capture.opencv import cv2
from gesture_app.capture.pacing import Clock
from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import SourceError

SCHEMES = ("http", "https", "rtsp", "rtsps", "tcp", "udp")
"""Accepted URL schemes."""

_DEFAULT_TIMEOUT_S = 5.0
_FROZEN_S = 10.0
_RAW = -1.0
_MJPEG = cv2.VideoWriter.fourcc(*"MJPG")
_GRACE_S = 1.0
_HOST = re.compile(r"([^:\[\]]*|\[[^\]]*\])(:[0-9]*)?")


class StreamSource(LiveSource):
    """A stream that FFmpeg can read, such as MJPEG over HTTP.

    MJPEG is taken from FFmpeg undecoded: when the resolution changes, as when a phone is turned, OpenCV 4.11 repeats
    the last image for good, or shows parts of old images. A stream whose image does not change any more is opened
    again, once and late, as some codecs send the same image while nothing moves.

    Args:
        url: The address. A user name and password in it are used, but never shown.
        open_timeout_s: Timeout for an answer.
        read_timeout_s: Timeout for each frame.
        clock: Monotonic seconds.

    Raises:
        SourceError: If the address is not valid.
    """

    def __init__(
        self,
        url: str,
        *,
        open_timeout_s: float = _DEFAULT_TIMEOUT_S,
        read_timeout_s: float = _DEFAULT_TIMEOUT_S,
        clock: Clock = time.monotonic,
    ) -> None:
        # FFmpeg's own timeouts come first; these also cover the rest, such as resolving the host name.
        super().__init__(
            open_timeout_s=open_timeout_s + _GRACE_S,
            read_timeout_s=read_timeout_s + _GRACE_S,
            frozen_after_s=_FROZEN_S,
            may_be_still=True,
            clock=clock,
        )
        self._url = url.strip()
        self._name = without_credentials(self._url)
        self._is_raw = False
        self._timeouts_s = (open_timeout_s, read_timeout_s)
        _check(self._url, self._name)

    @property
    def name(self) -> str:
        """The address without user name, password and query."""
        return self._name

    def _connect(self) -> cv2.VideoCapture:
        open_s, read_s = self._timeouts_s
        parameters = [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
            max(1, round(open_s * 1000)),
            cv2.CAP_PROP_READ_TIMEOUT_MSEC,
            max(1, round(read_s * 1000)),
        ]
        return cv2.VideoCapture(self._url, cv2.CAP_FFMPEG, parameters)

    def _read_properties(self, capture: cv2.VideoCapture) -> None:
        super()._read_properties(capture)
        is_mjpeg = round(capture.get(cv2.CAP_PROP_FOURCC)) == _MJPEG
        self._is_raw = is_mjpeg and capture.set(cv2.CAP_PROP_FORMAT, _RAW)

    def _decode(self, image: np.ndarray[Any, Any]) -> UInt8Array:
        return decode_packet(image) if self._is_raw else super()._decode(image)

    def _error(self, failure: Failure) -> SourceError:
        if failure is Failure.REFUSED:
            return SourceError(
                Message("No video stream answers at {name}.").fill(name=self._name),
                hint=Message(
                    "Check that the camera or the phone's app is running, and the address, port and password."
                ),
            )
        if failure is Failure.SILENT:
            return SourceError(
                Message("{name} sends no picture.").fill(name=self._name),
                hint=Message("Check that it is the address of the video itself, not of a web page about it."),
            )
        if failure is Failure.FROZEN:
            return SourceError(
                Message("{name} keeps sending the same picture.").fill(name=self._name),
                hint=Message("Check that it is still running, or choose another source."),
            )
        return SourceError(
            Message("{name} stopped sending pictures.").fill(name=self._name),
            hint=Message("Check the network, and that the camera is still running."),
        )


def without_credentials(url: str) -> str:
    """Remove user name, password, query and fragment from an address, for display."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return url
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" in host:
        rest = rest[host.rindex("@") + 1 :]
    elif "@" in rest and not _HOST.fullmatch(host):
        # A password with one of /?# in it, which should have been written as %2F, %3F or %23.
        rest = rest[rest.rindex("@") + 1 :]
    return f"{scheme}://{re.split(r'[?#]', rest, maxsplit=1)[0]}"


def _check(url: str, shown: str) -> None:
    """Refuse addresses that FFmpeg would open as something else, such as a local file.

    Raises:
        SourceError: If the scheme is not accepted, or there is no host.
    """
    try:
        parts: SplitResult = urlsplit(url)
        has_host = bool(parts.hostname)
        _ = parts.port
    except ValueError:
        raise SourceError(
            Message("{address} is not a valid address.").fill(address=shown),
            hint=Message(
                "It should look like http://192.168.0.20:8080/video; write special characters of a password as %XX."
            ),
        ) from None
    if parts.scheme.lower() not in SCHEMES:
        raise SourceError(
            Message("{address} is no kind of address that can be opened.").fill(address=shown),
            hint=Message("Addresses start with {schemes}; give files as plain paths.").fill(
                schemes=", ".join(scheme + "://" for scheme in SCHEMES)
            ),
        )
    # udp://:5000 listens on this machine.
    if not has_host and parts.scheme.lower() != "udp":
        raise SourceError(
            Message("{address} names no host.").fill(address=shown),
            hint=Message("It should look like http://192.168.0.20:8080/video."),
        )
