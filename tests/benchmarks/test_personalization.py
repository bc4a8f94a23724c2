from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.personalization import (
    Adjust,
    Bench,
    Hands,
    Person,
    drawn,
    gate_decisions,
    own_gestures,
    probe,
    prototypes,
    strategies_for,
)
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.sample_memory import DEFAULT_KERNEL

LABELS = GestureSet.of(["rock", "paper", "none"])


def hands(axes: list[int], labels: list[str], taken_for: str = "rock", spread: float = 0.1) -> Hands:
    """Hands near some axes of a space of 8 features, which the model takes for one label."""
    features = np.eye(8, dtype=np.float32)[axes]
    features += np.random.default_rng(len(axes)).normal(0, spread, features.shape).astype(np.float32)
    logits = np.zeros((len(axes), len(LABELS)), np.float32)
    logits[:, LABELS.index(taken_for)] = 3.0
    return Hands(logits, features / np.linalg.norm(features, axis=1, keepdims=True), np.array(labels))


ODD = Person("odd", hands([0, 0, 0, 0, 1, 1, 1], ["paper"] * 4 + ["none"] * 3), hands([0, 1], ["paper", "none"]))
OTHER = Person("other", hands([2, 2], ["rock", "rock"]), hands([2, 3], ["rock", "rock"]))


def bench() -> Bench:
    return Bench(LABELS, Calibration(), [ODD, OTHER], hands([4], ["rock"]), hands([5, 6], ["none", "none"], "none"))


def rows() -> dict[str, dict[str, object]]:
    others = hands([2] * 8 + [5] * 8, ["rock"] * 8 + ["none"] * 8)
    outputs = HandOutputs(others.logits, others.features)
    everyday = np.zeros(len(others), dtype=bool)
    examples = OtherHands(outputs, others.labels, others.labels, everyday, np.ones(len(others), dtype=bool))
    strategies = strategies_for(LABELS, examples, [DEFAULT_KERNEL])
    return {row["strategy"]: row for row in bench().rows(strategies, 2, [0, 1])}


def test_the_model_alone_answers_as_it_did_before() -> None:
    row = rows()["model alone"]
    assert row["by_person"] == {"odd": 0.0, "other": 1.0}
    assert row["natural"] == 1.0


@pytest.mark.parametrize("strategy", ["memory, sharpness", "cache model", "prototypes", "linear probe"])
def test_each_way_to_learn_reads_the_person_better_and_leaves_others_alone(strategy: str) -> None:
    (row,) = (row for name, row in rows().items() if name.startswith(strategy))
    assert row["by_person"] == {"odd": 1.0, "other": 1.0}
    assert row["worst_person"] == 1.0
    assert (row["others"], row["natural"]) == (rows()["model alone"]["others"], 1.0)


def test_a_new_label_gets_an_output_of_its_own_from_the_probe() -> None:
    recorded = hands([0, 0, 1, 1], ["wave", "wave", "rock", "rock"])
    labels, logits = probe(LABELS, recorded)(recorded)
    assert labels.labels == ("rock", "paper", "none", "wave")
    assert logits.argmax(axis=1).tolist() == [3, 3, 0, 0]


def test_a_prototype_is_the_mean_of_a_label() -> None:
    means = prototypes(ODD.recorded)
    assert means.labels.tolist() == ["none", "paper"]
    assert means.features[1] == pytest.approx(ODD.recorded.features[:4].mean(axis=0))


def test_drawn_hands_are_spread_over_the_recording_of_each_label() -> None:
    recorded = hands([0] * 20 + [1], ["rock"] * 20 + ["paper"])
    for seed in range(5):
        chosen = drawn(recorded, 4, np.random.default_rng(seed))
        assert chosen.labels.tolist() == ["rock"] * 4 + ["paper"]
        places = [int(np.flatnonzero((recorded.features == row).all(axis=1))[0]) for row in chosen.features[:4]]
        assert [place // 5 for place in places] == [0, 1, 2, 3]


def test_samples_that_are_labelled_wrongly_are_refused_or_told_by_the_gate() -> None:
    labels = [label for label in ("rock", "paper", "none") for _ in range(10)]
    recorded = replace(
        hands([0] * 10 + [1] * 10 + [2] * 10, labels), logits=np.eye(3, dtype=np.float32).repeat(10, 0) * 6
    )
    person = Person("one", recorded, recorded)
    bench = Bench(LABELS, Calibration(), [person], recorded, None)
    outputs = HandOutputs(recorded.logits, recorded.features)
    others = OtherHands(outputs, recorded.labels, recorded.labels, np.zeros(30, dtype=bool))
    rows = {row["samples"]: row for row in gate_decisions(bench, others, 10, [0])}
    assert list(rows) == ["right", "20% wrong", "rock and paper swapped", "all as rock"]
    assert rows["right"]["accepted"]
    assert rows["right"]["left_out"] == []
    assert rows["20% wrong"]["doubtful"] > 2
    assert (
        rows["rock and paper swapped"]["left_out"] == ["paper", "rock"]
        or not rows["rock and paper swapped"]["accepted"]
    )
    assert not rows["all as rock"]["accepted"]
    assert {row["others"] for row in rows.values()} == {1.0}


def test_a_sign_of_ones_own_is_found_on_the_later_day_and_hands_of_others_that_show_it_do_not_count() -> None:
    signer = Person("signer", hands([6] * 4, ["ok"] * 4, "none"), hands([6, 6, 7], ["ok", "ok", "horns"], "none"))
    base = hands([6, 2], ["none", "rock"])
    judged = Bench(LABELS, Calibration(), [], base, None)
    poses = np.array(["ok", "rock_across"])
    strategies = strategies_for(LABELS, None, [DEFAULT_KERNEL])
    rows = {row["strategy"]: row for row in own_gestures(judged, [signer], poses, strategies)}
    assert rows["memory, own samples alone"]["by_sign"] == {"ok": 1.0}
    assert rows["memory, own samples alone"]["others_called_it"] == 0.0
    assert rows["model alone"]["found"] == 0.0
    (row,) = own_gestures(judged, [signer], np.array(["horns", "horns"]), {"all new": everything_new})
    assert row["others_called_it"] == 1.0


def everything_new(recorded: Hands) -> Adjust:
    every = GestureSet((*LABELS.labels, "new"))
    return lambda seen: (every, np.tile(np.array([0, 0, 0, 9], np.float32), (len(seen), 1)))
