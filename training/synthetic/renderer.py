"""Draws shaded surfaces off screen with OpenGL through EGL, without a window or a graphics card.

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
from training.synthetic.skeleton import Array

_EGL: dict[str, Any] = {"backend": "egl"}
_SAMPLES = 4
_NEAR_M, _FAR_M = 0.05, 5.0

_VERTEX_SHADER = """
#version 330
uniform mat4 projection;
in vec3 position; in vec3 normal; in vec3 albedo; in vec2 shade; in vec4 detail;
out vec3 v_position; out vec3 v_normal; out vec3 v_albedo; out vec2 v_shade; out vec4 v_detail;
void main() {
    gl_Position = projection * vec4(position, 1.0);
    v_position = position; v_normal = normal; v_albedo = albedo; v_shade = shade; v_detail = detail;
}
"""

_FRAGMENT_SHADER = """
#version 330
uniform vec3 light_direction; uniform vec3 light_colour; uniform vec3 sky; uniform vec3 ground;
uniform float gloss; uniform vec3 blood; uniform vec3 nail_colour;
in vec3 v_position; in vec3 v_normal; in vec3 v_albedo; in vec2 v_shade; in vec4 v_detail;
out vec4 colour;
void main() {
    vec3 n = normalize(v_normal);
    vec3 eye = normalize(-v_position);
    if (dot(n, eye) < 0.0) n = normalize(n - 1.02 * dot(n, eye) * eye);
    float skin = v_detail.w;
    vec3 albedo = v_albedo;
    float nail = skin * (1.0 - smoothstep(0.8, 1.05, length(v_detail.xy))) * smoothstep(0.25, 0.5, v_detail.z);
    albedo = mix(albedo, nail_colour, 0.75 * nail);
    float facing = dot(n, light_direction);
    // Light bleeds around edges of skin and reddens there.
    vec3 wrap = skin * blood;
    vec3 diffuse = clamp((vec3(facing) + wrap) / (1.0 + wrap), 0.0, 1.0);
    vec3 ambient = mix(ground, sky, 0.5 + 0.5 * n.y) * v_shade.x;
    vec3 halfway = normalize(light_direction + eye);
    float shine = (gloss + 0.25 * nail) * pow(max(dot(n, halfway), 0.0), 22.0 + 50.0 * nail) * v_shade.y;
    float rim = 0.12 * skin * pow(1.0 - max(dot(n, eye), 0.0), 3.0);
    vec3 lit = albedo * (light_colour * diffuse * v_shade.y + ambient + rim * sky) + shine * light_colour;
    colour = vec4(pow(clamp(lit, 0.0, 1.0), vec3(1.0 / 2.2)), 1.0);
}
"""


@dataclass(frozen=True)
class Surface:
    """A triangle mesh ready to draw, in camera coordinates: x right, y up, looking along -z, metres.

    Attributes:
        vertices: ``(V, 3)``.
        normals: ``(V, 3)``, unit length.
        triangles: ``(T, 3)`` vertex indices.
        albedo_rgb: ``(V, 3)`` linear-light reflectance, 0 to 1.
        shade: ``(V, 2)``: how much ambient light and how much direct light arrives, 0 to 1.
        detail: ``(V, 4)``: place on the nearest fingernail (two radii and how far it faces the back), and 1 for skin.
    """

    vertices: Array
    normals: Array
    triangles: npt.NDArray[np.int32]
    albedo_rgb: Array
    shade: Array
    detail: Array


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
        self._program: Any = self._context.program(vertex_shader=_VERTEX_SHADER, fragment_shader=_FRAGMENT_SHADER)
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
        """Give the graphics context back."""
        self._context.release()

    def draw(
        self, surfaces: list[Surface], light: Light, projection: Array, *, skin_rgb: Array
    ) -> npt.NDArray[np.uint8]:
        """Draw surfaces over nothing.

        Args:
            surfaces: What to draw.
            light: How it is lit.
            projection: ``(4, 4)``, as from ``perspective``.
            skin_rgb: ``(3,)`` linear-light skin colour, from which nails and the reddening of edges follow.

        Returns:
            ``(height, width, 4)`` uint8 BGRA, colour premultiplied by alpha.
        """
        self._set_uniforms(light, projection, skin_rgb)
        self._drawn.use()
        self._context.enable_only(moderngl.DEPTH_TEST)
        self._drawn.clear(0.0, 0.0, 0.0, 0.0)
        data, indices = _packed(surfaces)
        buffers = [self._context.buffer(data), self._context.buffer(indices)]
        layout = (buffers[0], "3f 3f 3f 2f 4f", "position", "normal", "albedo", "shade", "detail")
        array = self._context.vertex_array(self._program, [layout], buffers[1])
        array.render()
        self._context.copy_framebuffer(self._resolved, self._drawn)
        raw = self._resolved.read(components=4)
        for resource in (array, *buffers):
            resource.release()
        image = np.frombuffer(raw, np.uint8).reshape(self.height, self.width, 4)
        return np.ascontiguousarray(image[::-1, :, [2, 1, 0, 3]])

    def _set_uniforms(self, light: Light, projection: Array, skin_rgb: Array) -> None:
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


def _packed(surfaces: list[Surface]) -> tuple[bytes, bytes]:
    parts, triangles, start = [], [], 0
    for surface in surfaces:
        parts.append(
            np.concatenate(
                [surface.vertices, surface.normals, surface.albedo_rgb, surface.shade, surface.detail], axis=1
            )
        )
        triangles.append(surface.triangles + start)
        start += len(surface.vertices)
    return np.concatenate(parts).astype(np.float32).tobytes(), np.concatenate(triangles).astype(np.int32).tobytes()
