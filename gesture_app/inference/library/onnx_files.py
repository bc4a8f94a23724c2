"""The check of an ONNX file before ONNX Runtime reads it: all its numbers are in it, and no other file is read.

A tensor of an ONNX model may lie in another file, named by a path in the model ("external data"). Recent versions of
ONNX Runtime refuse paths that lead out of the model's folder; this program makes no such models and reads none at all.
Source: the format, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto; CVE-2022-25882 and CVE-2024-27318 (paths
that lead out of the folder).
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path

_MODEL, _TRAINING, _GRAPH, _NODE, _ATTRIBUTE, _FUNCTION, _SPARSE, _TENSOR = range(8)
_INSIDE = {
    _MODEL: {7: _GRAPH, 20: _TRAINING, 25: _FUNCTION},
    _TRAINING: {1: _GRAPH, 2: _GRAPH},
    _GRAPH: {1: _NODE, 5: _TENSOR, 15: _SPARSE},
    _NODE: {5: _ATTRIBUTE},
    _ATTRIBUTE: {5: _TENSOR, 6: _GRAPH, 10: _TENSOR, 11: _GRAPH, 22: _SPARSE, 23: _SPARSE},
    _FUNCTION: {7: _NODE, 11: _ATTRIBUTE},
    _SPARSE: {1: _TENSOR, 2: _TENSOR},
    _TENSOR: {},
}
"""The messages that can hold a tensor: for each kind, the kinds of the messages in it by the number of the field."""
_EXTERNAL_DATA, _DATA_LOCATION = 13, 14
"""Fields of a tensor: the path of its file, and whether it is in a file."""
_VARINT, _EIGHT_BYTES, _BYTES, _FOUR_BYTES = 0, 1, 2, 5
_MOST_DEPTH = 64
_MOST_VARINT_BYTES = 10

_Buffer = bytes | mmap.mmap


def check_onnx_file(path: Path) -> None:
    """Refuse an ONNX file with tensors in other files. ONNX Runtime is not imported; other damage it finds itself.

    Raises:
        OSError: If it cannot be read.
        ValueError: If a tensor is in another file.
    """
    if path.stat().st_size == 0:
        return  # nothing can be mapped of it
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        check_onnx_content(content)


def check_onnx_content(content: _Buffer) -> None:
    """Refuse the content of an ONNX file with tensors in other files.

    Raises:
        ValueError: If a tensor is in another file, or the content is no message of Protocol Buffers.
    """
    waiting = [(_MODEL, 0, len(content), 0)]
    while waiting:
        kind, start, end, depth = waiting.pop()
        if depth > _MOST_DEPTH:
            raise ValueError("its graphs are nested too deeply")
        for number, wire, first, last in _fields(content, start, end):
            if kind == _TENSOR and (number == _EXTERNAL_DATA or (number == _DATA_LOCATION and content[first] != 0)):
                raise ValueError("a part of it is in another file")
            inside = _INSIDE[kind].get(number)
            if inside is not None and wire == _BYTES:
                waiting.append((inside, first, last, depth + 1))


def _fields(content: _Buffer, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """The fields of a message: number, wire type, and where the value begins and ends."""
    position = start
    while position < end:
        key, position = _varint(content, position, end)
        wire = key & 7
        first = position
        if wire == _VARINT:
            _, position = _varint(content, position, end)
        elif wire == _BYTES:
            length, first = _varint(content, position, end)
            position = first + length
        elif wire in (_EIGHT_BYTES, _FOUR_BYTES):
            position += 8 if wire == _EIGHT_BYTES else 4
        else:
            raise ValueError("it is no ONNX file, or damaged")
        if position > end:
            raise ValueError("it is cut short")
        yield key >> 3, wire, first, position


def _varint(content: _Buffer, position: int, end: int) -> tuple[int, int]:
    """A number of variable length, and the position behind it."""
    value = 0
    for index in range(_MOST_VARINT_BYTES):
        if position + index >= end:
            break
        byte = content[position + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, position + index + 1
    raise ValueError("it is no ONNX file, or damaged")
