"""Random people: body, skin, hair, face, clothes and glasses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from training.synthetic.bodies.mesh import Body, load_bodies
from training.synthetic.shading import Skin
from training.synthetic.skeleton import Array

_HAIR_RGB = np.array(
    [
        [0.008, 0.007, 0.006],
        [0.020, 0.013, 0.009],
        [0.055, 0.030, 0.016],
        [0.13, 0.075, 0.036],
        [0.36, 0.24, 0.11],
        [0.22, 0.065, 0.022],
    ]
)
_GREY_RGB = np.array([0.42, 0.41, 0.40])
_IRIS_RGB = np.array([[0.045, 0.022, 0.010], [0.02, 0.011, 0.006], [0.10, 0.16, 0.24], [0.09, 0.13, 0.07]])
HairStyle = Literal["bald", "cropped", "short", "curly", "long", "bun", "scarf", "cap"]
Neckline = Literal["crew", "vee", "high", "wide"]


@dataclass(frozen=True)
class Garment:
    """A garment for the upper body.

    Attributes:
        sleeve: How far the sleeves reach: 0 the shoulder, 1 the elbow, 2 the wrist.
        neckline: Shape at the neck.
        loose_m: Distance from the body.
        folds_m: Depth of folds.
        colour_rgb: ``(3,)`` linear light.
        stripe_rgb: ``(3,)`` colour of the stripes.
        stripe_m: Distance of the stripes; 0 for plain cloth.
        open_m: Half the width of an open front; 0 for a closed one.
    """

    sleeve: float
    neckline: Neckline
    loose_m: float
    folds_m: float
    colour_rgb: Array
    stripe_rgb: Array
    stripe_m: float = 0.0
    open_m: float = 0.0


@dataclass(frozen=True)
class Look:
    """One person's looks, the same in all images.

    Attributes:
        group: The person's name.
        body: The body.
        skin: The skin.
        hair: The hairstyle.
        hair_rgb: ``(3,)`` linear light.
        hair_m: Thickness of the hair.
        hairline: Shift of the hairline, upwards if positive, in units of the forehead.
        brow_rgb: ``(3,)`` linear light.
        iris_rgb: ``(3,)`` linear light.
        lip: Redness of the lips, 0 to 1.
        beard: Density of a beard, 0 to 1.
        shirt: The inner garment.
        jacket: The outer one, if any.
        trousers_rgb: ``(3,)`` linear light.
        glasses_rgb: ``(3,)`` colour of the frame; None without glasses.
        headphones: Whether headphones are worn.
        seed: Seed of folds and hair.
    """

    group: str
    body: Body
    skin: Skin
    hair: HairStyle
    hair_rgb: Array
    hair_m: float
    hairline: float
    brow_rgb: Array
    iris_rgb: Array
    lip: float
    beard: float
    shirt: Garment
    jacket: Garment | None
    trousers_rgb: Array
    glasses_rgb: Array | None
    headphones: bool
    seed: int


def sample_look(rng: np.random.Generator, group: str, tone: int, body: Body | None = None) -> Look:
    """Sample a person with skin of ``tone`` (1 to 10 on the Monk scale), in one of the baked bodies."""
    bodies = load_bodies()
    chosen = body if body is not None else bodies[int(rng.integers(len(bodies)))]
    woman, old = rng.random() < chosen.woman, chosen.age_group == "old"
    hair_rgb = _hair(rng, tone, grey=old or (chosen.age_group == "adult" and rng.random() < 0.1))
    adult_man = not woman and chosen.age_group != "child"
    jacket = _garment(rng, jacket=True) if rng.random() < 0.22 else None
    return Look(
        group=group,
        body=chosen,
        skin=Skin(
            tone,
            warmth=float(np.clip(rng.normal(0, 0.6), -1.5, 1.5)),
            flush=float(rng.uniform(0.2, 0.8)),
            grain=float(rng.uniform(0.25, 0.6)) if old else float(rng.uniform(0.1, 0.5)),
        ),
        hair=_hair_style(rng, woman, chosen),
        hair_rgb=hair_rgb,
        hair_m=float(rng.uniform(0.012, 0.032)),
        hairline=float(rng.normal(0.0, 0.1)) + (0.15 if old and not woman else 0.0),
        brow_rgb=hair_rgb * rng.uniform(0.5, 0.9),
        iris_rgb=_IRIS_RGB[int(rng.choice(4, p=[0.5, 0.3, 0.1, 0.1] if tone < 5 else [0.4, 0.58, 0.01, 0.01]))],
        lip=float(rng.uniform(0.5, 1.0)) if woman else float(rng.uniform(0.15, 0.5)),
        beard=float(rng.uniform(0.35, 1.0)) if adult_man and rng.random() < 0.45 else 0.0,
        shirt=_garment(rng, jacket=False),
        jacket=jacket,
        trousers_rgb=rng.beta(1.2, 3.0) * (0.6 + 0.4 * rng.random(3)) * np.array([0.8, 0.85, 1.0]),
        glasses_rgb=_glasses(rng) if rng.random() < (0.5 if old else 0.25) else None,
        headphones=bool(rng.random() < 0.08),
        seed=int(rng.integers(2**31)),
    )


def _hair(rng: np.random.Generator, tone: int, *, grey: bool) -> Array:
    shares = [0.2, 0.25, 0.25, 0.15, 0.1, 0.05] if tone < 4 else [0.55, 0.32, 0.1, 0.02, 0.005, 0.005]
    colour = _HAIR_RGB[int(rng.choice(len(_HAIR_RGB), p=shares))] * rng.uniform(0.7, 1.3)
    share = rng.uniform(0.35, 1.0) if grey else 0.0
    return np.asarray(colour + share * (_GREY_RGB * rng.uniform(0.6, 1.4) - colour))


def _hair_style(rng: np.random.Generator, woman: bool, body: Body) -> HairStyle:
    styles: tuple[HairStyle, ...] = ("bald", "cropped", "short", "curly", "long", "bun", "scarf", "cap")
    if woman:
        shares = np.array([0.0, 0.03, 0.17, 0.14, 0.44, 0.12, 0.08, 0.02])
    elif body.age_group == "old":
        shares = np.array([0.32, 0.32, 0.24, 0.04, 0.02, 0.0, 0.0, 0.06])
    else:
        shares = np.array([0.07, 0.27, 0.40, 0.14, 0.05, 0.0, 0.0, 0.07])
    return styles[int(rng.choice(len(styles), p=shares / shares.sum()))]


def _garment(rng: np.random.Generator, *, jacket: bool) -> Garment:
    colour = rng.beta(0.9, 1.8) * (0.35 + 0.65 * rng.random(3))
    if rng.random() < 0.35:
        colour = np.full(3, colour.mean()) * (0.9 + 0.2 * rng.random(3))
    if jacket:
        return Garment(
            sleeve=float(rng.uniform(1.8, 1.97)),
            neckline="wide",
            loose_m=float(rng.uniform(0.018, 0.034)),
            folds_m=float(rng.uniform(0.004, 0.010)),
            colour_rgb=0.6 * colour,
            stripe_rgb=0.6 * colour,
            open_m=float(rng.uniform(0.03, 0.11)) if rng.random() < 0.7 else 0.0,
        )
    kind = rng.random()
    sleeve = (
        rng.uniform(1.75, 2.02) if kind < 0.48 else rng.uniform(0.35, 0.75) if kind < 0.85 else rng.uniform(0.9, 1.5)
    )
    if kind > 0.96:
        sleeve = rng.uniform(0.02, 0.1)
    necklines: tuple[Neckline, ...] = ("crew", "vee", "high", "wide")
    striped = rng.random() < 0.18
    return Garment(
        sleeve=float(sleeve),
        neckline=necklines[int(rng.choice(4, p=[0.5, 0.22, 0.14, 0.14]))],
        loose_m=float(rng.uniform(0.005, 0.020)),
        folds_m=float(rng.uniform(0.001, 0.008)),
        colour_rgb=colour,
        stripe_rgb=rng.beta(1.2, 1.6) * (0.4 + 0.6 * rng.random(3)) if striped else colour,
        stripe_m=float(rng.uniform(0.05, 0.16)) if striped else 0.0,
    )


def _glasses(rng: np.random.Generator) -> Array:
    return np.asarray(rng.choice([0.01, 0.02, 0.05, 0.25]) * (0.5 + rng.random(3)))
