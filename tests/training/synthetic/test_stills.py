"""Rendered hands: the same seed gives the same files, every label comes, and the skeleton bends as fingers do.

Everything that draws runs in a process of its own: OpenGL through EGL and MediaPipe crash in one process, and other
tests of the same run use MediaPipe.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from gesture_app.errors import GestureAppError
from tests.fakes.rendering import ROOT, frame_count, synthesize, table_rows
from training.cli import synthesize as commands
from training.synthetic import clips
from training.synthetic.accessories import (
    Accessories,
    FingerRing,
    WristBand,
    accessory_surfaces,
    sample_accessories,
)
from training.synthetic.angles import ANGLES, LONG_FINGERS, forearm_direction, rotations
from training.synthetic.lighting import cast_shadow, exposure_gain, sample_light
from training.synthetic.limits import LIMITS_DEG, within_limits
from training.synthetic.people import sample_person
from training.synthetic.poses import LABELS, POSES, Pose, pose_named, poses_of, sample_angles
from training.synthetic.scenes import sample_scene, share_cut_off
from training.synthetic.shading import Skin
from training.synthetic.skeleton import CHAINS, FINGERS, JOINTS, PosedHand, Side, load_hand, pose_hand
from training.synthetic.stills import COLUMNS

CLIPS = {
    "demo": ROOT / "assets" / "demo" / "demo.mp4",
    "gestures": ROOT / "tests" / "clips" / "gestures.mp4",
    "two_hands": ROOT / "tests" / "clips" / "two_hands.mp4",
    "empty": ROOT / "tests" / "clips" / "empty.mp4",
}
COUNT = 52
SIDES: tuple[Side, ...] = ("left", "right")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows(folder: Path) -> list[dict[str, str]]:
    return table_rows(folder / "labels.csv")


def parsed(*arguments: object) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    commands.add_arguments(parser)
    return parser.parse_args([str(argument) for argument in arguments])


def bent(name: str, side: Side = "right") -> PosedHand:
    return pose_hand(load_hand(side), rotations(pose_named(name).angles, side))


def reach(hand: PosedHand, finger: str) -> float:
    return float(np.linalg.norm(hand.joint_position(f"{finger}-tip") - hand.joint_position("wrist")))


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small data set; two people and all labels."""
    folder = tmp_path_factory.mktemp("rendered")
    synthesize("--out", folder, "--count", COUNT, "--seed", 3, "--size", "160x144")
    return folder


def test_same_seed_gives_the_same_bytes(rendered: Path, tmp_path: Path) -> None:
    synthesize("--out", tmp_path, "--count", 10, "--seed", 3, "--size", "160x144")
    again = contents(tmp_path)
    assert len(again) == 11
    assert again.pop("labels.csv") in contents(rendered)["labels.csv"]
    assert again.items() <= contents(rendered).items()


def test_another_seed_gives_other_pictures(rendered: Path, tmp_path: Path) -> None:
    synthesize("--out", tmp_path, "--count", 6, "--seed", 4, "--size", "160x144")
    pictures = {data for name, data in contents(tmp_path).items() if name.endswith(".jpg")}
    assert len(pictures) == 6
    assert not pictures & set(contents(rendered).values())


def test_rows_match_the_files(rendered: Path) -> None:
    written = rows(rendered)
    files = {path.relative_to(rendered).as_posix() for path in rendered.rglob("*.jpg")}
    assert tuple(written[0]) == COLUMNS
    assert {row["path"] for row in written} == files
    assert len(files) == COUNT
    assert all(row["path"].startswith(f"{row['label']}/") for row in written)


def test_every_label_is_rendered(rendered: Path) -> None:
    assert {row["label"] for row in rows(rendered)} == set(LABELS)


def test_pictures_have_the_size_asked_for(rendered: Path) -> None:
    picture = cv2.imread(str(rendered / rows(rendered)[0]["path"]))
    assert picture.shape == (144, 160, 3)


def test_a_person_keeps_the_skin_and_shows_all_labels(rendered: Path) -> None:
    people: dict[str, list[dict[str, str]]] = {}
    for row in rows(rendered):
        people.setdefault(row["group"], []).append(row)
    first, second = people.values()
    assert [len(first), len(second)] == [48, 4]
    assert len({row["skin_tone"] for row in first}) == 1
    assert {row["label"] for row in first} == set(LABELS)
    assert first[0]["skin_tone"] != second[0]["skin_tone"]


def test_an_ordinary_picture_is_a_scene_of_its_own(rendered: Path) -> None:
    assert [row["scene"] for row in rows(rendered)] == [str(number) for number in range(COUNT)]


def test_some_hands_are_partly_out_of_the_picture(rendered: Path) -> None:
    cut = [row["cut_off"] for row in rows(rendered)]
    assert set(cut) == {"0", "1"}
    assert cut.count("1") < COUNT / 4


