from __future__ import annotations

from dataclasses import replace

import pytest

from gesture_app.domain.samples.labels import BUILT_IN_LABELS
from gesture_app.domain.samples.learning_progress import Confusion, Kind, LabelResult, LearningProgress, WeakKind
from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.collect.learning_texts import learning_text
from tests.fakes.sample_hands import a_sample
from tests.gui.collect.conftest import MakeStudio, filled_store

SCISSORS = Confusion("scissors", "paper", 4, 20)


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        ("paper", "Paper is learnt: 19 of 20 held-out samples are read right."),
        ("spock", "Spock is learnt from one session: 24 of 24 held-out samples are read right."),
        ("rock", "Rock is read right in 5 of 6 held-out samples."),
        ("none", "A hand without a gesture is read right in 8 of 9 held-out samples."),
        ("lizard", ""),
    ],
)
def test_the_result_of_the_chosen_gesture_is_told(chosen: str, text: str) -> None:
    results = {
        "paper": LabelResult(19, 20, 2),
        "spock": LabelResult(24, 24, 1),
        "rock": LabelResult(5, 6, 1),
        "none": LabelResult(8, 9, 1),
    }
    assert learning_text(LearningProgress(results), [], BUILT_IN_LABELS, chosen) == text


def test_a_confusion_is_told_once() -> None:
    results = {"paper": LabelResult(20, 20, 2), "scissors": LabelResult(16, 20, 2)}
    progress = LearningProgress(results, (SCISSORS,))
    told = "Scissors is still taken for paper in 4 of 20 samples."
    assert learning_text(progress, [], BUILT_IN_LABELS, "scissors") == told
    assert learning_text(progress, [], BUILT_IN_LABELS, "paper").endswith(f"read right. {told}")


def test_the_weakest_kind_comes_before_the_confusion_of_another_gesture() -> None:
    progress = LearningProgress({"paper": LabelResult(20, 20, 2)}, (SCISSORS,), WeakKind(Kind.LEFT_HAND, 6, 12))
    text = learning_text(progress, [], BUILT_IN_LABELS, "paper")
    assert text.endswith("read right. Most misread is your left hand, in 6 of 12 samples: record more of it.")


def test_a_kind_without_samples_is_told() -> None:
    infos = [a_sample("paper", seed=seed).info for seed in range(1, 21)]
    text = learning_text(LearningProgress({"paper": LabelResult(19, 20, 1)}, (), None), infos, BUILT_IN_LABELS, "paper")
    assert text.endswith("No sample of paper shows your left hand yet.")


def test_a_learnt_gesture_has_a_tick_that_is_read_aloud(
    make_studio: MakeStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = make_studio(filled_store(rock=20, paper=4))
    page, memory = studio.page, studio.desktop.memory
    assert page.recording_view.learning == ""
    answers = {info.key: "rock" for info in studio.kept}
    state = replace(memory.state, answers=answers)
    monkeypatch.setattr(MemoryService, "state", property(lambda _service: state))
    memory.changed.emit()
    assert page.recording_view.learning.startswith("Rock is learnt from one session: 20 of 20")
    assert "Paper is still taken for rock in 4 of 4" in page.recording_view.learning
    learnt = {row.label.slug: "learnt" in row.accessible_text for row in page.panel.list.rows}
    assert [slug for slug, is_learnt in learnt.items() if is_learnt] == ["rock"]
