"""A camera on the loopback network: sends MJPEG over HTTP, and fails on request."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import cv2
import numpy as np
import numpy.typing as npt

BOUNDARY = "frame"
GARBAGE = b"this is no image" * 20
SMALL_WH, LARGE_WH = (64, 48), (128, 96)


class Act(Enum):
    """Steps of the server other than sending images."""

    STALL = "stall"
    """Keep the connection, send nothing, until ``resume`` or the end of the test."""
    DROP = "drop"
    """Close the connection."""
    GARBAGE = "garbage"
    """Send bytes that are no image."""
    ENDLESS = "endless"
    """Send different images while the client is connected."""
    REPEAT = "repeat"
    """Send the last image again and again."""
    SLOW = "slow"
    """Send one image a second."""
    RESIZE = "resize"
    """Send different images of twice the size."""
    BROKEN_SIZE = "broken size"
    """Send images whose header claims a size that they do not have."""
    TRUNCATED = "truncated"
    """Send images of which the second half is missing."""
    REFUSE = "refuse"
    """Answer 404 instead of a stream. Only as the first step."""
    OBEY = "obey"
    """Do what ``command`` says, at 30 images a second, while the client is connected."""


_PERIODS_S = {Act.SLOW: 1.0, Act.STALL: 60.0}

Step = int | Act
"""A number of images to send, or another step."""


def numbered_image(number: int, resolution_wh: tuple[int, int] = (64, 48)) -> npt.NDArray[np.uint8]:
    """``(height, width, 3)`` uint8 BGR, different for each number."""
    width, height = resolution_wh
    image = np.full((height, width, 3), 40, np.uint8)
    cv2.putText(image, str(number), (4, height - 8), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (250, 250, 250), 1)
    image[: height // 4] = (number * 37) % 256
    return image


class MjpegServer:
    """Serves one stream; each connection gets the next script, the last one again and again.

    Args:
        scripts: The steps on each connection.
        port: 0 for a free one; a number to come back at the same address.
    """

    def __init__(self, *scripts: Sequence[Step], port: int = 0) -> None:
        self._scripts = list(scripts) or [[Act.ENDLESS]]
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._commanded = threading.Condition()
        self._command = Act.ENDLESS
        self.connections = 0
        self.stalled = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.serve(self)

            def log_message(self, format: str, *args: object) -> None:
                """Print nothing."""

        ThreadingHTTPServer.allow_reuse_address = True
        self._http = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._http.daemon_threads = True
        self._http.handle_error = lambda *_: None  # type: ignore[method-assign]
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/video"

    def start(self) -> MjpegServer:
        self._thread.start()
        return self

    def stop(self) -> None:
        self._over.set()
        with self._commanded:
            self._commanded.notify_all()
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()

    def command(self, act: Act) -> None:
        """What a connection that obeys does from now on. ``REFUSE`` and ``DROP`` end it; ``REFUSE`` refuses others."""
        with self._commanded:
            self._command = act
            self._commanded.notify_all()

    def __enter__(self) -> MjpegServer:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            script = self._scripts[min(self.connections, len(self._scripts) - 1)]
            self.connections += 1
        handler.close_connection = True
        is_refused = script[:1] == [Act.OBEY] and self._command is Act.REFUSE
        if is_refused or (script and script[0] is Act.REFUSE):
            handler.send_error(404)
            return
        handler.send_response(200)
        handler.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        handler.end_headers()
        sent = 0
        try:
            for step in script:
                sent = self._do(handler, step, sent)
        except OSError:
            pass  # Nobody listens any more.

    def _do(self, handler: BaseHTTPRequestHandler, step: Step, sent: int) -> int:
        if isinstance(step, int):
            for number in range(sent, sent + step):
                _send(handler, _jpeg(number))
            return sent + step
        if step is Act.ENDLESS:
            while not self._over.is_set():
                _send(handler, _jpeg(sent))
                sent += 1
        elif step is Act.REPEAT:
            while not self._over.is_set():
                _send(handler, _jpeg(max(0, sent - 1)))
        elif step is Act.GARBAGE:
            for _ in range(50):
                _send(handler, GARBAGE)
        elif step is Act.OBEY:
            self._obey(handler)
        elif step is Act.STALL:
            self.stalled.set()
            self._over.wait()
        return sent

    def _obey(self, handler: BaseHTTPRequestHandler) -> None:
        number = 0
        while not self._over.is_set() and self._command not in {Act.DROP, Act.REFUSE}:
            act = self._command
            number += act is not Act.REPEAT
            if act is not Act.STALL:
                _send(handler, _commanded_bytes(act, number))
            with self._commanded:
                self._commanded.wait_for(
                    lambda act=act: self._over.is_set() or self._command is not act, _PERIODS_S.get(act, 1 / 30)
                )


def _commanded_bytes(act: Act, number: int) -> bytes:
    if act is Act.GARBAGE:
        return GARBAGE
    if act is Act.BROKEN_SIZE:
        return with_claimed_size(_jpeg(number), (0, 65500)[number % 2])
    if act is Act.TRUNCATED:
        data = _jpeg(number)
        return data[: len(data) // 2]
    return _jpeg(number, LARGE_WH if act is Act.RESIZE else SMALL_WH)


def with_claimed_size(jpeg: bytes, side_px: int) -> bytes:
    """A JPEG whose header claims to be a square of that size."""
    at = jpeg.index(b"\xff\xc0") + 5  # Start of frame: marker, length, precision, height, width.
    side = side_px.to_bytes(2, "big")
    return jpeg[:at] + side + side + jpeg[at + 4 :]


def _jpeg(number: int, resolution_wh: tuple[int, int] = SMALL_WH) -> bytes:
    ok, data = cv2.imencode(".jpg", numbered_image(number, resolution_wh))
    assert ok
    return data.tobytes()


def _send(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
    handler.wfile.write(head.encode() + data + b"\r\n")
    handler.wfile.flush()
