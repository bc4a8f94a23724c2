from __future__ import annotations

from dataclasses import replace
from datetime import timezone

import pytest

from gesture_app.domain.samples.exchange import ImportTally
from gesture_app.domain.samples.guide import Advice, AdviceKind, LabelProgress
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.domain.samples.quality import Refusal
from gesture_app.gui.background.memory_state import MemoryState
from gesture_app.gui.collect.texts import (
    advice_text,
    import_progress,
    import_text,
    memory_help,
    memory_text,
    progress_text,
    recorded_text,
    sample_details,
)
from gesture_app.gui.texts import label_title, session_title
from tests.fakes.sample_hands import PREDICTION, a_sample


@pytest.mark.parametrize("kind", list(AdviceKind))
def test_every_advice_is_a_sentence(kind: AdviceKind) -> None:
    text = advice_text(Advice(kind, "lizard", 4), BUILT_IN_LABELS)
    assert text.endswith(".")
    assert "{" not in text


def test_no_gesture_is_not_shown_but_held() -> None:
    assert "make no gesture" in advice_text(Advice(AdviceKind.BEGIN, "none", 30), BUILT_IN_LABELS)


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (LabelProgress(), "none yet"),
        (LabelProgress(3, 0, 3), "3 of 30"),
        (LabelProgress(12, 1, 12), "12 of 30 · 1 session"),
        (LabelProgress(1200, 2, 0), "1,200 · 2 sessions"),
    ],
)
def test_progress_of_a_label(progress: LabelProgress, text: str) -> None:
    assert progress_text(progress) == text


def test_counts_of_samples_and_refusals() -> None:
    assert recorded_text(0, {}) == ""
    assert recorded_text(4, {}) == "4 kept"
    refused = {Refusal.BLURRED: 1, Refusal.NEAR_DUPLICATE: 5}
    assert recorded_text(4, refused) == "4 kept · 6 refused (5 like the one before, 1 blurred)"


def test_titles() -> None:
    assert label_title(SampleLabel("none", "none")) == "No gesture"
    assert label_title(SampleLabel("up", "thumb up")) == "Thumb up"
    assert session_title("s", "2024-05-01T10:30:00+00:00", timezone.utc) == "1 May 2024, 10:30"
    assert session_title("s", "nonsense") == "s"


@pytest.mark.parametrize(
    ("tally", "is_cancelled", "text"),
    [
        (ImportTally(), False, "Nothing was imported."),
        (ImportTally(added=("a", "b")), False, "2 samples imported."),
        (ImportTally(known=3), False, "Nothing new: all 3 pictures were here already."),
        (ImportTally(), True, "The import was stopped."),
        (ImportTally(added=("a",)), True, "The import was stopped; 1 sample was added before."),
        (ImportTally(added=("a", "b")), True, "The import was stopped; 2 samples were added before."),
    ],
)
def test_result_of_an_import(tally: ImportTally, *, is_cancelled: bool, text: str) -> None:
    assert import_text(tally, is_cancelled=is_cancelled) == text


def test_progress_of_an_import() -> None:
    assert import_progress(None) == "Importing: getting ready…"
    assert import_progress(ImportTally(5, handless=2)) == "Importing: 5 pictures, 0 taken, 2 left out"


@pytest.mark.parametrize(
    ("label", "reject_threshold", "text"),
    [
        ("paper", 0.3, "The model was right (60 %)."),
        ("rock", 0.3, "The model took it for paper (60 %)."),
        ("paper", 0.7, "The model took it for no gesture (paper was likeliest, 60 %)."),
    ],
)
def test_a_sample_says_how_the_model_read_it(label: str, reject_threshold: float, text: str) -> None:
    prediction = replace(PREDICTION, reject_threshold=reject_threshold)
    info = replace(a_sample(label).info, prediction=prediction)
    assert sample_details(info, BUILT_IN_LABELS).endswith(text)


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (MemoryState(is_on=True, is_supported=True, remembered=0, missing=0), "Use samples at once"),
        (MemoryState(is_on=True, is_supported=True, remembered=1, missing=0), "Use samples at once (1)"),
        (
            MemoryState(is_on=True, is_supported=True, remembered=9, missing=40),
            "Use samples at once (40 to go)",
        ),
        (MemoryState(is_on=False, is_supported=True, remembered=0, missing=0), "Use samples at once"),
        (MemoryState(is_on=True, is_supported=False, remembered=0, missing=0), "Use samples at once"),
    ],
)
def test_the_choice_whether_samples_count_at_once_says_how_many_do(state: MemoryState, text: str) -> None:
    assert memory_text(state) == text


def test_a_model_that_cannot_use_samples_at_once_is_explained() -> None:
    state = MemoryState(is_on=True, is_supported=False, remembered=0, missing=0)
    assert "earlier version" in memory_help(state)
    assert "as soon as it is recorded" in memory_help(replace(state, is_supported=True))
