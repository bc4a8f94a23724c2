"""Output shared by the commands: JSON, lines of text, and the progress bar."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.ports import FrameSource
from gesture_app.errors import GestureAppError, SourceError

STANDARD_OUTPUT = Path("-")


class OutputError(GestureAppError):
    """A result file cannot be written."""


def print_json(content: object, console: Console) -> None:
    """Print an object as JSON, without wrapping lines."""
    console.print(json.dumps(content, ensure_ascii=False, indent=2), highlight=False, soft_wrap=True)


def print_lines(lines: Iterable[str], console: Console) -> None:
    """Print lines without highlighting or wrapping them."""
    for line in lines:
        console.print(line, highlight=False, soft_wrap=True)


def print_columns(rows: Iterable[Sequence[str | Text]], console: Console, *, heading: Sequence[str] = ()) -> None:
    """Print rows as columns, and each cell whole: what does not fit, such as a long path, is wrapped by the terminal.

    Rich's tables cut cells or divide them among lines, and an id or path can then no longer be copied.

    Args:
        rows: Cells of each row.
        console: Receives the rows.
        heading: Names of the columns.
    """
    lines = [[Text(name, "bold") for name in heading]] if heading else []
    lines += [[cell if isinstance(cell, Text) else Text(cell) for cell in row] for row in rows]
    widths = [max(cell.cell_len for cell in column) for column in zip(*lines, strict=True)]
    for cells in lines:
        padded = [cell + Text(" " * (width - cell.cell_len)) for cell, width in zip(cells, widths, strict=True)]
        line = Text("  ").join(padded)
        line.rstrip()
        console.print(line, highlight=False, soft_wrap=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun, for example ``"1 sample"`` or ``"2 samples"``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def progress_bar(console: Console) -> Progress:
    """A progress bar that shows description, count and remaining time."""
    description = TextColumn("{task.description}", markup=False)
    return Progress(description, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console)


def frames_with_progress(source: FrameSource, stderr: Console) -> Iterator[Frame]:
    """Frames of an open source, with a progress bar. A stream that breaks off after some frames counts as ended.

    Raises:
        SourceError: If the source fails.
    """
    count = 0
    with progress_bar(stderr) as progress:
        task = progress.add_task(source.name, total=source.frame_count)
        try:
            while (frame := source.read()) is not None:
                count += 1
                yield frame
                progress.advance(task)
        except SourceError as error:
            if not (source.is_live and count):
                raise
            stderr.print(f"{source.name} ended after {count} frames: {error.message}", highlight=False, soft_wrap=True)
        progress.update(task, total=count, completed=count)


class JsonLinesFile:
    """An open file that gets one JSON object a line. Made by :func:`json_lines_file`."""

    def __init__(self, path: Path, file: IO[str]) -> None:
        self._path = path
        self._file = file

    def write(self, record: object) -> None:
        """Write one object.

        Raises:
            OutputError: If it cannot be written.
        """
        try:
            self._file.write(json.dumps(record) + "\n")
        except OSError as error:
            raise _output_error(self._path, error) from error


@contextlib.contextmanager
def json_lines_file(path: Path) -> Iterator[JsonLinesFile]:
    """Open a file for JSON lines; ``-`` is standard output.

    Raises:
        OutputError: If it cannot be written.
    """
    if path == STANDARD_OUTPUT:
        yield JsonLinesFile(path, sys.stdout)
        return
    try:
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        raise _output_error(path, error) from error
    try:
        yield JsonLinesFile(path, file)
    finally:
        try:
            file.close()
        except OSError as error:
            raise _output_error(path, error) from error


def _output_error(path: Path, error: OSError) -> OutputError:
    hint = "Choose another place, or make room on the disk."
    return OutputError(f"{path} cannot be written: {error.strerror}.", hint=hint)
