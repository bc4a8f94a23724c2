"""``gesture-app replay``: runs the pipeline over every frame of a recorded source, in order."""

from __future__ import annotations

import argparse
import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from gesture_app.capture.opening import source_for
from gesture_app.cli import play
from gesture_app.cli.frame_record import frame_record
from gesture_app.cli.options import RecognitionOptions, add_recognition_arguments, add_sensitivity_argument
from gesture_app.cli.output import STANDARD_OUTPUT, frames_with_progress, json_lines_file, print_lines
from gesture_app.cli.summary import RunSummary
from gesture_app.composition import build_processor, memory_of_samples
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import GestureAppError
from gesture_app.pipeline.processor import LoadedMemory
from gesture_app.vision.clip_writer import ClipWriter
from gesture_app.vision.overlay import draw_result

_FALLBACK_FPS = 25.0


@dataclass(frozen=True)
class ReplayOptions:
    """Options of a replay.

    Attributes:
        source: A video file, a folder of images, or an address.
        json_out: File for one JSON object a frame; ``-`` is standard output.
        video_out: File for the annotated clip.
        static_images: Whether each image is detected on its own, without tracking and smoothing.
        recognition: Device, number of hands, model and sensitivity.
        memory: Whether the user's samples adjust the predictions.
        people: Names of the people whose samples do; None for all.
    """

    source: str
    json_out: Path | None = None
    video_out: Path | None = None
    static_images: bool = False
    recognition: RecognitionOptions = field(default_factory=RecognitionOptions)
    memory: bool = False
    people: tuple[str, ...] | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_recognition_arguments(parser)
    add_sensitivity_argument(parser)
    parser.add_argument("source", metavar="SOURCE", help="video file, folder of images, or address")
    parser.add_argument("--json", type=Path, metavar="OUT.jsonl", help='one JSON object a frame; "-" is the terminal')
    parser.add_argument("--video", type=Path, metavar="OUT", help="annotated clip (.mp4, .webm, .avi)")
    parser.add_argument("--static-images", action="store_true", help="treat every image on its own")
    parser.add_argument(
        "--memory",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="let your recorded samples adjust the predictions, as in the window (default: the model alone)",
    )
    parser.add_argument(
        "--person",
        dest="people",
        action="append",
        metavar="NAME",
        help="with --memory, only the samples of this person; may be repeated (default: everybody's)",
    )
    # The older name of the option.
    parser.add_argument("--independent", action="store_true", dest="static_images", help=argparse.SUPPRESS)
    play.add_arguments(parser)


def run(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    """Replay a source, or play its throws with ``--play``, and return the exit code."""
    if args.play:
        if args.video is not None or args.static_images:
            message = "--play goes with neither --video nor --static-images."
            raise GestureAppError(message, hint="Run them one after another.")
        return play.play_clip(play.PlayOptions.of(args), stdout=stdout, stderr=stderr)
    if args.people and not args.memory:
        raise GestureAppError("--person chooses whose samples act.", hint="Say --memory, too.")
    people = tuple(args.people) if args.people else None
    options = ReplayOptions(
        args.source, args.json, args.video, args.static_images, RecognitionOptions.of(args), args.memory, people
    )
    return replay(options, stdout=stdout, stderr=stderr)


def _memory(options: ReplayOptions, stderr: Console) -> LoadedMemory | None:
    """The memory of the user's samples; what they teach, or why they do not act, is printed."""
    progress = memory_of_samples(model_dir=options.recognition.model_dir, people=options.people)
    if progress.decision is not None:
        print_lines([progress.decision.text], stderr)
    return progress.loaded


def replay(options: ReplayOptions, *, stdout: Console, stderr: Console) -> int:
    """Run the pipeline over the source and return the exit code.

    Raises:
        GestureAppError: If the source, the model or an output cannot be used.
    """
    source = source_for(options.source, realtime=False)
    mode = DetectionMode.INDEPENDENT if options.static_images else DetectionMode.VIDEO
    recognition = options.recognition
    summary = RunSummary()
    with contextlib.ExitStack() as stack:
        stack.callback(source.close)
        source.open()
        memory = None
        if options.memory:
            memory = _memory(options, stderr)
        processor = build_processor(
            device=recognition.device,
            max_hands=recognition.max_hands,
            mode=mode,
            model_dir=recognition.model_dir,
            sensitivity=recognition.sensitivity,
            detector=recognition.detector,
            memory=memory,
        )
        stack.callback(processor.close)
        json_file = stack.enter_context(json_lines_file(options.json_out)) if options.json_out else None
        clip = None
        if options.video_out is not None:
            clip = stack.enter_context(ClipWriter(options.video_out, source.nominal_fps or _FALLBACK_FPS))
        for frame in frames_with_progress(source, stderr):
            result = processor.process(frame)
            summary.add(result)
            if json_file is not None:
                json_file.write(frame_record(result, recognition.sensitivity))
            if clip is not None:
                clip.write(draw_result(frame.image_bgr, result))
        description = processor.description
    for warning in source.warnings:
        stderr.print(f"warning: {warning}", style="yellow", highlight=False, soft_wrap=True)
    to_stdout = options.json_out == STANDARD_OUTPUT
    summary.print(
        stderr if to_stdout else stdout, source=source.name, classifier=description, skipped=source.skipped_count
    )
    return 0
