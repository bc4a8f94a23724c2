"""Shading of skin and cloth: colours, fingernails, and soft self-shadows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from training.synthetic.arm import Tube
from training.synthetic.renderer import Surface
from training.synthetic.skeleton import CHAINS, JOINTS, Array, HandMesh, PosedHand, Side, load_hand

MONK_SKIN_TONES = (
    "#f6ede4", "#f3e7db", "#f7ead0", "#eadaba", "#d7bd96", "#a07e56", "#825c43", "#604134", "#3a312a", "#292420",
)  # fmt: skip
"""The ten tones of the Monk Skin Tone scale, light to dark. Source: Ellis Monk and Google, skintone.google."""

# A swatch is flat and unlit; skin under a lamp is warmer and less white, which these per-channel factors bring in.
_LIVING_LIGHT = np.array([0.93, 0.79, 0.71])
_LIVING_DARK = np.array([1.12, 1.0, 0.95])
_PALER = 0.10
# Subsurface reflection of even the most pigmented skin. With the specular reflection (see
# ``shaders``) the darkest tone has a lightness L* of about 30, as measured: typology angles go down to about -60
# degrees. The swatch alone would be as black as coal.
# Source: S. Del Bino, F. Bernerd, "Variations in skin colour and the biological consequences of ultraviolet radiation
# exposure", British Journal of Dermatology 169, 2013.
_LEAST_RGB = np.array([0.022, 0.010, 0.006])
_PALM_RGB = np.array([0.62, 0.33, 0.205])
_BLOOD_RGB = np.array([0.60, 0.20, 0.16])


@dataclass(frozen=True)
class Skin:
    """A person's skin.

    Attributes:
        tone: 1 (lightest) to 10 (darkest) on the Monk scale.
        warmth: Shift between redder (positive) and yellower (negative), about -1 to 1.
        flush: Redness of knuckles and fingertips, 0 to 1.
        grain: Visibility of creases, pores and patches, about 0 to 1.
    """

    tone: int
    warmth: float = 0.0
    flush: float = 0.5
    grain: float = 0.6

    @property
    def rgb(self) -> Array:
        """``(3,)`` linear-light reflectance of the back of the hand."""
        swatch = np.array([int(MONK_SKIN_TONES[self.tone - 1][place : place + 2], 16) for place in (1, 3, 5)]) / 255
        darkness = (self.tone - 1) / 9
        living = swatch * ((1 - darkness) * _LIVING_LIGHT + darkness * _LIVING_DARK)
        living = living * np.array([1 + 0.03 * self.warmth, 1 - 0.03 * self.warmth, 1 - 0.05 * self.warmth])
        living = living + _PALER * (living.mean() - living)
        linear = np.clip(living, 0.02, 0.97) ** 2.2
        return np.asarray(_LEAST_RGB + (1 - _LEAST_RGB) * linear, dtype=np.float64)


def skin_surface(hand: PosedHand, skin: Skin, *, to_light: Array) -> Surface:
    """The coloured and shaded hand, in hand coordinates.

    Args:
        hand: The posed hand.
        skin: The skin.
        to_light: ``(3,)`` unit vector towards the light, in hand coordinates.
    """
    palmness, redness, nails = _skin_map(hand.mesh.side)
    darkness = (skin.tone - 1) / 9
    palm = skin.rgb + (_PALM_RGB - skin.rgb) * (0.12 + 0.42 * darkness)
    albedo = skin.rgb + palmness[:, None] * (palm - skin.rgb)
    albedo = albedo + (redness * skin.flush * (0.35 - 0.2 * darkness))[:, None] * (albedo * _BLOOD_RGB / 0.5 - albedo)
    return Surface(
        vertices=hand.vertices,
        normals=hand.normals,
        triangles=hand.mesh.triangles,
        albedo_rgb=np.clip(albedo, 0.0, 1.0),
        shade=self_shadow(hand, hand.vertices, hand.normals, to_light),
        detail=nails,
        place=hand.mesh.vertices * (1.0 if hand.mesh.side == "right" else -1.0, 1.0, 1.0),
        crease=np.stack([_along_fingers(hand.mesh.side), palmness], axis=1),
    )


def forearm_surface(tube: Tube, hand: PosedHand, hand_look: Surface, skin: Skin, *, to_light: Array) -> Surface:
    """The bare forearm in the colours of ``hand_look``, which its first ring matches."""
    rim = len(hand.mesh.rim)
    albedo = np.tile(skin.rgb, (len(tube.vertices), 1))
    fade = np.clip(tube.along_m / 0.06, 0.0, 1.0)[:, None]
    around = np.tile(hand_look.albedo_rgb[hand.mesh.rim], (len(tube.vertices) // rim, 1))
    return Surface(
        vertices=tube.vertices,
        normals=tube.normals,
        triangles=tube.triangles,
        albedo_rgb=around * (1 - fade) + albedo * fade,
        shade=self_shadow(hand, tube.vertices, tube.normals, to_light),
        detail=np.tile(np.array([9.0, 9.0, 0.0, 1.0]), (len(tube.vertices), 1)),
        place=_laid_out(tube),
        crease=np.zeros((len(tube.vertices), 2)),
    )


def sleeve_surface(tube: Tube, colours_rgb: Array, stripe_m: float) -> Surface:
    """A sleeve of cloth.

    Args:
        tube: From ``build_sleeve``.
        colours_rgb: ``(2, 3)`` linear light: cloth and stripe.
        stripe_m: Distance of the stripes; 0 for plain cloth.
    """
    plain, stripe = colours_rgb
    striped = (np.sin(tube.along_m * 2 * np.pi / stripe_m) > 0.2) if stripe_m > 0 else np.zeros(len(tube.along_m), bool)
    shade = np.ones((len(tube.vertices), 2))
    inner = len(tube.vertices) // 33
    shade[:inner] *= 0.25
    return Surface(
        vertices=tube.vertices,
        normals=tube.normals,
        triangles=tube.triangles,
        albedo_rgb=np.where(striped[:, None], stripe, plain),
        shade=shade,
        detail=np.tile(np.array([9.0, 9.0, 0.0, 0.0]), (len(tube.vertices), 1)),
        place=_laid_out(tube),
        crease=np.zeros((len(tube.vertices), 2)),
    )


def self_shadow(hand: PosedHand, points: Array, normals: Array, to_light: Array) -> Array:
    """Ambient and direct light at points of the hand; its bones cast shadows as rows of soft balls.

    Args:
        hand: The hand that casts the shadows.
        points: ``(V, 3)`` hand coordinates, metres.
        normals: ``(V, 3)`` unit vectors.
        to_light: ``(3,)`` unit vector.

    Returns:
        ``(V, 2)`` fractions of ambient and direct light, 0 to 1.
    """
    centres, radii = _balls(hand)
    along_normal = normals @ centres.T - np.sum(normals * points, axis=1, keepdims=True)
    square = np.sum(points**2, axis=1, keepdims=True) + np.sum(centres**2, axis=1) - 2 * (points @ centres.T)
    distance = np.sqrt(np.maximum(square, 1e-10))
    towards = along_normal / distance
    # A point on a ball's own skin sees it below its horizon, so only balls in front of the surface count.
    cover = np.clip(towards - 0.15, 0.0, 1.0) * np.clip(radii / np.maximum(distance, radii), 0.0, 1.0) ** 2
    ambient = np.exp(-1.6 * cover.sum(axis=1))
    ahead = centres @ to_light - (points @ to_light)[:, None]
    beside = np.sqrt(np.maximum(square - ahead**2, 0.0))
    blocked = np.clip(1.25 - beside / radii, 0.0, 1.0) * np.clip((ahead - 0.8 * radii) / (0.6 * radii), 0.0, 1.0)
    direct = 1.0 - 0.85 * np.clip(1.6 * blocked.max(axis=1), 0.0, 1.0)
    return np.stack([ambient, direct], axis=1)


def _balls(hand: PosedHand) -> tuple[Array, Array]:
    centres, radii = [], []
    for finger, chain in CHAINS.items():
        for near, far in pairwise(chain):
            palm = near.endswith("metacarpal") and finger != "thumb"
            radius = 0.0115 if palm else 0.0085 if finger == "thumb" else 0.0068
            for share in (0.25, 0.75):
                centres.append((1 - share) * hand.joint_position(near) + share * hand.joint_position(far))
                radii.append(radius)
    return np.asarray(centres), np.asarray(radii)


def _laid_out(tube: Tube) -> Array:
    """``(V, 3)`` metres: tube points with the arm straightened, for grain."""
    return np.stack([0.03 * np.cos(tube.around), -tube.along_m, 0.03 * np.sin(tube.around)], axis=1)


@cache
def _along_fingers(side: Side) -> Array:
    """Number of joints before each vertex on its finger; 0.5 on the palm."""
    mesh = load_hand(side)
    along = np.full(len(mesh.vertices), 0.5)
    for finger, chain in CHAINS.items():
        numbers = [JOINTS.index(joint) for joint in chain]
        mine = mesh.weights[:, numbers[1:]].sum(axis=1) > 0.5
        points = mesh.vertices[mine]
        best, value = np.full(len(points), np.inf), np.full(len(points), 0.5)
        for place, (near, far) in enumerate(pairwise(mesh.rest[numbers, :3, 3])):
            bone = far - near
            share = (points - near) @ bone / (bone @ bone)
            inside = np.clip(share, 0.0, 1.0)
            distance = np.linalg.norm(points - near - inside[:, None] * bone, axis=1)
            value = np.where(distance < best, place + inside, value)
            best = np.minimum(best, distance)
        along[mine] = np.minimum(value, 2.6) if finger == "thumb" else value
    return along


@cache
def _skin_map(side: Side) -> tuple[Array, Array, Array]:
    """For each vertex: palm or back, redness, and position on the nearest nail."""
    mesh = load_hand(side)
    # The lighter skin of the palm ends at the crease of the wrist.
    above_wrist = np.clip(mesh.vertices[:, 1] / 0.025, 0.2, 1.0)
    palmness = np.asarray(np.clip(0.5 + 1.3 * _palm_facing(mesh), 0.0, 1.0) * above_wrist, dtype=np.float64)
    redness = np.zeros(len(mesh.vertices))
    nails = np.tile(np.array([9.0, 9.0, 0.0, 1.0]), (len(mesh.vertices), 1))
    for finger, chain in CHAINS.items():
        for joint in chain[1:-1]:
            distance = np.linalg.norm(mesh.vertices - mesh.rest[JOINTS.index(joint), :3, 3], axis=1)
            redness = np.maximum(redness, 0.7 * np.exp(-((distance / 0.012) ** 2)))
        tip = np.linalg.norm(mesh.vertices - mesh.rest[JOINTS.index(chain[-1]), :3, 3], axis=1)
        redness = np.maximum(redness, np.exp(-((tip / 0.013) ** 2)))
        distal = mesh.weights[:, [JOINTS.index(chain[-2]), JOINTS.index(chain[-1])]].sum(axis=1) > 0.6
        local = np.linalg.inv(mesh.rest[JOINTS.index(chain[-1])])
        place = mesh.vertices[distal] @ local[:3, :3].T + local[:3, 3]
        facing = mesh.normals[distal] @ local[1, :3]
        size = 0.0062 if finger == "thumb" else 0.0052 if finger != "pinky-finger" else 0.0042
        nails[distal, :3] = np.stack([place[:, 0] / size, (place[:, 2] + 0.001) / (1.25 * size), facing], axis=1)
    return palmness, redness, nails


def _palm_facing(mesh: HandMesh) -> Array:
    """Component of each vertex normal along the palm side of its joint, -1 to 1."""
    down = -mesh.rest[mesh.weights.argmax(axis=1), :3, 1]
    facing: Array = np.einsum("vi,vi->v", mesh.normals, down)
    return facing
