"""Watches, bracelets and finger rings, modelled as tubes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from training.synthetic.arm import Tube, rings_to_tube, wrist_rings
from training.synthetic.renderer import Surface
from training.synthetic.skeleton import FINGERS, JOINTS, Array, PosedHand, load_hand

_AROUND = 40
_METAL_RGB = np.array([[0.78, 0.60, 0.30], [0.70, 0.70, 0.70], [0.16, 0.16, 0.17], [0.75, 0.50, 0.40]])
_LEATHER_RGB = np.array(
    [[0.02, 0.02, 0.02], [0.12, 0.05, 0.02], [0.30, 0.16, 0.07], [0.03, 0.05, 0.12], [0.6, 0.6, 0.58]]
)
_WATCH_SHARE, _BRACELET_SHARE, _RING_SHARE = 0.2, 0.12, 0.25
# A watch lies on the back of the wrist; ``around`` is an angle from the +x side through the palm's.
_BACK_RAD = -np.pi / 2


@dataclass(frozen=True)
class WristBand:
    """A watch or a bracelet.

    Attributes:
        starts_m: Distance of its hand-side edge from the wrist.
        width_m: Its width.
        thickness_m: Its distance from the arm.
        colour_rgb: ``(3,)`` linear light.
        metal: Whether it is shiny.
        face_rgb: ``(3,)`` linear light of a watch's face; None for a bracelet.
    """

    starts_m: float
    width_m: float
    thickness_m: float
    colour_rgb: Array
    metal: bool
    face_rgb: Array | None = None


@dataclass(frozen=True)
class FingerRing:
    """A ring.

    Attributes:
        finger: One of ``FINGERS``, not the thumb.
        along: Position on the finger's first bone, 0 at the knuckle to 1.
        width_m: Its width.
        colour_rgb: ``(3,)`` linear light.
    """

    finger: Literal["index-finger", "middle-finger", "ring-finger", "pinky-finger"]
    along: float
    width_m: float
    colour_rgb: Array


@dataclass(frozen=True)
class Accessories:
    """Accessories of a person, worn on the visible hand."""

    band: WristBand | None = None
    rings: tuple[FingerRing, ...] = ()


def sample_accessories(rng: np.random.Generator) -> Accessories:
    """Sample accessories; most people wear none."""
    band = None
    kind = rng.random()
    if kind < _WATCH_SHARE + _BRACELET_SHARE:
        watch = kind < _WATCH_SHARE
        metal = bool(rng.random() < 0.5)
        colours = _METAL_RGB if metal else _LEATHER_RGB
        band = WristBand(
            starts_m=rng.uniform(0.02, 0.045),
            width_m=rng.uniform(0.016, 0.024) if watch else rng.uniform(0.003, 0.01),
            thickness_m=rng.uniform(0.0015, 0.003),
            colour_rgb=colours[int(rng.integers(len(colours)))] * rng.uniform(0.7, 1.1),
            metal=metal,
            face_rgb=np.full(3, rng.choice([0.01, 0.02, 0.5, 0.8])) if watch else None,
        )
    rings: list[FingerRing] = []
    if rng.random() < _RING_SHARE:
        fingers = rng.permutation(np.array(FINGERS[1:]))[: int(rng.integers(1, 3))]
        metal_rgb = _METAL_RGB[int(rng.integers(len(_METAL_RGB)))]
        rings = [FingerRing(finger, rng.uniform(0.58, 0.7), rng.uniform(0.002, 0.005), metal_rgb) for finger in fingers]
    return Accessories(band, tuple(rings))


def accessory_surfaces(worn: Accessories, hand: PosedHand, direction: Array, *, thickness: float) -> list[Surface]:
    """Surfaces of the accessories, in hand coordinates.

    Args:
        worn: The accessories.
        hand: The posed hand.
        direction: ``(3,)`` unit vector along which the forearm leaves.
        thickness: Factor on the forearm's girth.
    """
    surfaces = [_ring_surface(ring, hand) for ring in worn.rings]
    if worn.band is not None:
        surfaces.append(_band_surface(worn.band, hand, direction, thickness))
    return surfaces


def _band_surface(band: WristBand, hand: PosedHand, direction: Array, thickness: float) -> Surface:
    around = np.linspace(0.0, 2 * np.pi, _AROUND, endpoint=False)
    share = np.array([0.0, 0.02, 0.15, 0.35, 0.5, 0.65, 0.85, 0.98, 1.0])
    height = np.array([0.0, 0.7, 1.0, 1.0, 1.0, 1.0, 1.0, 0.7, 0.0])
    stand_off = np.outer(band.thickness_m * height, np.ones(_AROUND))
    colour = np.tile(band.colour_rgb, (len(share), _AROUND, 1))
    if band.face_rgb is not None:
        off_the_back = np.abs((around - _BACK_RAD + np.pi) % (2 * np.pi) - np.pi)
        case = (off_the_back < 0.62)[None] & (height > 0.5)[:, None]
        stand_off = np.where(case, stand_off + 0.004, stand_off)
        face = (off_the_back < 0.48)[None] & ((share > 0.1) & (share < 0.9))[:, None]
        colour = np.where(face[..., None], band.face_rgb, colour)
    along = band.starts_m + band.width_m * share
    tube = rings_to_tube(wrist_rings(hand, direction, along, around, stand_off, thickness=thickness), along, around)
    return _plain_surface(tube, colour.reshape(-1, 3), metal=band.metal or band.face_rgb is not None)


def _ring_surface(ring: FingerRing, hand: PosedHand) -> Surface:
    """The surface of a ring, fixed to its bone, as wide as a finger of this girth at rest."""
    joint = JOINTS.index(f"{ring.finger}-phalanx-proximal")
    mesh = load_hand(hand.mesh.side)
    near, far = (hand.joints[number, :3, 3] for number in (joint, joint + 1))
    bone = (far - near) / np.linalg.norm(far - near)
    centre = near + ring.along * (far - near)
    mine = mesh.weights[:, joint] > 0.5
    off = hand.vertices[mine] - centre
    beside = np.abs(off @ bone) < 0.005
    flat = off[beside] - np.outer(off[beside] @ bone, bone)
    centre = centre + 0.5 * (flat.max(axis=0) + flat.min(axis=0))
    flat = flat - 0.5 * (flat.max(axis=0) + flat.min(axis=0))
    radius = float(np.quantile(np.linalg.norm(flat, axis=1), 0.8)) + 0.0004
    across = np.cross(bone, np.eye(3)[int(np.argmin(np.abs(bone)))])
    across /= np.linalg.norm(across)
    around = np.linspace(0.0, 2 * np.pi, 28, endpoint=False)
    circle = np.outer(np.cos(around), across) + np.outer(np.sin(around), np.cross(bone, across))
    along = ring.width_m * np.array([-0.5, -0.45, 0.0, 0.45, 0.5])
    radii = radius + 0.0012 * np.array([-0.6, 0.6, 1.0, 0.6, -0.6])
    rings = centre + along[:, None, None] * bone + radii[:, None, None] * circle
    tube = rings_to_tube(rings, along, around)
    return _plain_surface(tube, np.tile(ring.colour_rgb, (len(tube.vertices), 1)), metal=True)


def _plain_surface(tube: Tube, albedo_rgb: Array, *, metal: bool) -> Surface:
    count = len(tube.vertices)
    return Surface(
        vertices=tube.vertices,
        normals=tube.normals,
        triangles=tube.triangles,
        albedo_rgb=np.clip(albedo_rgb, 0.0, 1.0),
        shade=np.full((count, 2), 0.9),
        detail=np.tile(np.array([9.0, 9.0, 0.0, -1.0 if metal else 0.0]), (count, 1)),
        place=tube.vertices,
        crease=np.zeros((count, 2)),
    )
