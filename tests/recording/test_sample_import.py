from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from gesture_app.domain.frames.frame import Frame, FrameResult, Hand, HandReading
from gesture_app.domain.ports import FrameSource, SampleExchange
from gesture_app.domain.samples.exchange import ImportTally, LabelledRange, check_ranges
from gesture_app.domain.samples.labels import BUILT_IN_LABELS
from gesture_app.domain.samples.quality import Refusal
from gesture_app.errors import SampleArchiveError, SampleStoreError, SourceError
from gesture_app.recording.frame_import import VIDEO_INTERVAL_S
from gesture_app.recording.hand_region import encode_png
from gesture_app.recording.sample_import import SampleImporter
from tests.fakes.frames import ScriptedSource
from tests.fakes.sample_hands import PREDICTION, InMemorySampleStore, a_hand, noise

NOW = datetime(2024, 5, 1, 10, 30, tzinfo=timezone.utc)
SIZE_WH = (320, 240)


class Reader:
    """A reader that detects the hands that a test sets."""

    def __init__(self) -> None:
        self.find: Callable[[Frame], list[Hand]] = lambda _frame: [a_hand(110, 70, 100)]
        self.seen: list[str | None] = []
        self.closed = 0

    def process(self, frame: Frame) -> FrameResult:
        self.seen.append(frame.path)
        hands = tuple(HandReading(hand, PREDICTION, 0, "rock") for hand in self.find(frame))
        return FrameResult(frame.seq, frame.time_s, 0.0, frame.resolution_wh, hands, model_id="hands-7")

    def close(self) -> None:
        self.closed += 1


class Bench:
    """An importer of images that the test provides."""

    def __init__(self) -> None:
        self.store = InMemorySampleStore()
        self.reader = Reader()
        self.source = ScriptedSource()
        self.importer = SampleImporter(self.store, self.open, lambda: self.reader, now=lambda: NOW)

    def lay_out(self, *paths: str, seeds: range | None = None, fps: float = 30.0) -> None:
        images = [noise(*SIZE_WH, seed) for seed in seeds or range(len(paths))]
        self.source = ScriptedSource(images, paths=paths, fps=fps, frame_count=len(images))

    def open(self, path: Path) -> FrameSource:
        return self.source

    @property
    def labels_kept(self) -> list[str]:
        return [info.label for info in self.store.listed()]


@pytest.fixture
def bench() -> Bench:
    return Bench()


def last(tallies: Iterator[ImportTally]) -> ImportTally:
    return list(tallies)[-1]


def test_an_importer_is_an_exchange(bench: Bench) -> None:
    exchange: SampleExchange = bench.importer
    assert exchange


def test_folders_name_the_labels(bench: Bench) -> None:
    bench.lay_out("rock/1.png", "photos/Paper/me/2.png", "Thumb Up/3.png")
    tally = last(bench.importer.import_folder(Path("photos")))
    assert (tally.seen, tally.expected, len(tally.added)) == (3, 3, 3)
    assert bench.labels_kept == ["rock", "paper", "thumb_up"]
    label = bench.store.labels.get("thumb_up")
    assert label is not None
    assert label.name == "Thumb Up"
    assert bench.store.labels.get("rock") == BUILT_IN_LABELS.get("rock")


def test_metadata_of_an_imported_hand(bench: Bench) -> None:
    bench.lay_out("rock/1.png")
    tally = last(bench.importer.import_folder(Path("/somewhere/photos")))
    info = bench.store.load(tally.added[0]).info
    assert (info.session, info.camera, info.model_id) == ("20240501t103000", "photos", "hands-7")
    assert info.prediction is PREDICTION
    assert info.taken_at == NOW.isoformat()


def test_two_imports_in_one_second_are_two_sessions(bench: Bench) -> None:
    for seeds in (range(1), range(1, 2)):
        bench.lay_out("rock/1.png", seeds=seeds)
        last(bench.importer.import_folder(Path("photos")))
    assert set(bench.store.counts_by_session()) == {"20240501t103000", "20240501t103000_2"}


def test_a_chosen_label_is_for_all(bench: Bench) -> None:
    bench.lay_out("1.png", "x/2.png")
    last(bench.importer.import_folder(Path("photos"), "lizard"))
    assert bench.labels_kept == ["lizard", "lizard"]
    assert bench.store.labels == BUILT_IN_LABELS


def test_images_beside_the_folders_have_no_label(bench: Bench) -> None:
    bench.lay_out("1.png", "rock/2.png")
    tally = last(bench.importer.import_folder(Path("photos")))
    assert (tally.unlabelled, len(tally.added), tally.left_out) == (1, 1, 1)
    assert bench.reader.seen == ["rock/2.png"]


