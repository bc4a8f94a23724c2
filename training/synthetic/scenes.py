"""From a seed to a picture: who, which pose, seen how, under which light, before what, by which camera."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.angles import forearm_direction, rotations
from training.synthetic.arm import Sleeve, build_forearm, build_sleeve, rotation_about
from training.synthetic.backgrounds import random_background
from training.synthetic.camera import degrade
from training.synthetic.poses import Aim, Pose, poses_of, sample_angles
from training.synthetic.renderer import HandRenderer, Light, Surface, perspective
from training.synthetic.shading import Skin, forearm_surface, skin_surface, sleeve_surface
from training.synthetic.skeleton import FINGERS, JOINTS, Array, PosedHand, Side, load_hand, pose_hand

Image = npt.NDArray[np.uint8]

_ADULT_HAND_M = 0.19
_PALM_MIDDLE_M = np.array([0.0, 0.075, 0.01])
_USUAL_REFLECTANCE = 0.30
_SIDEWAYS_SHARE = 0.2


@dataclass(frozen=True)
class Person:
    """What stays the same in all pictures of one made-up person.

    Attributes:
        group: The person's name.
        skin: Skin colour.
        lengths: ``(25,)`` factors on bone lengths.
        girth: ``(3,)`` factors on the hand's size along x, y, z of hand coordinates.
        forearm: Factor on the forearm's girth.
        sleeve: The sleeve, if any.
        cloth_rgb: ``(2, 3)`` linear light: cloth and stripe.
        stripe_m: Distance of stripes; 0 for plain cloth.
    """

    group: str
    skin: Skin
    lengths: Array
    girth: Array
    forearm: float
    sleeve: Sleeve | None
    cloth_rgb: Array
    stripe_m: float


@dataclass(frozen=True)
class Placement:
    """How a hand lies before the camera.

    Attributes:
        azimuth_deg: Turn about the forearm: 0 palm, 90 thumb's side, 180 back to the camera.
        elevation_deg: Tilt of the fingertips towards the camera.
        roll_deg: Turn in the picture, counter-clockwise.
        centre: ``(2,)`` middle of the hand in the picture, -1 to 1 to the right and up.
        height: Extent of an outstretched hand as a share of the picture's height.
        field_of_view_deg: Vertical angle of view.
        reach: How far towards the picture's edge the hand may come: 1 to touch it, above 1 to be cut off.
        steady: Whether ``centre`` and ``height`` go by the palm instead of the outline, so that a hand stays
            where it is while its fingers move.
    """

    azimuth_deg: float
    elevation_deg: float
    roll_deg: float
    centre: Array
    height: float
    field_of_view_deg: float
    reach: float = 0.95
    steady: bool = False


@dataclass(frozen=True)
class Scene:
    """Everything about one hand in a picture but its background and the camera's faults.

    Attributes:
        person: Whose hand it is.
        angles: ``(len(ANGLES),)`` degrees.
        side: Which hand.
        placement: How it lies before the camera.
        light: How it is lit.
        pose_name: The pose it was drawn from; empty while it moves between poses.
        smear_px: How far it goes to the right and down while the shutter is open.
    """

    person: Person
    angles: Array
    side: Side
    placement: Placement
    light: Light
    pose_name: str = ""
    smear_px: tuple[float, float] = (0.0, 0.0)


def sample_person(rng: np.random.Generator, group: str, tone: int) -> Person:
    """A made-up person with skin of ``tone`` (1 to 10 on the Monk scale)."""
    lengths = np.ones(len(JOINTS))
    stretch = {finger: rng.normal(1, 0.045) for finger in FINGERS}
    for number, joint in enumerate(JOINTS):
        finger = next((name for name in FINGERS if joint.startswith(name)), None)
        if finger is not None:
            palm = joint.endswith("metacarpal") or (joint.endswith("proximal") and finger != "thumb")
            lengths[number] = rng.normal(1, 0.015) * (1.0 if palm else stretch[finger])
    sleeve = None
    if rng.random() < 0.55:
        looseness, folds = rng.uniform(0.002, 0.014), rng.uniform(0.0, 0.035)
        sleeve = Sleeve(rng.uniform(0.01, 0.16), looseness, folds, rng.uniform(0, 2 * np.pi))
    cloth = rng.beta(1.2, 2.0, (2, 1)) * (0.5 + 0.5 * rng.random((2, 3)))
    return Person(
        group=group,
        skin=Skin(
            tone,
            warmth=float(np.clip(rng.normal(0, 0.6), -1.5, 1.5)),
            flush=rng.uniform(0.1, 0.9),
            grain=rng.uniform(0.2, 1.1),
        ),
        lengths=lengths,
        girth=np.array([rng.normal(1, 0.05), 1.0, rng.normal(1.06, 0.06)]),
        forearm=rng.uniform(0.9, 1.3),
        sleeve=sleeve,
        cloth_rgb=cloth,
        stripe_m=rng.uniform(0.01, 0.04) if rng.random() < 0.3 else 0.0,
    )


def sample_scene(rng: np.random.Generator, person: Person, label: str) -> Scene:
    """A picture of ``person`` showing ``label``."""
    choices = poses_of(label)
    shares = np.array([pose.share for pose in choices])
    pose = choices[int(rng.choice(len(choices), p=shares / shares.sum()))]
    side: Side = "right" if rng.random() < 0.5 else "left"
    if person.sleeve is not None and rng.random() < 0.3:
        person = replace(person, sleeve=replace(person.sleeve, starts_m=person.sleeve.starts_m + rng.uniform(0, 0.06)))
    return Scene(
        person=person,
        angles=sample_angles(rng, pose),
        side=side,
        placement=_sample_placement(rng, pose, side),
        light=sample_light(rng, person.skin),
        pose_name=pose.name,
    )


def _sample_placement(rng: np.random.Generator, pose: Pose, side: Side) -> Placement:
    shares = np.array([view[0] for view in pose.views])
    _, turn, turn_spread, tilt_spread = pose.views[int(rng.choice(len(shares), p=shares / shares.sum()))]
    azimuth = turn + float(np.clip(rng.normal(0, turn_spread), -45, 45))
    elevation = float(np.clip(rng.normal(0, tilt_spread), -45, 45))
    return Placement(
        azimuth_deg=azimuth,
        elevation_deg=elevation,
        roll_deg=sample_roll(rng, pose.aim, azimuth, side),
        centre=rng.uniform(-0.35, 0.35, 2),
        height=rng.uniform(0.42, 0.8),
        field_of_view_deg=rng.uniform(28, 62),
        reach=1.06 if rng.random() < 0.08 else 0.93,
    )


def sample_roll(rng: np.random.Generator, aim: Aim, azimuth_deg: float, side: Side) -> float:
    """How far a hand is turned in the picture when people hold up what a pose aims up, in degrees."""
    thumbwards = 1.0 if side == "right" else -1.0
    wobble = float(rng.normal(0, 15))
    if aim in (Aim.THUMB, Aim.THUMB_DOWN):
        # Palm side seen, the thumb points to the side it is on; a quarter turn brings it up.
        quarter = 90.0 * thumbwards * (1.0 if np.cos(np.radians(azimuth_deg)) >= 0 else -1.0)
        return (quarter if aim is Aim.THUMB else -quarter) + wobble
    if aim is Aim.BEAK:
        # The palm looks down when a hand reaches sideways, so the turn follows the side that the palm is on.
        towards = thumbwards * float(np.sign(np.sin(np.radians(azimuth_deg))) or 1.0)
        return towards * float(rng.uniform(25, 100)) if rng.random() < 0.5 else wobble * 1.3
    if rng.random() < _SIDEWAYS_SHARE:
        return float(rng.choice([-1.0, 1.0]) * rng.uniform(40, 100))
    return wobble


def sample_light(rng: np.random.Generator, skin: Skin) -> Light:
    """Light from somewhere ahead, for a camera that exposes for hands of ``skin``."""
    return _exposed(_sample_light(rng), skin)


def _sample_light(rng: np.random.Generator) -> Light:
    direction = np.array([rng.normal(0, 0.8), rng.normal(0.5, 0.5), rng.uniform(0.35, 1.2)])
    warmth = rng.normal(0, 0.10)
    tint = np.array([1 + warmth, 1.0, 1 - warmth])
    fill = rng.uniform(0.22, 0.55)
    key = rng.uniform(0.4, 0.95)
    cool = np.array([1 - 0.5 * warmth, 1.0, 1 + 0.5 * warmth])
    return Light(
        direction=direction / np.linalg.norm(direction),
        colour_rgb=key * tint,
        sky_rgb=fill * cool,
        ground_rgb=fill * rng.uniform(0.4, 0.9) * tint,
        gloss=rng.uniform(0.0, 0.10),
    )


def _exposed(light: Light, skin: Skin) -> Light:
    """Light as a camera's automatic exposure leaves it, which goes part of the way towards equally bright hands."""
    gain = float(np.clip((_USUAL_REFLECTANCE / skin.rgb.mean()) ** 0.25, 0.85, 1.5))
    return replace(
        light, colour_rgb=gain * light.colour_rgb, sky_rgb=gain * light.sky_rgb, ground_rgb=gain * light.ground_rgb
    )


