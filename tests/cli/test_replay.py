from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import numpy as np
import pytest

from gesture_app.__main__ import main
from gesture_app.cli import play as play_module
from gesture_app.cli import replay as replay_module
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.errors import SourceError
from gesture_app.pipeline.memory_builder import MemoryProgress
from gesture_app.pipeline.processor import FrameProcessor
from tests.fakes.cli import fake_processor
from tests.fakes.mjpeg_server import Act, MjpegServer

BLUE, RED, DARK = (250, 80, 80), (80, 80, 250), (10, 10, 10)


@pytest.fixture(autouse=True)
def without_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_module, "build_processor", fake_processor)


def image_file(path: Path, colour_bgr: tuple[int, int, int], size_wh: tuple[int, int] = (96, 64)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.full((size_wh[1], size_wh[0], 3), colour_bgr, np.uint8))
    return path


def clip(path: Path, colours: list[tuple[int, int, int]]) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 10, (96, 64))
    for colour in colours:
        writer.write(np.full((64, 96, 3), colour, np.uint8))
    writer.release()
    return path


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def loaded(people: object, decision: object = None) -> MemoryProgress:
    return MemoryProgress(("memory of", people), 0, decision=decision)  # type: ignore[arg-type]


def test_what_the_samples_teach_or_why_they_do_not_act_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decision = SimpleNamespace(text="Your samples are not used: rock and paper look swapped.")
    monkeypatch.setattr(replay_module, "memory_of_samples", lambda **_: loaded(None, decision))
    monkeypatch.setattr(replay_module, "build_processor", lambda **_: fake_processor())
    assert main(["replay", str(clip(tmp_path / "clip.mp4", [RED])), "--memory"]) == 0
    assert decision.text in capsys.readouterr().err


def test_recorded_samples_are_used_only_if_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[object] = []
    monkeypatch.setattr(replay_module, "memory_of_samples", lambda *, model_dir, people: loaded(people))
    monkeypatch.setattr(
        replay_module,
        "build_processor",
        lambda *, memory, **options: used.append(memory) or fake_processor(**options),
    )
    source = str(clip(tmp_path / "clip.mp4", [RED]))
    anna, ben = ["--person", "Anna"], ["--person", "Ben"]
    for options in ([], ["--no-memory"], ["--memory"], ["--memory", *anna], ["--memory", *anna, *ben]):
        assert main(["replay", source, *options]) == 0
    everybody, only_anna, both = ("memory of", None), ("memory of", ("Anna",)), ("memory of", ("Anna", "Ben"))
    assert used == [None, None, everybody, only_anna, both]


def test_a_person_without_a_memory_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(clip(tmp_path / "clip.mp4", [RED])), "--person", "Anna"]) == 2
    assert "Say --memory, too." in capsys.readouterr().err


def test_a_clip_gives_one_record_a_frame(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["replay", str(clip(tmp_path / "clip.mp4", [RED] * 5 + [DARK] * 5)), "--json", str(out)]) == 0
    lines = records(out)
    assert [line["seq"] for line in lines] == list(range(10))
    assert [line["time_s"] for line in lines] == pytest.approx([n / 10 for n in range(10)])
    first = lines[0]
    assert set(first) == {"seq", "time_s", "hands", "gesture", "timings_ms"}
    assert set(first["timings_ms"]) == {"detect", "crop", "classify", "total"}
    (hand,) = first["hands"]
    assert set(hand) == {"gesture", "confidence", "intent", "probabilities", "handedness", "box_xyxy_px"}
    assert hand["gesture"] == "rock"
    assert hand["confidence"] == pytest.approx(0.9)
    assert set(hand["probabilities"]) == set(DEFAULT_LABELS.labels)
    assert hand["handedness"] == "right"
    assert hand["box_xyxy_px"] == pytest.approx([28.8, 19.2, 67.2, 44.8])
    assert lines[-1]["hands"] == []
    assert lines[-1]["gesture"] == "none"


@pytest.mark.parametrize("option", ["--static-images", "--independent"])
def test_static_images_have_their_file_and_their_own_gesture(tmp_path: Path, option: str) -> None:
    folder = tmp_path / "images"
    image_file(folder / "b" / "red.png", RED)
    image_file(folder / "a" / "blue.png", BLUE, (50, 80))
    image_file(folder / "dark.png", DARK)
    out = tmp_path / "out.jsonl"
    assert main(["replay", str(folder), option, "--json", str(out)]) == 0
    assert {line["file"]: line["gesture"] for line in records(out)} == {
        "a/blue.png": "paper",
        "b/red.png": "rock",
        "dark.png": "none",
    }


@pytest.mark.parametrize(
    "arguments",
    [["--detector", "onnx", "replay"], ["replay", "--detector", "onnx"], ["replay", "--play", "--detector", "onnx"]],
)
def test_the_hand_detector_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    chosen: list[object] = []

    def build(**options: Any) -> FrameProcessor:
        chosen.append(options["detector"])
        return fake_processor()

    for module in (replay_module, play_module):
        monkeypatch.setattr(module, "build_processor", build)
    assert main([*arguments, str(clip(tmp_path / "clip.mp4", [RED]))]) == 0
    assert chosen == ["onnx"]


def test_a_hand_detector_that_does_not_exist_is_named_with_those_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["replay", "--detector", "magic", str(tmp_path)])
    assert "'mediapipe', 'onnx'" in capsys.readouterr().err


