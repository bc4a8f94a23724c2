"""Simple objects that people hold or sit at: boxes, cylinders and rings."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from training.synthetic.bodies.drawing import Camera
from training.synthetic.bodies.figure import grid_triangles, tube
from training.synthetic.bodies.rig import VertexNormals
from training.synthetic.renderer import Surface
from training.synthetic.skeleton import Array


@dataclass(frozen=True, eq=False)
class Prop:
    """An object in coordinates of its own, or, once placed, in body coordinates.

    Attributes:
        vertices: ``(V, 3)`` metres.
        triangles: ``(T, 3)``.
        colour_rgb: ``(V, 3)`` linear light.
        shiny: Whether it gleams.
    """

    vertices: Array
    triangles: npt.NDArray[np.int32]
    colour_rgb: Array
    shiny: bool = False

    def placed(self, axes: Array, origin_m: Array) -> Prop:
        """Turned by ``(3, 3)`` axes as columns and moved."""
        return replace(self, vertices=self.vertices @ axes.T + origin_m)


def box(size_m: tuple[float, float, float], colour_rgb: Array, face_rgb: Array | None = None) -> Prop:
    """A box around the origin; ``face_rgb`` colours its +z face."""
    signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float64)
    faces: list[Array] = []
    colours: list[Array] = []
    triangles: list[list[int]] = []
    for axis in range(3):
        for sign in (-1, 1):
            corners = signs[signs[:, axis] == sign]
            corners = corners[[0, 1, 3, 2]]
            start = 4 * len(faces)
            faces.append(corners * np.array(size_m) / 2)
            front = face_rgb is not None and axis == 2 and sign == 1
            colours.append(np.tile(face_rgb if front and face_rgb is not None else colour_rgb, (4, 1)))
            order = [[0, 1, 2], [0, 2, 3]]
            triangles += [[start + n for n in one] for one in order]
    prop = Prop(np.concatenate(faces), np.array(triangles, np.int32), np.concatenate(colours))
    return replace(prop, triangles=_outward(prop))


def _outward(prop: Prop) -> npt.NDArray[np.int32]:
    a, b, c = (prop.vertices[prop.triangles[:, corner]] for corner in range(3))
    inward = np.einsum("ij,ij->i", np.cross(b - a, c - a), a + b + c) < 0
    turned = prop.triangles.copy()
    turned[inward] = turned[inward][:, ::-1]
    return turned


def cylinder(profile_m: list[tuple[float, float]], colour_rgb: Array, *, shiny: bool = False) -> Prop:
    """A body of revolution about y through ``(radius, height)`` points from bottom to top."""
    sides = 20
    around = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rings = [np.stack([r * np.cos(around), np.full(sides, y), r * np.sin(around)], axis=1) for r, y in profile_m]
    vertices = np.concatenate(rings)
    return Prop(
        vertices,
        grid_triangles(len(rings), sides, closed=True)[:, ::-1].copy(),
        np.tile(colour_rgb, (len(vertices), 1)),
        shiny,
    )


def rod(start_m: Array, end_m: Array, radius_m: float, colour_rgb: Array) -> Prop:
    """A straight rod."""
    vertices, triangles = tube(np.stack([start_m, 0.5 * (start_m + end_m), end_m]), radius_m, 8)
    return Prop(vertices, triangles, np.tile(colour_rgb, (len(vertices), 1)))


def ring(radius_m: float, thick_m: float, colour_rgb: Array) -> Prop:
    """A ring about z, such as a steering wheel."""
    around = np.linspace(0, 2 * np.pi, 40)
    circle = np.stack([radius_m * np.cos(around), radius_m * np.sin(around), np.zeros(40)], axis=1)
    vertices, triangles = tube(circle, thick_m, 8)
    return Prop(vertices, triangles, np.tile(colour_rgb, (len(vertices), 1)))


def prop_surface(prop: Prop, camera: Camera) -> Surface:
    """An object in camera coordinates."""
    count = len(prop.vertices)
    normals = VertexNormals(prop.triangles, count).of(prop.vertices.astype(np.float32))
    detail = np.tile(np.array([9.0, 9.0, 0.0, -0.25 if prop.shiny else 0.0]), (count, 1))
    return Surface(
        vertices=camera.seen(prop.vertices),
        normals=(normals @ camera.axes.T).astype(np.float64),
        triangles=prop.triangles,
        albedo_rgb=np.clip(prop.colour_rgb, 0.003, 0.95),
        shade=np.full((count, 2), 0.95),
        detail=detail,
        place=prop.vertices,
        crease=np.zeros((count, 2)),
    )
