"""Reading of files with plain arrays (``.npz``) that somebody else may have made."""

from __future__ import annotations

import io
import struct
import tokenize
import zipfile
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.storage.zip_reader import MIB

MOST_BYTES = 256 * MIB
"""Most bytes that a file unpacks to."""

_SUFFIX = ".npy"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    tokenize.TokenError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


def read_arrays(content: bytes, *, most_bytes: int = MOST_BYTES) -> dict[str, npt.NDArray[Any]]:
    """The arrays in the content of an ``.npz`` file by their names. No code in it is run.

    Sizes are checked before anything is unpacked: arrays of zeros shrink to a thousandth, and the header of an array
    can name a size that it does not have.

    Args:
        content: The content of the file.
        most_bytes: Most bytes that it may unpack to.

    Raises:
        ValueError: If it is damaged, too large, or holds Python objects.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > most_bytes:
                raise ValueError(f"it unpacks to more than {most_bytes // MIB} MiB")
            return {entry.filename.removesuffix(_SUFFIX): _array(_unpacked(archive, entry)) for entry in entries}
    except _DAMAGE as error:
        raise ValueError(f"its arrays cannot be read ({error or type(error).__name__})") from error


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry. ``ZipFile.read`` would unpack all of one that is larger than it says."""
    with archive.open(entry) as file:
        return file.read(entry.file_size + 1)


def _array(content: bytes) -> npt.NDArray[Any]:
    stream = io.BytesIO(content)
    array_format: Any = np.lib.format  # it has no types
    version = array_format.read_magic(stream)
    read_header = {(1, 0): array_format.read_array_header_1_0, (2, 0): array_format.read_array_header_2_0}[version]
    shape, is_fortran, dtype = read_header(stream)
    if dtype.hasobject:
        raise ValueError("it holds Python objects")
    data = content[stream.tell() :]
    count = 1
    for length in shape:
        count *= length
    if min(shape, default=0) < 0 or count * dtype.itemsize != len(data):
        raise ValueError("an array has another size than its header says")
    return np.frombuffer(data, dtype, count).reshape(shape, order="F" if is_fortran else "C").copy()
