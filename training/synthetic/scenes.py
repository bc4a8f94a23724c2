"""Random scenes of a hand - person, pose, view, light, background, camera - and their images."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.accessories import accessory_surfaces
from training.synthetic.angles import forearm_direction, rotations
from training.synthetic.arm import build_forearm, build_sleeve, rotation_about
from training.synthetic.backgrounds import random_background
from training.synthetic.bystander import draw_bystander
from training.synthetic.camera import degrade
from training.synthetic.lighting import cast_shadow, exposed, exposure_gain, relit, room_tint, sample_light
from training.synthetic.people import Person
from training.synthetic.poses import Pose, poses_of, sample_angles
from training.synthetic.renderer import HandRenderer, Light, Surface, perspective
from training.synthetic.shading import forearm_surface, skin_surface, sleeve_surface
from training.synthetic.skeleton import Array, PosedHand, Side, load_hand, pose_hand
from training.synthetic.views import sample_roll, sample_turn_and_tilt

Image = npt.NDArray[np.uint8]

_ADULT_HAND_M = 0.19
_PALM_MIDDLE_M = np.array([0.0, 0.075, 0.01])
_CUT_OFF_SHARE = 0.13
_MOST_CUT_OFF = 0.14
_BYSTANDER_SHARE = 0.25
_CAST_SHADOW_SHARE = 0.3


@dataclass(frozen=True)
class Placement:
    """Position and orientation of a hand before the camera.

    Attributes:
        azimuth_deg: Rotation about the forearm: 0 palm, 90 thumb's side, 180 back to the camera.
        elevation_deg: Tilt of the fingertips towards the camera.
        roll_deg: Rotation in the image plane, counter-clockwise.
        centre: ``(2,)`` centre of the hand in the image, -1 to 1 to the right and up.
        height: Extent of an outstretched hand as a fraction of the image's height.
        field_of_view_deg: Vertical angle of view.
        reach: Limit of the hand's position: 1 lets it touch the image's edge.
        cut: ``(2,)`` fractions of the hand's width and height beyond the image's edge: right or top if positive, left
            or bottom if negative.
        steady: Whether ``centre`` and ``height`` refer to the palm instead of the outline, so that a hand stays in
            place while its fingers move.
    """

    azimuth_deg: float
    elevation_deg: float
    roll_deg: float
    centre: Array
    height: float
    field_of_view_deg: float
    reach: float = 0.95
    cut: tuple[float, float] = (0.0, 0.0)
    steady: bool = False


@dataclass(frozen=True)
class RenderedScene:
    """All parameters of one rendered hand except background and camera.

    Attributes:
        person: The person.
        angles: ``(len(ANGLES),)`` degrees.
        side: Left or right hand.
        placement: Position and orientation.
        light: The light.
        pose_name: Name of the sampled pose; empty between poses.
        smear_px: Movement to the right and down during the exposure.
        metered: Weight of the hand in the camera's automatic exposure, 0 to 1.
    """

    person: Person
    angles: Array
    side: Side
    placement: Placement
    light: Light
    pose_name: str = ""
    smear_px: tuple[float, float] = (0.0, 0.0)
    metered: float = 0.0

    @property
    def exposure(self) -> float:
        """Exposure gain caused by the brightness of the hand."""
        return exposure_gain(self.person.skin, self.metered)


def sample_scene(
    rng: np.random.Generator, person: Person, label: str, poses: tuple[Pose, ...] | None = None
) -> RenderedScene:
    """Sample a scene of ``person`` showing ``label`` in one of ``poses``, or in any pose of the label."""
    choices = poses_of(label) if poses is None else poses
    shares = np.array([pose.share for pose in choices])
    pose = choices[int(rng.choice(len(choices), p=shares / shares.sum()))]
    side: Side = "right" if rng.random() < 0.5 else "left"
    if person.sleeve is not None and rng.random() < 0.3:
        person = replace(person, sleeve=replace(person.sleeve, starts_m=person.sleeve.starts_m + rng.uniform(0, 0.06)))
    return RenderedScene(
        person=person,
        angles=sample_angles(rng, pose),
        side=side,
        placement=_sample_placement(rng, pose, side),
        light=sample_light(rng),
        pose_name=pose.name,
        metered=rng.uniform(0.05, 0.4),
    )


def _sample_placement(rng: np.random.Generator, pose: Pose, side: Side) -> Placement:
    azimuth, tilt = sample_turn_and_tilt(rng, pose.views)
    roll = sample_roll(rng, pose.aim, azimuth, side)
    return Placement(
        azimuth_deg=azimuth,
        elevation_deg=tilt,
        roll_deg=roll,
        centre=rng.uniform(-0.35, 0.35, 2),
        height=rng.uniform(0.42, 0.8),
        field_of_view_deg=rng.uniform(28, 62),
        reach=0.96,
        cut=_sample_cut(rng, roll) if rng.random() < _CUT_OFF_SHARE else (0.0, 0.0),
    )


def _sample_cut(rng: np.random.Generator, roll_deg: float) -> tuple[float, float]:
    """Sample the part of a hand outside the image: some of its palm or of either side, hardly its fingertips."""
    edge = int(rng.integers(4))
    across, up = ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0))[edge]
    turn = np.radians(roll_deg)
    towards_fingertips = max(0.0, float(np.cos(turn) * up - np.sin(turn) * across))
    share = rng.uniform(0.05, _MOST_CUT_OFF) * (1 - 0.7 * towards_fingertips)
    return across * share, up * share


def scene_surfaces(scene: RenderedScene, aspect: float) -> list[Surface]:
    """Hand, forearm and sleeve of a scene in camera coordinates, for an image with this aspect ratio."""
    person = scene.person
    hand = pose_hand(
        load_hand(scene.side),
        rotations(scene.angles, scene.side),
        lengths=person.lengths,
        finger_girths=person.finger_girths,
    )
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
    surfaces += accessory_surfaces(person.accessories, hand, direction, thickness=person.forearm)
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
    """The ``(3, 3)`` rotation from hand to camera coordinates."""
    thumbwards = 1.0 if side == "right" else -1.0
    right, up, towards = np.eye(3)
    azimuth = rotation_about(up, -thumbwards * np.radians(placement.azimuth_deg))
    elevation = rotation_about(right, np.radians(placement.elevation_deg))
    return rotation_about(towards, np.radians(placement.roll_deg)) @ elevation @ azimuth


def _camera_offset(placement: Placement, extent: Array, aspect: float) -> Array:
    """Position of the centre of a hand of size ``extent`` (x, y, z in metres), which stays in the image."""
    half = np.tan(np.radians(placement.field_of_view_deg) / 2)
    # A fist is held closer than its size asks for, but not so close that it fills the area of an open hand.
    size = np.sqrt(_ADULT_HAND_M * max(extent[0], extent[1]))
    distance = size / (2 * half * placement.height) + 0.5 * extent[2]
    room = half * distance * np.array([aspect, 1.0]) * placement.reach - 0.5 * extent[:2]
    wanted = placement.centre * half * distance
    x, y = np.clip(wanted, -np.maximum(room, 0.0), np.maximum(room, 0.0))
    # The visible part of a hand that leaves the image touches the edge from inside.
    cut_x, cut_y = placement.cut
    edge_x, edge_y = half * distance * np.array([aspect, 1.0]) - 0.5 * extent[:2]
    x = np.sign(cut_x) * edge_x + cut_x * extent[0] if cut_x else x
    y = np.sign(cut_y) * edge_y + cut_y * extent[1] if cut_y else y
    return np.array([x, y, -distance])


def share_cut_off(scene: RenderedScene, width: int, height: int) -> float:
    """Fraction of the hand's mesh points outside an image of that size."""
    hand = scene_surfaces(scene, width / height)[0]
    projection = perspective(scene.placement.field_of_view_deg, width, height)
    clipped = np.column_stack([hand.vertices, np.ones(len(hand.vertices))]) @ projection.T
    return float(np.mean(np.any(np.abs(clipped[:, :2]) > clipped[:, 3:], axis=1)))


