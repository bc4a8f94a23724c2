"""Drawing of posed figures and objects with the renderer, with soft shadows that body parts cast on each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from training.synthetic.bodies.figure import Figure
from training.synthetic.bodies.mesh import Body, Vectors, load_topology
from training.synthetic.bodies.rig import PosedBones, skinned
from training.synthetic.renderer import Surface
from training.synthetic.skeleton import Array

_CHUNK = 768


@dataclass(frozen=True)
class Camera:
    """A camera in body coordinates.

    Attributes:
        eye_m: ``(3,)`` where it is.
        axes: ``(3, 3)``: its right, up and backward directions as rows.
        field_of_view_deg: Vertical angle of view.
    """

    eye_m: Array
    axes: Array
    field_of_view_deg: float

    def seen(self, points: Array | Vectors) -> Array:
        """``(..., 3)``: points in camera coordinates."""
        moved: Array = (points - self.eye_m) @ self.axes.T
        return moved

    def pixels(self, points: Array | Vectors, width: int, height: int) -> Array:
        """``(..., 2)`` pixels; NaN for what lies behind."""
        local = self.seen(points)
        focal = 0.5 * height / np.tan(np.radians(self.field_of_view_deg) / 2)
        ahead = np.where(local[..., 2] < -0.03, -local[..., 2], np.nan)
        x = 0.5 * width + focal * local[..., 0] / ahead
        return np.stack([x, 0.5 * height - focal * local[..., 1] / ahead], axis=-1)


def looking(eye_m: Array, target_m: Array, field_of_view_deg: float, roll_deg: float = 0.0) -> Camera:
    """A camera at a place that looks at another."""
    backward = eye_m - target_m
    backward = backward / np.linalg.norm(backward)
    right = np.cross(np.array([0.0, 1.0, 0.0]), backward)
    right = right / np.linalg.norm(right)
    up = np.cross(backward, right)
    cosine, sine = np.cos(np.radians(roll_deg)), np.sin(np.radians(roll_deg))
    return Camera(
        eye_m, np.stack([cosine * right + sine * up, cosine * up - sine * right, backward]), field_of_view_deg
    )


def figure_surface(figure: Figure, bones: PosedBones, camera: Camera, to_light: Array) -> tuple[Surface, Vectors]:
    """A posed figure in camera coordinates, and its vertices in body coordinates.

    Args:
        figure: The figure.
        bones: Its posed bones.
        camera: The camera.
        to_light: ``(3,)`` unit vector towards the light in camera coordinates.
    """
    vertices = skinned(figure.skin, bones)
    normals = figure.normals.of(vertices)
    shade = soft_shadow(figure, bones, vertices, normals, camera.axes.T @ to_light)
    layers = figure.layers
    surface = Surface(
        vertices=camera.seen(vertices),
        normals=(normals @ camera.axes.T).astype(np.float64),
        triangles=layers.triangles,
        albedo_rgb=layers.albedo,
        shade=shade,
        detail=layers.detail,
        place=layers.place,
        crease=layers.crease,
    )
    return surface, vertices


@cache
def _balls(body: Body) -> tuple[Array, Array, Array]:
    """Places at rest, radii and bones of the balls that cast shadows."""
    topology = load_topology()
    vertices = body.vertices.astype(np.float64)
    places, radii, bones = [], [], []

    def add(name: str, place: Array, radius: float) -> None:
        places.append(place)
        radii.append(radius)
        bones.append(topology.bone(name))

    def radius_at(place: Array, name: str) -> float:
        near = vertices[topology.weight_bones[:, 0] == topology.bone(name)]
        distance = np.linalg.norm(near - place, axis=1)
        return float(np.quantile(distance, 0.15))

    for letter in "LR":
        chains = {
            "upperarm01": ("upperarm01", "lowerarm01"),
            "lowerarm01": ("lowerarm01", "wrist"),
        }
        for first, (start, end) in chains.items():
            near, far = (body.head_of(f"{bone}.{letter}").astype(np.float64) for bone in (start, end))
            for share in (0.15, 0.4, 0.65, 0.9):
                bone = first if share < 0.5 else first.replace("01", "02")
                place = near + share * (far - near)
                add(f"{bone}.{letter}", place, radius_at(place, f"{bone}.{letter}"))
        wrist = body.head_of(f"wrist.{letter}").astype(np.float64)
        hand = float(np.linalg.norm(body.head_of(f"finger3-1.{letter}") - wrist)) / 0.0917
        for finger in range(1, 6):
            names = [f"finger{finger}-{bone}.{letter}" for bone in (1, 2, 3)]
            joints = [*(body.head_of(name).astype(np.float64) for name in names)]
            joints.append(body.tips[finger - 1 + (0 if letter == "L" else 5)].astype(np.float64))
            if finger > 1:
                for share in (0.45, 0.8):
                    add(f"wrist.{letter}", wrist + share * (joints[0] - wrist), 0.0115 * hand)
            for name, near, far in zip(names, joints, joints[1:], strict=False):
                for share in (0.3, 0.8):
                    add(name, near + share * (far - near), (0.0085 if finger == 1 else 0.0068) * hand)
    eyes = 0.5 * (body.head_of("eye.L") + body.head_of("eye.R")).astype(np.float64)
    head = vertices[(topology.part == 1)]
    half = 0.5 * float(np.ptp(head[:, 0]))
    add("head", eyes + np.array([0.0, 0.35 * half, -1.15 * half]), 0.95 * half)
    add("head", eyes + np.array([0.0, -0.75 * half, -0.55 * half]), 0.62 * half)
    add("neck02", body.head_of("neck02").astype(np.float64), 0.5 * half)
    for name in ("spine01", "spine02", "spine04"):
        place = body.head_of(name).astype(np.float64)
        near = vertices[np.abs(vertices[:, 1] - place[1]) < 0.03]
        near = near[np.abs(near[:, 0]) < 2.6 * half]
        place = np.array([0.0, place[1], 0.5 * (near[:, 2].min() + near[:, 2].max())])
        for aside in (-0.7, 0.7):
            add(name, place + np.array([aside * half, 0.0, 0.0]), 0.45 * float(np.ptp(near[:, 2])))
    return np.array(places), np.array(radii), np.array(bones)


def soft_shadow(figure: Figure, bones: PosedBones, points: Vectors, normals: Vectors, to_light: Array) -> Array:
    """``(V, 2)`` ambient and direct light at points of a figure; its parts cast shadows as soft balls."""
    at_rest, radii, owners = _balls(figure.look.body)
    centres = np.einsum("bij,bj->bi", bones.rotations[owners], at_rest - bones.body.heads[owners]) + bones.heads[owners]
    small = radii < 0.02
    ambient, direct = np.ones(len(points), np.float32), np.ones(len(points), np.float32)
    hand = figure.hand_points
    coarse = _coarse(centres, radii, small)
    for subset, places, sizes in ((~hand, *coarse), (hand, centres, radii)):
        mine, facing = points[subset], normals[subset]
        # In chunks, whose distances fit into the processor's cache: twice as fast.
        chunks = [slice(start, start + _CHUNK) for start in range(0, len(mine), _CHUNK)]
        parts = [_blocked(mine[chunk], facing[chunk], places, sizes, to_light) for chunk in chunks]
        cover, blocked = (np.concatenate(one) for one in zip(*parts, strict=True))
        ambient[subset] = np.exp(-1.3 * cover)
        direct[subset] = 1.0 - 0.85 * np.clip(1.6 * blocked, 0.0, 1.0)
    return np.stack([ambient, direct], axis=1).astype(np.float64)


def _coarse(centres: Array, radii: Array, small: npt.NDArray[np.bool_]) -> tuple[Array, Array]:
    """The balls with only every second one of a hand."""
    keep = ~small
    keep[np.flatnonzero(small)[::2]] = True
    return centres[keep], np.where(small, 1.25 * radii, radii)[keep]


def _blocked(
    points: Vectors, normals: Vectors, centres: Array, radii: Array, to_light: Array
) -> tuple[Vectors, Vectors]:
    centre, radius, light = centres.astype(np.float32), radii.astype(np.float32), to_light.astype(np.float32)
    along_normal = normals @ centre.T - np.sum(normals * points, axis=1, keepdims=True)
    square = np.sum(points**2, axis=1, keepdims=True) + np.sum(centre**2, axis=1) - 2 * (points @ centre.T)
    distance = np.sqrt(np.maximum(square, 1e-8))
    cover = (
        np.clip(along_normal / distance - 0.15, 0.0, 1.0) * np.minimum(radius / np.maximum(distance, radius), 1) ** 2
    )
    ahead = centre @ light - (points @ light)[:, None]
    beside = np.sqrt(np.maximum(square - ahead**2, 0.0))
    shadow = np.clip(1.25 - beside / radius, 0.0, 1.0) * np.clip((ahead - 0.8 * radius) / (0.6 * radius), 0.0, 1.0)
    total: Vectors = cover.sum(axis=1)
    most: Vectors = shadow.max(axis=1)
    return total, most
