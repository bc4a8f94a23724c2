"""A forearm for a mesh that ends at the wrist, bare or in a sleeve: tubes with an elliptical cross-section."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.synthetic.skeleton import Array, PosedHand

_RINGS = 26
_LENGTH_M = 0.65
_BEND_M = 0.05
_BLEND_RINGS = 5
# Distance from the wrist, half width and half depth of an adult forearm, in metres, before scaling by person.
_PROFILE = np.array(
    [[0.0, 0.0265, 0.0185], [0.03, 0.0265, 0.0195], [0.12, 0.035, 0.029], [0.22, 0.043, 0.038], [0.45, 0.046, 0.042]]
)


@dataclass(frozen=True)
class Sleeve:
    """A sleeve over the forearm.

    Attributes:
        starts_m: Distance of its end from the wrist.
        looseness_m: Its distance from the arm.
        folds: Depth of its wrinkles as a fraction of its width.
        phase: Phase of the wrinkles, radians.
    """

    starts_m: float
    looseness_m: float
    folds: float
    phase: float


@dataclass(frozen=True)
class Tube:
    """A tube in hand coordinates.

    Attributes:
        vertices: ``(V, 3)``, metres.
        normals: ``(V, 3)``, unit length.
        triangles: ``(T, 3)`` vertex indices.
        along_m: ``(V,)`` distance from the wrist.
        around: ``(V,)`` angle around the arm, radians.
    """

    vertices: Array
    normals: Array
    triangles: npt.NDArray[np.int32]
    along_m: Array
    around: Array


def build_forearm(hand: PosedHand, direction: Array, *, thickness: float = 1.0) -> Tube:
    """The bare forearm, starting at the mesh's rim.

    Args:
        hand: The posed hand; the arm joins its rim without a seam.
        direction: ``(3,)`` unit vector in hand coordinates along which the forearm leaves.
        thickness: Factor on the forearm's girth.
    """
    rim = hand.vertices[hand.mesh.rim]
    centre = rim.mean(axis=0)
    offsets = rim - centre
    around = np.arctan2(offsets[:, 2] / 0.0185, offsets[:, 0] / 0.0265)
    along = np.concatenate([np.linspace(0.0, _BEND_M, 8, endpoint=False), np.linspace(_BEND_M, _LENGTH_M, _RINGS - 8)])
    spine, frames = _spine(centre, direction, along)
    rings = np.empty((len(along), len(rim), 3))
    for number, distance in enumerate(along):
        ring = _ellipse(distance, around, thickness)
        keep = max(0.0, 1.0 - number / _BLEND_RINGS)
        keep = keep * keep * (3 - 2 * keep)
        rings[number] = spine[number] + (keep * offsets + (1 - keep) * ring) @ frames[number].T
    tube = rings_to_tube(rings, along, around)
    tube.normals[: len(rim)] = hand.normals[hand.mesh.rim]
    return tube


def build_sleeve(hand: PosedHand, direction: Array, sleeve: Sleeve, *, thickness: float = 1.0) -> Tube:
    """A sleeve around the forearm of ``build_forearm``, with a cuff that turns inwards at its end."""
    centre = hand.vertices[hand.mesh.rim].mean(axis=0)
    around = np.linspace(0.0, 2 * np.pi, 36, endpoint=False)
    start, end = sleeve.starts_m, _LENGTH_M
    along = np.concatenate([[start + 0.003, start - 0.001, start], np.linspace(start + 0.004, end, 30)])
    spine, frames = _spine(centre, direction, along)
    rings = np.empty((len(along), len(around), 3))
    for number, distance in enumerate(along):
        stand_off = sleeve.looseness_m * (0.1 if number == 0 else 0.8 if number == 1 else 1.0)
        wave = np.sin(distance * 150 + 2.0 * np.sin(around + sleeve.phase) + sleeve.phase)
        fold = 1.0 + sleeve.folds * wave * min(1.0, max(0.0, (distance - start) / 0.05))
        ring = _ellipse(distance, around, thickness)
        outward = ring / np.linalg.norm(ring, axis=1, keepdims=True)
        rings[number] = spine[number] + ((ring + outward * stand_off) * fold[:, None]) @ frames[number].T
    return rings_to_tube(rings, along, around)


def wrist_rings(
    hand: PosedHand, direction: Array, along: Array, around: Array, stand_off: Array, *, thickness: float
) -> Array:
    """Rings around the forearm of ``build_forearm``.

    Args:
        hand: The posed hand.
        direction: ``(3,)`` unit vector along which the forearm leaves.
        along: ``(N,)`` distances of the rings from the wrist, metres.
        around: ``(M,)`` angles of their points, radians.
        stand_off: ``(N, M)`` distances of the points from the arm, metres.
        thickness: Factor on the forearm's girth.

    Returns:
        ``(N, M, 3)`` points in hand coordinates.
    """
    spine, frames = _spine(hand.vertices[hand.mesh.rim].mean(axis=0), direction, along)
    rings = np.empty((len(along), len(around), 3))
    for number, distance in enumerate(along):
        ring = _ellipse(distance, around, thickness)
        outward = ring / np.linalg.norm(ring, axis=1, keepdims=True)
        rings[number] = spine[number] + (ring + outward * stand_off[number][:, None]) @ frames[number].T
    return rings


def _ellipse(distance_m: float, around: Array, thickness: float) -> Array:
    grow = 1.0 + (thickness - 1.0) * min(1.0, distance_m / 0.06)
    width = np.interp(distance_m, _PROFILE[:, 0], _PROFILE[:, 1]) * grow
    depth = np.interp(distance_m, _PROFILE[:, 0], _PROFILE[:, 2]) * grow
    return np.stack([width * np.cos(around), np.zeros_like(around), depth * np.sin(around)], axis=1)


def _spine(centre: Array, direction: Array, along: Array) -> tuple[Array, Array]:
    """Centres ``(N, 3)`` and frames ``(N, 3, 3)`` of a line that leaves the hand and bends into ``direction``."""
    straight = np.array([0.0, -1.0, 0.0])
    axis = np.cross(straight, direction)
    angle = float(np.arcsin(np.clip(np.linalg.norm(axis), 0.0, 1.0)))
    axis = axis / max(float(np.linalg.norm(axis)), 1e-9)
    fine = np.linspace(0.0, float(along.max()), 200)
    share = np.clip(fine / _BEND_M, 0.0, 1.0)
    turned = angle * share * share * (3 - 2 * share)
    tangents = np.cos(turned)[:, None] * straight + np.sin(turned)[:, None] * np.cross(axis, straight)
    path = centre + np.concatenate([np.zeros((1, 3)), np.cumsum(tangents[:-1], axis=0)]) * (fine[1] - fine[0])
    spine = np.stack([np.interp(along, fine, path[:, column]) for column in range(3)], axis=1)
    frames = np.stack([rotation_about(axis, float(one)) for one in np.interp(along, fine, turned)])
    return spine, frames


def rotation_about(axis: Array, angle_rad: float) -> Array:
    """The ``(3, 3)`` rotation by ``angle_rad`` about a unit ``axis`` (Rodrigues' formula)."""
    cross = np.array([[0.0, -axis[2], axis[1]], [axis[2], 0.0, -axis[0]], [-axis[1], axis[0], 0.0]])
    rotation: Array = np.eye(3) + np.sin(angle_rad) * cross + (1 - np.cos(angle_rad)) * (cross @ cross)
    return rotation


def rings_to_tube(rings: Array, along: Array, around: Array) -> Tube:
    """The tube through ``(N, M, 3)`` points: N rings of M points each, at ``along`` and ``around``."""
    count, size = rings.shape[:2]
    down = np.gradient(rings, axis=0)
    aside = np.roll(rings, -1, axis=1) - np.roll(rings, 1, axis=1)
    normals = np.cross(aside, down)
    normals /= np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-12)
    outward = rings - rings.mean(axis=1, keepdims=True)
    if float(np.sum(normals * outward)) < 0:
        normals = -normals
    row, column = np.meshgrid(np.arange(count - 1), np.arange(size), indexing="ij")
    right = (column + 1) % size
    a, b, c, d = (row * size + column, row * size + right, (row + 1) * size + column, (row + 1) * size + right)
    triangles = np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([b, d, c], -1).reshape(-1, 3)])
    return Tube(
        vertices=rings.reshape(-1, 3),
        normals=normals.reshape(-1, 3),
        triangles=triangles.astype(np.int32),
        along_m=np.repeat(along, size),
        around=np.tile(around, count),
    )
