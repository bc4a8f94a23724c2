"""Rendered recording sessions of people whose gestures differ from the norm."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.rendering import run_renderer
from training.synthetic.limits import within_limits
from training.synthetic.poses import LABELS, poses_of
from training.synthetic.sessions import COLUMNS, PEOPLE, person_of
from training.synthetic.skeleton import JOINTS


def render(out: Path, *, person: str = "own_lizard", seed: int = 1) -> dict[str, bytes]:
    options = ["--person", person, "--seed", seed, "--per-label", 1, "--labels", "lizard,rock", "--out", out]
    run_renderer("session", *options)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_a_day_can_be_rendered_again_and_another_day_differs(tmp_path: Path) -> None:
    first = render(tmp_path / "a")
    assert render(tmp_path / "b") == first
    other = render(tmp_path / "c", seed=2)
    assert set(other) == set(first)
    assert other["rock/00001.jpg"] != first["rock/00001.jpg"]
    rows = list(csv.reader((tmp_path / "a" / "labels.csv").read_text().splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert [row[1] for row in rows[1:]] == ["lizard", "rock"]
    assert rows[1][3].startswith("own_lizard")


def test_a_pose_without_a_gesture_can_be_a_gesture_of_the_persons_own(tmp_path: Path) -> None:
    options = ["--person", "own_lizard", "--seed", 1, "--per-label", 1, "--labels", "thumbs_up", "--out", tmp_path]
    run_renderer("session", *options)
    rows = list(csv.reader((tmp_path / "labels.csv").read_text().splitlines()))
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [("thumbs_up/00000.jpg", "thumbs_up", "thumbs_up")]


@pytest.mark.parametrize("name", PEOPLE)
def test_people_stay_the_same(name: str) -> None:
    assert np.array_equal(person_of(name).lengths, person_of(name).lengths)
    assert person_of(name).skin == person_of(name).skin


def test_fingers_are_short() -> None:
    lengths = person_of("short_fingers").lengths
    assert lengths[JOINTS.index("index-finger-phalanx-distal")] < 0.1
    assert lengths[JOINTS.index("middle-finger-phalanx-distal")] > 0.8


@pytest.mark.parametrize(
    ("name", "labels"), [("odd_thumb", {"rock", "paper", "scissors", "spock"}), ("own_lizard", {"lizard"})]
)
def test_habits_change_the_gestures_that_they_are_about_and_joints_can_do_it(name: str, labels: set[str]) -> None:
    for label in LABELS:
        for pose in poses_of(label):
            held = PEOPLE[name].change(pose)
            assert (held.name != pose.name) is (label in labels)
            assert held.label == label
            if label in labels:
                assert not np.array_equal(held.angles, pose.angles)
                assert within_limits(held.angles) == pytest.approx(held.angles)