def scene_surfaces(scene: Scene, aspect: float) -> list[Surface]:
    """A scene's hand, forearm and sleeve in camera coordinates, for a picture ``aspect`` times as wide as high."""
    person = scene.person
    hand = pose_hand(load_hand(scene.side), rotations(scene.angles, scene.side), lengths=person.lengths)
    hand = PosedHand(hand.mesh, hand.vertices * person.girth, hand.normals, hand.joints)
    turn = view_rotation(scene.placement, scene.side)
    to_light = turn.T @ scene.light.direction
    direction = forearm_direction(scene.angles, scene.side)
    forearm = build_forearm(hand, direction, thickness=person.forearm)
    hand_look = skin_surface(hand, person.skin, to_light=to_light)
    surfaces = [hand_look, forearm_surface(forearm, hand, hand_look, person.skin, to_light=to_light)]
    if person.sleeve is not None:
        sleeve = build_sleeve(hand, direction, person.sleeve, thickness=person.forearm)
        surfaces.append(sleeve_surface(sleeve, person.cloth_rgb, person.stripe_m))
    if scene.placement.steady:
        middle, extent = turn @ _PALM_MIDDLE_M, np.array([0.0, _ADULT_HAND_M, 0.0])
    else:
        turned = hand.vertices @ turn.T
        low, high = turned.min(axis=0), turned.max(axis=0)
        middle, extent = 0.5 * (low + high), high - low
    offset = _camera_offset(scene.placement, extent, aspect)
    return [
        replace(surface, vertices=surface.vertices @ turn.T - middle + offset, normals=surface.normals @ turn.T)
        for surface in surfaces
    ]


