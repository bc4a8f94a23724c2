from __future__ import annotations

import json
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import SampleArchiveError, SampleStoreError
from gesture_app.recording.archive_reader import ArchiveLimits
from gesture_app.recording.hand_region import encode_png
from gesture_app.recording.sample_archive import LISTING_NAME, ArchiveImport, export_samples, open_archive
from gesture_app.recording.sample_store import FolderSampleStore
from tests.fakes.sample_hands import SESSION, InMemorySampleStore, a_sample, noise, same_sample

PNG = encode_png(noise(20, 20))
LIMITS = ArchiveLimits(entries=10, entry_bytes=3 << 20, total_bytes=5 << 20, ratio=50, image_side_px=64)

Entry = tuple[str | zipfile.ZipInfo, bytes]


def filled_store() -> InMemorySampleStore:
    store = InMemorySampleStore()
    for seed, label in enumerate(("rock", "paper", "horns")):
        store.add(a_sample(label, seed=seed, second=seed))
    return store


def zipped(path: Path, *entries: Entry, packed: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", packed) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def exported(tmp_path: Path) -> Path:
    path = tmp_path / "samples.zip"
    export_samples(filled_store(), path)
    return path


def imported(path: Path, store: InMemorySampleStore | FolderSampleStore) -> ArchiveImport:
    with open_archive(path) as archive:
        return archive.import_into(store)


def rewritten(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The archive with another listing."""
    with zipfile.ZipFile(path) as archive:
        entries: dict[str, bytes] = {name: archive.read(name) for name in archive.namelist()}
    listing = json.loads(entries[LISTING_NAME])
    change(listing)
    entries[LISTING_NAME] = json.dumps(listing).encode()
    return zipped(path.with_name("changed.zip"), *entries.items())


@pytest.fixture(autouse=True)
def unpacking_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which archives are unpacked; it must be empty afterwards."""
    folder = tmp_path_factory.mktemp("unpacked")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def refused(path: Path, complaint: str, unpacking_folder: Path | None = None, limits: ArchiveLimits = LIMITS) -> None:
    with pytest.raises(SampleArchiveError, match=complaint) as caught, open_archive(path, limits):
        pytest.fail("it was opened")
    assert path.name in caught.value.message
    assert caught.value.hint
    if unpacking_folder is not None:
        assert list(unpacking_folder.iterdir()) == []


def test_samples_go_into_an_archive_and_come_back(tmp_path: Path, unpacking_folder: Path) -> None:
    path = exported(tmp_path)
    store = FolderSampleStore(tmp_path / "store")
    report = imported(path, store)
    assert [info.label for info in report.added] == ["rock", "paper", "horns"]
    assert report.known == 0
    original = filled_store()
    for info in original.listed():
        assert same_sample(store.load(info.id), original.load(info.id))
    assert list(unpacking_folder.iterdir()) == []


def test_the_archive_is_an_image_folder_that_others_can_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(tmp_path)) as archive:
        pictures = [name for name in archive.namelist() if name != LISTING_NAME]
        assert pictures == [f"rock/{SESSION}-1.png", f"paper/{SESSION}-2.png", f"horns/{SESSION}-3.png"]
        decoded = cv2.imdecode(np.frombuffer(archive.read(pictures[0]), np.uint8), cv2.IMREAD_COLOR)
        assert np.array_equal(decoded, a_sample(seed=0).region_bgr)
        assert len(json.loads(archive.read(LISTING_NAME))["samples"]) == 3


def test_the_same_samples_give_the_same_archive(tmp_path: Path) -> None:
    before = exported(tmp_path).read_bytes()
    assert exported(tmp_path).read_bytes() == before


def test_chosen_samples_are_exported_and_failures_reported(tmp_path: Path) -> None:
    path = tmp_path / "some.zip"
    report = export_samples(filled_store(), path, [f"{SESSION}-2", "nobody-1"])
    assert report.count == 1
    assert report.skipped == ("There is no sample nobody-1.",)
    assert [info.label for info in imported(path, InMemorySampleStore()).added] == ["paper"]


def test_an_export_that_fails_leaves_the_old_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = exported(tmp_path)
    before = path.read_bytes()

    def full(self: zipfile.ZipFile, *arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(zipfile.ZipFile, "writestr", full)
        with pytest.raises(SampleArchiveError, match="No space left"):
            export_samples(filled_store(), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    with pytest.raises(SampleArchiveError, match="cannot be written"):
        export_samples(filled_store(), tmp_path / "nowhere" / "x.zip")


def test_samples_that_are_there_already_are_left_out(tmp_path: Path) -> None:
    store = filled_store()
    store.relabel(f"{SESSION}-1", "spock")
    store.delete(f"{SESSION}-2")
    report = imported(exported(tmp_path), store)
    assert [(info.id, info.label) for info in report.added] == [(f"{SESSION}-4", "paper")]
    assert report.known == 2
    assert store.counts_by_label() == {"spock": 1, "horns": 1, "paper": 1}


def test_other_samples_of_the_same_names_get_new_numbers(tmp_path: Path) -> None:
    store = InMemorySampleStore()
    store.add(a_sample("lizard", 1, seed=77))
    assert [info.number for info in imported(exported(tmp_path), store).added] == [2, 3, 4]
    assert same_sample(store.load(f"{SESSION}-1"), a_sample("lizard", 1, seed=77))


def test_new_gestures_keep_their_names(tmp_path: Path) -> None:
    store = filled_store()
    store.set_labels(BUILT_IN_LABELS.with_label(SampleLabel("horns", "Rock'n'Roll", "h", "🤘")))
    export_samples(store, tmp_path / "samples.zip")
    other = FolderSampleStore(tmp_path / "store")
    imported(tmp_path / "samples.zip", other)
    assert FolderSampleStore(tmp_path / "store").labels == store.labels


def test_an_import_is_all_or_nothing(tmp_path: Path) -> None:
    store = InMemorySampleStore()
    countdown = [None, None, SampleStoreError("The disk is full.")]

    def before_add() -> None:
        if error := countdown.pop(0):
            raise error

    store.before_add = before_add  # type: ignore[assignment]
    with pytest.raises(SampleStoreError, match="disk is full"):
        imported(exported(tmp_path), store)
    assert store.listed() == ()


def test_images_without_landmarks_are_listed_for_detection(tmp_path: Path) -> None:
    large = noise(1500, 8)
    path = zipped(
        tmp_path / "plain.zip",
        ("Thumb up/", b""),
        ("Thumb up/a b.png", PNG),
        ("rock/large.PNG", encode_png(large)),
        ("__MACOSX/rock/._large.png", b"resource fork"),
        ("rock/.DS_Store", b"view"),
    )
    with open_archive(path) as archive:
        assert [(p.label, p.name) for p in archive.images] == [
            ("thumb_up", "Thumb up/a b.png"),
            ("rock", "rock/large.PNG"),
        ]
        assert np.array_equal(archive.images[0].load(), noise(20, 20))
        assert np.array_equal(archive.images[1].load(), large)
        assert archive.import_into(InMemorySampleStore()) == ArchiveImport((), 0)


def test_images_beside_the_samples_are_listed_too(tmp_path: Path) -> None:
    path = exported(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("rock/mine.png", PNG)
    with open_archive(path) as opened:
        assert [picture.name for picture in opened.images] == ["rock/mine.png"]
        assert len(opened.import_into(InMemorySampleStore()).added) == 3


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("/etc/x.png", "absolute path"),
        ("../x.png", "leads out"),
        ("rock/../../x.png", "leads out"),
        ("rock/..", "leads out"),
        ("./x.png", "leads out"),
        ("rock//x.png", "leads out"),
        ("C:/x.png", "drive letter"),
        ("rock/x.png:stream", "drive letter"),
        ("rock\\x.png", "backslash"),
        ("..\\x.png", "backslash"),
        ("rock/x\n.png", "control characters"),
        ("x.png", "no PNG picture in the folder"),
        ("a/b/x.png", "no PNG picture in the folder"),
        ("rock/x.jpg", "no PNG picture in the folder"),
        ("rock/x.exe", "no PNG picture in the folder"),
        (".hidden/../../x.png", "leads out"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(
    tmp_path: Path, unpacking_folder: Path, name: str, complaint: str
) -> None:
    refused(zipped(tmp_path / "bad.zip", ("rock/good.png", PNG), (name, PNG)), complaint, unpacking_folder)


def test_a_name_that_is_cut_at_a_zero_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", ("rock/x.png#.exe", PNG))
    path.write_bytes(path.read_bytes().replace(b"rock/x.png#.exe", b"rock/x.png\0.exe"))
    refused(path, "control characters")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_special_files_are_refused(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("rock/x.png")
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    refused(zipped(tmp_path / "bad.zip", (entry, b"/etc/passwd")), "link or another special file")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", ["rock/x.png", "ROCK/x.png", "rock/X.PNG", "rock/x.png/"])
def test_one_name_twice_is_refused(tmp_path: Path, twin: str) -> None:
    refused(zipped(tmp_path / "bad.zip", ("rock/x.png", PNG), (twin, b"" if twin.endswith("/") else PNG)), "twice")


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    names = [f"rock/{number}.png" for number in range(11)]
    refused(zipped(tmp_path / "bad.zip", *((name, PNG) for name in names)), "more than 10 entries")
    with open_archive(zipped(tmp_path / "good.zip", *((name, PNG) for name in names[:10])), LIMITS) as archive:
        assert len(archive.images) == 10


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", ("rock/x.png", b"\0" * (4 << 20)), packed=zipfile.ZIP_DEFLATED)
    refused(path, "larger than 3 MiB")


def test_a_file_that_is_packed_too_well_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", ("rock/x.png", b"\0" * (2 << 20)), packed=zipfile.ZIP_DEFLATED)
    refused(path, "more than 50 times its size")


def test_files_that_are_too_large_together_are_refused(tmp_path: Path) -> None:
    rubbish = noise(1024, 700).tobytes()
    path = zipped(tmp_path / "bad.zip", *((f"rock/{n}.png", rubbish) for n in range(3)))
    refused(path, "larger than 5 MiB")
    layers = (("rock/0.png", b"\0" * (1 << 20)), *((f"rock/{n}.png", rubbish) for n in (1, 2)))
    refused(zipped(tmp_path / "bad.zip", *layers, packed=zipfile.ZIP_DEFLATED), "unpacks to more than 5 MiB")


def claiming(path: Path, size: int) -> Path:
    """The archive with another unpacked size in its local and central headers."""
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, 22, size)
    struct.pack_into("<L", content, content.rfind(b"PK\1\2") + 24, size)
    path.write_bytes(content)
    return path


def test_a_file_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bad.zip", ("rock/x.png", PNG + b"\0" * (2 << 20)), packed=zipfile.ZIP_DEFLATED)
    refused(claiming(bomb, 100), "Bad CRC-32")


def test_unpacked_bytes_are_counted_whatever_the_headers_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "bad.zip", ("rock/x.png", PNG))

    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: BytesIO(bytes(4 << 20)))
    refused(path, "larger than 3 MiB|50 times")


def test_unpacked_bytes_are_counted_over_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "bad.zip", *((f"rock/{number}.png", PNG) for number in range(9)))
    grown = PNG + bytes(900_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: BytesIO(grown))
    refused(path, "unpacks to more than 5 MiB")


def test_a_number_of_entries_that_is_a_lie_is_found_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", *((f"rock/{number}.png", PNG) for number in range(11)))
    content = bytearray(path.read_bytes())
    struct.pack_into("<2H", content, content.rfind(b"PK\5\6") + 8, 1, 1)
    path.write_bytes(content)
    refused(path, "it has 11 entries")


def test_encrypted_and_oddly_packed_files_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", ("rock/x.png", PNG))
    content = bytearray(path.read_bytes())
    content[content.rfind(b"PK\1\2") + 8] |= 1
    path.write_bytes(content)
    refused(path, "encrypted")
    refused(zipped(tmp_path / "odd.zip", ("rock/x.png", PNG), packed=zipfile.ZIP_LZMA), "unusual way")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"MZ\x90", "no PNG"),
        (cv2.imencode(".jpg", noise(20, 20))[1].tobytes(), "no PNG"),
        (PNG[:200], "damaged"),
        (PNG[:16] + struct.pack(">II", 60_000, 60_000) + PNG[24:], "60000 x 60000 px"),
        (encode_png(noise(65, 8)), "the most is 64"),
    ],
)
def test_an_invalid_image_is_refused(tmp_path: Path, content: bytes, complaint: str) -> None:
    refused(zipped(tmp_path / "bad.zip", ("rock/good.png", PNG), ("rock/x.png", content)), complaint)


