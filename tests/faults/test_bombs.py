"""Small files that unpack to more than the memory there is are refused, in a process with that little memory."""

from __future__ import annotations

import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from gesture_app.capture.image_decoding import decode_image
from gesture_app.errors import GestureAppError
from gesture_app.inference.library.model_archive import unpack_model
from gesture_app.recording.hand_region import decode_png
from gesture_app.recording.player_profiles import square_picture
from gesture_app.recording.sample_archive import open_archive
from gesture_app.storage.learnt_samples import decode_learnt
from tests.fakes.sample_hands import InMemorySampleStore
from tests.faults.processes import needs_forkserver, process_server

MEMORY_BYTES = 400 << 20
"""Memory that the process may take in addition to what it begins with."""
UNPACKED_BYTES = 450 << 20

pytestmark = [
    needs_forkserver,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited and measured as Linux does it"),
]


def png_bomb() -> bytes:
    """A black image of 24,000 x 10,000 px, in colours 720 MB, in a file of some 30 kB."""
    width, height = 24_000, 10_000

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@cache
def zip_bomb(name: str, claimed: int | None = None) -> bytes:
    """An archive with one file of zeros; ``claimed`` is the size that it states, None for the true one."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as to:
        for _ in range(UNPACKED_BYTES >> 20):
            to.write(bytes(1 << 20))
    if claimed is None:
        return content.getvalue()
    return content.getvalue().replace(struct.pack("<I", UNPACKED_BYTES), struct.pack("<I", claimed))


def import_samples(path: Path) -> None:
    with open_archive(path) as archive:
        archive.import_into(InMemorySampleStore())


def import_model(path: Path) -> None:
    folder = path.with_name("unpacked")
    folder.mkdir()
    unpack_model(path, folder)


BOMBS: dict[str, tuple[Callable[[Path], object], Callable[[], bytes]]] = {
    "photo": (lambda path: decode_image(path.read_bytes()), png_bomb),
    "picture of a player": (lambda path: square_picture(path.read_bytes()), png_bomb),
    "sample": (lambda path: decode_png(path.read_bytes()), png_bomb),
    "sample archive": (import_samples, lambda: zip_bomb("rock/1.png")),
    "sample archive that lies": (import_samples, lambda: zip_bomb("rock/1.png", 1000)),
    "model archive": (import_model, lambda: zip_bomb("own/manifest.json")),
    "model archive that lies": (import_model, lambda: zip_bomb("own/manifest.json", 1000)),
    "learnt samples": (lambda path: decode_learnt(path.read_bytes()), lambda: zip_bomb("features.npy")),
    "learnt samples that lie": (lambda path: decode_learnt(path.read_bytes()), lambda: zip_bomb("features.npy", 1000)),
}


def read_with_little_memory(kind: str, path: Path, told: Connection) -> None:
    """Sends the name of the error with which a bomb was refused, and the memory that was taken at most."""
    import resource

    page_bytes = os.sysconf("SC_PAGE_SIZE")
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * page_bytes
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY_BYTES,) * 2)
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        BOMBS[kind][0](path)
        answer = "it was read"
    except (GestureAppError, ValueError) as error:
        answer = f"refused: {error}"
    told.send((answer, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb) << 10))


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_within_the_memory_there_is(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb"
    path.write_bytes(BOMBS[kind][1]())
    assert path.stat().st_size < 4 << 20
    context = process_server()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=read_with_little_memory, args=(kind, path, sender))
    process.start()
    sender.close()
    with receiver:
        answer, taken_bytes = receiver.recv()
    process.join()
    assert answer.startswith("refused"), answer
    assert taken_bytes < 64 << 20
