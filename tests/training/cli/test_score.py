from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from training.cli.main import main
from training.cli.score import print_scores
from training.evaluation.replay_scores import ScoredFrame, frames_by_folder, frames_by_table


def record(seq: int, gesture: str, *, file: str | None = None, hands: int = 1) -> dict[str, object]:
    base: dict[str, object] = {"seq": seq, "gesture": gesture, "hands": [{}] * hands}
    return base | ({"file": file} if file else {})


def printed(frames: list[ScoredFrame]) -> str:
    console = Console(file=io.StringIO(), width=200)
    print_scores(frames, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_a_missed_hand_counts_as_wrong() -> None:
    frames = frames_by_folder(
        [record(0, "rock", file="anna/rock/1.jpg"), record(1, "none", file="anna/rock/2.jpg", hands=0)]
    )
    assert [frame.is_correct for frame in frames] == [True, False]
    assert "gestures: 1 of 2 right, 0.5000" in printed(frames)


def test_an_empty_scene_answered_with_none_is_right() -> None:
    assert "none: 1 of 1 right" in printed(frames_by_folder([record(0, "none", file="room/none/1.jpg", hands=0)]))


def test_frames_of_a_clip_without_a_label_are_not_counted(tmp_path: Path) -> None:
    labels = tmp_path / "clip.labels.csv"
    labels.write_text("seq,label\n0,rock\n1,\n2,paper\n")
    frames = frames_by_table([record(n, "rock") for n in range(3)], labels)
    assert [(frame.label, frame.is_correct) for frame in frames] == [("rock", True), ("paper", False)]


def test_a_file_that_is_no_replay_is_a_clear_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "replay.jsonl"
    wrong.write_text("not json")
    assert main(["score", str(wrong)]) == 2
    assert "gesture-app replay" in capsys.readouterr().err


def test_a_replayed_clip_without_labels_is_a_clear_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replay = tmp_path / "clip.jsonl"
    replay.write_text(json.dumps(record(0, "rock")) + "\n")
    assert main(["score", str(replay)]) == 2
    assert "--labels" in capsys.readouterr().err


def test_labels_without_the_columns_are_a_clear_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replay, labels = tmp_path / "replay.jsonl", tmp_path / "labels.csv"
    replay.write_text(json.dumps(record(0, "rock")))
    labels.write_text("frame,gesture\n0,rock\n")
    assert main(["score", str(replay), "--labels", str(labels)]) == 2
    assert "seq and label" in capsys.readouterr().err
