"""``gesture-app samples``: lists, counts, exports, imports, relabels and deletes recorded samples."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gesture_app.cli.actions import Actions, run_action
from gesture_app.cli.options import add_json_argument
from gesture_app.cli.output import counted, print_columns, print_json, print_lines
from gesture_app.cli.sample_filter import SampleFilter
from gesture_app.cli.sample_import import ImportOptions, import_samples
from gesture_app.cli.sample_labels import SampleArgumentError, label_for
from gesture_app.cli.sample_people import add_people_actions, counts_by_person
from gesture_app.composition import model_library, sample_importer, sample_store
from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.sample import SampleInfo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their arguments."""
    actions = Actions(parser)
    _add_reading_actions(actions)
    importing = actions.add(
        "import",
        lambda args, stdout, stderr: import_samples(
            ImportOptions(args.path, args.label, tuple(args.ranges), args.person), stdout, stderr
        ),
        help_text="add samples from an archive, pictures or a video",
    )
    importing.add_argument("path", type=Path, metavar="PATH", help="what export wrote, a folder a gesture, or a video")
    importing.add_argument("--label", metavar="GESTURE", help="what all the pictures, or all of the video, show")
    importing.add_argument(
        "--range",
        dest="ranges",
        action="append",
        default=[],
        metavar="FROM-TO=GESTURE",
        help="what a part of the video shows, in seconds, as 2-4.5=rock; may be repeated",
    )
    importing.add_argument("--person", default="", metavar="NAME", help="whose hands they are")
    relabel = actions.add(
        "relabel",
        lambda args, stdout, _stderr: relabel_samples(args.ids, args.label, stdout),
        help_text="put samples under another gesture",
    )
    relabel.add_argument("ids", nargs="+", metavar="ID")
    relabel.add_argument("label", metavar="GESTURE")
    add_people_actions(actions)
    delete = actions.add(
        "delete",
        lambda args, stdout, _stderr: delete_samples(args.ids, stdout),
        help_text="put samples into the trash",
    )
    delete.add_argument("ids", nargs="+", metavar="ID")
    restore = actions.add(
        "restore",
        lambda args, stdout, _stderr: restore_samples(args.ids, stdout),
        help_text="take samples back from the trash",
    )
    restore.add_argument("ids", nargs="+", metavar="ID")
    actions.add(
        "empty-trash",
        lambda _args, stdout, _stderr: empty_trash(stdout),
        help_text="remove what is in the trash for good",
    )


def _add_reading_actions(actions: Actions) -> None:
    listing = actions.add("list", _list, help_text="one line a sample")
    _add_filter_arguments(listing)
    listing.add_argument(
        "--misread",
        action="store_true",
        help="only what the model in use got wrong, of gestures that it knows",
    )
    listing.add_argument("--trash", action="store_true", help="what was deleted instead")
    add_json_argument(listing)
    counts = actions.add(
        "counts",
        lambda args, stdout, _stderr: count_samples(stdout, as_json=args.json),
        help_text="how many there are of each gesture",
    )
    add_json_argument(counts)
    export = actions.add(
        "export",
        lambda args, stdout, _stderr: export_samples(
            args.file, SampleFilter(args.label, args.session, person=args.person), stdout
        ),
        help_text="write samples to an archive",
    )
    export.add_argument("file", type=Path, metavar="FILE.zip")
    _add_filter_arguments(export)


def _add_filter_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--label", metavar="GESTURE", help="only this gesture")
    parser.add_argument("--session", metavar="SESSION", help="only this recording session")
    parser.add_argument("--person", metavar="NAME", help="only samples of this person")


run = run_action


