"""Posing of a body: rotations of the bones, forward kinematics, and linear-blend skinning in numpy."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from training.synthetic.arm import rotation_about
from training.synthetic.bodies.mesh import Body, Vectors, load_topology
from training.synthetic.skeleton import Array

Points = npt.NDArray[np.floating[Any]]


@dataclass
class BodyPose:
    """A pose under construction: how the bones are turned away from rest, in body coordinates.

    Attributes:
        turned: Rotations relative to the parent's, by bone; bones that are not named follow their parent.
        fixed: Rotations in body coordinates, by bone, whatever the parent does.
        root_m: ``(3,)`` where the root goes.
    """

    turned: dict[str, Array] = field(default_factory=dict)
    fixed: dict[str, Array] = field(default_factory=dict)
    root_m: Array = field(default_factory=lambda: np.zeros(3))


@dataclass(frozen=True, eq=False)
class PosedBones:
    """Bones after posing, in body coordinates.

    Attributes:
        rotations: ``(B, 3, 3)`` away from rest.
        heads: ``(B, 3)`` where the bones start.
        body: The body.
    """

    rotations: Array
    heads: Array
    body: Body

    def head_of(self, bone: str) -> Array:
        """``(3,)``: where a bone starts."""
        place: Array = self.heads[load_topology().bone(bone)]
        return place

    def rotation_of(self, bone: str) -> Array:
        """``(3, 3)``: how far a bone is turned away from rest."""
        turn: Array = self.rotations[load_topology().bone(bone)]
        return turn

    def moved(self, bone: str, points: Points) -> Array:
        """``(..., 3)`` points at rest, moved with one bone."""
        number = load_topology().bone(bone)
        turned: Array = (points - self.body.heads[number]) @ self.rotations[number].T + self.heads[number]
        return turned


def pose_bones(body: Body, pose: BodyPose) -> PosedBones:
    """Forward kinematics."""
    topology = load_topology()
    count = len(topology.bones)
    rotations, heads = np.empty((count, 3, 3)), np.empty((count, 3))
    for number in _order():
        bone, parent = topology.bones[number], topology.parents[number]
        base = rotations[parent] if parent >= 0 else np.eye(3)
        if parent >= 0:
            heads[number] = heads[parent] + base @ (body.heads[number] - body.heads[parent]).astype(np.float64)
        else:
            heads[number] = pose.root_m
        if bone in pose.fixed:
            rotations[number] = pose.fixed[bone]
        else:
            rotations[number] = base @ pose.turned[bone] if bone in pose.turned else base
    return PosedBones(rotations, heads, body)


def pose_bone(body: Body, pose: BodyPose, bone: str) -> tuple[Array, Array]:
    """The ``(3, 3)`` rotation of one bone away from rest and ``(3,)`` its start, without posing the others."""
    topology = load_topology()
    rotation, head, parent = np.eye(3), pose.root_m, -1
    for number in _ancestors(bone):
        name = topology.bones[number]
        if parent >= 0:
            head = head + rotation @ (body.heads[number] - body.heads[parent])
        if name in pose.fixed:
            rotation = pose.fixed[name]
        elif name in pose.turned:
            rotation = rotation @ pose.turned[name]
        parent = number
    return rotation, head


@cache
def _ancestors(bone: str) -> tuple[int, ...]:
    """Numbers of the bones from the root to this one."""
    topology = load_topology()
    chain = [topology.bone(bone)]
    while (parent := topology.parents[chain[-1]]) >= 0:
        chain.append(parent)
    return tuple(reversed(chain))


@cache
def _order() -> tuple[int, ...]:
    parents = load_topology().parents
    ordered: list[int] = []
    while len(ordered) < len(parents):
        ordered += [n for n, up in enumerate(parents) if n not in ordered and (up < 0 or up in ordered)]
    return tuple(ordered)


@dataclass(frozen=True, eq=False)
class Skin:
    """Points that move with the bones, at rest.

    Attributes:
        vertices: ``(V, 3)`` float32.
        weights: ``(V, 4)`` float32.
        weight_bones: ``(V, 4)``.
    """

    vertices: Vectors
    weights: Vectors
    weight_bones: npt.NDArray[np.int64]


def skinned(skin: Skin, bones: PosedBones) -> Vectors:
    """``(V, 3)`` float32: points of a skin after posing."""
    moves = np.empty((len(bones.heads), 3, 4), np.float32)
    moves[:, :, :3] = bones.rotations
    moves[:, :, 3] = bones.heads - np.einsum("bij,bj->bi", bones.rotations, bones.body.heads)
    flat = moves.reshape(-1, 12)
    blended = skin.weights[:, :1] * flat[skin.weight_bones[:, 0]]
    for column in range(1, 4):
        blended += skin.weights[:, column : column + 1] * flat[skin.weight_bones[:, column]]
    matrices = blended.reshape(-1, 3, 4)
    moved: Vectors = np.einsum("vij,vj->vi", matrices[:, :, :3], skin.vertices) + matrices[:, :, 3]
    return moved


class VertexNormals:
    """Normals of a mesh with fixed triangles, for many positions of its vertices.

    Args:
        triangles: ``(T, 3)`` vertex indices.
        count: Number of vertices.
    """

    def __init__(self, triangles: npt.NDArray[np.int32], count: int) -> None:
        self._triangles = triangles
        corners = triangles.ravel()
        order = np.argsort(corners, kind="stable")
        self._faces = order // 3
        used, starts = np.unique(corners[order], return_index=True)
        self._used, self._starts, self._count = used, starts, count

    def of(self, vertices: Vectors) -> Vectors:
        """``(V, 3)`` float32 unit normals at ``(V, 3)`` vertices."""
        a, b, c = (vertices[self._triangles[:, corner]] for corner in range(3))
        facing = np.cross(b - a, c - a)
        normals = np.zeros((self._count, 3), np.float32)
        normals[self._used] = np.add.reduceat(facing[self._faces], self._starts, axis=0)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        return normals


def cross(a: Points, b: Points) -> Array:
    """Cross product of two ``(3,)`` vectors, many times as fast as numpy's for one pair."""
    (ax, ay, az), (bx, by, bz) = a.tolist(), b.tolist()
    return np.array([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])


def frame_of(along: Points, beside: Points) -> Array:
    """``(3, 3)`` rotation whose columns are ``along``, a direction at right angles near ``beside``, and their cross."""
    first = np.asarray(along, np.float64) / np.linalg.norm(along)
    second = beside - first * (first @ beside)
    second = second / np.linalg.norm(second)
    return np.stack([first, second, cross(first, second)], axis=1)


def twist_angle(rotation: Array, axis: Array) -> float:
    """Angle in radians by which a rotation turns about ``axis``, the rest being a swing of the axis."""
    sine = np.array(
        [
            rotation[2, 1] - rotation[1, 2],
            rotation[0, 2] - rotation[2, 0],
            rotation[1, 0] - rotation[0, 1],
        ]
    )
    # The quaternion's scalar part is half the root of 1 + trace; its vector part is this over four times that.
    scalar = 0.5 * np.sqrt(max(1.0 + np.trace(rotation), 1e-9))
    return float(2.0 * np.arctan2(sine @ axis / (4.0 * scalar), scalar))


def turn(axis: tuple[float, float, float], degrees: float) -> Array:
    """Rotation about an axis of body coordinates."""
    direction = np.asarray(axis, np.float64)
    return np.asarray(rotation_about(direction / np.linalg.norm(direction), np.radians(degrees)))
