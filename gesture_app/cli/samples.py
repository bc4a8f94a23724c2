"""``gesture-app samples``: recorded hands in the terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gesture_app.cli.records import counted, print_json
from gesture_app.composition import sample_importer, sample_store
from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import SampleLabel
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import GestureAppError


class SampleArgumentError(GestureAppError):
    """What was asked for makes no sense, or there is no such thing."""


@dataclass(frozen=True)
class Choice:
    """Which samples are meant.

    Attributes:
        label: Only this gesture, as people write it.
        session: Only this recording session.
    """

    label: str | None = None
    session: str | None = None

    def of(self, store: SampleStore) -> tuple[SampleInfo, ...]:
        """The samples, oldest first.

        Raises:
            SampleArgumentError: If there is no such gesture or session.
        """
        label = None if self.label is None else known_label(store, self.label).slug
        if self.session is not None and self.session not in store.counts_by_session():
            hint = "`gesture-app samples list` shows the sessions at the beginning of each name."
            raise SampleArgumentError(f"There is no session {self.session}.", hint=hint)
        return store.listed(label=label, session=self.session)


def list_samples(
    choice: Choice, console: Console, *, misread: bool = False, in_trash: bool = False, as_json: bool = False
) -> int:
    """Print a line for each sample; returns the exit code.

    Args:
        choice: Which ones.
        console: Where to.
        misread: Only those that the model of the moment got wrong.
        in_trash: Those in the trash instead, of all gestures and sessions.
        as_json: As JSON.

    Raises:
        GestureAppError: If there is no such gesture or session, or the samples cannot be read.
    """
    store = sample_store()
    infos = store.trashed() if in_trash else choice.of(store)
    if misread:
        infos = tuple(info for info in infos if info.is_misread)
    if as_json:
        print_json([_record(info) for info in infos], console)
        return 0
    table = Table("id", "gesture", "taken", "camera", "size", "read as", pad_edge=False)
    for info in infos:
        read = "" if info.prediction is None else display_name(info.prediction.gesture)
        table.add_row(
            info.id,
            Text(_name_of(store, info.label)),
            info.taken_at[:19].replace("T", " "),
            Text(info.camera),
            "{} x {}".format(*info.region_wh),
            Text(read, "red" if info.is_misread else ""),
        )
    console.print(table if infos else "No samples.", highlight=False)
    _tell_damaged(store, console)
    return 0


def count_samples(console: Console, *, as_json: bool = False) -> int:
    """Print how many samples and sessions each gesture has; returns the exit code.

    Raises:
        GestureAppError: If the samples cannot be read.
    """
    store = sample_store()
    sessions: dict[str, set[str]] = defaultdict(set)
    for info in store.listed():
        sessions[info.label].add(info.session)
    counts = store.counts_by_label()
    rows = [(label, counts.get(label.slug, 0), len(sessions[label.slug])) for label in store.labels.labels]
    if as_json:
        records = {label.slug: {"samples": count, "sessions": number} for label, count, number in rows}
        print_json({"labels": records, "in_trash": len(store.trashed())}, console)
        return 0
    table = Table("gesture", "samples", "sessions", pad_edge=False)
    for label, count, number in rows:
        table.add_row(Text(label.name), str(count), str(number))
    table.add_row("all", str(sum(counts.values())), str(len(store.counts_by_session())), style="bold")
    console.print(table, highlight=False)
    if trashed := len(store.trashed()):
        console.print(f"{trashed} more in the trash.", highlight=False)
    _tell_damaged(store, console)
    return 0


def export_samples(path: Path, choice: Choice, console: Console) -> int:
    """Write samples to an archive; returns the exit code.

    Raises:
        GestureAppError: If there is no such gesture or session, or the archive cannot be written.
    """
    if path.is_dir():
        raise SampleArgumentError(f"{path} is a folder.", hint=f"Name a file in it, such as {path / 'samples.zip'}.")
    store = sample_store()
    infos = choice.of(store)
    if not infos:
        raise SampleArgumentError("There are no samples to export.", hint="Record some on the Collect page.")
    report = sample_importer(store).export(path, [info.id for info in infos])
    console.print(f"Wrote {counted(report.count, 'sample')} to {path}.", highlight=False, soft_wrap=True)
    for reason in report.skipped:
        console.print(f"Left out: {reason}", highlight=False, soft_wrap=True)
    return 0


def relabel_samples(ids: Sequence[str], label: str, console: Console) -> int:
    """Put samples under another gesture; returns the exit code.

    Raises:
        GestureAppError: If there is no such sample, or the gesture cannot be called so.
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
    """Put samples into the trash; returns the exit code.

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
    """Take samples back from the trash; returns the exit code.

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
    """Remove what is in the trash for good; returns the exit code.

    Raises:
        GestureAppError: If something cannot be removed.
    """
    count = sample_store().empty_trash()
    console.print(f"Removed {counted(count, 'sample')} for good." if count else "The trash is empty.", highlight=False)
    return 0


