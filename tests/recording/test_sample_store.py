from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.domain.samples.sample import DamagedSample
from gesture_app.errors import SampleStoreError
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.recording.sidecar import VERSION, Sidecar
from gesture_app.storage.atomic import FileSystem
from tests.fakes.sample_hands import PREDICTION, SESSION, a_sample, same_sample

NOON = datetime.now(timezone.utc)
FIRST = f"{SESSION}-1"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "samples"


def opened(root: Path, *, days: float = 0.0) -> FolderSampleStore:
    """A store that is opened a number of days from now."""
    return FolderSampleStore(root, now=lambda: NOON + timedelta(days=days))


def filled(root: Path, *labels: str) -> FolderSampleStore:
    store = opened(root)
    for number, label in enumerate(labels):
        store.add(a_sample(label, seed=number))
    return store


def files_in(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def test_samples_lie_in_folders_by_label(root: Path) -> None:
    store: SampleStore = filled(root, "rock", "paper")
    assert files_in(root) == [
        f"paper/{SESSION}-2.json",
        f"paper/{SESSION}-2.png",
        f"rock/{SESSION}-1.json",
        f"rock/{SESSION}-1.png",
    ]
    assert store.damaged == ()


def test_another_store_finds_everything(root: Path) -> None:
    store = filled(root, "rock", "paper", "rock", "spock")
    store.relabel(f"{SESSION}-2", "horns")
    store.delete(f"{SESSION}-3")
    store.set_labels(BUILT_IN_LABELS.with_label(SampleLabel.from_name("Horns", key="h")))
    again = opened(root)
    assert again.counts_by_label() == {"rock": 1, "horns": 1, "spock": 1}
    assert [info.id for info in again.trashed()] == [f"{SESSION}-3"]
    assert again.labels == store.labels
    assert again.labels.get("horns") == SampleLabel("horns", "Horns", "h")
    assert same_sample(again.load(f"{SESSION}-4"), a_sample("spock", 4, seed=3))
    again.restore(f"{SESSION}-3")
    assert same_sample(opened(root).load(f"{SESSION}-3"), a_sample("rock", 3, seed=2))
    assert again.damaged == ()


def test_listing_reads_no_image(root: Path) -> None:
    filled(root, "rock", "paper")
    read: list[str] = []

    class Watched(FileSystem):
        def read(self, path: Path) -> bytes:
            read.append(path.suffix)
            return super().read(path)

    store = FolderSampleStore(root, files=Watched())
    before = [".json", ".json", ".json"]
    assert len(store.listed()) == 2
    assert store.counts_by_label() == {"rock": 1, "paper": 1}
    assert read == before
    store.load(FIRST)
    assert read == [*before, ".png"]


def test_the_trash_is_emptied_after_its_days(root: Path) -> None:
    filled(root, "rock", "paper").delete(FIRST)
    assert len(opened(root, days=29).trashed()) == 1
    assert opened(root, days=31).trashed() == ()
    assert not any(name.startswith(".trash") for name in files_in(root))
    assert len(opened(root).listed()) == 1


def test_files_that_were_never_finished_are_cleared_away_when_nobody_can_be_writing_them(root: Path) -> None:
    store = filled(root, "rock")
    for name in (f"{SESSION}-7.png", f".{SESSION}-8.png.tmp", f".tmp-7-{SESSION}-8.json"):
        (root / "rock" / name).write_bytes(b"half")
    (root / ".labels.json.tmp").write_bytes(b"half")
    for name in ("holiday.png", "notes.tmp"):
        (root / "rock" / name).write_bytes(b"not ours")
        (root / name).write_bytes(b"not ours")
    assert [info.id for info in opened(root).listed()] == [FIRST]
    assert len(files_in(root)) == 10
    assert opened(root, days=1).add(a_sample()).id == f"{SESSION}-8"
    assert files_in(root) == [
        "holiday.png",
        "notes.tmp",
        f"rock/{FIRST}.json",
        f"rock/{FIRST}.png",
        f"rock/{SESSION}-8.json",
        f"rock/{SESSION}-8.png",
        "rock/holiday.png",
        "rock/notes.tmp",
    ]
    assert store.damaged == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Expecting value"),
        (b"\0" * 900, "Expecting value"),
        (b"\xff\xfe", "decode"),
        (b"[" * 60_000, "nested too deeply"),
        (b"[]", "not an object"),
        (b"{}", "lacks 'version'"),
        (b" " * 70_000, "longer than"),
    ],
)
def test_a_damaged_sidecar_is_named_and_the_rest_is_listed(root: Path, content: bytes, reason: str) -> None:
    filled(root, "rock", "paper")
    (root / "rock" / f"{FIRST}.json").write_bytes(content)
    store = opened(root, days=1)
    assert [info.label for info in store.listed()] == ["paper"]
    [damaged] = store.damaged
    assert damaged.name == f"rock/{FIRST}.json"
    assert reason in damaged.reason
    assert (root / "rock" / f"{FIRST}.png").exists()
    with pytest.raises(SampleStoreError, match="already"):
        store.add(a_sample("rock", 1))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", "1"),
        ("number", 0),
        ("number", True),
        ("number", 2),
        ("session", "../up"),
        ("label", "paper"),
        ("taken_at", 5),
        ("handedness", "third"),
        ("handedness_score", None),
        ("landmarks_px", [[1, 2, 3]]),
        ("landmarks_px", [[1, 2, "3"]] * 21),
        ("landmarks_px", [[1, 2, 10**400]] * 21),
        ("landmarks_px", [[1, 2, 1e39]] * 21),
        ("landmarks_px", [[1, 2, float("nan")]] * 21),
        ("region_wh", [132]),
        ("region_wh", [132.0, 120]),
        ("prediction", {"labels": ["rock"], "probabilities": [1.0], "reject_threshold": 0}),
        ("prediction", {"labels": ["rock", "none"], "probabilities": [1.0], "reject_threshold": 0}),
        ("prediction", {"labels": [1, "none"], "probabilities": [1.0, 0.0], "reject_threshold": 0}),
        ("picture_sha256", "abc"),
        ("revision", "2"),
    ],
)
def test_a_sidecar_that_makes_no_sense_is_named(root: Path, field: str, value: object) -> None:
    filled(root, "rock")
    edit(root / "rock" / f"{FIRST}.json", lambda data: data.update({field: value}))
    store = opened(root)
    assert store.listed() == ()
    assert [damaged.name for damaged in store.damaged] == [f"rock/{FIRST}.json"]


