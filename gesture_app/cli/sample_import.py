"""``gesture-app samples import``: makes samples from images, videos and archives."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from gesture_app.capture.image_decoding import IMAGE_SUFFIXES
from gesture_app.cli.output import counted, print_lines, progress_bar
from gesture_app.cli.sample_labels import SampleArgumentError, label_for
from gesture_app.cli.sample_people import person_for
from gesture_app.composition import sample_importer, sample_store
from gesture_app.domain.ports import SampleExchange, SampleStore
from gesture_app.domain.samples.exchange import ImportTally, LabelledRange, check_ranges
from gesture_app.domain.samples.quality import IMPORT_REASONS
from gesture_app.errors import GestureAppError

_RANGE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)\s*=(.+)")
_MAX_VIDEO_S = 24 * 3600.0
_RANGE_HINT = "Write it like 2-4.5=rock, in seconds from the video's beginning."


@dataclass(frozen=True)
class ImportOptions:
    """Options of an import.

    Attributes:
        path: An archive, a folder of images, an image, or a video.
        label: Gesture that all of it shows; None where folder names, the archive or ``ranges`` give the gestures.
        ranges: Parts of a video with their gestures, such as ``"2-4.5=rock"``, in seconds.
        person: Name of the person whose hands it shows, or empty; of an archive, where that names none.
    """

    path: Path
    label: str | None = None
    ranges: tuple[str, ...] = ()
    person: str = ""


def import_samples(options: ImportOptions, stdout: Console, stderr: Console) -> int:
    """Add samples, print the counts and return the exit code.

    Args:
        options: Source and gestures.
        stdout: Receives the counts.
        stderr: Receives the progress.

    Raises:
        GestureAppError: If the source cannot be read, has no label, or samples cannot be saved.
    """
    store = sample_store()
    tallies = _tallies(options, sample_importer(store), store, stdout)
    tally = ImportTally()
    with progress_bar(stderr) as progress:
        task = progress.add_task(options.path.name, total=None)
        try:
            for tally in tallies:
                progress.update(task, completed=tally.seen, total=tally.expected)
        except (GestureAppError, KeyboardInterrupt):
            stdout.print(f"{counted(len(tally.added), 'sample')} added before it ended.", highlight=False)
            raise
        progress.update(task, completed=tally.seen, total=tally.seen)
    _print_tally(tally, stdout)
    return 0


def _tallies(
    options: ImportOptions, importer: SampleExchange, store: SampleStore, console: Console
) -> Iterator[ImportTally]:
    """Start the import; yields the counts so far."""
    path, label = options.path, options.label
    person = person_for(store, options.person) if options.person else ""
    is_archive = path.is_file() and zipfile.is_zipfile(path)
    is_images = path.is_dir() or path.suffix.lower() in IMAGE_SUFFIXES
    if not path.exists():
        raise SampleArgumentError(f"There is no {path}.", hint="Check the name.")
    if options.ranges and (is_archive or is_images):
        raise SampleArgumentError("--range is for videos.", hint="Say --label, or leave it to the folders' names.")
    if is_archive or path.suffix.lower() == ".zip":
        if label is not None:
            raise SampleArgumentError("An archive says itself what its pictures show.", hint="Leave --label away.")
        return importer.import_archive(path, person)
    if is_images:
        if label is None and path.is_file():
            raise SampleArgumentError(f"Nothing says what {path} shows.", hint="Say it with --label.")
        slug = None if label is None else label_for(store, label, console).slug
        return importer.import_folder(path, slug, person)
    return importer.import_video(path, _labelled_ranges(options, importer, store, console), person)


def _labelled_ranges(
    options: ImportOptions, importer: SampleExchange, store: SampleStore, console: Console
) -> tuple[LabelledRange, ...]:
    """Parts of a video with their labels."""
    path, label, ranges = options.path, options.label, options.ranges
    if (label is None) == (not ranges):
        hint = "Say --label for all of it, or --range 2-4.5=rock for each part."
        raise SampleArgumentError(f"What the video {path} shows has to be said in one way.", hint=hint)
    if label is not None:
        length_s = importer.video_length_s(path) or _MAX_VIDEO_S
        return (LabelledRange(0.0, length_s, label_for(store, label, console).slug),)
    parts = [_parse_range(text) for text in ranges]
    try:
        return check_ranges(
            [LabelledRange(start_s, end_s, label_for(store, name, console).slug) for start_s, end_s, name in parts]
        )
    except ValueError as error:
        raise SampleArgumentError(f"The parts make no sense: {error}.", hint=_RANGE_HINT) from error


def _parse_range(text: str) -> tuple[float, float, str]:
    match = _RANGE.fullmatch(text)
    if match is None:
        raise SampleArgumentError(f"{text!r} is no part of a video.", hint=_RANGE_HINT)
    return float(match[1]), float(match[2]), match[3]


def _print_tally(tally: ImportTally, console: Console) -> None:
    lines = [f"{counted(len(tally.added), 'sample')} added."]
    counts = {
        "there already": tally.known,
        "without a hand that can be found": tally.handless,
        "in no folder that says what they show": tally.unlabelled,
    }
    lines += [f"{count} {description}." for description, count in counts.items() if count]
    lines += [f"{count} {IMPORT_REASONS[refusal]}." for refusal, count in tally.refused.items()]
    print_lines((*lines, *tally.warnings), console)
