"""Bakes ``assets/people/bodies.npz``: bodies of all ages and builds for ``python -m training people``.

    pip install anny==0.6.2 torch==2.13.0
    python scripts/bake_people.py assets/people/bodies.npz

The project needs neither package; only this script does. ``anny`` (NAVER, Apache-2.0) computes the bodies from the
data of MakeHuman, which are CC0; its ``smplx`` topology is not, and is not used. The first start takes minutes.
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

STEP_M = 5e-5
"""The vertices are stored as int16 multiples of this."""

_SEED = 21
_PHENOTYPES = ("gender", "age", "muscle", "weight", "height", "proportions", "african", "asian", "caucasian")
# The age of anny: 0 is one year, 1/3 ten to eleven, 2/3 twenty-five, 1 ninety. Source: MakeHuman's age slider.
_AGES = {"child": (0.25, 0.45), "adult": (0.5, 0.84), "old": (0.87, 1.0)}
_COUNTS = {"child": 11, "adult": 21, "old": 10}
_HAND_CHANGES = ("fingers-length", "fingers-diameter", "fingers-distance", "scale")
_UNDER_PARENT = ("toe", "foot", "breast", "jaw", "special", "oris", "levator", "tongue", "risorius", "temporalis",
                 "oculi", "orbicularis")  # fmt: skip

Array = npt.NDArray[Any]


def main() -> None:
    """Bake the file that is named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    anny = importlib.import_module("anny")
    model = anny.Anny(local_changes="default", phenotypes="all")
    bodies, groups = _bodies(model)
    keep, triangles, uv = _surface(model)
    bones, parents, merged = _bones(model)
    weights, indices = _weights(model, merged, len(bones))
    vertices = np.stack([_upright(body["rest_vertices"][0].numpy()) for body in bodies])
    all_heads = np.stack([_upright(body["rest_bone_heads"][0].numpy()) for body in bodies])
    heads = all_heads[:, [model.bone_labels.index(bone) for bone in bones]]
    tips = np.stack([_tips(one, where, bones, weights, indices) for one, where in zip(vertices, heads, strict=True)])
    np.savez_compressed(
        out,
        vertices=np.rint(vertices[:, keep] / STEP_M).astype(np.int16),
        triangles=triangles.astype(np.uint16),
        weights=np.rint(weights[keep] * 255).astype(np.uint8),
        weight_bones=indices[keep].astype(np.uint8),
        bones=np.array(bones),
        parents=np.array(parents, dtype=np.int16),
        heads=heads.astype(np.float32),
        tips=tips.astype(np.float32),
        uv=uv.astype(np.float16),
        part=_parts(model)[keep].astype(np.uint8),
        age_group=np.array(groups),
        phenotypes=np.array([[body["asked"][name] for name in _PHENOTYPES] for body in bodies], dtype=np.float32),
        phenotype_names=np.array(_PHENOTYPES),
    )
    height = vertices[:, :, 1].max(axis=1) - vertices[:, :, 1].min(axis=1)
    print(f"{len(bodies)} bodies, {len(keep)} vertices, {len(triangles)} triangles, {out.stat().st_size / 1e6:.1f} MB")
    print("heights in m:", *(f"{group} {one:.2f}" for group, one in zip(groups, height, strict=True)))


def _bodies(model: Any) -> tuple[list[dict[str, Any]], list[str]]:
    rng = np.random.default_rng(_SEED)
    groups = [group for group, count in _COUNTS.items() for _ in range(count)]
    bodies = []
    for number, group in enumerate(groups):
        race = rng.dirichlet([0.6, 0.6, 0.6])
        asked = {
            "gender": float(np.clip(number % 2 + rng.normal(0, 0.15), 0, 1)),
            "age": float(rng.uniform(*_AGES[group])),
            "muscle": float(np.clip(rng.normal(0.5, 0.2), 0.05, 0.95)),
            "weight": float(np.clip(rng.normal(0.52, 0.22), 0.08, 0.98)),
            "height": float(np.clip(rng.normal(0.45, 0.12), 0.2, 0.7)),
            "proportions": float(rng.uniform(0.2, 0.9)),
            **dict(zip(_PHENOTYPES[6:], map(float, race), strict=True)),
        }
        hands = {name: float(np.clip(rng.normal(0, 0.4), -0.9, 0.9)) for name in _HAND_CHANGES}
        local = {
            label: value
            for label in model.local_change_labels
            for name, value in hands.items()
            if label in (f"l-hand-{name}-incr", f"r-hand-{name}-incr")
        }
        local |= _face(rng, model)
        pose = model.get_tensor_inputs(None, asked, local, None)
        coefficients = model._get_phenotype_blendshape_coefficients(*pose[1:])
        bodies.append({**model.get_rest_model(coefficients), "asked": asked})
    return bodies, groups