def draw_hands(renderer: HandRenderer, scenes: list[RenderedScene], background_bgr: Image) -> Image:
    """Draw hands over a background.

    Args:
        renderer: Its size is that of the image.
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
        layer = renderer.draw(
            surfaces, exposed(scene.light, scene.exposure), projection, skin_rgb=skin.rgb, grain=skin.grain
        )
        layer = smeared(layer, *scene.smear_px)
        uncovered = cv2.cvtColor(255 - layer[..., 3], cv2.COLOR_GRAY2BGR)
        frame = np.asarray(cv2.add(layer[..., :3], cv2.multiply(frame, uncovered, scale=1 / 255)), dtype=np.uint8)
    return frame


def smeared(layer: Image, right_px: float, down_px: float) -> Image:
    """Motion blur of a ``(height, width, 4)`` uint8 layer that moves by ``(x, y)`` pixels during the exposure."""
    half = int(np.ceil(max(abs(right_px), abs(down_px)) / 2))
    if half < 1:
        return layer
    kernel = np.zeros((2 * half + 1, 2 * half + 1), np.float32)
    shares = np.linspace(-0.5, 0.5, 4 * half + 1)
    np.add.at(kernel, (half + np.rint(shares * down_px).astype(int), half + np.rint(shares * right_px).astype(int)), 1)
    return np.asarray(cv2.filter2D(layer, -1, kernel / kernel.sum()), dtype=np.uint8)


def render_scene(
    rng: np.random.Generator, renderer: HandRenderer, scene: RenderedScene, photos: tuple[Path, ...]
) -> Image:
    """Render a scene with a random background and webcam, ``(height, width, 3)`` uint8 BGR."""
    background = random_background(rng, renderer.width, renderer.height, photos)
    if rng.random() < _BYSTANDER_SHARE:
        background = draw_bystander(rng, background, scene.person)
    if rng.random() < 0.3:
        background = _shaded(rng, background)
    background = relit(background, scene.exposure * room_tint(scene.light))
    image = draw_hands(renderer, [scene], background)
    if rng.random() < _CAST_SHADOW_SHARE:
        image = cast_shadow(rng, image)
    return degrade(rng, image)


def _shaded(rng: np.random.Generator, background: Image) -> Image:
    """Add a soft dark patch near the centre, like the arm's shadow."""
    height, width = background.shape[:2]
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    centre = rng.uniform(-0.4, 0.4, 2)
    spot = np.exp(-((across - centre[0]) ** 2 + (down - centre[1]) ** 2) / rng.uniform(0.1, 0.5))
    return np.asarray(background * (1 - rng.uniform(0.1, 0.4) * spot[..., None]), dtype=np.uint8)


def thumbnail(image_bgr: Image, size: int) -> Image:
    """The image scaled and padded to ``(size, size, 3)``, for a contact sheet."""
    height, width = image_bgr.shape[:2]
    scale = size / max(height, width)
    small = cv2.resize(image_bgr, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    tile = np.zeros((size, size, 3), np.uint8)
    tile[: small.shape[0], : small.shape[1]] = small
    return tile
