"""``gesture-app samples import``: pictures, videos and archives become samples."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from gesture_app.capture.image_files import IMAGE_SUFFIXES
from gesture_app.cli.records import counted
from gesture_app.cli.samples import SampleArgumentError, label_for
from gesture_app.composition import sample_importer, sample_store
from gesture_app.domain.ports import SampleExchange, SampleStore
from gesture_app.domain.samples.exchange import ImportTally, LabelledRange, check_ranges
from gesture_app.errors import GestureAppError

_RANGE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*-\s*(\d+(?:\.\d+)?)\s*=(.+)")
_LONGEST_S = 24 * 3600.0
_AS_THIS = "Write it like 2-4.5=rock, in seconds from the video's beginning."


def import_samples(path: Path, label: str | None, ranges: Sequence[str], stdout: Console, stderr: Console) -> int:
    """Add samples, and print what became of the pictures; returns the exit code.

    Args:
        path: An archive, a folder of pictures, a picture, or a video.
        label: What all of it shows, as people call it; None where folders, the archive or ``ranges`` say it.
        ranges: Parts of a video, as ``"2-4.5=rock"``.
        stdout: Where the result goes.
        stderr: Where the progress goes.

    Raises:
        GestureAppError: If it cannot be read, or is not said what it shows, or samples cannot be kept.
    """
    store = sample_store()
    tallies = _import(sample_importer(store), store, path, label, ranges, stdout)
    tally = ImportTally()
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=stderr) as progress:
        task = progress.add_task(path.name, total=None)
        try:
            for tally in tallies:
                progress.update(task, completed=tally.seen, total=tally.expected)
        except (GestureAppError, KeyboardInterrupt):
            stdout.print(f"{counted(len(tally.added), 'sample')} added before it ended.", highlight=False)
            raise
        progress.update(task, completed=tally.seen, total=tally.seen)
    _print_tally(tally, stdout)
    return 0


def _import(
    importer: SampleExchange,
    store: SampleStore,
    path: Path,
    label: str | None,
    ranges: Sequence[str],
    console: Console,
) -> Iterator[ImportTally]:
    is_archive = path.is_file() and zipfile.is_zipfile(path)
    is_pictures = path.is_dir() or path.suffix.lower() in IMAGE_SUFFIXES
    if not path.exists():
        raise SampleArgumentError(f"There is no {path}.", hint="Check the name.")
    if ranges and (is_archive or is_pictures):
        raise SampleArgumentError("--range is for videos.", hint="Say --label, or leave it to the folders' names.")
    if is_archive or path.suffix.lower() == ".zip":
        if label is not None:
            raise SampleArgumentError("An archive says itself what its pictures show.", hint="Leave --label away.")
        return importer.import_archive(path)
    if is_pictures:
        if label is None and path.is_file():
            raise SampleArgumentError(f"Nothing says what {path} shows.", hint="Say it with --label.")
        return importer.import_folder(path, None if label is None else label_for(store, label, console).slug)
    return importer.import_video(path, _parts(importer, store, path, label, ranges, console))


def _parts(
    importer: SampleExchange,
    store: SampleStore,
    path: Path,
    label: str | None,
    ranges: Sequence[str],
    console: Console,
) -> tuple[LabelledRange, ...]:
    """The parts of a video, and what they show."""
    if (label is None) == (not ranges):
        hint = "Say --label for all of it, or --range 2-4.5=rock for each part."
        raise SampleArgumentError(f"What the video {path} shows has to be said in one way.", hint=hint)
    if label is not None:
        length_s = importer.video_length_s(path) or _LONGEST_S
        return (LabelledRange(0.0, length_s, label_for(store, label, console).slug),)
    parts = [_part(text) for text in ranges]
    try:
        return check_ranges(
            [LabelledRange(start_s, end_s, label_for(store, name, console).slug) for start_s, end_s, name in parts]
        )
    except ValueError as error:
        raise SampleArgumentError(f"The parts make no sense: {error}.", hint=_AS_THIS) from error


def _part(text: str) -> tuple[float, float, str]:
    match = _RANGE.fullmatch(text)
    if match is None:
        raise SampleArgumentError(f"{text!r} is no part of a video.", hint=_AS_THIS)
    return float(match[1]), float(match[2]), match[3]


def _print_tally(tally: ImportTally, console: Console) -> None:
    lines = [f"{counted(len(tally.added), 'sample')} added."]
    counts = {
        "there already": tally.known,
        "without a hand that can be found": tally.handless,
        "in no folder that says what they show": tally.unlabelled,
    }
    lines += [f"{count} {what}." for what, count in counts.items() if count]
    lines += [f"{count} not taken: {refusal.value}" for refusal, count in tally.refused.items()]
    for line in (*lines, *tally.warnings):
        console.print(line, highlight=False, soft_wrap=True)
