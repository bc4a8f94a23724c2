from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app import composition
from gesture_app.__main__ import main
from gesture_app.cli import sample_import
from gesture_app.composition import sample_store
from gesture_app.domain.samples.labels import SampleLabel
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.errors import SampleStoreError
from tests.cli.test_replay import RED, clip
from tests.fakes.cli import fake_processor
from tests.fakes.sample_hands import SESSION, a_sample


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(composition, "build_processor", fake_processor)


@pytest.fixture
def three_samples() -> list[str]:
    """A rock, a paper and a gesture of the person's own."""
    store = sample_store()
    store.set_labels(store.labels.with_label(SampleLabel.from_name("Devil's horns")))
    labels = ("rock", "paper", "devil_s_horns")
    return [store.add(a_sample(label, seed=n, second=n)).id for n, label in enumerate(labels)]


def output_of(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Exit code and the printed text as one line."""
    code = main(["samples", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, " ".join((captured.out + captured.err).split())


def json_of(capsys: pytest.CaptureFixture[str], *arguments: object) -> object:
    assert main(["samples", *map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def labels_by_id() -> dict[str, str]:
    return {info.id: info.label for info in sample_store().listed()}


def test_an_empty_store_has_no_samples_and_counts_of_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert output_of(capsys, "list") == (0, "No samples.")
    code, text = output_of(capsys, "counts")
    assert code == 0
    assert "Spock │ 0 │ 0" in text


def test_samples_are_listed_by_gesture_and_session(
    three_samples: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = output_of(capsys, "list")
    assert code == 0
    assert all(sample_id in text for sample_id in three_samples)
    assert "Devil's horns" in text

    for choice in (["--label", "devil's HORNS"], ["--label", "devil_s_horns", "--session", SESSION]):
        assert [record["id"] for record in json_of(capsys, "list", *choice)] == three_samples[2:]  # type: ignore[attr-defined]


def test_ids_are_never_cut_however_narrow_the_terminal(
    three_samples: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "20")

    assert main(["samples", "list"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["id", *three_samples]
    assert all(line.startswith(f"{sample_id}  ") for line, sample_id in zip(lines[1:], three_samples, strict=True))


def test_what_the_model_in_use_misread_of_gestures_that_it_knows_can_be_listed_alone(
    three_samples: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert json_of(capsys, "list", "--misread") == []  # another model read them

    store, model_id = sample_store(), composition.model_library().active().id
    for number, label in enumerate(("rock", "paper", "devil_s_horns")):
        sample = a_sample(label, seed=9, second=10 + number)
        store.add(replace(sample, info=replace(sample.info, session="20240502t103000", model_id=model_id)))

    (record,) = json_of(capsys, "list", "--misread")  # type: ignore[misc]
    assert (record["label"], record["read_as"]) == ("rock", "paper")


def test_counts_are_by_gesture(three_samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    counts = json_of(capsys, "counts")

    assert counts["labels"]["rock"] == {"samples": 1, "sessions": 1}  # type: ignore[index]
    assert counts["labels"]["lizard"] == {"samples": 0, "sessions": 0}  # type: ignore[index]
    assert "all │ 3 │ 1" in output_of(capsys, "counts")[1]


def test_samples_are_relabelled(three_samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, text = output_of(capsys, "relabel", *three_samples[:2], "spock")

    assert code == 0
    assert f"{three_samples[0]}: rock → Spock" in text
    assert list(labels_by_id().values()).count("spock") == 2


def test_a_new_gesture_may_come_with_a_new_label(three_samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, text = output_of(capsys, "relabel", three_samples[0], "Thumb up")

    assert code == 0
    assert "Thumb up is a new gesture." in text
    assert labels_by_id()[three_samples[0]] == "thumb_up"
    assert sample_store().labels.get("thumb_up") == SampleLabel("thumb_up", "Thumb up")


def test_deleted_samples_can_be_restored_until_the_trash_is_emptied(
    three_samples: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, third = three_samples
    assert f"gesture-app samples restore {first} {second}" in output_of(capsys, "delete", first, second)[1]
    assert list(labels_by_id()) == [third]
    assert [record["id"] for record in json_of(capsys, "list", "--trash")] == [first, second]  # type: ignore[attr-defined]
    assert "2 more in the trash" in output_of(capsys, "counts")[1]

    assert output_of(capsys, "restore", first)[0] == 0
    assert list(labels_by_id()) == [first, third]

    assert output_of(capsys, "empty-trash") == (0, "Removed 1 sample for good.")
    assert output_of(capsys, "empty-trash") == (0, "The trash is empty.")


@pytest.mark.parametrize("action", [["delete"], ["restore"], ["relabel"]])
def test_where_one_of_several_is_missing_nothing_is_changed(
    three_samples: list[str], action: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = labels_by_id()
    label = ["spock"] if action == ["relabel"] else []

    code, text = output_of(capsys, *action, three_samples[0], "nobody-1", *label)

    assert code == 2
    assert "nobody-1" in text
    assert "Nothing was changed" in text
    assert labels_by_id() == before


def test_samples_go_to_another_machine(
    three_samples: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "samples.zip"
    assert output_of(capsys, "export", archive) == (0, f"Wrote 3 samples to {archive}.")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(composition, "user_folders", lambda: {"data": tmp_path / "elsewhere"})

    code, text = output_of(capsys, "import", archive)

    assert code == 0
    assert "3 samples added." in text
    assert sorted(labels_by_id().values()) == ["devil_s_horns", "paper", "rock"]
    assert "0 samples added. 3 there already." in output_of(capsys, "import", archive)[1]


def test_one_gesture_can_be_exported_alone(
    three_samples: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Wrote 1 sample to" in output_of(capsys, "export", tmp_path / "s.zip", "--label", "rock")[1]
    code, text = output_of(capsys, "export", tmp_path / "s.zip", "--label", "lizard")
    assert code == 2
    assert "no samples to export" in text


def test_an_archive_needs_a_name(three_samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, text = output_of(capsys, "export", ".")
    assert code == 2
    assert ". is a folder. Name a file in it, such as samples.zip." in text


def blocks(seed: int) -> np.ndarray:
    """A bright BGR image with texture, in which the fake detector finds a hand."""
    coarse = np.random.default_rng(seed).integers(100, 255, (24, 32, 3), dtype=np.uint8)
    return np.kron(coarse, np.ones((20, 20, 1), np.uint8))


def image_file(folder: Path, seed: int = 1) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{seed}.png"
    assert cv2.imwrite(str(path), blocks(seed))
    return path


def video_of(path: Path, count: int) -> Path:
    """A clip of ten different frames per second."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"mp4v"), 10.0, (640, 480))
    for seed in range(count):
        writer.write(blocks(seed))
    writer.release()
    return path


def test_folder_names_label_their_images(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image_file(tmp_path / "pics" / "rock", 1)
    image_file(tmp_path / "pics" / "Thumb up", 2)
    image_file(tmp_path / "pics", 3)

    code, text = output_of(capsys, "import", tmp_path / "pics")

    assert code == 0, text
    assert "2 samples added. 1 in no folder that says what they show." in text
    assert sorted(labels_by_id().values()) == ["rock", "thumb_up"]


def test_the_number_of_samples_added_before_a_full_disk_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in range(3):
        image_file(tmp_path / "pics[bold]" / "rock", seed)
    store = sample_store()
    kept = store.add

    def add_one(sample: Sample) -> SampleInfo:
        if store.listed():
            raise SampleStoreError("The sample cannot be written: No space left on device.")
        return kept(sample)

    monkeypatch.setattr(store, "add", add_one)
    monkeypatch.setattr(sample_import, "sample_store", lambda: store)

    code, text = output_of(capsys, "import", tmp_path / "pics[bold]")

    assert code == 2
    assert "1 sample added before it ended." in text
    assert "No space left" in text
    assert "pics[bold]" in text


def test_a_label_applies_to_all_images(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = image_file(tmp_path / "pics" / "paper", 1)
    image_file(tmp_path / "pics", 2)

    assert output_of(capsys, "import", tmp_path / "pics", "--label", "Rock")[0] == 0
    assert list(labels_by_id().values()) == ["rock", "rock"]
    assert "1 there already" in output_of(capsys, "import", image, "--label", "rock")[1]


def test_ranges_of_a_video_have_their_own_gestures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    video = video_of(tmp_path / "video.mp4", 20)

    code, text = output_of(capsys, "import", video, "--range", "1.2 - 1.8 = Thumb up", "--range", "0-0.7=rock")

    assert code == 0, text
    assert "Thumb up is a new gesture." in text
    assert list(labels_by_id().values()) == ["rock"] * 4 + ["thumb_up"] * 3


def test_a_label_applies_to_a_whole_video(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    video = video_of(tmp_path / "video.mp4", 20)

    assert output_of(capsys, "import", video, "--label", "rock")[0] == 0
    assert set(labels_by_id().values()) == {"rock"}
    assert len(labels_by_id()) == 10


@pytest.mark.parametrize(
    ("path", "options", "complaint"),
    [
        ("nowhere", [], "There is no"),
        ("video.mp4", [], "has to be said in one way"),
        ("video.mp4", ["--label", "rock", "--range", "0-1=rock"], "has to be said in one way"),
        ("video.mp4", ["--range", "one-two=rock"], "'one-two=rock' is no part of a video"),
        ("video.mp4", ["--range", "0-1"], "'0-1' is no part of a video"),
        ("video.mp4", ["--range", "2-1=rock"], "The parts make no sense"),
        ("video.mp4", ["--range", "0-1=rock", "--range", "0.5-2=paper"], "overlap"),
        ("pics", ["--range", "0-1=rock"], "--range is for videos"),
        ("pics/1.png", [], "Nothing says what"),
        ("samples.zip", ["--label", "rock"], "An archive says itself"),
        ("broken.zip", [], "is no zip archive"),
        ("pics", ["--label", "x" * 61], "No gesture can be called"),
    ],
)
def test_an_import_that_is_not_possible_is_explained_with_exit_code_2(
    tmp_path: Path,
    path: str,
    options: list[str],
    complaint: str,
    three_samples: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    clip(tmp_path / "video.mp4", [RED] * 5)
    image_file(tmp_path / "pics", 1)
    output_of(capsys, "export", tmp_path / "samples.zip")
    (tmp_path / "broken.zip").write_bytes(b"no archive")
    before = labels_by_id()

    code, text = output_of(capsys, "import", tmp_path / path, *options)

    assert code == 2
    assert complaint in text
    assert labels_by_id() == before


@pytest.mark.parametrize("option", [["--label", "nobody"], ["--session", "nobody"]])
def test_an_unknown_gesture_or_session_is_explained(
    three_samples: list[str], option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = output_of(capsys, "list", *option)

    assert code == 2
    assert "nobody" in text


def test_damaged_samples_are_named(three_samples: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    folder = composition.user_folders()["data"] / "samples"
    sidecar = next(folder.rglob(f"{three_samples[0]}.json"))
    sidecar.write_text("{")

    assert f"{three_samples[0]}.json was left out because" in output_of(capsys, "list")[1]
