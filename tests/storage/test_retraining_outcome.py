from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from gesture_app.domain.message import Message
from gesture_app.domain.models.model_summary import GateVerdict, figures_from, gate_verdict
from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.events import ChangedPrediction, RetrainOutcome
from gesture_app.domain.retraining.gate import GateDecision, apply_gate
from gesture_app.storage.retraining_outcome import MAX_LISTED, decode_outcome, outcome_evidence, outcome_metrics

HERE = Comparison.from_predictions(
    ("rock", "none"),
    ["rock", "none", "rock"],
    ["none", "none", "rock"],
    ["rock", "none", "rock"],
    ConfidenceChange(0.6, 0.9, 0.125),
)
BASE = Comparison.from_predictions(("rock", "none"), ["rock"], ["rock"], ["none"])
OUTCOME = RetrainOutcome(
    "base-1-own",
    "/models/base-1-own",
    "base-1",
    GateDecision(False, ("It is hardly better.", "It reads others worse.")),
    HERE,
    BASE,
    True,
    (ChangedPrediction("a-1", "rock", "none", "rock"),),
    ("a-2",),
    ("wave",),
    ("Hands are cut out as seen.",),
)


def kept(outcome: RetrainOutcome = OUTCOME) -> tuple[dict[str, Any], dict[str, Any]]:
    """The metrics and data of a manifest after writing and reading."""
    metrics, data = json.loads(json.dumps([outcome_metrics(outcome), {"seed": 1, **outcome_evidence(outcome)}]))
    return metrics, data


def read(metrics: Any, data: Any) -> RetrainOutcome | None:
    return decode_outcome("base-1-own", "/models/base-1-own", "base-1", metrics, data)


def test_the_whole_outcome_is_in_the_manifest() -> None:
    assert read(*kept()) == OUTCOME


def test_its_texts_can_still_be_translated() -> None:
    decision = apply_gate(HERE, BASE)
    note = Message("No hands of {people}.").fill(people=Message("other people"))

    outcome = read(*kept(replace(OUTCOME, verdict=decision, notes=(note,), doubtful=(), new_labels=())))

    assert outcome is not None
    assert all(isinstance(text, Message) for text in (*outcome.reasons, *outcome.notes))
    assert outcome.reasons == decision.reasons


def test_the_reasons_of_an_earlier_version_are_translated_without_separators_of_thousands() -> None:
    gestures = ["rock"] * 1200
    base = Comparison.from_predictions(("rock", "none"), gestures, gestures, gestures)
    decision = apply_gate(HERE, base)
    earlier = GateDecision(decision.accepted, tuple(str(text).replace(",", "") for text in decision.reasons))

    outcome = read(*kept(replace(OUTCOME, verdict=earlier, base=base, doubtful=(), new_labels=())))

    assert outcome is not None
    assert outcome.reasons == decision.reasons


def test_the_reasons_of_an_earlier_version_stay_as_they_were_written() -> None:
    metrics, data = kept()
    del data["note_sources"]

    outcome = read(metrics, data)

    assert outcome is not None
    assert outcome.reasons == ("It is hardly better.", "It reads others worse.")
    assert outcome.notes == ("Hands are cut out as seen.",)


def test_the_list_of_models_understands_it_too() -> None:
    metrics, _data = kept()
    here, base = figures_from(metrics)
    assert (here.hands, here.accuracy, here.accuracy_before) == (3, 1.0, pytest.approx(2 / 3))
    assert (base.name, base.accuracy) == ("base", 0.0)
    assert gate_verdict(metrics) == (GateVerdict.REFUSED, OUTCOME.verdict.reasons)


def test_long_lists_are_cut() -> None:
    many = replace(OUTCOME, doubtful=tuple(f"a-{number}" for number in range(MAX_LISTED + 1)))
    again = read(*kept(many))
    assert again is not None
    assert again.doubtful == many.doubtful[:MAX_LISTED]


def test_lists_that_the_manifest_lacks_are_empty() -> None:
    metrics, _data = kept()
    del metrics["here"]["across_sessions"]
    assert read(metrics, {"origin": "retrained"}) == replace(
        OUTCOME, across_sessions=False, changed=(), doubtful=(), new_labels=(), notes=()
    )


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("metrics gate", "yes"),
        ("metrics gate accepted", 1),
        ("metrics here", 4),
        ("metrics base", None),
        ("metrics here gained", 7),
        ("metrics here sureness old", 1.5),
        ("metrics here old counts", [[1, 2]]),
        ("metrics here new labels", ["rock", 4]),
        ("data changed", 4),
        ("data changed", ["a-1"]),
        ("data notes", [4]),
    ],
)
def test_an_inconsistent_outcome_is_not_used(place: str, value: object) -> None:
    metrics, data = kept()
    *above, last = place.split()
    content: Any = {"metrics": metrics, "data": data}
    for name in above:
        content = content[name]
    content[last] = value
    assert read(metrics, data) is None


def test_a_model_that_was_not_compared_has_no_outcome() -> None:
    assert read({}, {}) is None
    assert read({"gate": {"accepted": True, "reasons": []}}, {}) is None
