"""Hands of a person and of other people in a small feature space, for the gate of the memory of samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.memory_fit import fit_memory
from gesture_app.domain.models.memory_gate import MemoryDecision, OwnSamples, check_memory

LABELS = GestureSet.of(["rock", "paper", "scissors", "lizard", "none"])
COUNT = 32
AXES = {"rock": 0, "paper": 1, "scissors": 2, "lizard": 3, "none": 4, "odd": 5}
"""Where hands are in the feature space: those of a label as usual, and odd ones of the person."""


def outputs(places: Sequence[str], read_as: Sequence[str], *, seed: int = 0, sure: float = 4.0) -> HandOutputs:
    """Hands at some places, which the model takes for something."""
    rng = np.random.default_rng(seed)
    features = np.eye(COUNT, dtype=np.float32)[[AXES[place] for place in places]]
    features = (features + rng.normal(0, 0.08, features.shape)).astype(np.float32)
    logits = np.zeros((len(places), len(LABELS)), np.float32)
    logits[np.arange(len(places)), [LABELS.index(label) for label in read_as]] = sure
    return HandOutputs(logits, features / np.linalg.norm(features, axis=1, keepdims=True))


def other_people(each: int = 40, *, everyday: int = 40, read_as: Mapping[str, str] | None = None) -> OtherHands:
    """Hands of each label as usual, which the model reads right, and everyday hands beside those of "none"."""
    labels = [label for label in LABELS.labels for _ in range(each)]
    places = [*labels, *["none"] * everyday]
    return OtherHands(
        outputs(places, [(read_as or {}).get(place, place) for place in places], seed=99),
        np.array([*labels, *["none"] * everyday]),
        np.array([*(f"usual {label}" for label in labels), *["everyday: cup"] * everyday]),
        np.array([False] * len(labels) + [True] * everyday),
    )


def halved(hands: OtherHands) -> OtherHands:
    """The hands, every second of them an example to fit a memory on."""
    is_example = np.arange(len(hands)) % 2 == 0
    return OtherHands(hands.outputs, hands.labels, hands.poses, hands.is_everyday, is_example)


def decide(
    own: HandOutputs,
    labels: Sequence[str],
    others: OtherHands | None,
    sessions: Sequence[str] | None = None,
    has_logits: Sequence[bool] | None = None,
) -> MemoryDecision:
    """The decision of the gate."""
    memory = fit_memory(LABELS, own, labels, None if others is None else others.examples)
    known = np.array(has_logits or [True] * len(labels))
    samples = OwnSamples(own, tuple(labels), tuple(sessions or ["day1"] * len(labels)), known)
    return check_memory(memory, samples, others, Calibration())