def test_a_newer_form_is_refused_and_left_alone(root: Path) -> None:
    filled(root, "rock")
    edit(root / "rock" / f"{FIRST}.json", lambda data: data.update(version=VERSION + 1))
    before = files_in(root)
    [damaged] = opened(root, days=99).damaged
    assert "newer version of this program" in damaged.reason
    assert files_in(root) == before


def test_a_sidecar_without_image_is_reported(root: Path) -> None:
    filled(root, "rock", "paper")
    (root / "rock" / f"{FIRST}.png").unlink()
    store = opened(root)
    assert store.damaged == (DamagedSample(f"rock/{FIRST}.json", "its picture is missing"),)
    assert store.counts_by_label() == {"paper": 1}


@pytest.mark.parametrize("damage", ["cut short", "rubbish", "another picture", "gone"])
def test_a_damaged_image_is_reported_and_no_longer_listed(root: Path, damage: str) -> None:
    store = filled(root, "rock", "paper")
    picture, other = root / "rock" / f"{FIRST}.png", root / "paper" / f"{SESSION}-2.png"
    if damage == "gone":
        picture.unlink()
    else:
        whole = picture.read_bytes()
        picture.write_bytes(
            {"cut short": whole[:999], "rubbish": b"x" * 99, "another picture": other.read_bytes()}[damage]
        )
    with pytest.raises(SampleStoreError, match=f"{FIRST} cannot be read") as caught:
        store.load(FIRST)
    assert str(picture) in caught.value.hint
    assert [damaged.name for damaged in store.damaged] == [f"rock/{FIRST}.png"]
    assert store.counts_by_label() == {"paper": 1}
    assert store.add(a_sample("rock")).id == f"{SESSION}-3"


def test_a_sample_stays_listed_if_its_image_is_temporarily_unreadable(root: Path) -> None:
    class Busy(FileSystem):
        def read(self, path: Path) -> bytes:
            if path.suffix == ".png":
                raise PermissionError(13, "Permission denied")
            return super().read(path)

    filled(root, "rock")
    store = FolderSampleStore(root, files=Busy())
    with pytest.raises(SampleStoreError, match="Permission denied"):
        store.load(FIRST)
    assert store.counts_by_label() == {"rock": 1}
    assert store.damaged == ()


def test_a_sample_that_is_moved_while_it_is_read_is_found_where_it_went(root: Path) -> None:
    class Late(FileSystem):
        def read(self, path: Path) -> bytes:
            if path.suffix == ".png" and path.parent.name == "rock" and not moved:
                moved.append(path)
                store.relabel(FIRST, "paper")
            return super().read(path)

    moved: list[Path] = []
    filled(root, "rock")
    store = FolderSampleStore(root, files=Late())
    assert store.load(FIRST).info.label == "paper"
    assert store.damaged == ()


def test_listing_does_not_wait_for_the_disk(root: Path) -> None:
    counted: list[dict[str, int]] = []

    class Slow(FileSystem):
        def write(self, path: Path, content: bytes, *, private: bool = False) -> None:
            with ThreadPoolExecutor(1) as other:
                counted.append(other.submit(store.counts_by_label).result(timeout=10))
            super().write(path, content, private=private)

    store = FolderSampleStore(root, files=Slow())
    store.add(a_sample("rock"))
    assert counted == [{}, {}]


def test_two_samples_of_one_name_are_reported_and_none_is_removed(root: Path) -> None:
    filled(root, "rock")
    (root / "paper").mkdir()
    for suffix in (".png", ".json"):
        (root / "paper" / f"{FIRST}{suffix}").write_bytes((root / "rock" / f"{FIRST}{suffix}").read_bytes())
    edit(root / "paper" / f"{FIRST}.json", lambda data: data.update(label="paper"))
    before = files_in(root)
    store = opened(root, days=1)
    assert len(store.listed()) == len(store.damaged) == 1
    assert files_in(root) == before