def first(listing: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = listing["samples"][0]
    return entry


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda listing: listing.update(version=2), "newer version"),
        (
            lambda listing: listing.update(version="1"),
            r"samples\.json cannot be used: its 'version' is not a whole",
        ),
        (lambda listing: listing.pop("samples"), r"samples\.json cannot be used: it lacks 'samples'"),
        (lambda listing: listing.pop("labels"), "it lacks 'labels'"),
        (lambda listing: listing["labels"].append({"slug": "../x"}), "it lacks 'name' in 'labels'"),
        (lambda listing: listing["labels"].append(listing["labels"][0]), "same label"),
        (lambda listing: listing["samples"].append(5), "sample 4 .* not an object, got 5"),
        (lambda listing: listing["samples"].append(first(listing)), "twice"),
        (lambda listing: first(listing).update(version=9), "newer version"),
        (lambda listing: first(listing).update(label="../rock"), "path separator"),
        (lambda listing: first(listing).update(session="../x"), "path separator"),
        (lambda listing: first(listing).update(number=99), "missing, such as"),
        (lambda listing: first(listing).update(picture_sha256="0" * 64), "another picture"),
        (lambda listing: first(listing).update(region_wh=[5, 5]), "should be"),
    ],
)
def test_a_listing_that_does_not_fit_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], complaint: str
) -> None:
    refused(rewritten(exported(tmp_path), change), complaint, limits=ArchiveLimits())


