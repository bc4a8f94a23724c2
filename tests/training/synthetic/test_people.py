"""Rendered people: the baked bodies, arms that reach, acts that can be played, and files that training can read.

What draws runs in a process of its own: OpenGL through EGL and MediaPipe crash in one process.
"""

from __future__ import annotations

import argparse
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE
from gesture_app.errors import GestureAppError
from tests.fakes.rendering import frame_count, run_renderer, table_rows
from training.cli import people as commands
from training.hands.data.dataset import list_images
from training.synthetic.bodies.actor import SIDES, Actor, curled
from training.synthetic.bodies.acts import NATURAL, Act
from training.synthetic.bodies.arms import HandGoal, reach
from training.synthetic.bodies.dataset import COLUMNS, person
from training.synthetic.bodies.figure import Figure
from training.synthetic.bodies.hands import LETTER
from training.synthetic.bodies.mesh import BODIES_FILE, load_bodies, load_topology
from training.synthetic.bodies.motion import PeopleClipRequest, label_at, sample_take
from training.synthetic.bodies.rig import BodyPose, Skin, pose_bones, skinned
from training.synthetic.bodies.scenes import (
    EMPTY,
    SIGNS,
    hand_points,
    like_paper,
    sample_camera,
    sample_people,
    share_in_view,
)
from training.synthetic.limits import LIMITS_DEG
from training.synthetic.poses import pose_named

SIZE = (160, 120)
COUNT = 24


@cache
def someone() -> Figure:
    return person(seed=1, number=0)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    run_renderer("people", "--out", folder, "--count", COUNT, "--seed", 3, "--size", "160x120")
    return folder


def test_the_baked_bodies_are_small_free_and_of_all_ages() -> None:
    assert BODIES_FILE.stat().st_size < 5e6
    assert "CC0" in (BODIES_FILE.parent / "LICENSE.md").read_text(encoding="utf-8")
    bodies, topology = load_bodies(), load_topology()
    assert len(bodies) >= 40
    assert {body.age_group for body in bodies} == {"child", "adult", "old"}
    assert topology.triangles.max() < len(bodies[0].vertices)
    assert np.allclose(topology.weights.sum(axis=1), 1, atol=1e-5)
    assert all(parent < len(topology.bones) for parent in topology.parents)


def test_without_rotations_a_body_stays_as_it_was_baked() -> None:
    body, topology = load_bodies()[5], load_topology()
    pose = BodyPose(root_m=body.heads[0].astype(np.float64))
    skin = Skin(body.vertices, topology.weights, topology.weight_bones)
    assert np.allclose(skinned(skin, pose_bones(body, pose)), body.vertices, atol=1e-4)


@pytest.mark.parametrize("side", SIDES)
def test_an_arm_brings_the_wrist_to_its_goal(side: str) -> None:
    body, pose = load_bodies()[20], BodyPose()
    hand = "left" if side == "left" else "right"
    shoulder = pose_bones(body, pose).head_of(f"upperarm01.{LETTER[hand]}")
    goal = HandGoal(hand, shoulder + np.array([0.0, -0.1, 0.3]), np.eye(3), pose_named("paper_natural").angles)
    fit = reach(pose, body, goal)
    assert fit.short_m == 0
    assert np.allclose(pose_bones(body, pose).head_of(f"wrist.{LETTER[hand]}"), goal.wrist_m, atol=2e-3)


def test_a_hand_too_far_away_is_reported_as_short() -> None:
    body, pose = load_bodies()[20], BodyPose()
    assert reach(pose, body, HandGoal("left", np.array([0.2, 0.6, 2.0]), np.eye(3), np.zeros(23))).short_m > 1


@pytest.mark.parametrize("act", NATURAL, ids=lambda act: act.name)
def test_every_act_can_be_played(act: Act) -> None:
    for posture in set(act.postures):
        actor = Actor(someone(), np.random.default_rng(4), posture)
        act.play(actor)
        assert set(actor.goals) == {"left", "right"}
        assert np.isfinite(actor.bones.heads).all()
        for goal in actor.goals.values():
            wrist = actor.bones.head_of(f"wrist.{LETTER[goal.side]}")
            assert np.linalg.norm(wrist - goal.wrist_m) < 0.25 * actor.unit


