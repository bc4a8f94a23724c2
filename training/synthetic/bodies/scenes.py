"""Random scenes of people before a camera: an act, a gesture, another sign or no hand, and their images."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import NONE
from training.synthetic.backgrounds import random_background
from training.synthetic.bodies.actor import SIDES, Actor, Posture, other
from training.synthetic.bodies.acts import NATURAL, Act, behind, hang, in_lap, rest
from training.synthetic.bodies.arms import HandGoal
from training.synthetic.bodies.drawing import Camera, figure_surface, looking
from training.synthetic.bodies.figure import Figure
from training.synthetic.bodies.hands import LETTER
from training.synthetic.bodies.mesh import load_topology
from training.synthetic.bodies.props import box, prop_surface
from training.synthetic.camera import degrade, sample_webcam
from training.synthetic.lighting import cast_shadow, exposed, exposure_gain, relit, room_tint, sample_light
from training.synthetic.poses import Pose, pose_named, poses_of, sample_angles
from training.synthetic.renderer import HandRenderer, Light, perspective
from training.synthetic.scenes import Placement, smeared, view_rotation
from training.synthetic.skeleton import Array, Side
from training.synthetic.views import sample_roll, sample_turn_and_tilt

Image = npt.NDArray[np.uint8]
Kind = Literal["natural", "sign", "gesture", "empty"]

EMPTY = "empty"
"""The label of images in which no hand is to be seen."""

SIGNS = (
    "thumbs_up", "thumbs_down", "pointing", "l_shape", "ok", "three_from_index", "three_with_thumb", "four", "call_me",
    "horns", "i_love_you", "pinky", "crossed_fingers", "middle_and_ring_down",
)  # fmt: skip
"""Signs of the hand that are none of the five gestures."""

_PALM_MIDDLE = np.array([0.0, 0.075, 0.01])
_TRIES = 10
_NEIGHBOUR_SHARE = 0.14
_BOTH_HANDS_SHARE = 0.1
# Hands are small in these images, so that what a poor webcam blurs is lost sooner than in images of a hand alone.
_DECENT_WEBCAM_SHARE = 0.55
_MOST_STRAIN = 8.0
# A gesture is shown so that a camera sees it: at least, and usually, this fraction of the height.
_LEAST_HAND, _USUAL_HAND = 0.09, 0.16
_FREE_HANDS = ("waving", "talking", "clapping", "stretching", "jacket")
_FLAT_DEG = 34.0
# Clothes and hair are darker than the mean scene that the light was made for; a camera makes up for it.
_BRIGHTER = 1.3


@dataclass(frozen=True, eq=False)
class PeopleScene:
    """Everything about an image but its background and the webcam's faults.

    Attributes:
        actor: The person in front, with pose and objects.
        neighbour: Another person, and where that person stands, ``(3,)`` metres in body coordinates of the first.
        camera: The camera, in body coordinates of the person in front.
        light: The light, in camera coordinates.
        label: Label of the image.
        act: Name of the act or the pose.
        side: The hand that shows something; empty if none does.
        metered: Weight of the skin in the camera's automatic exposure.
        smear_px: Movement to the right and down during the exposure.
    """

    actor: Actor
    neighbour: tuple[Actor, Array] | None
    camera: Camera
    light: Light
    label: str
    act: str
    side: Side | Literal[""]
    metered: float
    smear_px: tuple[float, float] = (0.0, 0.0)


def sample_people(
    rng: np.random.Generator, figure: Figure, neighbour: Figure, kind: Kind, label: str, size: tuple[int, int]
) -> PeopleScene:
    """Sample a scene.

    Args:
        rng: Source of randomness.
        figure: The person in front.
        neighbour: The person who may be behind.
        kind: What the person in front does.
        label: The gesture, ``none`` or ``empty``.
        size: Width and height in pixels.
    """
    if kind == "natural":
        scene = _natural(rng, figure, size)
    elif kind == "empty":
        scene = _without_hands(rng, figure, size)
    else:
        scene = _showing(rng, figure, kind, label, size)
    if rng.random() < _NEIGHBOUR_SHARE:
        return _with_neighbour(rng, scene, neighbour, hands=kind == "natural", size=size)
    return scene


def sample_camera(rng: np.random.Generator, actor: Actor, *, far: bool, aspect: float, wide: bool = False) -> Camera:
    """A camera on a laptop, or across the room."""
    eyes = 0.5 * (actor.start_of("eye.L") + actor.start_of("eye.R"))
    field = rng.uniform(30, 48) if far else rng.uniform(38, 60)
    half = np.tan(np.radians(field) / 2)
    if far:
        distance = 1.3 + 1.5 * float(rng.beta(1.0, 1.8))
        yaw = rng.normal(0, 22) if actor.posture != "walk" else rng.uniform(-85, 85)
        lift, up = rng.uniform(-0.5, 0.35), rng.uniform(0.15, 0.85)
        across = rng.uniform(-0.5, 0.5)
    else:
        distance = rng.uniform(0.65, 1.25) if wide else float(np.clip(rng.normal(0.72, 0.2), 0.4, 1.2))
        yaw, lift = rng.normal(0, 13), rng.normal(-0.06, 0.11)
        up, across = rng.uniform(0.15, 0.75) if wide else rng.uniform(-0.05, 0.6), rng.normal(0, 0.25)
    turned = np.radians(np.clip(yaw, -85, 85))
    eye = eyes + distance * np.array([np.sin(turned), lift / distance, np.cos(turned)])
    towards = looking(eye, eyes, field)
    target = eyes - half * distance * (up * towards.axes[1] + across * aspect * towards.axes[0])
    return looking(eye, target, field, roll_deg=float(rng.normal(0, 1.5)))


def hand_points(actor: Actor, side: Side) -> Array:
    """``(N, 3)``: joints and fingertips of a hand."""
    letter = LETTER[side]
    topology, bones = load_topology(), actor.bones
    names = [
        n for n, bone in enumerate(topology.bones) if bone.startswith(("finger", "wrist")) and bone.endswith(letter)
    ]
    points = [bones.heads[names]]
    start = 0 if side == "left" else 5
    for finger in range(5):
        points.append(bones.moved(f"finger{finger + 1}-3.{letter}", actor.body.tips[start + finger])[None])
    return np.concatenate(points)


def share_in_view(camera: Camera, points: Array, size: tuple[int, int]) -> float:
    """Fraction of points inside the image."""
    pixels = camera.pixels(points, *size)
    with np.errstate(invalid="ignore"):
        inside = (pixels >= 0).all(axis=-1) & (pixels < np.array(size)).all(axis=-1)
    return float(inside.mean())


def _natural(rng: np.random.Generator, figure: Figure, size: tuple[int, int]) -> PeopleScene:
    shares = np.array([act.share for act in NATURAL])
    act = NATURAL[int(rng.choice(len(NATURAL), p=shares / shares.sum()))]
    best: tuple[float, Actor, Camera] | None = None
    for _ in range(5):
        actor = Actor(figure, rng, act.postures[int(rng.integers(len(act.postures)))])
        act.play(actor)
        camera = sample_camera(rng, actor, far=rng.random() < act.far, aspect=size[0] / size[1], wide=True)
        seen = max(share_in_view(camera, hand_points(actor, side), size) for side in SIDES)
        if act.name in _FREE_HANDS and any(like_paper(actor, camera, side) for side in SIDES):
            seen = -1.0
        if best is None or seen > best[0]:
            best = (seen, actor, camera)
        if seen > rng.uniform(0.3, 0.9):
            break
    assert best is not None
    _, actor, camera = best
    furnish(rng, actor, table=act.name not in ("lap", "steering_wheel", "instrument", "hanging"))
    quick = act.name in ("waving", "clapping", "talking", "stretching", "jacket", "pointing")
    smear = tuple(rng.normal(0, 4, 2)) if rng.random() < (0.4 if quick else 0.08) else (0.0, 0.0)
    return _scene(rng, actor, camera, NONE, act, "", (float(smear[0]), float(smear[1])))


def like_paper(actor: Actor, camera: Camera, side: Side) -> bool:
    """Whether a hand is flat, upright and towards the camera, as someone shows paper."""
    goal = actor.goals.get(side)
    if goal is None or float(np.mean(goal.angles[[2, 6, 10, 14]])) > _FLAT_DEG:
        return False
    axes, _ = actor.hand_axes(side)
    upright, facing = float(axes[1, 1]), abs(float(axes[:, 2] @ camera.axes[2]))
    return upright > 0.45 and facing > 0.6


def _scene(
    rng: np.random.Generator,
    actor: Actor,
    camera: Camera,
    label: str,
    act: Act | str,
    side: Side | Literal[""],
    smear_px: tuple[float, float] = (0.0, 0.0),
) -> PeopleScene:
    name = act if isinstance(act, str) else act.name
    light, metered = sample_light(rng), float(rng.uniform(0.15, 0.55))
    return PeopleScene(actor, None, camera, light, label, name, side, metered, smear_px)


def furnish(rng: np.random.Generator, actor: Actor, *, table: bool) -> None:
    """Add a table, if wanted, and perhaps a chair, for a person who sits."""
    if actor.posture == "sit" and table and rng.random() < 0.8:
        wood = np.array([0.34, 0.20, 0.10]) if rng.random() < 0.5 else np.full(3, rng.uniform(0.1, 0.7))
        top = box((2.4, 0.8, 1.2), 0.45 * wood * rng.uniform(0.3, 1.3))
        top.colour_rgb[top.vertices[:, 1] > 0] *= 2.0
        depth = actor.front(actor.table_m) + rng.uniform(0.0, 0.05)
        actor.props.append(top.placed(np.eye(3), np.array([0.0, actor.table_m - 0.401, depth + 0.6])))
    if actor.posture == "sit" and rng.random() < 0.3:
        back = actor.start_of("spine02")
        seat = box((0.48 * actor.unit, rng.uniform(0.5, 0.9), 0.06), np.full(3, rng.uniform(0.01, 0.3)))
        actor.props.append(seat.placed(np.eye(3), back + np.array([0.0, -0.1, -0.22 * actor.unit])))


def _without_hands(rng: np.random.Generator, figure: Figure, size: tuple[int, int]) -> PeopleScene:
    for attempt in range(_TRIES):
        far = rng.random() < 0.15
        actor = Actor(figure, rng, "walk" if far and rng.random() < 0.3 else "sit" if rng.random() < 0.6 else "stand")
        actor.turn_head(rng.normal(0, 28), rng.normal(4, 12), rng.normal(0, 8))
        for side in SIDES:
            (behind if attempt > 8 or (far and rng.random() < 0.5) else hang)(actor, side)
        camera = sample_camera(rng, actor, far=far and attempt < 8, aspect=size[0] / size[1])
        if not far or attempt >= 8:
            eyes = actor.start_of("eye.L")
            camera = looking(camera.eye_m, eyes + rng.normal(0, 0.05, 3), camera.field_of_view_deg)
        if max(share_in_view(camera, hand_points(actor, side), size) for side in SIDES) == 0 or attempt > 10:
            break
    return _scene(rng, actor, camera, EMPTY, "empty", "")


def _pick(rng: np.random.Generator, kind: Kind, label: str) -> Pose:
    choices = [pose_named(name) for name in SIGNS] if kind == "sign" else list(poses_of(label))
    shares = np.array([pose.share for pose in choices])
    return choices[int(rng.choice(len(choices), p=shares / shares.sum()))]


def _showing(rng: np.random.Generator, figure: Figure, kind: Kind, label: str, size: tuple[int, int]) -> PeopleScene:
    pose = _pick(rng, kind, label)
    both = rng.random() < _BOTH_HANDS_SHARE
    best: tuple[float, Actor, Camera, Side] | None = None
    for _ in range(_TRIES):
        posture: Posture = "sit" if rng.random() < 0.6 else "stand"
        actor = Actor(figure, rng, posture)
        camera = sample_camera(rng, actor, far=rng.random() < 0.2, aspect=size[0] / size[1])
        side: Side = SIDES[int(rng.random() < 0.55)]
        cost = show(rng, actor, camera, side, pose, size)
        cost += (
            show(rng, actor, camera, other(side), pose, size) if both else _hide(rng, actor, camera, other(side), size)
        )
        if best is None or cost < best[0]:
            best = (cost, actor, camera, side)
        if cost < _MOST_STRAIN:
            break
    assert best is not None
    _, actor, camera, side = best
    furnish(rng, actor, table=rng.random() < 0.5)
    smear = rng.normal(0, 2.5, 2) if rng.random() < 0.15 else np.zeros(2)
    return _scene(rng, actor, camera, label, pose.name, side, (float(smear[0]), float(smear[1])))


def show(
    rng: np.random.Generator, actor: Actor, camera: Camera, side: Side, pose: Pose, size: tuple[int, int]
) -> float:
    """Hold a pose up to the camera; the cost of the best of a few tries, 0 for a comfortable arm within the image."""
    best: tuple[float, HandGoal] | None = None
    angles = sample_angles(rng, pose)
    least = _LEAST_HAND if rng.random() < 0.25 else _USUAL_HAND
    apart = rng.random() < 0.55
    for _ in range(6):
        azimuth, tilt = sample_turn_and_tilt(rng, pose.views)
        roll = sample_roll(rng, pose.aim, azimuth, side)
        placement = Placement(azimuth, tilt, roll, np.zeros(2), 0.5, 45.0)
        axes = camera.axes.T @ view_rotation(placement, side)
        centre = _held_at(rng, actor, camera, side, size)
        goal = HandGoal(
            side, centre - axes @ _PALM_MIDDLE * actor.hand_scale(side), axes, angles, float(rng.normal(16, 10))
        )
        cost = actor.take(goal) + _in_the_way(actor, centre)
        seen = share_in_view(camera, hand_points(actor, side), size)
        cost += 150 * max(0.0, 0.86 - seen)
        cost += _unclear(actor, camera, side, size, least=least, apart=apart)
        if best is None or cost < best[0]:
            best = (cost, goal)
        if cost < 6:
            break
    assert best is not None
    actor.take(best[1])
    return best[0]


def _unclear(actor: Actor, camera: Camera, side: Side, size: tuple[int, int], *, least: float, apart: bool) -> float:
    """Cost of a hand that is smaller than ``least`` of the image's height, or, if ``apart``, before the face."""
    pixels = camera.pixels(hand_points(actor, side), *size)
    if not np.isfinite(pixels).all():
        return 100.0
    extent = float(np.ptp(pixels, axis=0).max())
    cost = 400 * max(0.0, least - extent / size[1])
    if apart:
        head = actor.start_of("head") + np.array([0.0, 0.07, 0.03]) * actor.unit
        centre, edge = camera.pixels(np.stack([head, head + 0.13 * actor.unit * camera.axes[1]]), *size)
        gap = float(np.linalg.norm(pixels.mean(axis=0) - centre))
        radius = float(np.linalg.norm(edge - centre))
        cost += 25 * max(0.0, 1 - gap / (radius + 0.35 * extent))
    return cost