def test_a_listing_that_is_no_json_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"\xff", b"[]", b"[" * 100_000):
        refused(zipped(tmp_path / "bad.zip", (LISTING_NAME, content)), "bad.zip is not imported")


@pytest.mark.parametrize("damage", ["empty", "rubbish", "cut short", "changed", "64-bit"])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, damage: str, unpacking_folder: Path) -> None:
    path = exported(tmp_path)
    whole = path.read_bytes()
    end = whole.rfind(b"PK\5\6")
    locator = b"PK\6\7" + bytes(16)
    path.write_bytes(
        {
            "empty": b"",
            "rubbish": b"x" * 5000,
            "cut short": whole[: len(whole) // 2],
            "changed": whole[:3000] + b"!" + whole[3001:],
            "64-bit": whole[:end] + locator + whole[end:],
        }[damage]
    )
    refused(path, "is not imported", unpacking_folder, ArchiveLimits())


def test_a_missing_archive_is_reported(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere.zip", "cannot be unpacked: No such file")


def test_an_archive_with_one_bad_image_changes_nothing(tmp_path: Path) -> None:
    path = exported(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("rock/last.png", b"no picture")
    store = InMemorySampleStore()
    with pytest.raises(SampleArchiveError, match=r"last\.png"):
        imported(path, store)
    assert store.listed() == ()


def test_an_image_that_is_twice_in_an_archive_is_imported_once(tmp_path: Path) -> None:
    class Doubling(InMemorySampleStore):
        def load(self, sample_id: str) -> Sample:
            sample = super().load(sample_id)
            return Sample(sample.info, a_sample(seed=5).region_bgr)

    store = Doubling()
    names: Sequence[str] = [store.add(a_sample(seed=seed)).id for seed in (1, 2)]
    export_samples(store, tmp_path / "twice.zip", names)
    report = imported(tmp_path / "twice.zip", FolderSampleStore(tmp_path / "store"))
    assert (len(report.added), report.known) == (1, 1)


def test_a_closed_archive_cannot_be_imported(tmp_path: Path) -> None:
    store = InMemorySampleStore()
    with open_archive(exported(tmp_path)) as archive:
        pass
    with pytest.raises(SampleArchiveError, match="is gone"):
        archive.import_into(store)
    assert store.listed() == ()


def test_exif_and_texts_of_an_imported_image_are_stored_and_exported_nowhere(tmp_path: Path) -> None:
    sender = InMemorySampleStore()
    sender.add(a_sample("rock", seed=1))
    export_samples(sender, tmp_path / "plain.zip")

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    private = chunk(b"eXIf", b"II*\0secret place") + chunk(b"tEXt", b"Author\0secret name")
    with zipfile.ZipFile(tmp_path / "plain.zip") as plain, zipfile.ZipFile(tmp_path / "exif.zip", "w") as archive:
        for name in plain.namelist():
            content = plain.read(name)
            archive.writestr(name, content[:33] + private + content[33:] if name.endswith(".png") else content)
    store = FolderSampleStore(tmp_path / "samples")
    with open_archive(tmp_path / "exif.zip") as opened:
        assert len(opened.import_into(store).added) == 1
    export_samples(store, tmp_path / "again.zip")
    stored = [path.read_bytes() for path in (tmp_path / "samples").rglob("*.png")]
    with zipfile.ZipFile(tmp_path / "again.zip") as again:
        exported = [again.read(name) for name in again.namelist() if name.endswith(".png")]
    assert len(stored) == len(exported) == 1
    assert not any(mark in image for mark in (b"secret", b"eXIf", b"tEXt") for image in (*stored, *exported))
