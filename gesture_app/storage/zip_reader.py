"""Safe reading of zip archives from unknown sources.

Refused are links and names that leave the folder (Source: Snyk 2018, "Zip Slip"), and archives that unpack to more than
their limits (Source: Fifield 2019, "A better zip bomb", WOOT '19).
"""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError, one_line

MIB = 1 << 20

_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\5\6"
_LONGEST_COMMENT = 0xFFFF
_LOCATOR_64_SIGNATURE = b"PK\6\7"
_LOCATOR_64_BYTES = 20
_BLOCK_BYTES = MIB
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class ZipLimits:
    """Limits of an archive.

    Attributes:
        entries: Maximum number of files and folders.
        entry_bytes: Maximum size of one unpacked file.
        total_bytes: Maximum size of all unpacked files, and of the archive itself.
        ratio: Maximum compression ratio of a file, beyond its first MiB. Images and networks hardly compress, JSON by
            about 10; bombs by 1000.
    """

    entries: int
    entry_bytes: int
    total_bytes: int
    ratio: int = 100


class ZipReader:
    """An open zip archive with a checked table of contents. A context manager, used from one thread.

    Args:
        path: The archive.
        limits: Its limits.
        error: The error to raise if it cannot be read, or is not to be trusted.
        advice: The hint of that error for wrong contents.

    Raises:
        GestureAppError: Of the type ``error``.
    """

    def __init__(self, path: Path, limits: ZipLimits, *, error: type[GestureAppError], advice: str) -> None:
        self._path = path
        self._limits = limits
        self._error = error
        self._advice = advice
        self._unpacked_bytes = 0
        with self.refusing():
            _check_size(path, limits)
            self._zip = zipfile.ZipFile(path)
            try:
                self._entries = self._checked()
            except BaseException:
                self._zip.close()
                raise

    def __enter__(self) -> ZipReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in the archive's order, without folders and the files that systems add."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """Unpack one file. The bytes are counted while reading: the sizes in the archive are not trusted.

        Raises:
            GestureAppError: If it is damaged, or larger than it may be.
        """
        with self.refusing():
            blocks = []
            size = 0
            entry = self._entries[name]
            with self._zip.open(entry) as file:
                while block := file.read(_BLOCK_BYTES):
                    size += len(block)
                    self._unpacked_bytes += len(block)
                    _check_growth(name, size, entry.compress_size, self._limits)
                    if self._unpacked_bytes > self._limits.total_bytes:
                        raise ValueError(f"it unpacks to more than {self._limits.total_bytes // MIB:,} MiB")
                    blocks.append(block)
            return b"".join(blocks)

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Turn errors of reading into an error that names the archive."""
        try:
            yield
        except OSError as error:
            hint = Message("Check that the file may be read, and that the disk has room for what is in it.")
            raise self._error(
                Message("{path} cannot be unpacked: {reason}.").fill(path=self._path, reason=error.strerror or error),
                hint=hint,
            ) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
            OverflowError,
            struct.error,
        ) as error:
            raise self._error(
                Message("{path} is not imported: {reason}.").fill(path=self._path, reason=one_line(error)),
                hint=self._advice,
            ) from error

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        listed = self._zip.infolist()
        if len(listed) > self._limits.entries:
            raise ValueError(f"it has {len(listed):,} entries, the most is {self._limits.entries:,}")
        if sum(entry.file_size for entry in listed) > self._limits.total_bytes:
            raise ValueError(f"it unpacks to more than {self._limits.total_bytes // MIB:,} MiB")
        for entry in listed:
            name = entry.orig_filename  # before zipfile cuts it at a zero and turns the separators of the system
            _check_name(name)
            _check_kind(name, entry)
            # Names that differ by case or form only are one file on some systems.
            same = unicodedata.normalize("NFKC", name.rstrip("/")).casefold()
            if same in seen:
                raise ValueError(f"it has {name!r} twice")
            seen.add(same)
            if entry.is_dir() or _is_left_by_a_system(name):
                continue
            _check_growth(name, entry.file_size, entry.compress_size, self._limits)
            entries[name] = entry
        return entries


def _check_size(path: Path, limits: ZipLimits) -> None:
    """Refuse a table of contents that is too large, and the 64-bit format, which no archive within limits needs."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        if size > limits.total_bytes:
            raise ValueError(f"it is larger than {limits.total_bytes // MIB:,} MiB")
        file.seek(max(0, size - _LONGEST_COMMENT - _END.size - _LOCATOR_64_BYTES))
        tail = file.read()
    at = tail.rfind(_END_SIGNATURE)
    if at < 0 or len(tail) - at < _END.size:
        raise ValueError("it is no zip archive, or cut short")
    if tail[max(0, at - _LOCATOR_64_BYTES) : at].startswith(_LOCATOR_64_SIGNATURE):
        raise ValueError("it has the 64-bit form, which only larger archives need")
    _, _, _, _, count, table_bytes, _, _ = _END.unpack_from(tail, at)
    # A name has 65,535 bytes at most and usually 40; 512 for each entry is plenty.
    if count > limits.entries or table_bytes > 512 * limits.entries:
        raise ValueError(f"it has more than {limits.entries:,} entries, or a table of contents that is too large")


def _check_name(name: str) -> None:
    if "\\" in name:
        raise ValueError(f"the name {name!r} has a backslash in it")
    if name.startswith("/"):
        raise ValueError(f"the name {name!r} is an absolute path")
    if ":" in name:
        raise ValueError(f"the name {name!r} has a drive letter or colon in it")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in name):
        raise ValueError(f"the name {name!r} has control characters in it")
    if any(part in {"", ".", ".."} for part in name.removesuffix("/").split("/")):
        raise ValueError(f"the name {name!r} leads out of the archive or nowhere")


def _check_kind(name: str, entry: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if entry.is_dir() else stat.S_IFREG):
        raise ValueError(f"{name!r} is a link or another special file")
    if entry.flag_bits & _ENCRYPTED:
        raise ValueError(f"{name!r} is encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(f"{name!r} is packed in an unusual way")


def _check_growth(name: str, size: int, packed: int, limits: ZipLimits) -> None:
    if size > limits.entry_bytes:
        raise ValueError(f"{name!r} is larger than {limits.entry_bytes / MIB:g} MiB")
    if size > MIB + limits.ratio * packed:
        raise ValueError(f"{name!r} unpacks to more than {limits.ratio} times its size")


def _is_left_by_a_system(name: str) -> bool:
    """Whether the file was added to the archive by an operating system."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
