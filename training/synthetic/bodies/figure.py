"""The mesh of a dressed person at rest: skin, hair, clothes, glasses; built once a person, then only moved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from training.synthetic.bodies.hands import LETTER, finger_frames, rest_frame
from training.synthetic.bodies.mesh import EYE, HEAD, Body, Vectors, load_topology
from training.synthetic.bodies.rig import Points, Skin, VertexNormals
from training.synthetic.bodies.wardrobe import Garment, Look
from training.synthetic.skeleton import FINGERS, Array, Side

Triangles = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

# From the wrist to the middle knuckle of the rendered hands, whose creases the shader draws.
_PALM_M = 0.0917
# So far inside the edge of a garment, nothing below it is seen.
_DEEP_M = 0.04
_CLOTH = (9.0, 9.0, 0.0, 0.0)
_NO_NAIL = (9.0, 9.0, 0.0, 1.0)
_PALM_RGB = np.array([0.62, 0.33, 0.205])
_BLOOD_RGB = np.array([0.60, 0.20, 0.16])
# Texture coordinates (u, 1 - v) of places of the face, read off the mesh's layout.
_MOUTH, _MOUTH_RADII = np.array([0.9095, 0.517]), np.array([0.0085, 0.0250])
_EARS, _EAR_RADII = np.array([[0.847, 0.376], [0.847, 0.658]]), np.array([0.026, 0.022])


@dataclass(frozen=True, eq=False)
class Layer:
    """A part of a figure at rest.

    Attributes:
        vertices: ``(V, 3)`` float32.
        triangles: ``(T, 3)``.
        weights: ``(V, 4)`` float32.
        weight_bones: ``(V, 4)``.
        albedo: ``(V, 3)`` linear light.
        detail: ``(V, 4)``; see ``Surface``.
        place: ``(V, 3)``; see ``Surface``.
        crease: ``(V, 2)``; see ``Surface``.
    """

    vertices: Vectors
    triangles: Triangles
    weights: Vectors
    weight_bones: npt.NDArray[np.int64]
    albedo: Array
    detail: Array
    place: Array
    crease: Array


@dataclass(frozen=True, eq=False)
class Figure:
    """A dressed person at rest.

    Attributes:
        look: The person.
        layers: All layers as one.
        skin: The points that move with the bones.
        normals: Of the triangles.
        hand_points: ``(V,)`` whether a vertex belongs to a hand.
    """

    look: Look
    layers: Layer
    skin: Skin
    normals: VertexNormals
    hand_points: Mask


def build_figure(look: Look) -> Figure:
    """Dress a person."""
    rng = np.random.default_rng(look.seed)
    topology, body = load_topology(), look.body
    hidden = np.zeros(len(body.vertices), bool)
    layers: list[Layer] = []
    inside = _covered(body, look.shirt)
    hidden |= inside > _DEEP_M
    if look.jacket is not None:
        over = _covered(body, look.jacket)
        layers.append(_garment_layer(rng, body, look.jacket, over))
        # What lies deep under the jacket is left out, or it would show through where an arm bends.
        inside = np.minimum(inside, _DEEP_M - over)
    layers.append(_garment_layer(rng, body, look.shirt, inside))
    legs = _legs(body)
    layers.append(_cloth_layer(rng, body, legs, look.trousers_rgb, 0.006, 0.002))
    hidden |= legs > 0.03
    shown = topology.triangles[~hidden[topology.triangles].all(axis=1)]
    layers.insert(0, _skin_layer(look, shown))
    layers += _worn_layers(rng, look)
    whole = joined(layers)
    skin = Skin(whole.vertices, whole.weights, whole.weight_bones)
    hands = [n for n, bone in enumerate(topology.bones) if bone.startswith(("wrist", "finger", "metacarpal"))]
    hand_points = (whole.weights * np.isin(whole.weight_bones, hands)).sum(axis=1) > 0.5
    return Figure(look, whole, skin, VertexNormals(whole.triangles, len(whole.vertices)), hand_points)


def joined(layers: list[Layer]) -> Layer:
    """Several layers as one, without vertices that no triangle uses."""
    parts = []
    start = 0
    for layer in layers:
        used = np.unique(layer.triangles)
        new = np.full(len(layer.vertices), -1)
        new[used] = np.arange(len(used)) + start
        start += len(used)
        arrays = (layer.vertices, layer.weights, layer.weight_bones, layer.albedo, layer.detail, layer.place)
        parts.append((*(array[used] for array in (*arrays, layer.crease)), new[layer.triangles]))
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    vertices, weights, bones, albedo, detail, place, crease, triangles = columns
    return Layer(vertices.astype(np.float32), triangles.astype(np.int32), weights, bones, albedo, detail, place, crease)


@cache
def along_arms(body: Body) -> Array:
    """``(V,)``: 0 at the shoulder, 1 at the elbow, 2 at the wrist, more on the hand; -1 off the arms."""
    topology = load_topology()
    along = np.full(len(body.vertices), -1.0)
    for letter in "LR":
        upper = bone_share(f"upperarm01.{letter}") + bone_share(f"upperarm02.{letter}")
        lower = bone_share(f"lowerarm01.{letter}") + bone_share(f"lowerarm02.{letter}")
        hand = topology.part == (2 if letter == "L" else 3)
        shoulder, elbow, wrist = (body.head_of(f"{bone}.{letter}") for bone in ("upperarm01", "lowerarm01", "wrist"))
        for start, end, base in ((shoulder, elbow, 0.0), (elbow, wrist, 1.0)):
            share = (body.vertices - start) @ (end - start) / float((end - start) @ (end - start))
            mine = (upper + lower > 0.45) & ((upper >= lower) == (base == 0.0))
            along = np.where(mine, np.maximum(base + share, 0.001), along)
        along = np.where(hand, np.maximum(along, 2.0), along)
    return along


@cache
def bone_share(*names: str) -> Vectors:
    """``(V,)``: the weight of some bones at each vertex; a name may end in ``*``."""
    topology = load_topology()
    numbers = [
        number
        for number, bone in enumerate(topology.bones)
        if any(bone == name or (name.endswith("*") and bone.startswith(name[:-1])) for name in names)
    ]
    share: Vectors = (topology.weights * np.isin(topology.weight_bones, numbers)).sum(axis=1)
    return share


def _covered(body: Body, garment: Garment) -> Array:
    """``(V,)`` metres: how far inside the edge of a garment for the upper body a vertex lies; negative outside."""
    vertices, along = body.vertices, along_arms(body)
    neck, size = body.head_of("neck01"), _arm_m(body)
    above = (vertices - neck) @ np.array([0.0, 0.93, 0.36])
    aside = np.abs(vertices[:, 0]) / size
    front = np.clip((vertices[:, 2] - neck[2] + 0.02 * size) / (0.1 * size), 0, 1)
    limit = {"crew": 0.03, "vee": 0.05, "high": 0.36, "wide": -0.04}[garment.neckline] * size
    limit = limit + 0.8 * size * np.clip(aside - 0.38, 0, 1)
    if garment.neckline == "vee":
        limit = limit - front * 0.36 * size * np.clip(1 - aside / 0.3, 0, 1)
    hem = vertices[:, 1] - (_waist(body) - 0.42 * size)
    torso = np.minimum(limit - above, hem)
    if garment.neckline == "high":
        torso = np.minimum(torso, 0.1 * (0.6 - bone_share("head")))
    sleeve = (min(garment.sleeve, 1.97) - along) * size
    inside: Array = np.where(along >= 0, np.minimum(sleeve, torso + 4 * size), torso)
    if garment.open_m > 0:
        ahead = (vertices[:, 2] > body.head_of("spine01")[2]) & (along < 0)
        inside = np.where(ahead, np.minimum(inside, np.abs(vertices[:, 0]) - garment.open_m), inside)
    return inside


def _waist(body: Body) -> float:
    return float(body.head_of("spine04")[1])


def _legs(body: Body) -> Array:
    """``(V,)`` metres: how far inside the waist of trousers a vertex lies."""
    hips = bone_share("pelvis*", "upperleg*", "lowerleg*", "root", "spine05", "spine04") > 0.5
    inside: Array = np.where(
        hips & (along_arms(body) < 0), _waist(body) - 0.1 * _arm_m(body) - body.vertices[:, 1], -1.0
    )
    return inside


def _arm_m(body: Body) -> float:
    """Length of the upper arm, as a measure of the body: about 0.28 for an adult."""
    return float(np.linalg.norm(body.head_of("lowerarm01.L") - body.head_of("upperarm01.L")))


def _garment_layer(rng: np.random.Generator, body: Body, garment: Garment, inside: Array) -> Layer:
    layer = _cloth_layer(rng, body, inside, garment.colour_rgb, garment.loose_m, garment.folds_m)
    if garment.stripe_m > 0:
        along, place = along_arms(body), layer.place
        arm = np.zeros(len(place))
        arm[: len(along)] = along
        level = np.where(arm > 0, 0.28 * arm + 0.07, body.head_of("neck01")[1] - place[:, 1])
        striped = np.clip(0.5 + 2.5 * np.sin(level * 2 * np.pi / garment.stripe_m), 0, 1)[:, None]
        layer.albedo[:] = layer.albedo + striped * (garment.stripe_rgb - layer.albedo)
    return layer


def cut(vertices: Array, triangles: Triangles, inside: Array) -> tuple[Array, Triangles, npt.NDArray[np.int64], Array]:
    """The part of a mesh where a value is positive, cut exactly where it is zero.

    Args:
        vertices: ``(V, 3)``.
        triangles: ``(T, 3)``.
        inside: ``(V,)`` the value.

    Returns:
        ``(V + N, 3)`` vertices with those on the cut appended; triangles; ``(N, 2)`` the vertices between which each
        of them lies, an inner and an outer one, with ``(N,)`` the share of the outer one.
    """
    positive = inside[triangles] > 0
    count = positive.sum(axis=1)
    edges: dict[tuple[int, int], int] = {}
    made: list[tuple[int, int, int]] = []

    def between(one: int, other: int) -> int:
        return edges.setdefault((one, other), len(vertices) + len(edges))

    for triangle, flags in zip(
        triangles[(count == 1) | (count == 2)], positive[(count == 1) | (count == 2)], strict=True
    ):
        lone = int(np.flatnonzero(flags == (flags.sum() == 1))[0])
        a, b, c = (int(triangle[(lone + step) % 3]) for step in range(3))
        if flags[lone]:
            made.append((a, between(a, b), between(a, c)))
        else:
            ab, ac = between(b, a), between(c, a)
            made += [(b, c, ab), (c, ac, ab)]
    ends = np.array(list(edges), dtype=np.int64).reshape(-1, 2)
    shares = inside[ends[:, 0]] / np.maximum(inside[ends[:, 0]] - inside[ends[:, 1]], 1e-9)
    points = vertices[ends[:, 0]] + shares[:, None] * (vertices[ends[:, 1]] - vertices[ends[:, 0]])
    kept = np.concatenate([triangles[count == 3], np.array(made, np.int32).reshape(-1, 3)]).astype(np.int32)
    return np.concatenate([vertices, points]), kept, ends, shares


def _cloth_layer(
    rng: np.random.Generator, body: Body, inside: Array, colour_rgb: Array, loose_m: float, folds_m: float
) -> Layer:
    topology = load_topology()
    near = topology.triangles[(inside[topology.triangles] > -0.05).all(axis=1)]
    smooth = _smoothed(body.vertices, near, 8 + int(500 * loose_m))
    normals = VertexNormals(near, len(smooth)).of(smooth.astype(np.float32))
    folds = _waves(rng, body.vertices, 9.0, 5) + 0.6 * _waves(rng, body.vertices, 26.0, 5)
    offset = loose_m + folds_m * folds
    loose = smooth + normals * np.maximum(offset, 0.003)[:, None]
    # Smoothing shrinks thin parts; cloth lies on the skin, never under it.
    outward = _body_normals(body)
    gap = np.sum((loose - body.vertices) * outward, axis=1)
    loose = loose + outward * np.maximum(0.35 * loose_m + 0.002 - gap, 0.0)[:, None]
    vertices, mine, ends, _ = cut(loose, topology.triangles, inside)
    place = np.concatenate([body.vertices, body.vertices[ends[:, 0]]]).astype(np.float64)
    shade = 1.0 + 0.12 * _waves(rng, place, 14.0, 4)
    count = len(vertices)
    return Layer(
        vertices=vertices.astype(np.float32),
        triangles=mine,
        weights=np.concatenate([topology.weights, topology.weights[ends[:, 0]]]),
        weight_bones=np.concatenate([topology.weight_bones, topology.weight_bones[ends[:, 0]]]),
        albedo=np.clip(np.asarray(colour_rgb)[None] * shade[:, None], 0.004, 0.9),
        detail=np.tile(np.array(_CLOTH), (count, 1)),
        place=place,
        crease=np.zeros((count, 2)),
    )


@cache
def _body_normals(body: Body) -> Vectors:
    return VertexNormals(load_topology().triangles, len(body.vertices)).of(body.vertices)


def _smoothed(vertices: Vectors, triangles: Triangles, times: int) -> Array:
    """Vertices moved towards the mean of their neighbours."""
    corners = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    one, other = np.concatenate([corners, corners[:, ::-1]]).T
    counts = np.bincount(one, minlength=len(vertices))
    edges, uses = np.unique(np.sort(corners, axis=1), axis=0, return_counts=True)
    rim = np.unique(edges[uses == 1])
    result = vertices.astype(np.float64)
    for _ in range(times):
        sums = np.stack([np.bincount(one, result[other, axis], len(vertices)) for axis in range(3)], axis=1)
        moved = 0.5 * result + 0.5 * sums / np.maximum(counts, 1)[:, None]
        moved[counts == 0] = result[counts == 0]
        moved[rim] = result[rim]
        result = moved
    return result


def _waves(rng: np.random.Generator, points: Points, frequency: float, count: int) -> Array:
    """``(V,)`` smooth random values of about -1 to 1: a sum of waves, ``frequency`` of them a metre."""
    directions = rng.normal(0, 1, (count, 3))
    directions *= frequency * 2 * np.pi / np.linalg.norm(directions, axis=1, keepdims=True) * rng.uniform(0.6, 1.4)
    phases = rng.uniform(0, 2 * np.pi, count)
    waves: Array = np.sin(points @ directions.T + phases).sum(axis=1) / np.sqrt(count)
    return waves


def _skin_layer(look: Look, triangles: Triangles) -> Layer:
    topology, body, skin = load_topology(), look.body, look.skin
    detail, place, crease, redness = _hand_details(body)
    darkness = (skin.tone - 1) / 9
    palm = skin.rgb + (_PALM_RGB - skin.rgb) * (0.12 + 0.42 * darkness)
    albedo = skin.rgb + (crease[:, 1] * (topology.part >= 2))[:, None] * (palm - skin.rgb)
    redness = np.maximum(redness, 0.6 * _face_flush(body))
    albedo = albedo + (redness * skin.flush * (0.35 - 0.2 * darkness))[:, None] * (albedo * _BLOOD_RGB / 0.5 - albedo)
    albedo = _painted_face(look, albedo)
    eye = topology.part == EYE
    detail = np.where(eye[:, None], np.array(_CLOTH), detail)
    return Layer(
        body.vertices, triangles, topology.weights, topology.weight_bones, np.clip(albedo, 0, 1), detail, place, crease
    )


def head_places(body: Body) -> Array:
    """``(V, 3)``: places relative to the middle between the eyes, in units of its distance from the top of the head."""
    eyes = 0.5 * (body.head_of("eye.L") + body.head_of("eye.R"))
    head = load_topology().part == HEAD
    size = float(body.vertices[head, 1].max() - eyes[1])
    places: Array = (body.vertices - eyes).astype(np.float64) / size
    return places


def _uv_distance(centre: Array, radii: Array) -> Array:
    """``(V,)``: distance in texture coordinates, 1 on an ellipse; infinite off the head."""
    uv = load_topology().uv * np.array([1.0, -1.0]) + np.array([0.0, 1.0])
    distance: Array = np.linalg.norm((uv - centre) / radii, axis=1)
    return np.where(load_topology().part == HEAD, distance, np.inf)


def ears() -> Mask:
    """The vertices of both ears."""
    mask: Mask = np.minimum(*(_uv_distance(ear, _EAR_RADII) for ear in _EARS)) < 1
    return mask


def _face_flush(body: Body) -> Array:
    places = head_places(body)
    flush = np.zeros(len(places))
    for centre, size in (((0.0, -0.42, 0.35), 0.16), ((0.42, -0.42, -0.02), 0.28), ((-0.42, -0.42, -0.02), 0.28)):
        flush = np.maximum(flush, np.exp(-(np.linalg.norm(places - centre, axis=1) ** 2) / size**2))
    return np.where(load_topology().part == HEAD, np.maximum(flush, 0.8 * ears()), 0.0)


def _painted_face(look: Look, albedo: Array) -> Array:
    """Lips, brows, lashes, shadow of a beard, and eyes."""
    body, topology = look.body, load_topology()
    places = head_places(body)
    head = topology.part == HEAD
    lips = np.clip(1.6 - 1.2 * _uv_distance(_MOUTH, _MOUTH_RADII), 0, 1)[:, None]
    lip_rgb = albedo * np.array([0.92, 0.52, 0.50]) + look.lip * np.array([0.06, -0.02, -0.01])
    albedo = albedo + lips * (np.clip(lip_rgb, 0.01, 1) - albedo)
    if look.beard > 0:
        jaw = np.clip((-0.62 - places[:, 1] - 0.25 * np.clip(-places[:, 2] - 0.1, 0, 1)) / 0.12, 0, 1)
        jaw = jaw * np.clip((places[:, 2] + 1.05) / 0.2, 0, 1) * head * (1 - lips[:, 0])
        albedo = albedo + (0.75 * look.beard * jaw)[:, None] * (look.brow_rgb - albedo)
    brow = _brows()[:, None]
    albedo = albedo + 0.85 * brow * (look.brow_rgb - albedo)
    for letter in "LR":
        centre = body.head_of(f"eye.{letter}")
        mine = (topology.part == EYE) & (bone_share(f"eye.{letter}") > 0.5)
        towards = body.vertices[mine] - centre
        towards = towards / np.linalg.norm(towards, axis=1, keepdims=True)
        angle = np.degrees(np.arccos(np.clip(towards[:, 2], -1, 1)))
        colours = np.where((angle < 27)[:, None], look.iris_rgb, np.array([0.74, 0.70, 0.67]))
        albedo[mine] = np.where((angle < 12)[:, None], np.array([0.005, 0.005, 0.005]), colours)
    return albedo


def _brows() -> Array:
    uv = load_topology().uv * np.array([1.0, -1.0]) + np.array([0.0, 1.0])
    aside = np.abs(uv[:, 1] - 0.517)
    middle = 0.8275 + 0.0035 * ((aside - 0.034) / 0.02) ** 2
    strength = np.clip(1.5 - np.abs(uv[:, 0] - middle) / 0.0028, 0, 1) * np.clip((aside - 0.011) / 0.004, 0, 1)
    strength = strength * np.clip((0.062 - aside) / 0.006, 0, 1)
    return np.where(load_topology().part == HEAD, strength, 0.0)


def _hand_details(body: Body) -> tuple[Array, Array, Array, Array]:
    """Nails, place, crease and redness of all vertices; see ``Surface``."""
    topology = load_topology()
    count = len(body.vertices)
    normals = _body_normals(body).astype(np.float64)
    detail, place = np.tile(np.array(_NO_NAIL), (count, 1)), body.vertices.astype(np.float64)
    crease, redness = np.tile(np.array([0.5, 0.0]), (count, 1)), np.zeros(count)
    sides: tuple[Side, ...] = ("left", "right")
    for side in sides:
        letter, hand = LETTER[side], rest_frame(body, side)
        wrist = body.head_of(f"wrist.{letter}").astype(np.float64)
        scale = _PALM_M / float(np.linalg.norm(body.head_of(f"finger3-1.{letter}") - wrist))
        mine = bone_share(*(f"{bone}{letter}" for bone in ("lowerarm01.", "lowerarm02.", "wrist."))) > 0.5
        mine = mine | (topology.part == (2 if side == "left" else 3))
        local = (body.vertices[mine] - wrist) @ hand * scale
        place[mine] = local * (1.0 if side == "right" else -1.0, 1.0, 1.0)
        palmness = np.clip(0.5 + 1.3 * normals[mine] @ hand[:, 2], 0, 1) * np.clip(local[:, 1] / 0.025, 0.0, 1.0)
        crease[mine, 1] = palmness
        frames = finger_frames(body, side)
        for number, finger in enumerate(FINGERS, 1):
            tip = body.tips[number - 1 + (0 if side == "left" else 5)].astype(np.float64)
            starts = [body.head_of(f"finger{number}-{bone}.{letter}").astype(np.float64) for bone in (1, 2, 3)]
            for bone, (start, end) in enumerate(zip(starts, [*starts[1:], tip], strict=True), 1):
                axes = hand @ frames[f"finger{number}-{bone}.{letter}"]
                belongs = bone_share(f"finger{number}-{bone}.{letter}") > 0.5
                share = np.clip(
                    (body.vertices[belongs] - start) @ (end - start) / ((end - start) @ (end - start)), 0, 1
                )
                crease[belongs, 0] = np.minimum(bone - 1 + share, 2.6) if finger == "thumb" else bone + share
                facing = normals[belongs] @ axes[:, 1]
                if not (finger == "thumb" and bone == 1):
                    crease[belongs, 1] = np.clip(0.5 - 1.3 * facing, 0, 1)
                joint = np.linalg.norm(body.vertices - start, axis=1) * scale
                redness = np.maximum(redness, 0.7 * np.exp(-((joint / 0.012) ** 2)) * (topology.part >= 2))
                if bone == 3:
                    from_tip = (body.vertices[belongs] - tip) @ axes
                    size = 0.36 * float(np.ptp(from_tip[:, 0]))
                    nail = np.stack([from_tip[:, 0] / size, (from_tip[:, 2] - 1.0 * size) / (1.25 * size), facing])
                    detail[belongs, :3] = nail.T
                    ends = np.exp(-((np.linalg.norm(from_tip, axis=1) * scale / 0.013) ** 2))
                    redness[belongs] = np.maximum(redness[belongs], ends)
    return detail, place, crease, redness


def _scalp(look: Look, lower: float = 0.0) -> Array:
    """``(V,)`` how far inside the hairline a vertex lies, in units of the forehead; ``lower`` moves its edge down."""
    places = head_places(look.body)
    edge = np.interp(
        places[:, 2],
        [-2.0, -1.25, -1.05, -0.8, -0.6, -0.42, 0.0, 0.4],
        [-0.95, -0.90, -0.55, -0.1, 0.05, 0.42, 0.60, 0.62],
    )
    front = np.clip((places[:, 2] + 0.9) / 0.5, 0, 1)
    inside = places[:, 1] - (edge + front * look.hairline - lower)
    ear = np.minimum(*(_uv_distance(one, _EAR_RADII) for one in _EARS)) - 1
    inside = np.minimum(inside, 0.5 * ear)
    return np.where(load_topology().part == HEAD, inside, -1.0)


def _headphones(look: Look) -> list[Layer]:
    """A band over the head and a cup over each ear."""
    dark = np.full(3, 0.015)
    angle = np.linspace(-0.1, np.pi + 0.1, 24)
    arc = np.stack([0.86 * np.cos(angle), -0.1 + 1.24 * np.sin(angle), np.full(24, -0.78)], axis=1)
    layers = [_rigid(*tube(_head_point(look, arc), 0.008), dark, "head")]
    return layers + [_ball(look, np.array([0.80 * sign, -0.15, -0.78]), 0.038, dark) for sign in (-1.0, 1.0)]


def _worn_layers(rng: np.random.Generator, look: Look) -> list[Layer]:
    """Hair, beard, glasses and headphones."""
    layers = _hair_layers(rng, look)
    size = float(np.ptp(look.body.vertices[load_topology().part == HEAD, 1])) / 0.28
    if look.beard > 0.8:
        layers.append(_beard_layer(rng, look, size))
    if look.glasses_rgb is not None:
        layers += _glasses_layers(look)
    if look.headphones:
        layers += _headphones(look)
    return layers


def _hair_layers(rng: np.random.Generator, look: Look) -> list[Layer]:
    if look.hair == "bald":
        return []
    body, topology = look.body, load_topology()
    cloth = look.hair in ("scarf", "cap")
    colour = rng.beta(1, 2) * (0.3 + 0.7 * rng.random(3)) if cloth else look.hair_rgb
    inside = _scalp(look, lower=0.12 if look.hair == "long" else 0.0)
    if look.hair == "scarf":
        places = head_places(body)
        face = np.hypot(places[:, 0] / 0.62, (places[:, 1] + 0.35) / 0.95) - 1
        inside = np.where(places[:, 2] > -0.75, face, 1.0)
        inside = np.where(topology.part == EYE, -1.0, np.minimum(inside, bone_share("head", "neck*") - 0.5))
    thick = {
        "cropped": 0.004,
        "short": 0.016,
        "curly": 0.036,
        "long": 0.018,
        "bun": 0.010,
        "scarf": 0.012,
        "cap": 0.012,
    }
    depth = thick[look.hair] * (1.0 if look.hair in ("cropped", "cap") else look.hair_m / 0.02)
    inside = inside + (0.0 if cloth else 0.035 * _waves(rng, body.vertices, 40.0, 4))
    vertices, mine, ends, _ = cut(body.vertices.astype(np.float64), topology.triangles, inside)
    owner = np.concatenate([np.arange(len(inside)), ends[:, 0]])
    depth_share = np.clip(0.2 + np.concatenate([inside, np.zeros(len(ends))]) / 0.16, 0.2, 1)
    vertices, triangles, parents = _subdivided(vertices, mine)
    owner, depth_share = owner[parents[:, 0]], depth_share[parents].mean(axis=1)
    normals = VertexNormals(triangles, len(vertices)).of(vertices.astype(np.float32))
    size = float(np.ptp(body.vertices[topology.part == HEAD, 1])) / 0.28
    rough = {"curly": 0.22, "cropped": 0.1, "scarf": 0.08, "cap": 0.0}.get(look.hair, 0.2)
    bumps = 1 + rough * _waves(rng, vertices, 20.0 if look.hair != "curly" else 38.0, 6)
    crown = 1.0 + (0.6 * np.clip(normals[:, 1], 0, 1) if look.hair in ("short", "curly") else 0.0)
    moved = vertices + normals * (size * depth * bumps * crown * depth_share)[:, None] + normals * 0.0015
    strands = 1 + (0.05 if cloth else 0.35) * _waves(rng, vertices * np.array([3.0, 0.6, 1.0]), 60.0, 5)
    count = len(moved)
    layers = [
        Layer(
            moved.astype(np.float32),
            triangles,
            topology.weights[owner],
            topology.weight_bones[owner],
            np.clip(colour[None] * strands[:, None], 0.003, 0.9),
            np.tile(np.array(_CLOTH), (count, 1)),
            vertices.astype(np.float64),
            np.zeros((count, 2)),
        )
    ]
    if look.hair == "long":
        layers.append(_curtain(rng, look))
    if look.hair == "bun":
        layers.append(_ball(look, np.array([0.0, 0.35, -1.75]), 0.045 * size, look.hair_rgb))
    if look.hair == "cap":
        layers.append(_peak(look, colour))
    return layers


def _beard_layer(rng: np.random.Generator, look: Look, size: float) -> Layer:
    topology, body = load_topology(), look.body
    places = head_places(body)
    inside = np.minimum(-0.72 - places[:, 1], places[:, 2] + 0.75 + 0.2 * places[:, 1])
    lips = 0.3 * (_uv_distance(_MOUTH, _MOUTH_RADII * np.array([1.3, 1.15])) - 1)
    inside = np.where(topology.part == HEAD, np.minimum(inside, lips), -1.0)
    vertices, triangles, ends, _ = cut(body.vertices.astype(np.float64), topology.triangles, inside)
    owner = np.concatenate([np.arange(len(inside)), ends[:, 0]])
    depth = np.clip(0.15 + np.concatenate([inside, np.zeros(len(ends))]) / 0.2, 0.15, 1)
    normals = VertexNormals(triangles, len(vertices)).of(vertices.astype(np.float32))
    bumps = 1 + 0.25 * _waves(rng, vertices, 40.0, 5)
    moved = vertices + normals * (size * look.hair_m * 0.5 * depth * bumps)[:, None]
    strands = 1 + 0.35 * _waves(rng, vertices, 90.0, 5)
    return Layer(
        moved.astype(np.float32),
        triangles,
        topology.weights[owner],
        topology.weight_bones[owner],
        np.clip(look.brow_rgb[None] * strands[:, None], 0.003, 0.9),
        np.tile(np.array(_CLOTH), (len(moved), 1)),
        vertices,
        np.zeros((len(moved), 2)),
    )


def _glasses_layers(look: Look) -> list[Layer]:
    """Two rims, a bridge and two temples."""
    body = look.body
    colour = look.glasses_rgb if look.glasses_rgb is not None else np.zeros(3)
    left, right = (body.head_of(f"eye.{letter}").astype(np.float64) for letter in "LR")
    half = 0.46 * float(left[0] - right[0])
    head = body.vertices[load_topology().part == HEAD]
    nose = float(head[np.abs(head[:, 0]) < 0.01][:, 2].max())
    depth = left[2] + 0.72 * (nose - left[2])
    wide = float(head[:, 0].max()) * 0.93
    rng = np.random.default_rng(look.seed)
    tall, power = half * rng.uniform(0.6, 0.95), rng.uniform(2.0, 3.5)
    thick = rng.uniform(0.0012, 0.0032)
    around = np.linspace(0, 2 * np.pi, 28)
    layers = []
    for eye in (left, right):
        x = np.sign(np.cos(around)) * np.abs(np.cos(around)) ** (2 / power) * half * 0.93
        y = np.sign(np.sin(around)) * np.abs(np.sin(around)) ** (2 / power) * tall - 0.15 * tall
        points = np.stack([eye[0] + x, eye[1] + y, depth - 0.16 * np.abs(eye[0] + x)], axis=1)
        layers.append(_rigid(*tube(points, thick), colour, "head"))
        outer = eye + np.array([np.sign(eye[0]) * half * 0.93, 0.3 * tall, 0.0])
        outer[2] = depth - 0.16 * abs(outer[0])
        ear = np.array([np.sign(eye[0]) * wide, eye[1] + 0.2 * tall, left[2] - 2.3 * half])
        hinge = np.array([np.sign(eye[0]) * max(abs(outer[0]), 0.97 * wide), outer[1], outer[2] - 0.015])
        layers.append(_rigid(*tube(np.stack([outer, hinge, ear]), thick), colour, "head"))
    bridge = np.array([[half * 0.2, left[1] + 0.1 * tall, depth], [-half * 0.2, left[1] + 0.1 * tall, depth]])
    layers.append(_rigid(*tube(bridge, thick), colour, "head"))
    return layers


def tube(points: Array, radius_m: float, sides: int = 6) -> tuple[Array, Triangles]:
    """Vertices and triangles of a tube along ``(N, 3)`` points."""
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    other = np.where(np.abs(along[:, :1]) > 0.8, np.array([0.0, 1.0, 0.0]), np.array([1.0, 0.0, 0.0]))
    first = np.cross(along, other)
    first /= np.linalg.norm(first, axis=1, keepdims=True)
    second = np.cross(along, first)
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    ring = np.cos(angles)[None, :, None] * first[:, None] + np.sin(angles)[None, :, None] * second[:, None]
    return (points[:, None] + radius_m * ring).reshape(-1, 3), grid_triangles(len(points), sides, closed=True)


def _subdivided(vertices: Array, triangles: Triangles) -> tuple[Array, Triangles, npt.NDArray[np.int64]]:
    """Each triangle divided in four; ``(V, 2)`` the vertices whose middle each vertex is."""
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    unique, back = np.unique(np.sort(edges, axis=1), axis=0, return_inverse=True)
    ab, bc, ca = back.reshape(3, -1) + len(vertices)
    a, b, c = triangles.T
    parts = [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    finer = np.concatenate([np.stack(part, axis=1) for part in parts]).astype(np.int32)
    points = np.concatenate([vertices, vertices[unique].mean(axis=1)])
    itself = np.arange(len(vertices))
    parents = np.concatenate([np.stack([itself, itself], axis=1), unique])
    return _smoothed(points.astype(np.float32), finer, 2), finer, parents


def _rigid(vertices: Array, triangles: Triangles, colour: Array, bone: str, kind: float = 0.0) -> Layer:
    """A layer that moves with one bone."""
    count = len(vertices)
    weights = np.zeros((count, 4), np.float32)
    weights[:, 0] = 1
    return Layer(
        vertices.astype(np.float32),
        triangles,
        weights,
        np.full((count, 4), load_topology().bone(bone)),
        np.broadcast_to(colour, (count, 3)).copy(),
        np.tile(np.array([9.0, 9.0, 0.0, kind]), (count, 1)),
        vertices.astype(np.float64),
        np.zeros((count, 2)),
    )


def grid_triangles(rows: int, columns: int, *, closed: bool = False) -> Triangles:
    """Triangles of a grid of points, row by row; ``closed`` joins the last column to the first."""
    wide = columns if closed else columns - 1
    row, column = np.meshgrid(np.arange(rows - 1), np.arange(wide), indexing="ij")
    a, b = row * columns + column, row * columns + (column + 1) % columns
    c, d = a + columns, b + columns
    first = np.stack([a, c, b], axis=-1).reshape(-1, 3)
    second = np.stack([b, c, d], axis=-1).reshape(-1, 3)
    return np.asarray(np.concatenate([first, second]), np.int32)


def _head_point(look: Look, place: Array) -> Array:
    body = look.body
    eyes = 0.5 * (body.head_of("eye.L") + body.head_of("eye.R"))
    top = float(body.vertices[load_topology().part == HEAD, 1].max() - eyes[1])
    point: Array = eyes + place * top
    return point


def _curtain(rng: np.random.Generator, look: Look) -> Layer:
    """Hair that hangs down behind and beside the face."""
    rows, columns = 14, 40
    open_deg = rng.uniform(62, 95)
    around = np.radians(np.linspace(open_deg, 360 - open_deg, columns))
    long = rng.uniform(1.1, 2.9)
    down = np.linspace(0, 1, rows)
    centre = np.array([0.0, 0.0, -0.72])
    wave = rng.uniform(0, 0.06) * np.sin(down * rng.uniform(5, 14))
    radius = 0.80 + 0.10 * np.sin(np.pi * np.clip(down * 1.4, 0, 1)) + wave + 0.12 * down
    x = radius[:, None] * np.sin(around)[None] * 0.98
    z = centre[2] + radius[:, None] * np.cos(around)[None] * 1.12
    y = 0.45 - long * down[:, None] * (1 + 0.1 * np.sin(3 * around)[None]) + 0 * x
    x = x * (1 + 0.02 * np.sin(17 * around))
    points = _head_point(look, np.stack([x, y, z], axis=-1).reshape(-1, 3))
    layer = _rigid(points, grid_triangles(rows, columns), look.hair_rgb, "head")
    strands = 1 + 0.3 * np.sin(np.tile(around * 37, rows)) * rng.uniform(0.3, 1)
    layer.albedo[:] = np.clip(layer.albedo * strands[:, None], 0.003, 0.9)
    return layer


def _ball(look: Look, place: Array, radius_m: float, colour: Array) -> Layer:
    rows, columns = 10, 16
    polar, around = np.meshgrid(
        np.linspace(0, np.pi, rows), np.linspace(0, 2 * np.pi, columns, endpoint=False), indexing="ij"
    )
    out = np.stack([np.sin(polar) * np.cos(around), np.cos(polar), np.sin(polar) * np.sin(around)], axis=-1)
    points = _head_point(look, place) + radius_m * out.reshape(-1, 3)
    return _rigid(points, grid_triangles(rows, columns, closed=True), colour, "head")


def _peak(look: Look, colour: Array) -> Layer:
    """The peak of a cap."""
    rows, columns = 4, 15
    reach, aside = np.meshgrid(np.linspace(0, 1, rows), np.linspace(-1, 1, columns), indexing="ij")
    x = 0.62 * aside * (1 - 0.15 * reach)
    z = 0.30 - 0.55 * aside**2 + 0.62 * reach * (1 - 0.5 * aside**2)
    y = 0.66 - 0.12 * reach - 0.10 * aside**2
    points = _head_point(look, np.stack([x, y, z], axis=-1).reshape(-1, 3))
    return _rigid(points, grid_triangles(rows, columns), 0.9 * np.asarray(colour), "head")
