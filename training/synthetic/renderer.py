"""Off-screen rendering of shaded surfaces with OpenGL through EGL, without a window or a graphics card.

Not to be used in a process that also runs MediaPipe: the two were seen to crash together.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any

import moderngl
import numpy as np
import numpy.typing as npt

from training.synthetic.errors import SynthesisError
from training.synthetic.shaders import FRAGMENT_SHADER, VERTEX_SHADER
from training.synthetic.skeleton import Array

_EGL: dict[str, Any] = {"backend": "egl"}
_SAMPLES = 4
_ATTRIBUTES = ("position", "normal", "albedo", "shade", "detail", "place", "crease")
_NEAR_M, _FAR_M = 0.05, 5.0


@dataclass(frozen=True)
class Surface:
    """A triangle mesh ready to draw, in camera coordinates: x right, y up, looking along -z, metres.

    Attributes:
        vertices: ``(V, 3)``.
        normals: ``(V, 3)``, unit length.
        triangles: ``(T, 3)`` vertex indices.
        albedo_rgb: ``(V, 3)`` linear-light reflectance, 0 to 1.
        shade: ``(V, 2)`` ambient and direct light that arrives, 0 to 1.
        detail: ``(V, 4)``: place on the nearest fingernail (two radii and how far it faces the back), and 1 for skin, 0
            for cloth, -1 for metal.
        place: ``(V, 3)`` metres, position on the hand at rest or the cloth laid out, for creases and grain. The thumb
            is on the +x side.
        crease: ``(V, 2)``: joints along the finger, and palm (1) or back (0).
    """

    vertices: Array
    normals: Array
    triangles: npt.NDArray[np.int32]
    albedo_rgb: Array
    shade: Array
    detail: Array
    place: Array
    crease: Array


@dataclass(frozen=True)
class Light:
    """One far light and a soft sky-and-ground fill, in camera coordinates and linear light.

    Attributes:
        direction: ``(3,)`` unit vector towards the light.
        colour_rgb: ``(3,)`` its strength.
        sky_rgb: ``(3,)`` fill from above.
        ground_rgb: ``(3,)`` fill from below.
        gloss: Strength of the highlight on skin.
    """

    direction: Array
    colour_rgb: Array
    sky_rgb: Array
    ground_rgb: Array
    gloss: float = 0.08


def perspective(field_of_view_deg: float, width: int, height: int) -> Array:
    """A ``(4, 4)`` OpenGL projection whose vertical angle of view is ``field_of_view_deg``."""
    focal = 1.0 / np.tan(np.radians(field_of_view_deg) / 2)
    span = _NEAR_M - _FAR_M
    return np.array(
        [
            [focal * height / width, 0.0, 0.0, 0.0],
            [0.0, focal, 0.0, 0.0],
            [0.0, 0.0, (_FAR_M + _NEAR_M) / span, 2 * _FAR_M * _NEAR_M / span],
            [0.0, 0.0, -1.0, 0.0],
        ]
    )


class HandRenderer:
    """An off-screen drawing surface of one size; close it, or use it in a ``with`` block.

    It belongs to the thread that made it.

    Raises:
        SynthesisError: If the machine offers no EGL context.
    """

    def __init__(self, width: int, height: int) -> None:
        try:
            self._context: Any = moderngl.create_context(standalone=True, **_EGL)
        except Exception as error:  # glcontext raises bare Exception for every missing library
            raise SynthesisError(
                f"Hands cannot be rendered here: no off-screen OpenGL (EGL) is available ({error}).",
                hint="On Debian or Ubuntu: sudo apt install libegl1 libegl-mesa0 libgl1-mesa-dri",
            ) from error
        self.width, self.height = width, height
        self._program: Any = self._context.program(vertex_shader=VERTEX_SHADER, fragment_shader=FRAGMENT_SHADER)
        size = (width, height)
        self._drawn = self._context.framebuffer(
            self._context.renderbuffer(size, 4, samples=_SAMPLES),
            self._context.depth_renderbuffer(size, samples=_SAMPLES),
        )
        self._resolved = self._context.framebuffer(self._context.renderbuffer(size, 4))

    def __enter__(self) -> HandRenderer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the graphics context."""
        self._context.release()

    def draw(
        self, surfaces: list[Surface], light: Light, projection: Array, *, skin_rgb: Array, grain: float = 0.0
    ) -> npt.NDArray[np.uint8]:
        """Draw surfaces on a transparent background.

        Args:
            surfaces: The surfaces.
            light: The light.
            projection: ``(4, 4)``, as from ``perspective``.
            skin_rgb: ``(3,)`` linear-light skin colour, from which that of the nails follows.
            grain: Strength of creases and grain, about 0 to 1.

        Returns:
            ``(height, width, 4)`` uint8 BGRA, colour premultiplied by alpha.
        """
        self._set_uniforms(light, projection, skin_rgb, grain)
        self._drawn.use()
        self._context.enable_only(moderngl.DEPTH_TEST)
        self._drawn.clear(0.0, 0.0, 0.0, 0.0)
        data, indices = _packed(surfaces)
        buffers = [self._context.buffer(data), self._context.buffer(indices)]
        layout = (buffers[0], "3f 3f 3f 2f 4f 3f 2f", *_ATTRIBUTES)
        array = self._context.vertex_array(self._program, [layout], buffers[1])
        array.render()
        self._context.copy_framebuffer(self._resolved, self._drawn)
        raw = self._resolved.read(components=4)
        for resource in (array, *buffers):
            resource.release()
        image = np.frombuffer(raw, np.uint8).reshape(self.height, self.width, 4)
        return np.ascontiguousarray(image[::-1, :, [2, 1, 0, 3]])

    def _set_uniforms(self, light: Light, projection: Array, skin_rgb: Array, grain: float) -> None:
        values = {
            "projection": projection.T,
            "light_direction": light.direction,
            "light_colour": light.colour_rgb,
            "sky": light.sky_rgb,
            "ground": light.ground_rgb,
            "blood": np.array([0.42, 0.26, 0.20]),
            "nail_colour": np.clip(0.6 * skin_rgb + np.array([0.30, 0.18, 0.16]), 0.0, 1.0),
        }
        for name, value in values.items():
            self._program[name].write(np.asarray(value, dtype=np.float32).tobytes())
        self._program["gloss"].value = light.gloss
        self._program["grain"].value = grain


def _packed(surfaces: list[Surface]) -> tuple[bytes, bytes]:
    parts, triangles, start = [], [], 0
    for surface in surfaces:
        looks = (surface.albedo_rgb, surface.shade, surface.detail, surface.place, surface.crease)
        parts.append(np.concatenate([surface.vertices, surface.normals, *looks], axis=1))
        triangles.append(surface.triangles + start)
        start += len(surface.vertices)
    return np.concatenate(parts).astype(np.float32).tobytes(), np.concatenate(triangles).astype(np.int32).tobytes()
