"""The baked bodies: people of all ages and builds with one topology and one skeleton.

Body coordinates: x to the person's left, y up, z ahead, metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from training.synthetic.errors import SynthesisError

Vectors = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
AgeGroup = Literal["child", "adult", "old"]

BODIES_FILE = Path(__file__).resolve().parents[3] / "assets" / "people" / "bodies.npz"
STEP_M = 5e-5
"""The file holds the vertices as int16 multiples of this; see ``scripts/bake_people.py``."""

HEAD, LEFT_HAND, RIGHT_HAND, EYE = 1, 2, 3, 4
"""Parts of the body in ``Topology.part``; 0 is the rest."""


@dataclass(frozen=True, eq=False)
class Topology:
    """What all bodies share.

    Attributes:
        triangles: ``(T, 3)`` vertex indices.
        weights: ``(V, 4)`` float32 skinning weights; rows sum to one.
        weight_bones: ``(V, 4)`` the bones of the weights.
        bones: Names of the ``B`` bones; each comes after its parent.
        parents: Number of the parent of each bone; -1 for the root.
        uv: ``(V, 2)`` float32 texture coordinates.
        part: ``(V,)`` part of the body.
    """

    triangles: npt.NDArray[np.int32]
    weights: Vectors
    weight_bones: Numbers
    bones: tuple[str, ...]
    parents: tuple[int, ...]
    uv: Vectors
    part: npt.NDArray[np.uint8]

    def bone(self, name: str) -> int:
        """The number of a bone."""
        return self.bones.index(name)


@dataclass(frozen=True, eq=False)
class Body:
    """One body at rest.

    Attributes:
        number: Its place in the file.
        age_group: Child (about 6 to 14 years), adult, or old (from about 65 years).
        woman: 0 for a man to 1 for a woman.
        vertices: ``(V, 3)`` float32.
        heads: ``(B, 3)`` float32, where each bone starts.
        tips: ``(10, 3)`` float32, ends of the fingers from the thumb to the little one, left hand first.
    """

    number: int
    age_group: AgeGroup
    woman: float
    vertices: Vectors
    heads: Vectors
    tips: Vectors

    def head_of(self, bone: str) -> Vectors:
        """``(3,)``: where a bone starts."""
        place: Vectors = self.heads[load_topology().bone(bone)]
        return place


@cache
def load_topology() -> Topology:
    """What all bodies share.

    Raises:
        SynthesisError: If the file is missing.
    """
    with _file() as file:
        weights = file["weights"].astype(np.float32)
        return Topology(
            triangles=file["triangles"].astype(np.int32),
            weights=weights / weights.sum(axis=1, keepdims=True),
            weight_bones=file["weight_bones"].astype(np.int64),
            bones=tuple(str(bone) for bone in file["bones"]),
            parents=tuple(int(parent) for parent in file["parents"]),
            uv=file["uv"].astype(np.float32),
            part=file["part"],
        )


@cache
def load_bodies() -> tuple[Body, ...]:
    """All bodies.

    Raises:
        SynthesisError: If the file is missing.
    """
    with _file() as file:
        vertices, heads, tips = file["vertices"], file["heads"], file["tips"]
        groups, phenotypes = file["age_group"], file["phenotypes"]
    return tuple(
        Body(
            number=number,
            age_group=str(groups[number]),  # type: ignore[arg-type]
            woman=float(phenotypes[number, 0]),
            vertices=vertices[number].astype(np.float32) * np.float32(STEP_M),
            heads=heads[number],
            tips=tips[number],
        )
        for number in range(len(groups))
    )


def _file() -> np.lib.npyio.NpzFile:
    if not BODIES_FILE.is_file():
        raise SynthesisError(f"The bodies {BODIES_FILE} are missing.", hint="Render from a full checkout.")
    loaded: np.lib.npyio.NpzFile = np.load(BODIES_FILE)
    return loaded