def known_label(store: SampleStore, text: str) -> SampleLabel:
    """The gesture that a person means by a name or a label.

    Raises:
        SampleArgumentError: If there is no such gesture.
    """
    wanted = text.strip().casefold()
    for label in store.labels.labels:
        if wanted in (label.slug, label.name.casefold()):
            return label
    names = ", ".join(label.slug for label in store.labels.labels)
    raise SampleArgumentError(f"There is no gesture {text!r}.", hint=f"There are {names}.")


def label_for(store: SampleStore, text: str, console: Console) -> SampleLabel:
    """The gesture that a person means; one that is not there yet is added, and that is told.

    Raises:
        SampleArgumentError: If it cannot be called so.
        SampleStoreError: If it cannot be kept.
    """
    try:
        return known_label(store, text)
    except SampleArgumentError:
        pass
    try:
        label = SampleLabel.from_name(text)
        labels = store.labels.with_label(label)
    except ValueError as error:
        hint = "Choose another name, with at least one letter or digit."
        raise SampleArgumentError(f"No gesture can be called {text!r}: {error}.", hint=hint) from error
    store.set_labels(labels)
    console.print(f"{label.name} is a new gesture.", highlight=False)
    return label


def _check_listed(store: SampleStore, ids: Iterable[str]) -> None:
    _check_among(ids, store.listed(), "There is no sample", "`gesture-app samples list` shows the ones there are.")


def _check_among(ids: Iterable[str], infos: Iterable[SampleInfo], complaint: str, hint: str) -> None:
    """Before the first of several is changed."""
    there = {info.id for info in infos}
    if missing := [sample_id for sample_id in ids if sample_id not in there]:
        raise SampleArgumentError(f"{complaint} {', '.join(missing)}.", hint=f"Nothing was changed. {hint}")


def _for_each(ids: Iterable[str], act: Callable[[str], object]) -> None:
    for sample_id in dict.fromkeys(ids):
        act(sample_id)


def _name_of(store: SampleStore, slug: str) -> str:
    label = store.labels.get(slug)
    return slug if label is None else label.name


def _record(info: SampleInfo) -> dict[str, Any]:
    prediction = info.prediction
    return {
        "id": info.id,
        "label": info.label,
        "session": info.session,
        "taken_at": info.taken_at,
        "camera": info.camera,
        "region_wh": list(info.region_wh),
        "handedness": info.hand.handedness.value,
        "model_id": info.model_id or None,
        "read_as": None if prediction is None else prediction.gesture,
        "confidence": None if prediction is None else round(prediction.confidence, 4),
    }


def _tell_damaged(store: SampleStore, console: Console) -> None:
    for damaged in store.damaged:
        console.print(f"{damaged.name} was left out because {damaged.reason}.", highlight=False, soft_wrap=True)