def _list(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    misread_by = model_library().active().id if args.misread else None
    selection = SampleFilter(args.label, args.session, misread_by, args.person)
    return list_samples(selection, stdout, in_trash=args.trash, as_json=args.json)


def list_samples(selection: SampleFilter, console: Console, *, in_trash: bool = False, as_json: bool = False) -> int:
    """Print a line for each sample and return the exit code.

    Args:
        selection: Samples to print.
        console: Receives the output.
        in_trash: Whether to print deleted samples instead, of all gestures and sessions.
        as_json: Whether to print JSON instead of a table.

    Raises:
        GestureAppError: If there is no such gesture or session, or the samples cannot be read.
    """
    store = sample_store()
    infos = selection.misread(store.trashed()) if in_trash else selection.apply(store)
    if as_json:
        print_json([_record(info) for info in infos], console)
        return 0
    if infos:
        heading = ("id", "gesture", "person", "taken", "camera", "size", "read as")
        print_columns([_cells(info, store) for info in infos], console, heading=heading)
    else:
        console.print("No samples.", highlight=False)
    _print_damaged(store, console)
    return 0


def count_samples(console: Console, *, as_json: bool = False) -> int:
    """Print the number of samples and sessions of each gesture and return the exit code.

    Raises:
        GestureAppError: If the samples cannot be read.
    """
    store = sample_store()
    infos = store.listed()
    people = counts_by_person(infos)
    sessions: dict[str, set[str]] = defaultdict(set)
    for info in infos:
        sessions[info.label].add(info.session)
    counts = store.counts_by_label()
    rows = [(label, counts.get(label.slug, 0), len(sessions[label.slug])) for label in store.labels.labels]
    if as_json:
        records = {label.slug: {"samples": count, "sessions": number} for label, count, number in rows}
        print_json({"labels": records, "people": people, "in_trash": len(store.trashed())}, console)
        return 0
    table = Table("gesture", "samples", "sessions", pad_edge=False)
    for label, count, number in rows:
        table.add_row(Text(label.name), str(count), str(number))
    table.add_row("all", str(sum(counts.values())), str(len(store.counts_by_session())), style="bold")
    console.print(table, highlight=False)
    if any(people):
        by_person = Table("person", "samples", pad_edge=False)
        for person, count in people.items():
            by_person.add_row(Text(person or "nobody in particular"), str(count))
        console.print(by_person, highlight=False)
    if forgotten := sum(info.is_forgotten for info in infos):
        console.print(f"{forgotten} of them are forgotten: they do not act at once.", highlight=False)
    if trashed := len(store.trashed()):
        console.print(f"{trashed} more in the trash.", highlight=False)
    _print_damaged(store, console)
    return 0


def export_samples(path: Path, selection: SampleFilter, console: Console) -> int:
    """Write samples to an archive and return the exit code.

    Raises:
        GestureAppError: If there is no such gesture or session, or the archive cannot be written.
    """
    if path.is_dir():
        raise SampleArgumentError(f"{path} is a folder.", hint=f"Name a file in it, such as {path / 'samples.zip'}.")
    store = sample_store()
    infos = selection.apply(store)
    if not infos:
        raise SampleArgumentError("There are no samples to export.", hint="Record some on the Collect page.")
    report = sample_importer(store).export(path, [info.id for info in infos])
    console.print(f"Wrote {counted(report.count, 'sample')} to {path}.", highlight=False, soft_wrap=True)
    print_lines((f"Left out: {reason}" for reason in report.skipped), console)
    return 0


def relabel_samples(ids: Sequence[str], label: str, console: Console) -> int:
    """Move samples to another gesture and return the exit code.

    Raises:
        GestureAppError: If there is no such sample, or a gesture cannot have that name.
    """
    store = sample_store()
    _check_listed(store, ids)
    target = label_for(store, label, console)
    before = {sample_id: store.relabel(sample_id, target.slug) for sample_id in ids}
    for sample_id, old in before.items():
        line = f"{sample_id}: {_name_of(store, old)} → {target.name}"
        console.print(line, highlight=False, soft_wrap=True)
    return 0


def delete_samples(ids: Sequence[str], console: Console) -> int:
    """Move samples to the trash and return the exit code.

    Raises:
        GestureAppError: If there is no such sample, or it cannot be moved.
    """
    store = sample_store()
    _check_listed(store, ids)
    _for_each(ids, store.delete)
    again = " ".join(ids)
    console.print(f"In the trash. To take back: gesture-app samples restore {again}", highlight=False, soft_wrap=True)
    return 0


def restore_samples(ids: Sequence[str], console: Console) -> int:
    """Restore samples from the trash and return the exit code.

    Raises:
        GestureAppError: If one of them is not there, or cannot be moved.
    """
    store = sample_store()
    _check_among(
        ids, store.trashed(), "In the trash there is no sample", "`gesture-app samples list --trash` shows what is."
    )
    _for_each(ids, store.restore)
    console.print(f"Took back {', '.join(ids)}.", highlight=False, soft_wrap=True)
    return 0


def empty_trash(console: Console) -> int:
    """Delete the samples in the trash for good and return the exit code.

    Raises:
        GestureAppError: If something cannot be removed.
    """
    count = sample_store().empty_trash()
    console.print(f"Removed {counted(count, 'sample')} for good." if count else "The trash is empty.", highlight=False)
    return 0


def _check_listed(store: SampleStore, ids: Iterable[str]) -> None:
    _check_among(ids, store.listed(), "There is no sample", "`gesture-app samples list` shows the ones there are.")


def _check_among(ids: Iterable[str], infos: Iterable[SampleInfo], complaint: str, hint: str) -> None:
    """Raise an error if one of several samples is missing, before the first is changed."""
    there = {info.id for info in infos}
    if missing := [sample_id for sample_id in ids if sample_id not in there]:
        raise SampleArgumentError(f"{complaint} {', '.join(missing)}.", hint=f"Nothing was changed. {hint}")


def _for_each(ids: Iterable[str], act: Callable[[str], object]) -> None:
    for sample_id in dict.fromkeys(ids):
        act(sample_id)


def _name_of(store: SampleStore, slug: str) -> str:
    label = store.labels.get(slug)
    return slug if label is None else label.name


def _cells(info: SampleInfo, store: SampleStore) -> tuple[str | Text, ...]:
    """Cells of a sample in the list."""
    read = "" if info.prediction is None else display_name(info.prediction.gesture)
    return (
        info.id,
        _name_of(store, info.label),
        Text(info.person),
        info.taken_at[:19].replace("T", " "),
        info.camera,
        "{} x {}".format(*info.region_wh),
        Text(read, "red" if info.is_misread else ""),
    )


def _record(info: SampleInfo) -> dict[str, Any]:
    prediction = info.prediction
    return {
        "id": info.id,
        "label": info.label,
        "session": info.session,
        "person": info.person or None,
        "is_forgotten": info.is_forgotten,
        "taken_at": info.taken_at,
        "camera": info.camera,
        "region_wh": list(info.region_wh),
        "handedness": info.hand.handedness.value,
        "model_id": info.model_id or None,
        "read_as": None if prediction is None else prediction.gesture,
        "confidence": None if prediction is None else round(prediction.confidence, 4),
    }


def _print_damaged(store: SampleStore, console: Console) -> None:
    print_lines((f"{damaged.name} was left out because {damaged.reason}." for damaged in store.damaged), console)