def _held_at(rng: np.random.Generator, actor: Actor, camera: Camera, side: Side, size: tuple[int, int]) -> Array:
    """A place for a hand: somewhere in the image, between camera and chest, within reach."""
    aspect, half = size[0] / size[1], np.tan(np.radians(camera.field_of_view_deg) / 2)
    shoulder = actor.shoulder(side)
    arm = 0.60 * actor.unit
    far = -float(camera.seen(shoulder)[2])
    place = shoulder
    for _ in range(25):
        near = rng.random() < 0.15
        distance = rng.uniform(0.26, 0.36) if near and far < 0.95 else far - actor.unit * rng.uniform(0.14, 0.52)
        if distance < 0.24:
            continue
        edge = 0.95 if rng.random() < 0.25 else 0.62
        x, y = rng.uniform(-edge, edge, 2)
        local = np.array([x * half * distance * aspect, y * half * distance, -distance])
        place = camera.eye_m + local @ camera.axes
        gap = float(np.linalg.norm(place - shoulder))
        if 0.22 * actor.unit < gap < arm and _in_the_way(actor, place) == 0:
            break
    return np.asarray(place)


def _in_the_way(actor: Actor, place: Array) -> float:
    """Cost of a hand inside the head or the torso."""
    head = actor.start_of("head") + np.array([0.0, 0.07, 0.03]) * actor.unit
    cost = 200 * max(0.0, 0.25 * actor.unit - float(np.linalg.norm(place - head)))
    wide = abs(actor.shoulder("left")[0]) * 1.1
    if abs(place[0]) < wide and place[1] < actor.shoulder("left")[1] + 0.05:
        cost += 200 * max(0.0, actor.front(float(place[1])) + 0.05 - place[2])
    return cost