def test_refusals_are_counted_by_their_reason(bench: Bench) -> None:
    hands = {
        "a/1.png": [a_hand(110, 70, 30)],
        "a/2.png": [a_hand(-10, 70, 100)],
        "a/3.png": [],
        "a/4.png": [a_hand(110, 70, 20), a_hand(110, 70, 100)],
    }
    bench.reader.find = lambda frame: hands[frame.path or ""]
    bench.lay_out(*hands)
    tally = last(bench.importer.import_folder(Path("photos")))
    assert dict(tally.refused) == {Refusal.TOO_SMALL: 1, Refusal.CUT_OFF: 1}
    assert (tally.handless, len(tally.added), tally.left_out) == (1, 1, 3)


def test_near_duplicates_are_refused_by_label(bench: Bench) -> None:
    image = noise(*SIZE_WH, 1)
    saved_again = image // 2 * 2
    bench.source = ScriptedSource([image, saved_again, saved_again], paths=["rock/1.png", "rock/2.png", "paper/3.png"])
    tally = last(bench.importer.import_folder(Path("photos")))
    assert dict(tally.refused) == {Refusal.NEAR_DUPLICATE: 1}
    assert bench.labels_kept == ["rock", "paper"]


def test_photos_of_several_hands_before_one_wall_are_all_taken_unlike_frames_of_a_video(bench: Bench) -> None:
    image = noise(*SIZE_WH, 1)
    hardly_darker = image // 8 * 8
    bench.source = ScriptedSource([image, hardly_darker], paths=["rock/1.png", "rock/2.png"])
    assert len(last(bench.importer.import_folder(Path("photos"))).added) == 2

    bench.store = InMemorySampleStore()
    bench.importer = SampleImporter(bench.store, bench.open, lambda: bench.reader, now=lambda: NOW)
    bench.source = ScriptedSource([image, hardly_darker], fps=6.0, name="clip")
    tally = last(bench.importer.import_video(Path("clip.mp4"), [LabelledRange(0, 1, "rock")]))
    assert dict(tally.refused) == {Refusal.NEAR_DUPLICATE: 1}


def test_importing_the_same_images_again_adds_nothing(bench: Bench) -> None:
    for _turn in range(2):
        bench.lay_out("rock/1.png", "paper/2.png")
        tally = last(bench.importer.import_folder(Path("photos")))
    assert (tally.known, tally.added, tally.left_out) == (2, (), 0)
    assert len(bench.labels_kept) == 2


def test_the_image_of_a_sample_is_known_even_if_its_hand_is_detected_elsewhere(bench: Bench) -> None:
    bench.lay_out("rock/1.png")
    region_bgr = bench.store.load(last(bench.importer.import_folder(Path("photos"))).added[0]).region_bgr
    bench.reader.find = lambda _frame: [a_hand(60, 60, 90, seed=3)]
    bench.source = ScriptedSource([region_bgr], paths=["rock/1.png"])
    assert last(bench.importer.import_folder(Path("unpacked"))).known == 1


def test_unreadable_images_are_reported(bench: Bench) -> None:
    bench.lay_out("rock/1.png")
    bench.source.warnings.append("rock/2.png was skipped: it is damaged.")
    assert last(bench.importer.import_folder(Path("photos"))).warnings == ("rock/2.png was skipped: it is damaged.",)


def test_leaving_an_import_keeps_its_samples_and_closes_everything(bench: Bench) -> None:
    bench.lay_out("New One/1.png", "New One/2.png", "New One/3.png")
    tallies = bench.importer.import_folder(Path("photos"))
    assert len(next(tallies).added) == 1
    tallies.close()  # type: ignore[attr-defined]
    assert bench.labels_kept == ["new_one"]
    assert (bench.reader.closed, bench.source.is_open) == (1, False)
    label = bench.store.labels.get("new_one")
    assert label is not None
    assert label.name == "New One"


def test_a_full_disk_ends_an_import_and_keeps_its_samples(bench: Bench) -> None:
    bench.lay_out("rock/1.png", "rock/2.png")

    def full() -> None:
        if bench.labels_kept:
            raise SampleStoreError("The disk is full.")

    bench.store.before_add = full  # type: ignore[assignment]
    with pytest.raises(SampleStoreError, match="full"):
        last(bench.importer.import_folder(Path("photos")))
    assert bench.labels_kept == ["rock"]
    assert (bench.reader.closed, bench.source.is_open) == (1, False)


def test_a_source_that_cannot_be_opened_makes_no_reader(bench: Bench) -> None:
    bench.source = ScriptedSource(open_errors=[SourceError("There are no images.")])
    with pytest.raises(SourceError):
        last(bench.importer.import_folder(Path("photos")))
    assert bench.reader.closed == 0


def test_parts_of_a_video_are_labelled(bench: Bench) -> None:
    bench.source = ScriptedSource([noise(*SIZE_WH, seed) for seed in range(90)], fps=30.0, name="clip")
    parts = [LabelledRange(2.0, 2.5, "paper"), LabelledRange(0.5, 1.5, "rock")]
    tally = last(bench.importer.import_video(Path("clip.mp4"), parts))
    assert bench.labels_kept == ["rock"] * 6 + ["paper"] * 3
    assert tally.expected == round(1.5 / VIDEO_INTERVAL_S) == tally.seen
    assert not bench.source.is_open


