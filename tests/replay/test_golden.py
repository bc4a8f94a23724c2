"""The whole pipeline, with the model that comes along, over clips that we rendered.

The golden results come from ``make test ARGS="tests/replay --write-golden"``. They fix the answers; the labels
beside the clips are the ground truth.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from gesture_app.__main__ import main
from gesture_app.resources import DEMO_CLIP

GOLDEN = Path(__file__).parent / "golden"
CLIPS = Path(__file__).parents[1] / "clips"

# Other processors round differently, deep inside the networks.
PROBABILITY_TOLERANCE = 0.1
BOX_TOLERANCE_PX = 6.0

HELD_S = 0.3
"""A gesture is stable only after it has been held for a moment."""


def replayed(source: Path, out: Path, *options: str) -> list[dict[str, Any]]:
    assert main(["replay", str(source), "--json", str(out), "--device", "cpu", *options]) == 0
    return [json.loads(line) for line in out.read_text().splitlines()]


def without_timings(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in record.items() if key != "timings_ms"} for record in records]


def true_labels(clip: Path) -> dict[int, str]:
    with clip.with_suffix(".labels.csv").open(newline="") as file:
        return {int(row["seq"]): row["label"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("name", ["gestures", "two_hands", "empty"])
def test_a_clip_is_read_as_it_was(name: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    records = without_timings(replayed(CLIPS / f"{name}.mp4", tmp_path / "out.jsonl"))
    golden_file = GOLDEN / f"{name}.jsonl"
    if pytestconfig.getoption("--write-golden"):
        GOLDEN.mkdir(exist_ok=True)
        golden_file.write_text("".join(json.dumps(record) + "\n" for record in records))
    golden = [json.loads(line) for line in golden_file.read_text().splitlines()]
    assert [r["seq"] for r in records] == [g["seq"] for g in golden]
    assert [len(r["hands"]) for r in records] == [len(g["hands"]) for g in golden]
    for record, expected in zip(records, golden, strict=True):
        for hand, expected_hand in zip(record["hands"], expected["hands"], strict=True):
            assert hand["probabilities"] == pytest.approx(expected_hand["probabilities"], abs=PROBABILITY_TOLERANCE)
            assert hand["box_xyxy_px"] == pytest.approx(expected_hand["box_xyxy_px"], abs=BOX_TOLERANCE_PX)
            assert hand["handedness"] == expected_hand["handedness"]


@pytest.mark.parametrize("clip", [DEMO_CLIP, CLIPS / "gestures.mp4", CLIPS / "empty.mp4"], ids=lambda clip: clip.stem)
def test_nearly_every_labelled_frame_is_right_once_the_gesture_was_held(clip: Path, tmp_path: Path) -> None:
    records = replayed(clip, tmp_path / "out.jsonl")
    labels = true_labels(clip)
    right, count, began_s = 0, 0, 0.0
    for before, record in zip([None, *records], records, strict=False):
        label = labels[record["seq"]]
        if before is None or labels[before["seq"]] != label:
            began_s = record["time_s"]
        if label and record["time_s"] - began_s >= HELD_S:
            count += 1
            right += record["gesture"] == label
    assert count
    assert right / count >= 0.95


def test_both_hands_are_read_at_once(tmp_path: Path) -> None:
    records = replayed(CLIPS / "two_hands.mp4", tmp_path / "out.jsonl", "--hands", "2")
    with (CLIPS / "two_hands.labels.csv").open(newline="") as file:
        labels = [row for row in csv.DictReader(file) if row["left"] and row["right"]]
    right = 0
    for row in labels:
        hands = records[int(row["seq"])]["hands"]
        right += [hand["gesture"] for hand in hands] == [row["left"], row["right"]]
    assert labels
    assert right / len(labels) >= 0.9


def test_the_same_clip_gives_the_same_bytes_but_for_timings(tmp_path: Path) -> None:
    first, second = (
        json.dumps(without_timings(replayed(CLIPS / "gestures.mp4", tmp_path / name))) for name in ("one", "two")
    )
    assert first == second


def test_every_image_on_its_own_gives_no_memory_of_the_one_before(tmp_path: Path) -> None:
    import cv2

    folder = tmp_path / "frames"
    folder.mkdir()
    capture = cv2.VideoCapture(str(CLIPS / "gestures.mp4"))
    frames = []
    while (read := capture.read())[0]:
        frames.append(read[1])
    capture.release()
    chosen = frames[5::25]
    for number, frame in enumerate(chosen):
        cv2.imwrite(str(folder / f"{number}.png"), frame)
        cv2.imwrite(str(folder / f"{len(chosen) * 2 - 1 - number}.png"), frame)
    records = replayed(folder, tmp_path / "out.jsonl", "--static-images")
    by_file = {int(Path(record["file"]).stem): record["hands"] for record in records}
    for number in range(len(chosen)):
        assert by_file[number] == by_file[len(chosen) * 2 - 1 - number]
