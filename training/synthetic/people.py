"""Random people: skin, proportions of hand and forearm, clothes and accessories."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.synthetic.accessories import Accessories, sample_accessories
from training.synthetic.arm import Sleeve
from training.synthetic.shading import Skin
from training.synthetic.skeleton import FINGERS, JOINTS, Array


@dataclass(frozen=True)
class Person:
    """Properties of one person that are the same in all images.

    Attributes:
        group: The person's name.
        skin: Skin colour.
        lengths: ``(25,)`` factors on bone lengths.
        girth: ``(3,)`` factors on the hand's size along x, y, z of hand coordinates.
        finger_girths: ``(5,)`` factors on the thickness of the fingers, in the order of ``FINGERS``.
        forearm: Factor on the forearm's girth.
        sleeve: The sleeve, if any.
        cloth_rgb: ``(2, 3)`` linear light: cloth and stripe.
        stripe_m: Distance of stripes; 0 for plain cloth.
        accessories: Watch, bracelet and rings, if any.
    """

    group: str
    skin: Skin
    lengths: Array
    girth: Array
    finger_girths: Array
    forearm: float
    sleeve: Sleeve | None
    cloth_rgb: Array
    stripe_m: float
    accessories: Accessories


def sample_person(rng: np.random.Generator, group: str, tone: int) -> Person:
    """Sample a person with skin of ``tone`` (1 to 10 on the Monk scale)."""
    lengths = np.ones(len(JOINTS))
    stretch = {finger: rng.normal(1, 0.045) for finger in FINGERS}
    for number, joint in enumerate(JOINTS):
        finger = next((name for name in FINGERS if joint.startswith(name)), None)
        if finger is not None:
            palm = joint.endswith("metacarpal") or (joint.endswith("proximal") and finger != "thumb")
            lengths[number] = rng.normal(1, 0.015) * (1.0 if palm else stretch[finger])
    sleeve = None
    if rng.random() < 0.55:
        looseness, folds = rng.uniform(0.002, 0.014), rng.uniform(0.0, 0.035)
        sleeve = Sleeve(rng.uniform(0.01, 0.16), looseness, folds, rng.uniform(0, 2 * np.pi))
    cloth = rng.beta(1.2, 2.0, (2, 1)) * (0.5 + 0.5 * rng.random((2, 3)))
    return Person(
        group=group,
        skin=Skin(
            tone,
            warmth=float(np.clip(rng.normal(0, 0.6), -1.5, 1.5)),
            flush=rng.uniform(0.1, 0.9),
            grain=rng.uniform(0.2, 1.1),
        ),
        lengths=lengths,
        girth=np.array([rng.normal(1, 0.05), 1.0, rng.normal(1.06, 0.06)]),
        forearm=rng.uniform(0.9, 1.3),
        sleeve=sleeve,
        cloth_rgb=cloth,
        stripe_m=rng.uniform(0.01, 0.04) if rng.random() < 0.3 else 0.0,
        finger_girths=np.clip(rng.normal(1, 0.07) * rng.normal(1, 0.025, len(FINGERS)), 0.84, 1.2),
        accessories=sample_accessories(rng),
    )