@pytest.mark.parametrize("sensitivity", ["low", "normal", "high"])
def test_the_sensitivity_decides_what_is_a_gesture(tmp_path: Path, sensitivity: str) -> None:
    folder, out = tmp_path / "images", tmp_path / "out.jsonl"
    image_file(folder / "red.png", RED)
    arguments = ["--static-images", "--sensitivity", sensitivity, "--json", str(out)]
    assert main(["replay", str(folder), *arguments]) == 0
    (line,) = records(out)
    gesture = "none" if sensitivity == "low" else "rock"
    assert (line["gesture"], line["hands"][0]["gesture"]) == (gesture, gesture)
    assert line["hands"][0]["confidence"] == line["hands"][0]["probabilities"][gesture]


def test_a_clip_has_its_gesture_the_sooner_the_higher_the_sensitivity(tmp_path: Path) -> None:
    source, firsts = clip(tmp_path / "clip.mp4", [RED] * 12), {}
    for sensitivity in ("high", "normal", "low"):
        out = tmp_path / f"{sensitivity}.jsonl"
        assert main(["--sensitivity", sensitivity, "replay", str(source), "--json", str(out)]) == 0
        firsts[sensitivity] = next((r["seq"] for r in records(out) if r["gesture"] == "rock"), None)
    assert firsts == {"high": 0, "normal": 5, "low": None}


def test_the_same_input_gives_the_same_output_but_for_timings(tmp_path: Path) -> None:
    source = clip(tmp_path / "clip.mp4", [RED, BLUE, DARK, RED])
    outputs = []
    for name in ("one", "two"):
        main(["replay", str(source), "--json", str(tmp_path / name)])
        outputs.append([{k: v for k, v in line.items() if k != "timings_ms"} for line in records(tmp_path / name)])
    assert json.dumps(outputs[0]) == json.dumps(outputs[1])


def test_records_go_to_the_terminal_alone_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["replay", str(clip(tmp_path / "clip.mp4", [RED] * 3)), "--json", "-"])
    captured = capsys.readouterr()
    assert [json.loads(line)["seq"] for line in captured.out.splitlines()] == [0, 1, 2]
    assert "3 frames" in captured.err


def test_the_annotated_clip_has_every_frame_and_something_drawn(tmp_path: Path) -> None:
    out = tmp_path / "annotated.mp4"
    assert main(["replay", str(clip(tmp_path / "clip.mp4", [RED] * 6)), "--video", str(out)]) == 0
    capture = cv2.VideoCapture(str(out))
    frames = []
    while (read := capture.read())[0]:
        frames.append(read[1])
    capture.release()
    assert len(frames) == 6
    assert np.ptp(frames[3].reshape(-1, 3), axis=0).max() > 60, "one colour: nothing was drawn"


def test_unreadable_images_are_named_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "images"
    image_file(folder / "good.png", RED)
    (folder / "broken.jpg").write_bytes(b"not an image")
    (folder / "empty.png").write_bytes(b"")
    assert main(["replay", str(folder), "--static-images"]) == 0
    captured = capsys.readouterr()
    assert "broken.jpg" in captured.err
    assert "empty.png" in captured.err
    assert "2 pictures could not be read" in captured.out


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda folder: folder / "missing.mp4", "missing.mp4"),
        (lambda folder: (folder / "empty.mp4", (folder / "empty.mp4").write_bytes(b""))[0], "empty"),
        (lambda folder: (folder / "text.mp4", (folder / "text.mp4").write_text("hello " * 99))[0], "text.mp4"),
        (lambda folder: folder, "image"),
    ],
    ids=["missing", "empty", "not a video", "folder without images"],
)
def test_bad_input_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Any, told: str) -> None:
    assert main(["replay", str(make(tmp_path))]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error
    assert len(error.strip().splitlines()) >= 2, "a message and what to do"


@pytest.mark.parametrize("option", ["--json", "--video"])
def test_an_output_that_cannot_be_written_is_reported_before_the_replay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    source = clip(tmp_path / "clip.mp4", [RED] * 3)
    assert main(["replay", str(source), option, str(tmp_path / "nowhere" / "out.mp4")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_full_disk_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    source = clip(tmp_path / "clip.mp4", [RED] * 3)
    assert main(["replay", str(source), "--json", "/dev/full"]) == 2
    assert "room" in capsys.readouterr().err


def test_a_failed_run_leaves_no_half_written_clip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise SourceError("the disk was pulled")

    monkeypatch.setattr(replay_module, "draw_result", failing)
    out = tmp_path / "annotated.mp4"
    assert main(["replay", str(clip(tmp_path / "clip.mp4", [RED] * 3)), "--video", str(out)]) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["clip.mp4"]


def test_an_address_is_read_until_it_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with MjpegServer([6, Act.DROP]) as server:
        out = tmp_path / "out.jsonl"
        assert main(["replay", server.url, "--json", str(out)]) == 0
    assert [line["seq"] for line in records(out)] == list(range(6))
    assert "ended after 6 frames" in " ".join(capsys.readouterr().err.split())


def test_an_address_without_a_server_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with MjpegServer([1]) as server:
        url = server.url
    assert main(["replay", url]) == 2
    assert "Traceback" not in capsys.readouterr().err
