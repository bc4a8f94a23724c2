from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.domain.models.model_summary import (
    Figures,
    GateVerdict,
    ModelOrigin,
    ModelSummary,
    figures_from,
    gate_verdict,
)

REFUSED = {"gate": {"accepted": False, "reasons": ["It reads lizard worse.", 7]}}


def test_a_model_that_was_never_compared_has_no_verdict() -> None:
    assert gate_verdict({"held_out": {"accuracy": 0.9}}) == (None, ())


@pytest.mark.parametrize("gate", [None, [], {}, {"accepted": "false"}, {"accepted": 0}])
def test_a_verdict_that_makes_no_sense_is_none(gate: object) -> None:
    assert gate_verdict({"gate": gate}) == (None, ())


def test_a_refusal_says_why_and_may_be_forced() -> None:
    assert gate_verdict(REFUSED) == (GateVerdict.REFUSED, ("It reads lizard worse.",))
    assert gate_verdict(REFUSED, is_forced=True) == (GateVerdict.FORCED, ("It reads lizard worse.",))


def test_what_was_accepted_needs_no_force() -> None:
    assert gate_verdict({"gate": {"accepted": True}}, is_forced=True) == (GateVerdict.ACCEPTED, ())


def test_figures_are_by_set_without_the_gate() -> None:
    metrics = {
        "gate": {"accepted": True},
        "held_out": {"hands": 3, "accuracy": 0.5, "recall": {"rock": 1, "paper": 0.25}},
        "here": {
            "hands": 40,
            "old": {"accuracy": 0.5, "recall": {"rock": 0.5}},
            "new": {"accuracy": 0.9, "recall": {"rock": 0.8, "wave": 1.0}},
        },
    }

    held_out, here = figures_from(metrics)

    assert held_out == Figures("held_out", 3, 0.5, {"rock": 1.0, "paper": 0.25})
    assert here == Figures("here", 40, 0.9, {"rock": 0.8, "wave": 1.0}, 0.5, {"rock": 0.5})


def test_figures_follow_from_counts() -> None:
    labels = ["rock", "wave", "none"]
    here = {
        "old": {"labels": labels, "counts": [[3, 0, 1], [2, 0, 0], [0, 0, 0]]},
        "new": {"labels": labels, "counts": [[4, 0, 0], [1, 1, 0], [0, 0, 0]]},
    }

    (figures,) = figures_from({"here": here})

    assert figures == Figures("here", 6, 5 / 6, {"rock": 1.0, "wave": 0.5}, 0.5, {"rock": 0.75, "wave": 0.0})


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {},
        {"accuracy": "high"},
        {"accuracy": 1.5, "hands": 8},
        {"new": 1},
        {"accuracy": float("nan")},
        {"labels": ["a", "b"], "counts": [[1, 2]]},
        {"labels": ["a"], "counts": [[-1]]},
        {"labels": ["a"], "counts": [7]},
        {"labels": "a", "counts": [[1]]},
    ],
)
def test_figures_that_make_no_sense_are_left_out(entry: object) -> None:
    assert figures_from({"here": entry}) == ()


@pytest.mark.parametrize(
    ("trouble", "verdict", "expected"),
    [
        ("", None, True),
        ("", GateVerdict.ACCEPTED, True),
        ("", GateVerdict.FORCED, True),
        ("", GateVerdict.REFUSED, False),
        ("It is damaged.", None, False),
    ],
)
def test_whether_a_model_can_be_used(trouble: str, verdict: GateVerdict | None, *, expected: bool) -> None:
    model = ModelSummary("m", Path("m"), ModelOrigin.RETRAINED, verdict=verdict, trouble=trouble)

    assert model.can_be_used is expected
    assert not model.is_shipped