def _face(rng: np.random.Generator, model: Any) -> dict[str, float]:
    parts = ("head-", "nose-", "mouth-", "chin-", "eyes", "l-eye-", "r-eye-", "l-ear-", "r-ear-", "l-cheek", "r-cheek")
    found: dict[str, float] = {}
    for label in sorted(model.local_change_labels):
        if label.startswith(parts) and label not in found:
            value = float(np.clip(rng.normal(0, 0.25), -0.6, 0.6))
            found[label] = value
            mirrored = (
                "r-" + label[2:] if label.startswith("l-") else "l-" + label[2:] if label.startswith("r-") else ""
            )
            if mirrored in model.local_change_labels:
                found[mirrored] = value
    return found


def _upright(points: Array) -> Array:
    """Anny's coordinates (z up, looking along -y) as x to the person's left, y up, z ahead, metres."""
    return np.stack([points[..., 0], points[..., 2], -points[..., 1]], axis=-1)


def _parts(model: Any) -> Array:
    """``(V,)``: 0 body, 1 head, 2 left hand, 3 right hand, 4 front of an eye."""
    module = importlib.import_module("anny.face_segmentation")
    names = {1: ["head"], 2: ["hand.L"], 3: ["hand.R"], 4: ["eye_front.L", "eye_front.R"]}
    faces = model.faces.numpy()
    part = np.zeros(len(model.template_vertices), np.int64)
    for number, labels in names.items():
        mask = module.get_face_segmentation_mask(model, labels).numpy()
        part[np.unique(faces[mask])] = number
    return part


def _surface(model: Any) -> tuple[Array, Array, Array]:
    """The vertices that are kept, the triangles between them, and a texture coordinate of each."""
    module = importlib.import_module("anny.face_segmentation")
    dropped = ["mouth_cavity", "tongue", "eye_back.L", "eye_back.R", "eye_cavity.L", "eye_cavity.R", "foot.L", "foot.R"]
    mask = module.get_face_segmentation_mask(model, dropped).numpy()
    faces = model.faces.numpy()[~mask]
    corners = model.face_texture_coordinate_indices.numpy()[~mask]
    keep = np.unique(faces)
    new = np.full(len(model.template_vertices), -1)
    new[keep] = np.arange(len(keep))
    uv = np.zeros((len(keep), 2))
    uv[new[faces.ravel()]] = model.texture_coordinates.numpy()[corners.ravel()]
    return keep, new[faces], uv


def _bones(model: Any) -> tuple[list[str], list[int], Array]:
    """The bones that are kept, the number of the parent of each, and for every bone of anny which kept one moves it."""
    labels, parents = list(model.bone_labels), list(model.bone_parents)
    kept = [label for label in labels if not label.startswith(_UNDER_PARENT)]
    nearest = []
    for number in range(len(labels)):
        one = number
        while labels[one] not in kept:
            one = parents[one]
        nearest.append(kept.index(labels[one]))
    up = [parents[labels.index(bone)] for bone in kept]
    return kept, [-1 if parent < 0 else nearest[parent] for parent in up], np.array(nearest)


def _weights(model: Any, merged: Array, count: int) -> tuple[Array, Array]:
    """The four largest skinning weights of each vertex and their bones."""
    values = model.vertex_bone_weights.numpy()
    bones = model.vertex_bone_indices.numpy()
    dense = np.zeros((len(values), count))
    for column in range(values.shape[1]):
        np.add.at(dense, (np.arange(len(values)), merged[bones[:, column]]), values[:, column])
    order = np.argsort(-dense, axis=1)[:, :4]
    top = np.take_along_axis(dense, order, axis=1)
    return top / top.sum(axis=1, keepdims=True), order


def _tips(vertices: Array, heads: Array, bones: list[str], weights: Array, indices: Array) -> Array:
    """``(10, 3)``: the ends of the fingers, thumb to little finger, left hand first."""
    tips = []
    for side in "LR":
        for finger in range(1, 6):
            last, before = (bones.index(f"finger{finger}-{bone}.{side}") for bone in (3, 2))
            along = heads[last] - heads[before]
            along /= np.linalg.norm(along)
            mine = vertices[(weights * (indices == last)).sum(axis=1) > 0.5]
            reach = (mine - heads[last]) @ along
            tips.append(heads[last] + along * (reach.max() - 0.003))
    return np.array(tips)


if __name__ == "__main__":
    main()