def view_rotation(placement: Placement, side: Side) -> Array:
    """The ``(3, 3)`` turn from hand to camera coordinates."""
    thumbwards = 1.0 if side == "right" else -1.0
    right, up, towards = np.eye(3)
    azimuth = rotation_about(up, -thumbwards * np.radians(placement.azimuth_deg))
    elevation = rotation_about(right, np.radians(placement.elevation_deg))
    return rotation_about(towards, np.radians(placement.roll_deg)) @ elevation @ azimuth


def _camera_offset(placement: Placement, extent: Array, aspect: float) -> Array:
    """Where the middle of a hand ``extent`` (x, y, z in metres) large goes; people keep their hands in the picture."""
    half = np.tan(np.radians(placement.field_of_view_deg) / 2)
    # A fist is held closer than its size asks for, but not so close that it fills what an open hand would.
    size = np.sqrt(_ADULT_HAND_M * max(extent[0], extent[1]))
    distance = size / (2 * half * placement.height) + 0.5 * extent[2]
    room = half * distance * np.array([aspect, 1.0]) * placement.reach - 0.5 * extent[:2]
    wanted = placement.centre * half * distance
    x, y = np.clip(wanted, -np.maximum(room, 0.0), np.maximum(room, 0.0))
    return np.array([x, y, -distance])


def draw_hands(renderer: HandRenderer, scenes: list[Scene], background_bgr: Image) -> Image:
    """Draw hands over a background.

    Args:
        renderer: Its size is the picture's.
        scenes: One for each hand; each is drawn over the ones before it.
        background_bgr: ``(height, width, 3)`` uint8 BGR.

    Returns:
        ``(height, width, 3)`` uint8 BGR.
    """
    frame = background_bgr
    for scene in scenes:
        projection = perspective(scene.placement.field_of_view_deg, renderer.width, renderer.height)
        surfaces = scene_surfaces(scene, renderer.width / renderer.height)
        skin = scene.person.skin
        layer = renderer.draw(surfaces, scene.light, projection, skin_rgb=skin.rgb, grain=skin.grain)
        layer = smeared(layer, *scene.smear_px)
        uncovered = cv2.cvtColor(255 - layer[..., 3], cv2.COLOR_GRAY2BGR)
        frame = np.asarray(cv2.add(layer[..., :3], cv2.multiply(frame, uncovered, scale=1 / 255)), dtype=np.uint8)
    return frame


def smeared(layer: Image, right_px: float, down_px: float) -> Image:
    """A ``(height, width, 4)`` uint8 layer as a shutter leaves it that was open while all of it went this far."""
    half = int(np.ceil(max(abs(right_px), abs(down_px)) / 2))
    if half < 1:
        return layer
    kernel = np.zeros((2 * half + 1, 2 * half + 1), np.float32)
    shares = np.linspace(-0.5, 0.5, 4 * half + 1)
    np.add.at(kernel, (half + np.rint(shares * down_px).astype(int), half + np.rint(shares * right_px).astype(int)), 1)
    return np.asarray(cv2.filter2D(layer, -1, kernel / kernel.sum()), dtype=np.uint8)


def random_picture(rng: np.random.Generator, renderer: HandRenderer, scene: Scene, photos: tuple[Path, ...]) -> Image:
    """A scene over a random background as a webcam would show it, ``(height, width, 3)`` uint8 BGR."""
    background = random_background(rng, renderer.width, renderer.height, photos)
    if rng.random() < 0.3:
        background = _shaded(rng, background)
    return degrade(rng, draw_hands(renderer, [scene], background))


def _shaded(rng: np.random.Generator, background: Image) -> Image:
    """A soft dark patch, as from the arm's shadow, somewhere in the middle."""
    height, width = background.shape[:2]
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    centre = rng.uniform(-0.4, 0.4, 2)
    spot = np.exp(-((across - centre[0]) ** 2 + (down - centre[1]) ** 2) / rng.uniform(0.1, 0.5))
    return np.asarray(background * (1 - rng.uniform(0.1, 0.4) * spot[..., None]), dtype=np.uint8)


def thumbnail(picture_bgr: Image, size: int) -> Image:
    """A picture scaled and padded to ``(size, size, 3)`` for a contact sheet."""
    height, width = picture_bgr.shape[:2]
    scale = size / max(height, width)
    small = cv2.resize(picture_bgr, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    tile = np.zeros((size, size, 3), np.uint8)
    tile[: small.shape[0], : small.shape[1]] = small
    return tile