def _hide(rng: np.random.Generator, actor: Actor, camera: Camera, side: Side, size: tuple[int, int]) -> float:
    """Put a hand out of sight; the cost of what is still seen of it."""
    ways = [in_lap, hang, behind] if actor.posture == "sit" else [hang, behind]
    for way in rng.permutation(np.array(ways, dtype=object)):
        way(actor, side)
        if share_in_view(camera, hand_points(actor, side), size) == 0:
            return 0.0
    behind(actor, side)
    return 3.0


def _with_neighbour(
    rng: np.random.Generator, scene: PeopleScene, figure: Figure, *, hands: bool, size: tuple[int, int]
) -> PeopleScene:
    for _ in range(4):
        actor = Actor(figure, rng, scene.actor.posture if rng.random() < 0.7 else "stand")
        for side in SIDES:
            (rest if hands else behind)(actor, side)
        if hands and rng.random() < 0.5:
            shares = np.array([act.share for act in NATURAL])
            NATURAL[int(rng.choice(len(NATURAL), p=shares / shares.sum()))].play(actor)
        level = scene.actor.start_of("eye.L")[1] - actor.start_of("eye.L")[1]
        aside = rng.choice([-1.0, 1.0]) * rng.uniform(0.45, 0.9)
        place = np.array([aside, level + rng.normal(0, 0.12), -rng.uniform(0.1, 0.9)])
        seen = [share_in_view(scene.camera, hand_points(actor, side) + place, size) for side in SIDES]
        if hands or max(seen) == 0:
            return PeopleScene(
                scene.actor, (actor, place), scene.camera, scene.light, scene.label, scene.act, scene.side,
                scene.metered, scene.smear_px,
            )  # fmt: skip
    return scene