def test_no_more_than_a_quarter_of_a_hand_is_out_of_the_picture() -> None:
    rng = np.random.default_rng(1)
    person = sample_person(rng, "somebody", 5)
    shares = [share_cut_off(sample_scene(rng, person, label), 400, 360) for label in LABELS for _ in range(60)]
    assert 0.03 < np.mean([share > 0.02 for share in shares]) < 0.2
    assert max(shares) < 0.3


@pytest.fixture(scope="module")
def in_every_tone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three scenes in ten skin tones each."""
    folder = tmp_path_factory.mktemp("every_tone")
    synthesize("--out", folder, "--count", 3, "--seed", 3, "--size", "160x144", "--every-tone")
    return folder


def test_every_scene_comes_in_every_tone(in_every_tone: Path) -> None:
    written = rows(in_every_tone)
    assert [row["skin_tone"] for row in written] == [str(tone) for tone in range(1, 11)] * 3
    assert [row["scene"] for row in written] == [str(scene) for scene in range(3) for _ in range(10)]
    for first in range(0, 30, 10):
        same = [{key: row[key] for key in COLUMNS if key not in ("path", "skin_tone")} for row in written[first:][:10]]
        assert all(row == same[0] for row in same)
    assert len({row["group"] for row in written}) == 3


def test_scenes_in_every_tone_differ_where_skin_is(in_every_tone: Path) -> None:
    lightest, darker, darkest = (
        cv2.imread(str(in_every_tone / rows(in_every_tone)[number]["path"])).astype(float) for number in (0, 6, 9)
    )
    changed = np.abs(lightest - darkest).max(axis=2)
    hand = changed > np.quantile(changed, 0.95)
    assert lightest[hand].mean() > darker[hand].mean() > darkest[hand].mean()


@pytest.mark.parametrize("weight", [0.1, 0.4])
def test_a_camera_exposes_more_for_darker_hands_but_never_hides_that_they_are_darker(weight: float) -> None:
    gains = [exposure_gain(Skin(tone), weight) for tone in (4, 6, 8, 10)]
    assert gains == sorted(gains)
    shown = [gain * Skin(tone).rgb.mean() for gain, tone in zip(gains, (4, 6, 8, 10), strict=True)]
    assert shown == sorted(shown, reverse=True)


def test_light_comes_in_several_colours_and_from_all_sides() -> None:
    rng = np.random.default_rng(1)
    lights = [sample_light(rng) for _ in range(200)]
    directions = np.stack([light.direction for light in lights])
    warmth = np.array([light.colour_rgb[0] / light.colour_rgb[2] for light in lights])
    assert np.mean(directions[:, 2] < -0.2) > 0.03, "from behind"
    assert np.mean(np.abs(directions[:, 0]) > 0.8) > 0.1, "from the side"
    assert warmth.min() < 0.95
    assert warmth.max() > 1.5


def test_a_shadow_falls_on_part_of_a_picture_and_lightens_nothing() -> None:
    rng = np.random.default_rng(1)
    picture = np.full((120, 160, 3), 200, np.uint8)
    for _ in range(12):
        shadowed = cast_shadow(rng, picture)
        assert shadowed.max() <= 200
        assert shadowed.min() < 190
        assert shadowed.std() > 1


def test_only_the_labels_asked_for(tmp_path: Path) -> None:
    synthesize("--out", tmp_path, "--count", 6, "--seed", 1, "--labels", "rock,spock", "--size", "96x96")
    assert {row["label"] for row in rows(tmp_path)} == {"rock", "spock"}


def test_a_clip_is_rendered_with_a_label_for_every_frame(tmp_path: Path) -> None:
    script = tmp_path / "short.toml"
    script.write_text(
        'size = [96, 96]\nfps = 10\nseed = 1\n[[hand]]\nside = "left"\nperson = 1\nskin_tone = 2\n'
        'step = [{ pose = "rock_low", hold_s = 0.3 }, { pose = "spock_usual", hold_s = 0.3, move_s = 0.4 }]\n',
        encoding="utf-8",
    )
    synthesize("--clip", script, "--out", tmp_path / "short.mp4")
    assert frame_count(tmp_path / "short.mp4") == 10
    labels = label_rows(tmp_path / "short.mp4")
    assert [row["label"] for row in labels] == ["rock"] * 3 + [""] * 4 + ["spock"] * 3


def label_rows(path: Path) -> list[dict[str, str]]:
    return table_rows(path.with_suffix(".labels.csv"))


@pytest.mark.parametrize("name", CLIPS)
def test_shipped_clips_fit_their_labels_and_scripts(name: str) -> None:
    clip = clips.load_clip(clips.SCRIPT_FOLDER / f"{name}.toml")
    labels = label_rows(CLIPS[name])
    assert len(labels) == frame_count(CLIPS[name]) == clip.frame_count
    assert [int(row["seq"]) for row in labels] == list(range(clip.frame_count))
    for number, row in enumerate(labels):
        assert tuple(row[column] for column in clip.columns) == clips.labels_at(clip, number / clip.fps)


@pytest.mark.parametrize("name", ["demo", "gestures"])
def test_shipped_clips_show_every_label(name: str) -> None:
    assert {row["label"] for row in label_rows(CLIPS[name])} == {*LABELS, ""}


def test_shipped_clips_are_small() -> None:
    assert CLIPS["demo"].stat().st_size < 3_000_000
    assert all(path.stat().st_size < 300_000 for name, path in CLIPS.items() if name != "demo")


@pytest.mark.parametrize("side", SIDES)
def test_rest_pose_is_the_mesh(side: Side) -> None:
    mesh = load_hand(side)
    for still in (pose_hand(mesh, {}), pose_hand(mesh, rotations(np.zeros(len(ANGLES)), side))):
        np.testing.assert_allclose(still.vertices, mesh.vertices, atol=1e-9)
        np.testing.assert_allclose(still.normals, mesh.normals, atol=1e-6)


@pytest.mark.parametrize("side", SIDES)
def test_a_fist_brings_the_fingertips_to_the_wrist(side: Side) -> None:
    flat, fist = bent("paper_spread", side), bent("rock_low", side)
    for finger in FINGERS[1:]:
        assert reach(fist, finger) < 0.6 * reach(flat, finger)


@pytest.mark.parametrize("side", SIDES)
def test_bending_goes_towards_the_palm(side: Side) -> None:
    angles = np.zeros(len(ANGLES))
    angles[ANGLES.index("index.mcp")] = 60
    hand = pose_hand(load_hand(side), rotations(angles, side))
    assert hand.joint_position("index-finger-tip")[2] > 0.05
    assert hand.joint_position("middle-finger-tip")[2] < 0.02


def test_the_two_hands_mirror_each_other() -> None:
    for pose in POSES:
        left, right = bent(pose.name, "left"), bent(pose.name, "right")
        for finger in FINGERS:
            mirrored = left.joint_position(f"{finger}-tip") * (-1, 1, 1)
            np.testing.assert_allclose(mirrored, right.joint_position(f"{finger}-tip"), atol=0.006)


def test_spock_parts_the_fingers_where_he_does() -> None:
    hand = bent("spock_usual")
    tips = [hand.joint_position(f"{finger}-tip") for finger in FINGERS[1:]]
    index_middle, middle_ring, ring_pinky = (float(np.linalg.norm(a - b)) for a, b in pairwise(tips))
    assert middle_ring > 2 * index_middle
    assert middle_ring > 1.3 * ring_pinky


def test_wrist_bends_move_the_forearm_the_other_way() -> None:
    angles = np.zeros(len(ANGLES))
    angles[ANGLES.index("wrist.flex")] = 40
    direction = forearm_direction(angles, "right")
    assert direction[2] > 0.5
    assert np.linalg.norm(direction) == pytest.approx(1.0)


def test_every_label_has_poses_and_poses_have_one_name() -> None:
    assert all(poses_of(label) for label in LABELS)
    assert len(poses_of("none")) >= 12
    assert len({pose.name for pose in POSES}) == len(POSES)


def drawn_angles(pose: Pose, count: int) -> npt.NDArray[np.float64]:
    rng = np.random.default_rng(1)
    return np.stack([sample_angles(rng, pose) for _ in range(count)])


@pytest.mark.parametrize("pose", POSES, ids=lambda pose: pose.name)
def test_sampled_angles_stay_within_the_slack_and_within_what_joints_can_do(pose: Pose) -> None:
    drawn = drawn_angles(pose, 40)
    assert np.all(drawn >= pose.angles - pose.slack - 1e-9)
    assert np.all(drawn <= pose.angles + pose.slack + 1e-9)
    assert np.all(drawn >= LIMITS_DEG[:, 0])
    assert np.all(drawn <= LIMITS_DEG[:, 1])
    assert drawn.std(axis=0).min() > 0


@pytest.mark.parametrize("pose", POSES, ids=lambda pose: pose.name)
def test_poses_are_within_what_joints_can_do(pose: Pose) -> None:
    np.testing.assert_array_equal(within_limits(pose.angles), pose.angles)


def test_what_no_joint_can_do_is_brought_back() -> None:
    bent = dict(zip(ANGLES, within_limits(np.full(len(ANGLES), 200.0)), strict=True))
    assert [bent[f"index.{joint}"] for joint in ("mcp", "pip", "dip")] == [90, 110, 90]
    assert within_limits(np.full(len(ANGLES), -200.0))[ANGLES.index("middle.mcp")] == -15


def test_fingers_of_one_hand_bend_together_and_neighbours_most() -> None:
    bends = drawn_angles(pose_named("grabbing"), 600)[:, [ANGLES.index(f"{finger}.pip") for finger in LONG_FINGERS]]
    between = np.corrcoef(bends.T)
    assert between.min() > 0.3
    assert between[1, 2] > between[0, 3] + 0.1
    assert between[2, 3] > between[0, 3] + 0.1


def test_the_last_joint_of_a_finger_follows_the_one_before_by_two_thirds() -> None:
    drawn = drawn_angles(pose_named("grabbing"), 600)
    pip, dip = (drawn[:, ANGLES.index(f"middle.{joint}")] for joint in ("pip", "dip"))
    assert np.polyfit(pip, dip, 1)[0] == pytest.approx(2 / 3, abs=0.15)


@pytest.mark.parametrize("side", SIDES)
def test_thicker_fingers_are_thicker_and_nothing_else_moves(side: Side) -> None:
    mesh = load_hand(side)
    thick = pose_hand(mesh, {}, finger_girths=np.array([1.0, 1.2, 1.0, 1.0, 1.0]))
    moved = np.linalg.norm(thick.vertices - mesh.vertices, axis=1)
    of_index = mesh.weights[:, [JOINTS.index(joint) for joint in CHAINS["index-finger"][1:]]].sum(axis=1)
    assert moved[of_index > 0.9].mean() > 0.001
    assert moved[of_index == 0].max() < 1e-12


def test_some_people_wear_something_and_most_do_not() -> None:
    rng = np.random.default_rng(1)
    worn = [sample_accessories(rng) for _ in range(300)]
    assert 0.2 < np.mean([one.band is not None for one in worn]) < 0.45
    assert 0.05 < np.mean([one.band is not None and one.band.face_rgb is not None for one in worn]) < 0.35
    assert 0.1 < np.mean([bool(one.rings) for one in worn]) < 0.4


@pytest.mark.parametrize("pose", ["paper_spread", "rock_low"])
@pytest.mark.parametrize("side", SIDES)
def test_a_ring_sits_around_its_finger(pose: str, side: Side) -> None:
    hand = bent(pose, side)
    worn = Accessories(rings=(FingerRing("ring-finger", 0.65, 0.004, np.ones(3)),))
    (ring,) = accessory_surfaces(worn, hand, np.array([0.0, -1.0, 0.0]), thickness=1.0)
    near, far = (hand.joint_position(f"ring-finger-phalanx-{bone}") for bone in ("proximal", "intermediate"))
    middle = near + 0.65 * (far - near)
    np.testing.assert_allclose(ring.vertices.mean(axis=0), middle, atol=0.006)
    assert np.linalg.norm(ring.vertices - middle, axis=1).max() < 0.02


def test_a_watch_sits_around_the_wrist_with_its_face_on_the_back() -> None:
    face = np.array([0.9, 0.1, 0.9])
    worn = Accessories(WristBand(0.03, 0.02, 0.002, np.zeros(3), metal=False, face_rgb=face))
    (watch,) = accessory_surfaces(worn, bent("paper_spread"), np.array([0.0, -1.0, 0.0]), thickness=1.0)
    shown = watch.vertices[np.all(watch.albedo_rgb == face, axis=1)]
    assert len(shown) > 10
    assert shown[:, 2].max() < watch.vertices[:, 2].mean()
    assert np.ptp(watch.vertices[:, 0]) > 0.05
    assert np.ptp(watch.vertices[:, 1]) == pytest.approx(0.02, abs=0.003)


@pytest.mark.parametrize(
    ("make", "message"),
    [(False, "does not exist"), (True, "holds no .jpg or .png")],
)
def test_a_bad_backgrounds_folder_is_a_clear_error(tmp_path: Path, make: bool, message: str) -> None:
    folder = tmp_path / "photos"
    if make:
        folder.mkdir()
    with pytest.raises(GestureAppError, match=message) as caught:
        commands.run(parsed("--out", tmp_path / "out", "--backgrounds", folder))
    assert str(folder) in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("size", ["big", "320", "10x10"])
def test_a_bad_size_is_refused(size: str) -> None:
    with pytest.raises(SystemExit):
        parsed("--size", size)


@pytest.mark.parametrize(
    "script",
    ["size = [96", "size = [96, 96]", 'size = [96, 96]\nfps = 10\nseed = 1\n[[hand]]\nside = "left"\n'],
)
def test_a_bad_clip_script_is_a_clear_error(tmp_path: Path, script: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(script, encoding="utf-8")
    with pytest.raises(GestureAppError, match=r"bad\.toml"):
        clips.load_clip(path)


def test_a_missing_clip_script_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(GestureAppError, match=r"gone\.toml"):
        clips.load_clip(tmp_path / "gone.toml")