def test_damaged_labels_are_reported_and_renamed(root: Path) -> None:
    store = filled(root, "rock")
    for content in (
        "",
        "[]",
        '{"version": 2, "labels": []}',
        '{"version": 1, "labels": [{"slug": "../x"}]}',
        "[" * 99999,
    ):
        (root / "labels.json").write_text(content, encoding="utf-8")
        store = opened(root)
        assert [damaged.name for damaged in store.damaged] == ["labels.json"]
        assert store.labels == BUILT_IN_LABELS
    store.set_labels(BUILT_IN_LABELS)
    assert (root / "labels.damaged").read_text(encoding="utf-8") == "[" * 99999
    assert opened(root).damaged == ()


def test_links_to_folders_elsewhere_are_not_followed(root: Path, tmp_path: Path) -> None:
    filled(tmp_path / "elsewhere", "rock")
    root.mkdir()
    try:
        (root / "rock").symlink_to(tmp_path / "elsewhere" / "rock", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert opened(root).listed() == ()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_can_be_read_but_not_added_to(root: Path) -> None:
    filled(root, "rock")
    (root / "rock").chmod(0o500)
    try:
        store = opened(root)
        assert store.load(FIRST)
        with pytest.raises(SampleStoreError, match="Permission denied"):
            store.add(a_sample("rock"))
        with pytest.raises(SampleStoreError, match="Permission denied"):
            store.delete(FIRST)
    finally:
        (root / "rock").chmod(0o700)
    assert len(opened(root).listed()) == 1


def test_a_file_in_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "samples").write_text("in the way", encoding="utf-8")
    with pytest.raises(SampleStoreError, match="cannot be read"):
        FolderSampleStore(tmp_path / "samples")


def test_a_sidecar_gives_back_every_bit() -> None:
    sidecar = Sidecar(a_sample("rock", 1, seed=3).info, "0" * 64, 4, "2024-05-01T10:30:00+00:00")
    again = Sidecar.from_bytes(sidecar.to_bytes())
    assert (again.image_sha256, again.revision, again.deleted_at) == ("0" * 64, 4, "2024-05-01T10:30:00+00:00")
    assert again.to_json() == sidecar.to_json()
    assert (again.info.hand.landmarks_px == sidecar.info.hand.landmarks_px).all()


def test_a_sidecar_keeps_the_thresholds_of_intent_and_older_ones_have_none() -> None:
    thresholds = IntentThresholds(low=0.9, normal=0.6, high=0.3)
    info = replace(a_sample("rock", 1).info, prediction=replace(PREDICTION, intent_thresholds=thresholds))
    again = Sidecar.from_bytes(Sidecar(info, "0" * 64).to_bytes()).info.prediction
    assert again is not None
    assert again.intent_thresholds == thresholds
    older = Sidecar(a_sample("rock", 1).info, "0" * 64).to_bytes()
    assert b"intent_thresholds" not in older
    prediction = Sidecar.from_bytes(older).info.prediction
    assert prediction is not None
    assert prediction.intent_thresholds is None


def test_a_person_is_in_the_sidecar_only_where_there_is_one(tmp_path: Path) -> None:
    store = FolderSampleStore(tmp_path)
    kept = store.add(a_sample())
    sidecar = tmp_path / "rock" / f"{kept.id}.json"
    before = sidecar.read_bytes()
    assert b'"person"' not in before
    assert b'"forgotten"' not in before
    store.set_person(kept.id, "Anna")
    store.set_forgotten(kept.id, is_forgotten=True)
    assert b'"person": "Anna", "forgotten": true' in sidecar.read_bytes()
    again = FolderSampleStore(tmp_path)
    assert [(info.person, info.is_forgotten) for info in again.listed()] == [("Anna", True)]
    again.set_person(kept.id, "")
    again.set_forgotten(kept.id, is_forgotten=False)
    assert sidecar.read_bytes() == before


def test_a_full_disk_changes_no_person(tmp_path: Path) -> None:
    kept = FolderSampleStore(tmp_path).add(a_sample(person="Anna"))

    class Full(FileSystem):
        def write(self, path: Path, content: bytes, *, private: bool = False) -> None:
            raise OSError(errno.ENOSPC, "no room")

    store = FolderSampleStore(tmp_path, files=Full())
    with pytest.raises(SampleStoreError):
        store.set_person(kept.id, "Ben")
    assert store.load(kept.id).info.person == "Anna"
    assert FolderSampleStore(tmp_path).load(kept.id).info.person == "Anna"


def test_only_the_sidecar_of_a_correction_says_what_it_is() -> None:
    recorded = a_sample("rock", 1).info
    assert b"is_correction" not in Sidecar(recorded, "0" * 64).to_bytes()
    again = Sidecar.from_bytes(Sidecar(replace(recorded, is_correction=True), "0" * 64).to_bytes())
    assert again.info.is_correction
    assert not Sidecar.from_bytes(Sidecar(recorded, "0" * 64).to_bytes()).info.is_correction