def draw_people(renderer: HandRenderer, scene: PeopleScene, background_bgr: Image) -> Image:
    """Draw the people of a scene over a background, ``(height, width, 3)`` uint8 BGR."""
    frame, camera = background_bgr, scene.camera
    gain = exposure_gain(scene.actor.figure.look.skin, scene.metered)
    light = exposed(scene.light, gain * _BRIGHTER)
    projection = perspective(camera.field_of_view_deg, renderer.width, renderer.height)
    people: list[tuple[Actor, Array]] = [(scene.actor, np.zeros(3))]
    if scene.neighbour is not None:
        people.insert(0, scene.neighbour)
    for actor, place in people:
        own = Camera(camera.eye_m - place, camera.axes, camera.field_of_view_deg)
        skin = actor.figure.look.skin
        surfaces = [figure_surface(actor.figure, actor.bones, own, light.direction)[0]]
        surfaces += [prop_surface(prop, own) for prop in actor.props]
        layer = renderer.draw(surfaces, light, projection, skin_rgb=skin.rgb, grain=skin.grain)
        layer = smeared(layer, *scene.smear_px)
        uncovered = cv2.cvtColor(255 - layer[..., 3], cv2.COLOR_GRAY2BGR)
        frame = np.asarray(cv2.add(layer[..., :3], cv2.multiply(frame, uncovered, scale=1 / 255)), dtype=np.uint8)
    return frame


