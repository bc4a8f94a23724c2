"""Clips of one person who moves between everyday acts, or who raises a hand, shows a gesture and lowers it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.gestures import NONE
from training.synthetic.arm import rotation_about
from training.synthetic.backgrounds import random_background, room
from training.synthetic.bodies.actor import SIDES, Actor, Posture, other
from training.synthetic.bodies.acts import NATURAL, Act, rest
from training.synthetic.bodies.dataset import person
from training.synthetic.bodies.drawing import Camera
from training.synthetic.bodies.figure import Figure
from training.synthetic.bodies.rig import BodyPose, turn
from training.synthetic.bodies.scenes import (
    PeopleScene,
    draw_people,
    furnish,
    like_paper,
    sample_camera,
    show,
)
from training.synthetic.camera import Webcam, sample_webcam
from training.synthetic.errors import SynthesisError
from training.synthetic.lighting import exposure_gain, relit, room_tint, sample_light
from training.synthetic.poses import poses_of
from training.synthetic.renderer import HandRenderer, Light
from training.synthetic.skeleton import Array

Image = npt.NDArray[np.uint8]

_CLIP_STREAM = 2_000_081
_HOLD_S, _MOVE_S, _SHOWN_S = (0.4, 4.0), (0.4, 1.4), 1.5
_TRIES = 8
# Acts that bring objects or end like a sign are left out: an object cannot appear in a moving hand.
_STILL_ACTS = (
    "hanging", "table", "open_hands", "lap", "typing", "folded", "arms_crossed", "chin", "chin_on_fist", "cheek",
    "mouth", "nose", "eye", "glasses", "forehead", "temple", "hair", "head_scratch", "ear", "neck", "nape",
    "behind_head", "waving", "clapping", "talking", "jacket", "stretching",
)  # fmt: skip


@dataclass(frozen=True)
class PeopleClipRequest:
    """Options of a clip.

    Attributes:
        seconds: Length.
        seed: The same seed gives the same clip.
        size: Width and height in pixels.
        fps: Frames per second.
        photos: Background photos; a generated background if empty.
        gestures: The gestures that are shown, in a random order; none for a clip of everyday acts.
    """

    seconds: float
    seed: int
    size: tuple[int, int]
    fps: int
    photos: tuple[Path, ...]
    gestures: tuple[str, ...] = ()

    @property
    def frame_count(self) -> int:
        """Number of frames."""
        return round(self.seconds * self.fps)


@dataclass(frozen=True, eq=False)
class Keyframe:
    """A pose that is reached at a time and held for a while.

    Attributes:
        pose: The pose.
        reached_s: When it is reached.
        left_s: When it is left.
        label: What it shows.
    """

    pose: BodyPose
    reached_s: float
    left_s: float
    label: str


@dataclass(frozen=True, eq=False)
class Take:
    """What stays the same during a clip, and the keyframes.

    Attributes:
        actor: The person, with the furniture.
        camera: The camera.
        light: The light.
        background_bgr: ``(height, width, 3)`` uint8 BGR, without the person.
        webcam: The webcam.
        metered: Weight of the skin in the automatic exposure.
        keyframes: In the order of time.
    """

    actor: Actor
    camera: Camera
    light: Light
    background_bgr: Image
    webcam: Webcam
    metered: float
    keyframes: tuple[Keyframe, ...]


def sample_take(request: PeopleClipRequest) -> Take:
    """Sample person, room and keyframes of a clip."""
    rng = np.random.default_rng([request.seed, _CLIP_STREAM])
    figure = person(request.seed, int(rng.integers(1000)))
    posture: Posture = "sit" if rng.random() < 0.7 else "stand"
    actor = Actor(figure, rng, posture)
    rest_pose = _resting(rng, figure, actor)
    actor.pose = rest_pose
    far = rng.random() < 0.2
    camera = sample_camera(rng, actor, far=far, aspect=request.size[0] / request.size[1], wide=not request.gestures)
    furnish(rng, actor, table=rng.random() < 0.8)
    light, metered = sample_light(rng), float(rng.uniform(0.15, 0.55))
    gain = exposure_gain(figure.look.skin, metered)
    behind = random_background(rng, *request.size, request.photos) if request.photos else room(rng, *request.size)
    background = relit(behind, gain * room_tint(light))
    make = _shown_keyframes if request.gestures else _idle_keyframes
    keyframes = make(rng, request, actor, camera)
    return Take(actor, camera, light, background, sample_webcam(rng), metered, tuple(keyframes))


def _resting(rng: np.random.Generator, figure: Figure, like: Actor) -> BodyPose:
    actor = _again(rng, figure, like)
    for side in SIDES:
        rest(actor, side)
    return actor.pose


def _again(rng: np.random.Generator, figure: Figure, like: Actor) -> Actor:
    """The same person in the same seat, with a new lean and gaze."""
    actor = Actor(figure, rng, like.posture)
    for bone, value in like.pose.turned.items():
        if "leg" in bone:
            actor.pose.turned[bone] = value
    return actor


def _idle_keyframes(
    rng: np.random.Generator, request: PeopleClipRequest, first: Actor, camera: Camera
) -> Iterator[Keyframe]:
    acts = [act for act in NATURAL if act.name in _STILL_ACTS and first.posture in act.postures]
    shares = np.array([act.share for act in acts])
    time_s, pose = 0.0, first.pose
    while True:
        left_s = time_s + rng.uniform(*_HOLD_S) * rng.uniform(0.3, 1.0)
        yield Keyframe(pose, time_s, left_s, NONE)
        if left_s > request.seconds:
            return
        act = acts[int(rng.choice(len(acts), p=shares / shares.sum()))]
        pose = _acted(rng, first, act, camera)
        time_s = left_s + rng.uniform(*_MOVE_S)


def _acted(rng: np.random.Generator, first: Actor, act: Act, camera: Camera) -> BodyPose:
    actor = _again(rng, first.figure, first)
    for _ in range(_TRIES):
        actor = _again(rng, first.figure, first)
        act.play(actor)
        if not any(like_paper(actor, camera, side) for side in SIDES):
            break
    return actor.pose


def _shown_keyframes(
    rng: np.random.Generator, request: PeopleClipRequest, first: Actor, camera: Camera
) -> Iterator[Keyframe]:
    time_s, pose = 0.0, first.pose
    places: list[str] = []
    while True:
        left_s = time_s + rng.uniform(0.6, 1.6)
        yield Keyframe(pose, time_s, left_s, NONE)
        if left_s > request.seconds:
            return
        places = places or [str(label) for label in rng.permutation(np.array(request.gestures))]
        label = places.pop()
        reached_s = left_s + rng.uniform(0.4, 0.8)
        yield Keyframe(_raised(rng, first, camera, label, request.size), reached_s, reached_s + _SHOWN_S, label)
        pose = _resting(rng, first.figure, first)
        time_s = reached_s + _SHOWN_S + rng.uniform(0.4, 0.8)


def _raised(rng: np.random.Generator, first: Actor, camera: Camera, label: str, size: tuple[int, int]) -> BodyPose:
    choices = poses_of(label)
    shares = np.array([pose.share for pose in choices])
    best: tuple[float, BodyPose] | None = None
    for _ in range(_TRIES):
        actor = _again(rng, first.figure, first)
        side = SIDES[int(rng.random() < 0.6)]
        rest(actor, other(side))
        pose = choices[int(rng.choice(len(choices), p=shares / shares.sum()))]
        cost = show(rng, actor, camera, side, pose, size)
        if best is None or cost < best[0]:
            best = (cost, actor.pose)
        if cost < 10:
            break
    assert best is not None
    return best[1]


def label_at(take: Take, seconds: float) -> str:
    """What is shown at a time; empty while a hand moves to a gesture or away from one."""
    before = [one for one in take.keyframes if one.reached_s <= seconds]
    now = before[-1]
    if seconds <= now.left_s or now is take.keyframes[-1]:
        return now.label
    following = take.keyframes[len(before)]
    return NONE if now.label == following.label == NONE else ""


def pose_at(take: Take, seconds: float, seed: int) -> BodyPose:
    """The pose at a time: eased between keyframes, with a slight sway."""
    before = [one for one in take.keyframes if one.reached_s <= seconds]
    now = before[-1]
    if seconds <= now.left_s or now is take.keyframes[-1]:
        return _swaying(now.pose, seconds, seed)
    following = take.keyframes[len(before)]
    share = (seconds - now.left_s) / (following.reached_s - now.left_s)
    eased = share * share * (3 - 2 * share)
    return _swaying(_between(now.pose, following.pose, eased), seconds, seed)


def _between(one: BodyPose, two: BodyPose, share: float) -> BodyPose:
    return BodyPose(
        turned={
            bone: _slerp(one.turned.get(bone, np.eye(3)), two.turned.get(bone, np.eye(3)), share)
            for bone in sorted(one.turned.keys() | two.turned.keys())
        },
        fixed={bone: _slerp(one.fixed[bone], two.fixed[bone], share) for bone in one.fixed},
        root_m=one.root_m,
    )


def _slerp(one: Array, two: Array, share: float) -> Array:
    """The rotation at a share of the way along the shortest turn from one to the other."""
    change = two @ one.T
    angle = float(np.arccos(np.clip((np.trace(change) - 1) / 2, -1, 1)))
    if angle < 1e-5:
        return two
    axis = np.array([change[2, 1] - change[1, 2], change[0, 2] - change[2, 0], change[1, 0] - change[0, 1]])
    size = float(np.linalg.norm(axis))
    if size < 1e-6:
        return one if share < 0.5 else two
    return np.asarray(rotation_about(axis / size, share * angle) @ one)


def _swaying(pose: BodyPose, seconds: float, seed: int) -> BodyPose:
    rng = np.random.default_rng([seed, _CLIP_STREAM, 1])
    turned = dict(pose.turned)
    for bone, size_deg in (("spine03", 0.7), ("spine01", 0.5), ("neck02", 1.2), ("head", 1.5)):
        rates, phases = rng.uniform(0.12, 0.5, 3), rng.uniform(0, 2 * np.pi, 3)
        x, y, z = size_deg * np.sin(2 * np.pi * rates * seconds + phases)
        turned[bone] = turned.get(bone, np.eye(3)) @ turn((1, 0, 0), x) @ turn((0, 1, 0), y) @ turn((0, 0, 1), z)
    return BodyPose(turned, pose.fixed, pose.root_m)


def render_take(request: PeopleClipRequest, take: Take) -> Iterator[Image]:
    """The frames of a clip, each ``(height, width, 3)`` uint8 BGR.

    Raises:
        SynthesisError: If this machine cannot render.
    """
    scene = PeopleScene(take.actor, None, take.camera, take.light, NONE, "", "", take.metered)
    with HandRenderer(*request.size) as renderer:
        for number in range(request.frame_count):
            actor = copy(take.actor)
            actor.pose = pose_at(take, number / request.fps, request.seed)
            frame = draw_people(renderer, replace(scene, actor=actor), take.background_bgr)
            yield take.webcam.take(np.random.default_rng([request.seed, _CLIP_STREAM, 2, number]), frame)


def write_people_clip(request: PeopleClipRequest, path: Path, console: Console) -> Path:
    """Write a clip as an ``.mp4`` file (codec ``mp4v``) with its labels beside it.

    Returns:
        The labels file, ``<name>.labels.csv``, with a row for every frame, as ``write_clip`` writes it.

    Raises:
        SynthesisError: If the file cannot be written or this machine cannot render.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    take = sample_take(request)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), request.fps, request.size)
    if not writer.isOpened():
        raise SynthesisError(f"The clip {path} cannot be written.", hint="Choose a name that ends in .mp4.")
    try:
        frames = render_take(request, take)
        for frame_bgr in track(frames, "Rendering people", total=request.frame_count, console=console):
            writer.write(frame_bgr)
    finally:
        writer.release()
    labels = path.with_suffix(".labels.csv")
    with labels.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("seq", "label"))
        rows.writerows((number, label_at(take, number / request.fps)) for number in range(request.frame_count))
    return labels
