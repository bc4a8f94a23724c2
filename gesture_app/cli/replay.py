"""``gesture-app replay``: the pipeline over a recorded source, every frame, in order."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from gesture_app.capture.opening import source_for
from gesture_app.cli.records import frame_record
from gesture_app.cli.summary import RunSummary
from gesture_app.composition import build_processor
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.ports import DetectionMode, FrameSource
from gesture_app.errors import GestureAppError, SourceError
from gesture_app.vision.clip_writer import ClipWriter
from gesture_app.vision.overlay import draw_result

_log = logging.getLogger(__name__)

_FALLBACK_FPS = 25.0


class OutputError(GestureAppError):
    """A result file cannot be written."""


@dataclass(frozen=True)
class ReplayOptions:
    """What to do.

    Attributes:
        source: A video file, a folder of images, or an address.
        json_out: File for one JSON object a frame; ``-`` is standard output.
        video_out: File for the annotated clip.
        independent: Whether every image stands alone.
        max_hands: The most hands to look for.
        device: ``"auto"``, ``"gpu"`` or ``"cpu"``.
        model_dir: Folder of the model; None for the default one.
    """

    source: str
    json_out: Path | None = None
    video_out: Path | None = None
    independent: bool = False
    max_hands: int = 2
    device: str = "auto"
    model_dir: Path | None = None


def replay(options: ReplayOptions, *, stdout: Console, stderr: Console) -> int:
    """Run the pipeline over the source; returns the exit code.

    Raises:
        GestureAppError: If the source, the model or an output cannot be used.
    """
    source = source_for(options.source, realtime=False)
    mode = DetectionMode.INDEPENDENT if options.independent else DetectionMode.VIDEO
    summary = RunSummary()
    with contextlib.ExitStack() as stack:
        stack.callback(source.close)
        source.open()
        processor = build_processor(
            device=options.device, max_hands=options.max_hands, mode=mode, model_dir=options.model_dir
        )
        stack.callback(processor.close)
        json_file = stack.enter_context(json_output(options.json_out)) if options.json_out else None
        clip = None
        if options.video_out is not None:
            clip = stack.enter_context(ClipWriter(options.video_out, source.nominal_fps or _FALLBACK_FPS))
        for frame in frames_with_progress(source, stderr):
            result = processor.process(frame)
            summary.add(result)
            if json_file is not None:
                write_line(json_file, json.dumps(frame_record(result)), options.json_out)
            if clip is not None:
                clip.write(draw_result(frame.image_bgr, result))
        description = processor.description
    for warning in source.warnings:
        stderr.print(f"warning: {warning}", style="yellow", highlight=False, soft_wrap=True)
    to_stdout = options.json_out is not None and str(options.json_out) == "-"
    summary.print(
        stderr if to_stdout else stdout, source=source.name, classifier=description, skipped=source.skipped_count
    )
    return 0


def frames_with_progress(source: FrameSource, stderr: Console) -> Iterator[Frame]:
    """The frames of an open source, with a progress bar. A stream that breaks off after some frames has ended."""
    description = TextColumn("{task.description}", markup=False)
    columns = (description, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    count = 0
    with Progress(*columns, console=stderr, transient=False) as progress:
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


@contextlib.contextmanager
def json_output(path: Path) -> Iterator[IO[str]]:
    """A file for JSON lines; ``-`` is standard output.

    Raises:
        OutputError: If it cannot be written.
    """
    if str(path) == "-":
        import sys

        yield sys.stdout
        return
    try:
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        raise _output_error(path, error) from error
    try:
        yield file
    finally:
        try:
            file.close()
        except OSError as error:
            raise _output_error(path, error) from error


def write_line(file: IO[str], line: str, path: Path | None) -> None:
    """Write one line to the file that ``path`` names.

    Raises:
        OutputError: If it cannot be written.
    """
    try:
        file.write(line + "\n")
    except OSError as error:
        raise _output_error(path or Path("-"), error) from error


def _output_error(path: Path, error: OSError) -> OutputError:
    hint = "Choose another place, or make room on the disk."
    return OutputError(f"{path} cannot be written: {error.strerror}.", hint=hint)
