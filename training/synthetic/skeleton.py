"""The hand mesh and its skeleton, with forward kinematics and linear-blend skinning in numpy.

Two frames of reference appear here. *File* coordinates are those of the glTF file, in metres. *Hand* coordinates are
the same for every hand: origin at the wrist, +y towards the knuckles, +z out of the palm, x completing a right-handed
frame (the thumb of a right hand is on the +x side, of a left hand on the -x side).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from pygltflib import GLTF2

from training.synthetic.errors import SynthesisError

Array = npt.NDArray[np.float64]
Side = Literal["left", "right"]

MESH_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "hands"

FINGERS = ("thumb", "index-finger", "middle-finger", "ring-finger", "pinky-finger")
_THUMB_BONES = ("metacarpal", "phalanx-proximal", "phalanx-distal", "tip")
_FINGER_BONES = ("metacarpal", "phalanx-proximal", "phalanx-intermediate", "phalanx-distal", "tip")


def _chains() -> dict[str, tuple[str, ...]]:
    return {
        finger: tuple(f"{finger}-{bone}" for bone in (_THUMB_BONES if finger == "thumb" else _FINGER_BONES))
        for finger in FINGERS
    }


_LID_BELOW_M = -0.005

CHAINS = _chains()
"""The joints of each finger from the palm outwards, under their WebXR names. Source: WebXR Hand Input Module, W3C."""

JOINTS = ("wrist", *(joint for finger in FINGERS for joint in CHAINS[finger]))
"""All 25 joints, each after its parent."""


def parent_of(joint: str) -> str | None:
    """Parent of a joint; None for the wrist. The file has no hierarchy."""
    for chain in CHAINS.values():
        if joint in chain:
            position = chain.index(joint)
            return chain[position - 1] if position else "wrist"
    return None


@dataclass(frozen=True)
class HandMesh:
    """A skinned hand in hand coordinates, at rest.

    Attributes:
        side: Left or right hand.
        vertices: ``(V, 3)`` float64, metres.
        normals: ``(V, 3)`` float64, unit length.
        triangles: ``(T, 3)`` int32 vertex indices.
        weights: ``(V, 25)`` float64 skinning weights in the order of ``JOINTS``; rows sum to one.
        rest: ``(25, 4, 4)`` float64, joint to hand coordinates at rest.
        rim: Vertex indices of the open edge at the wrist, in order around it.
    """

    side: Side
    vertices: Array
    normals: Array
    triangles: npt.NDArray[np.int32]
    weights: Array
    rest: Array
    rim: npt.NDArray[np.int64]


@dataclass(frozen=True)
class PosedHand:
    """A hand mesh after posing, in hand coordinates.

    Attributes:
        mesh: The mesh it came from.
        vertices: ``(V, 3)`` float64, metres.
        normals: ``(V, 3)`` float64, unit length.
        joints: ``(25, 4, 4)`` float64, joint to hand coordinates.
    """

    mesh: HandMesh
    vertices: Array
    normals: Array
    joints: Array

    def joint_position(self, joint: str) -> Array:
        """Position of a joint, ``(3,)`` float64 in metres."""
        position: Array = self.joints[JOINTS.index(joint), :3, 3]
        return position


@cache
def load_hand(side: Side) -> HandMesh:
    """The generic WebXR hand of one side.

    Raises:
        SynthesisError: If the mesh is missing from ``assets/hands``.
    """
    path = MESH_FOLDER / f"{side}.glb"
    gltf = GLTF2().load(str(path)) if path.is_file() else None
    if gltf is None:
        raise SynthesisError(f"The hand mesh {path} is missing.", hint="Render from a full checkout of the project.")
    attributes = gltf.meshes[0].primitives[0].attributes
    skin = gltf.skins[0]
    order = [_joint_order(gltf, skin.joints).index(joint) for joint in JOINTS]
    bind = _accessor(gltf, skin.inverseBindMatrices).astype(np.float64).reshape(-1, 4, 4).transpose(0, 2, 1)
    rest_file = np.linalg.inv(bind)[order]
    to_hand = _file_to_hand(rest_file)
    vertices = _accessor(gltf, attributes.POSITION).astype(np.float64)
    normals = _accessor(gltf, attributes.NORMAL).astype(np.float64) @ to_hand[:3, :3].T
    triangles = _accessor(gltf, gltf.meshes[0].primitives[0].indices).reshape(-1, 3).astype(np.int32)
    vertices = vertices @ to_hand[:3, :3].T + to_hand[:3, 3]
    triangles = _open_wrist(vertices, triangles)
    return HandMesh(
        side=side,
        vertices=vertices,
        normals=normals / np.linalg.norm(normals, axis=1, keepdims=True),
        triangles=triangles,
        weights=_dense_weights(gltf, attributes, len(skin.joints))[:, order],
        rest=to_hand @ rest_file,
        rim=_wrist_rim(vertices, triangles),
    )


def pose_joints(mesh: HandMesh, rotations: dict[str, Array], *, lengths: Array | None = None) -> Array:
    """``(25, 4, 4)``, joint to hand coordinates after posing; arguments as for ``pose_hand``."""
    world = np.empty_like(mesh.rest)
    for number, joint in enumerate(JOINTS):
        parent = parent_of(joint)
        if parent is None:
            local, base = mesh.rest[number].copy(), np.eye(4)
        else:
            parent_number = JOINTS.index(parent)
            local, base = _from_rest(mesh.side)[parent_number] @ mesh.rest[number], world[parent_number]
            if lengths is not None:
                local[:3, 3] *= lengths[number]
        if joint in rotations:
            local[:3, :3] = local[:3, :3] @ rotations[joint]
        world[number] = base @ local
    return world


def pose_hand(
    mesh: HandMesh, rotations: dict[str, Array], *, lengths: Array | None = None, finger_girths: Array | None = None
) -> PosedHand:
    """Pose a hand.

    Args:
        mesh: The hand at rest.
        rotations: For some joints a ``(3, 3)`` rotation in the joint's own rest frame; the others stay as at rest.
        lengths: ``(25,)`` factors on the distance of each joint from its parent, one for each of ``JOINTS``.
        finger_girths: ``(5,)`` factors on the distance of the skin from the bones, one for each of ``FINGERS``.

    Returns:
        The posed hand; with no rotations and no lengths it is the mesh as loaded.
    """
    world = pose_joints(mesh, rotations, lengths=lengths)
    at_rest = mesh.vertices
    if finger_girths is not None:
        at_rest = at_rest + np.tensordot(finger_girths - 1.0, _off_the_bones(mesh.side), axes=(0, 0))
    return _skin(mesh, at_rest, world)


@cache
def _from_rest(side: Side) -> Array:
    """``(25, 4, 4)``, hand to joint coordinates at rest."""
    return np.linalg.inv(load_hand(side).rest)


@cache
def _off_the_bones(side: Side) -> Array:
    """``(5, V, 3)`` offsets of each vertex from the bones of each finger at rest, fading out in the palm."""
    mesh = load_hand(side)
    offsets = np.zeros((len(FINGERS), *mesh.vertices.shape))
    for number, finger in enumerate(FINGERS):
        numbers = [JOINTS.index(joint) for joint in CHAINS[finger][1:]]
        nearest = np.full(len(mesh.vertices), np.inf)
        for near, far in pairwise(mesh.rest[numbers, :3, 3]):
            bone = far - near
            share = np.clip((mesh.vertices - near) @ bone / (bone @ bone), 0.0, 1.0)
            off = mesh.vertices - near - share[:, None] * bone
            distance = np.linalg.norm(off, axis=1)
            closer = distance < nearest
            offsets[number, closer] = off[closer]
            nearest = np.minimum(nearest, distance)
        offsets[number] *= mesh.weights[:, numbers].sum(axis=1, keepdims=True)
    return offsets


def _skin(mesh: HandMesh, at_rest: Array, world: Array) -> PosedHand:
    moves = world @ _from_rest(mesh.side)
    blended = np.tensordot(mesh.weights, moves, axes=(1, 0))
    vertices = np.einsum("vij,vj->vi", blended[:, :3, :3], at_rest) + blended[:, :3, 3]
    normals = np.einsum("vij,vj->vi", blended[:, :3, :3], mesh.normals)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return PosedHand(mesh=mesh, vertices=vertices, normals=normals, joints=world)


def _joint_order(gltf: GLTF2, joint_nodes: list[int]) -> list[str]:
    return [str(gltf.nodes[node].name) for node in joint_nodes]


def _accessor(gltf: GLTF2, number: int) -> npt.NDArray[Any]:
    accessor = gltf.accessors[number]
    view = gltf.bufferViews[accessor.bufferView]
    dtype = {5121: np.uint8, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}[accessor.componentType]
    width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}[accessor.type]
    start = (view.byteOffset or 0) + (accessor.byteOffset or 0)
    values = np.frombuffer(gltf.binary_blob(), dtype=dtype, count=accessor.count * width, offset=start)
    return values.reshape(accessor.count, width)


def _dense_weights(gltf: GLTF2, attributes: Any, joint_count: int) -> Array:
    joints = _accessor(gltf, attributes.JOINTS_0)
    values = _accessor(gltf, attributes.WEIGHTS_0).astype(np.float64)
    dense = np.zeros((len(joints), joint_count))
    for column in range(joints.shape[1]):
        np.add.at(dense, (np.arange(len(joints)), joints[:, column]), values[:, column])
    return np.asarray(dense / dense.sum(axis=1, keepdims=True))


def _file_to_hand(rest_file: Array) -> Array:
    """The ``(4, 4)`` transform from file to hand coordinates, from wrist and middle knuckle."""
    wrist = rest_file[0, :3, 3]
    along = rest_file[JOINTS.index("middle-finger-phalanx-proximal"), :3, 3] - wrist
    along /= np.linalg.norm(along)
    # A joint's +y leaves the back of the hand (WebXR), so the palm faces -y.
    palm = -rest_file[JOINTS.index("middle-finger-metacarpal"), :3, 1]
    palm -= along * (palm @ along)
    palm /= np.linalg.norm(palm)
    rotation = np.stack([np.cross(along, palm), along, palm])
    move = np.eye(4)
    move[:3, :3] = rotation
    move[:3, 3] = -rotation @ wrist
    return move


def _open_wrist(vertices: Array, triangles: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The triangles without the flat lid that closes the mesh at the wrist, where the forearm is to begin."""
    corners = vertices[triangles]
    facing = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-12)
    lid = (facing[:, 1] < -0.7) & (corners[:, :, 1].max(axis=1) < _LID_BELOW_M)
    return np.asarray(triangles[~lid])


def _wrist_rim(vertices: Array, triangles: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """The open edge of the mesh as a loop; vertices doubled along texture seams count as one."""
    _, merged = np.unique(np.round(vertices, 6), axis=0, return_inverse=True)
    corners = merged.reshape(-1)[triangles]
    copy_of = {int(one): int(vertex) for one, vertex in zip(corners.ravel(), triangles.ravel(), strict=True)}
    edges = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
    seen = {(int(a), int(b)) for a, b in edges}
    following = {a: b for a, b in seen if (b, a) not in seen}
    start = min(following, key=lambda one: float(vertices[copy_of[one], 1]))
    loop = [start]
    while (one := following[loop[-1]]) != start:
        loop.append(one)
    return np.asarray([copy_of[one] for one in loop], dtype=np.int64)
