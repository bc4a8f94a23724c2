"""The contract of every model library, on disk and in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gesture_app.domain.models.model_summary import GateVerdict, ModelOrigin
from gesture_app.domain.ports import ModelLibrary
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import ChangedPrediction, RetrainOutcome
from gesture_app.domain.retraining.gate import GateDecision
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import FIRST_DETECTOR
from gesture_app.storage.retraining_outcome import outcome_evidence, outcome_metrics
from gesture_app.vision.detectors import NETWORKS_ID
from tests.fakes.model_libraries import InMemoryModelLibrary, retrained_summary, shipped_summary
from tests.fakes.models import Library, retrained, shipped

ANSWERS = Comparison.from_predictions(("rock", "none"), ["rock", "none"], ["rock", "none"], ["none", "none"])
WORSE = RetrainOutcome(
    "worse",
    "",
    "base-1",
    GateDecision(False, ("It reads your rock worse.",)),
    ANSWERS,
    ANSWERS,
    across_sessions=True,
    changed=(ChangedPrediction("a-1", "rock", "rock", "none"),),
    notes=("Hands are cut out as seen.",),
)


def on_disk(home: Path) -> ModelLibrary:
    shipped(home)
    retrained(home, "old", made_at="2024-01-01T00:00:00+00:00")
    retrained(home, "new", made_at="2024-02-01T00:00:00+00:00")
    data = {"origin": "retrained", "made_at": "2024-03-01T00:00:00+00:00", **outcome_evidence(WORSE)}
    retrained(home, "worse", metrics=outcome_metrics(WORSE), data=data)
    shipped(home / "there")
    retrained(home / "there", "taken")
    Library(home / "there").export("taken", home / "taken.zip")
    return Library(home)


def in_memory(home: Path) -> ModelLibrary:
    library = InMemoryModelLibrary(
        shipped_summary(),
        retrained_summary("old", made_at="2024-01-01T00:00:00+00:00"),
        retrained_summary("new", made_at="2024-02-01T00:00:00+00:00"),
        retrained_summary("worse", made_at="2024-03-01T00:00:00+00:00", verdict=GateVerdict.REFUSED),
    )
    library.outcomes["worse"] = WORSE
    library.archives[home / "taken.zip"] = retrained_summary("taken")
    return library


@pytest.fixture(params=[on_disk, in_memory], ids=["folder", "memory"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> ModelLibrary:
    """base-1 came with the program and is in use; old and new were accepted, worse was not."""
    make: Callable[[Path], ModelLibrary] = request.param
    return make(tmp_path)


def test_the_shipped_models_come_first_and_then_the_newest(library: ModelLibrary) -> None:
    assert [(m.id, m.is_active, m.is_shipped) for m in library.listed()] == [
        ("base-1", True, True),
        ("worse", False, False),
        ("new", False, False),
        ("old", False, False),
    ]
    assert library.warnings == ()


def test_one_model_is_in_use(library: ModelLibrary) -> None:
    used = library.activate("new")

    assert used.is_active
    assert library.active() == used
    assert [m.id for m in library.listed() if m.is_active] == ["new"]


def test_going_back_takes_one_step_at_a_time(library: ModelLibrary) -> None:
    assert library.previous() is None
    for model_id in ("old", "new", "new"):
        library.activate(model_id)

    before = library.previous()
    assert before is not None
    assert before.id == "old"
    assert [library.roll_back().id for _ in range(2)] == ["old", "base-1"]
    with pytest.raises(ModelError):
        library.roll_back()


def test_a_refused_model_has_to_be_forced_until_one_goes_back(library: ModelLibrary) -> None:
    with pytest.raises(ModelError):
        library.activate("worse")
    assert library.active().id == "base-1"

    assert library.activate("worse", forced=True).verdict is GateVerdict.FORCED
    library.activate("new")
    assert library.roll_back().verdict is GateVerdict.FORCED
    library.roll_back()

    refused = next(m for m in library.listed() if m.id == "worse")
    assert (refused.verdict, refused.reasons) == (GateVerdict.REFUSED, ("It reads your rock worse.",))
    with pytest.raises(ModelError):
        library.activate("worse")


def test_an_own_model_that_is_not_in_use_can_be_removed(library: ModelLibrary) -> None:
    library.activate("old")
    library.activate("new")
    for model_id in ("base-1", "new", "nobody"):
        with pytest.raises(ModelError):
            library.remove(model_id)

    library.remove("old")

    assert [m.id for m in library.listed()] == ["base-1", "worse", "new"]
    before = library.previous()
    assert before is not None
    assert before.id == "base-1"


def test_an_import_adds_a_model_once_and_does_not_use_it(library: ModelLibrary, tmp_path: Path) -> None:
    first, second = (library.import_archive(tmp_path / "taken.zip") for _ in range(2))

    assert (first.model.id, first.model.origin, first.was_known) == ("taken", ModelOrigin.IMPORTED, False)
    assert (second.model.id, second.was_known) == ("taken", True)
    assert library.active().id == "base-1"
    with pytest.raises(ModelError):
        library.import_archive(tmp_path / "nothing.zip")


def test_outcome_of_retrained_models(library: ModelLibrary) -> None:
    outcome = library.outcome_of("worse")
    assert outcome is not None
    assert replace(outcome, folder="") == WORSE
    assert library.outcome_of("base-1") is None
    assert library.outcome_of("old") is None
    with pytest.raises(ModelError):
        library.outcome_of("nobody")


def test_a_missing_model_cannot_be_used_or_exported(library: ModelLibrary, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        library.activate("nobody")
    with pytest.raises(ModelError):
        library.export("nobody", tmp_path / "x.zip")
    library.export("old", tmp_path / "old.zip")


def test_the_hand_detector_of_manifests_that_name_none_is_registered() -> None:
    assert FIRST_DETECTOR == NETWORKS_ID
