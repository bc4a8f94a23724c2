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
    REFUSE = "refuse"
    """Answer 404 instead of a stream. Only as the first step."""


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
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()

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
        if script and script[0] is Act.REFUSE:
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
        elif step is Act.GARBAGE:
            for _ in range(50):
                _send(handler, b"this is no image" * 20)
        elif step is Act.STALL:
            self.stalled.set()
            self._over.wait()
        return sent


def _jpeg(number: int) -> bytes:
    ok, data = cv2.imencode(".jpg", numbered_image(number))
    assert ok
    return data.tobytes()


def _send(handler: BaseHTTPRequestHandler, data: bytes) -> None:
    head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
    handler.wfile.write(head.encode() + data + b"\r\n")
    handler.wfile.flush()