def test_natural_fingers_stay_within_their_limits_and_differ() -> None:
    rng = np.random.default_rng(2)
    hands = np.array([curled(rng, curl) for curl in rng.uniform(0, 1, 50)])
    assert (hands >= LIMITS_DEG[:, 0] - 1e-9).all()
    assert (hands <= LIMITS_DEG[:, 1] + 1e-9).all()
    assert np.corrcoef(hands[:, 4], hands[:, 6])[0, 1] > 0.7, "a finger's joints bend together"


def test_beside_a_gesture_no_other_hand_is_seen() -> None:
    for number in range(12):
        rng = np.random.default_rng([8, number])
        scene = sample_people(rng, someone(), someone(), "gesture", "paper", SIZE)
        views = {side: share_in_view(scene.camera, hand_points(scene.actor, side), SIZE) for side in SIDES}
        shown = [side for side in SIDES if views[side] > 0.25]
        poses = [scene.actor.goals[side].angles for side in shown]
        behind = [side for side in shown if scene.actor.goals[side].wrist_m[2] < -0.05]
        assert len(shown) - len(behind) == 1 or np.abs(poses[0] - poses[-1]).max() < 40


def test_a_hand_held_flat_towards_the_camera_is_noticed() -> None:
    actor = Actor(someone(), np.random.default_rng(3), "sit")
    camera = sample_camera(np.random.default_rng(1), actor, far=False, aspect=4 / 3)
    wrist = actor.shoulder("left") + np.array([0.05, 0.0, 0.3])
    flat = pose_named("paper_natural").angles
    actor.aim("left", wrist, np.array([0.0, 1.0, 0.0]), camera.axes[2], flat)
    assert like_paper(actor, camera, "left")
    actor.aim("left", wrist, np.array([0.0, 1.0, 0.0]), camera.axes[2], curled(np.random.default_rng(0), 0.9))
    assert not like_paper(actor, camera, "left")


def test_the_table_of_images_is_read_by_training(rendered: Path) -> None:
    images, rows = list_images(rendered), table_rows(rendered / "labels.csv")
    assert len(images) == COUNT
    assert tuple(rows[0]) == COLUMNS
    assert {image.label for image in images} == {*FIVE_GESTURES, NONE, EMPTY}
    assert all(image.path.is_file() for image in images)
    for row in rows:
        assert int(row["skin_tone"]) in range(1, 11)
        if row["kind"] == "gesture":
            assert row["handedness"] in SIDES
            assert -40 < float(row["hand_x"]) < SIZE[0] + 40
        assert row["label"] != EMPTY or row["hands"] == "0"


def test_the_same_seed_gives_the_same_images_in_parts_too(rendered: Path, tmp_path: Path) -> None:
    run_renderer("people", "--out", tmp_path, "--count", 2, "--first", 6, "--seed", 3, "--size", "160x120")
    parts = sorted(tmp_path.rglob("*.jpg"))
    assert len(parts) == 2
    for path in parts:
        assert path.read_bytes() == (rendered / path.relative_to(tmp_path)).read_bytes()


def test_a_clip_holds_gestures_and_the_label_of_each_frame(tmp_path: Path) -> None:
    path = tmp_path / "shown.mp4"
    run_renderer("people", "--out", path, "--shown", 5, "--fps", 2, "--size", "160x120", "--labels", "rock")
    labels = [row["label"] for row in table_rows(path.with_suffix(".labels.csv"))]
    assert len(labels) == frame_count(path) == 10
    assert set(labels) <= {"rock", NONE, ""}
    assert "rock" in labels


def test_a_clip_of_everyday_acts_shows_no_gesture() -> None:
    take = sample_take(PeopleClipRequest(20, 4, SIZE, 10, ()))
    assert {label_at(take, seconds) for seconds in np.arange(0, 20, 0.1)} == {NONE}
    assert len(take.keyframes) > 3


def test_the_other_signs_are_none_of_the_gestures() -> None:
    assert {pose_named(name).label for name in SIGNS} == {NONE}


def test_options_that_make_nothing_are_refused(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    commands.add_arguments(parser)
    for wrong in (["--count", "0"], ["--signs", "2"], ["--idle", "0"], ["--shown", "3", "--labels", "none"]):
        with pytest.raises(GestureAppError):
            commands.run(parser.parse_args(["--out", str(tmp_path / "x.mp4"), *wrong]))