def render_people(
    rng: np.random.Generator, renderer: HandRenderer, scene: PeopleScene, photos: tuple[Path, ...]
) -> Image:
    """Render a scene with a random background and webcam, ``(height, width, 3)`` uint8 BGR."""
    background = random_background(rng, renderer.width, renderer.height, photos)
    if rng.random() < 0.5:
        background = np.asarray(cv2.GaussianBlur(background, (0, 0), rng.uniform(0.6, 3.0)), dtype=np.uint8)
    gain = exposure_gain(scene.actor.figure.look.skin, scene.metered)
    image = draw_people(renderer, scene, relit(background, gain * room_tint(scene.light)))
    if rng.random() < 0.25:
        image = cast_shadow(rng, image)
    if rng.random() < _DECENT_WEBCAM_SHARE:
        return sample_webcam(rng).take(rng, image)
    return degrade(rng, image)


def hand_in_image(scene: PeopleScene, size: tuple[int, int]) -> tuple[float, float, float, int, Side | Literal[""]]:
    """The labelled or, without one, the best visible hand.

    Returns:
        Its middle in pixels, its size in pixels, how many hands of the person in front are in the image, and its side.
    """
    found: list[tuple[float, Side, Array]] = []
    for side in SIDES:
        points = hand_points(scene.actor, side)
        found.append((share_in_view(scene.camera, points, size), side, scene.camera.pixels(points, *size)))
    count = sum(share > 0.25 for share, _, _ in found)
    if scene.side:
        found = [one for one in found if one[1] == scene.side]
    share, side, pixels = max(found, key=lambda one: one[0])
    if share == 0 or (not scene.side and share <= 0.25):
        return float("nan"), float("nan"), 0.0, count, ""
    inside = pixels[np.isfinite(pixels).all(axis=1)]
    middle, extent = 0.5 * (inside.min(axis=0) + inside.max(axis=0)), np.ptp(inside, axis=0).max()
    return float(middle[0]), float(middle[1]), float(extent), count, side