def test_a_video_is_not_read_beyond_its_last_part(bench: Bench) -> None:
    def beyond() -> None:
        raise AssertionError("read too far")

    images = [noise(*SIZE_WH, seed) for seed in range(31)]
    bench.source = ScriptedSource([*images, beyond, images[0]], fps=30.0)
    last(bench.importer.import_video(Path("clip.mp4"), [LabelledRange(0, 1, "rock")]))


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ([(0, 2, "rock"), (1, 3, "paper")], "0 s to 2 s and 1 s to 3 s overlap"),
        ([], "no part"),
    ],
)
def test_parts_that_cannot_be(parts: list[tuple[float, float, str]], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        check_ranges(LabelledRange(*part) for part in parts)


@pytest.mark.parametrize("part", [(2, 1, "rock"), (-1, 1, "rock"), (0, float("inf"), "rock"), (0, 1, "../x")])
def test_a_part_that_cannot_be(part: tuple[float, float, str]) -> None:
    with pytest.raises(ValueError, match=r"part of a video|path separator"):
        LabelledRange(*part)


def test_parts_that_touch_do_not_overlap() -> None:
    assert len(check_ranges([LabelledRange(1, 2, "paper"), LabelledRange(0, 1, "rock")])) == 2


def test_the_length_of_a_video(bench: Bench) -> None:
    bench.source = ScriptedSource(fps=25.0, frame_count=100)
    assert bench.importer.video_length_s(Path("clip.mp4")) == 4.0
    bench.source = ScriptedSource()
    assert bench.importer.video_length_s(Path("clip.mp4")) is None


@pytest.mark.parametrize(("most", "times_s"), [(100, [0, 0.25, 0.5, 0.75]), (2, [0, 0.5])])
def test_thumbnails_of_a_video_are_evenly_spread(bench: Bench, most: int, times_s: list[float]) -> None:
    bench.source = ScriptedSource([noise(*SIZE_WH, seed) for seed in range(32)], fps=32.0, frame_count=32)
    pictures = list(bench.importer.video_thumbnails(Path("clip.mp4"), max_count=most, side_px=64))
    assert [time_s for time_s, _image in pictures] == times_s
    assert {image.shape for _time_s, image in pictures} == {(48, 64, 3)}
    assert not bench.source.is_open


def test_thumbnails_of_a_video_of_unknown_length_are_its_first_frames(bench: Bench) -> None:
    bench.source = ScriptedSource([noise(*SIZE_WH, seed) for seed in range(64)], fps=32.0)
    pictures = list(bench.importer.video_thumbnails(Path("clip.mp4"), max_count=3, side_px=64))
    assert [time_s for time_s, _image in pictures] == [0, 0.25, 0.5]


def test_an_archive_comes_back_and_is_known_the_second_time(bench: Bench, tmp_path: Path) -> None:
    bench.lay_out("rock/1.png", "Thumb Up/2.png")
    last(bench.importer.import_folder(Path("photos")))
    assert bench.importer.export(tmp_path / "all.zip").count == 2
    other = Bench()
    assert len(last(other.importer.import_archive(tmp_path / "all.zip")).added) == 2
    assert other.store.labels == bench.store.labels
    again = last(other.importer.import_archive(tmp_path / "all.zip"))
    assert (again.known, again.added, again.seen) == (2, (), 2)
    assert other.reader.closed == 0


def test_hands_are_detected_in_images_of_an_archive_without_landmarks(bench: Bench, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "pictures.zip", "w") as archive:
        archive.writestr("My Sign/a.png", encode_png(noise(*SIZE_WH, 1)))
        archive.writestr("rock/b.png", encode_png(noise(*SIZE_WH, 2)))
    tallies = list(bench.importer.import_archive(tmp_path / "pictures.zip"))
    assert [(tally.seen, tally.expected) for tally in tallies] == [(0, 2), (1, 2), (2, 2)]
    assert bench.labels_kept == ["my_sign", "rock"]
    label = bench.store.labels.get("my_sign")
    assert label is not None
    assert label.name == "My Sign"


def test_a_hostile_archive_is_refused(bench: Bench, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../rock/a.png", b"")
    with pytest.raises(SampleArchiveError):
        last(bench.importer.import_archive(tmp_path / "bad.zip"))
    assert bench.labels_kept == []


def test_only_some_are_exported(bench: Bench, tmp_path: Path) -> None:
    bench.lay_out("rock/1.png", "paper/2.png")
    added = last(bench.importer.import_folder(Path("photos"))).added
    assert bench.importer.export(tmp_path / "one.zip", added[:1]).count == 1


def test_a_tally_counts_refusals() -> None:
    tally = replace(ImportTally(), handless=2, unlabelled=1).with_refusal(Refusal.BLURRED).with_refusal(Refusal.BLURRED)
    assert (tally.left_out, dict(tally.refused)) == (5, {Refusal.BLURRED: 2})
