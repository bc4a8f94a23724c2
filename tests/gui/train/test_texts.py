"""Texts of the train page, and splitting of lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timezone

import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.domain.models.model_summary import Figures, ModelOrigin
from gesture_app.domain.retraining.events import ChangedPrediction
from gesture_app.domain.retraining.plan import make_plan
from gesture_app.gui.train.line_splitter import LineSplitter, text_of
from gesture_app.gui.train.texts import (
    changes_title,
    duration_text,
    figures_text,
    model_title,
    new_gestures_text,
    points_text,
    time_left_text,
    use_text,
)
from tests.fakes.model_libraries import retrained_summary, shipped_summary
from tests.fakes.sample_hands import a_sample
from tests.gui.train.conftest import comparison, outcome


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.4, "5 seconds"),
        (42, "40 seconds"),
        (57, "1 minute"),
        (89, "1 minute"),
        (100, "2 minutes"),
        (240, "4 minutes"),
    ],
)
def test_durations_are_rounded(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_time_left_is_shown_when_it_is_known() -> None:
    assert time_left_text(None) == "Time left: not known yet"
    assert time_left_text(61.0) == "About 1 minute left"


@pytest.mark.parametrize(("old", "new", "text"), [(8, 16, "+50"), (16, 15, "-6.2"), (8, 8, "±0"), (8, 9, "+6.2")])
def test_changes_have_a_sign(old: int, new: int, text: str) -> None:
    assert points_text(comparison(old, new)) == text


def test_new_gestures_of_a_model_are_named() -> None:
    labels = GestureSet.of([*DEFAULT_LABELS.labels, "thumb_up", "ok"])
    assert new_gestures_text(retrained_summary("a", labels=labels)) == "Also knows thumb up and ok"
    assert new_gestures_text(retrained_summary("a")) == ""


def test_models_have_readable_names() -> None:
    made = "2026-11-29T18:34:52+00:00"
    own = retrained_summary("rpsls-8-own-20261129t183452", made_at=made)
    assert model_title(own, timezone.utc) == "My model of 29 Nov 2026, 18:34"
    assert model_title(replace(own, name="Left hand"), timezone.utc) == "Left hand"
    assert model_title(retrained_summary("camp", made_at=made)) == "camp"
    assert model_title(shipped_summary("rpsls-9")) == "Built-in model (rpsls-9)"


def test_the_use_of_all_samples_is_told() -> None:
    taken = [("rock", 12, "a"), ("paper", 8, "a"), ("lizard", 3, "a")]
    infos = [
        a_sample(label, number, session=session, second=number % 60).info
        for label, count, session in taken
        for number in range(1, count + 1)
    ]
    plan = make_plan(infos, DEFAULT_LABELS)
    assert (plan.left_out, plan.between) == (3, 23 - 3 - plan.training - plan.held_out)
    assert plan.between > 0
    text = use_text(plan)
    assert f"Learns from {plan.training} samples and checks the result with {plan.held_out}." in text
    assert (
        f"Not used: 3 of gestures with too few samples and {plan.between} recorded just before those for the check, "
        "and too much like them." in text
    )


def test_nothing_is_said_of_unused_samples_if_there_are_none() -> None:
    infos = [
        a_sample(label, number, session=session, second=number).info
        for label in ("rock", "paper")
        for session in ("a", "b")
        for number in range(1, 9)
    ]
    assert "Not used" not in use_text(make_plan(infos, DEFAULT_LABELS))


def test_figures_without_a_parent_stand_alone() -> None:
    model = retrained_summary("a", figures=[Figures("base", None, 0.975), Figures("rendered_photos", 1)])
    assert figures_text(model) == "On other people 97.5 %"


def test_changed_predictions_are_counted_by_kind() -> None:
    right, wrong = ChangedPrediction("a", "rock", "paper", "rock"), ChangedPrediction("b", "rock", "rock", "paper")
    other = ChangedPrediction("c", "rock", "paper", "spock")
    said = "4 pictures read differently: 2 now right, 1 now wrong, 1 wrong in another way"
    told = outcome(changed=(right, right, wrong, other))
    assert changes_title(told) == said
    assert changes_title(told, missing=3) == f"{said} (3 of them not here any more)"


def test_no_changes_and_unknown_changes_have_different_texts() -> None:
    told = outcome(changed=())
    assert changes_title(told) == "Which pictures are read differently was not kept."
    assert changes_title(replace(told, here=comparison(8, 8))) == "No picture is read differently."


def test_figures_of_an_imported_model_are_not_about_this_person() -> None:
    model = retrained_summary("a", figures=[Figures("here", None, 0.975)])
    assert figures_text(model) == "On you 97.5 %"
    assert figures_text(replace(model, origin=ModelOrigin.IMPORTED)) == "On the author's samples 97.5 %"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_pieces_of_any_size_give_the_same_lines(size: int) -> None:
    content = "rock\r\n\npäper 🖖\nlast".encode()
    splitter = LineSplitter()
    lines = []
    for start in range(0, len(content), size):
        lines += splitter.feed(content[start : start + size])
    assert [text_of(line) for line in (*lines, *splitter.finish())] == ["rock", "", "päper 🖖", "last"]
    assert splitter.finish() == []


def test_long_lines_are_cut_off() -> None:
    splitter = LineSplitter(max_bytes=4)
    assert splitter.feed(b"abcdefgh") == []
    assert splitter.feed(b"ijk\nlm\n") == [b"abcd", b"lm"]


def test_invalid_text_is_replaced() -> None:
    assert text_of(b"\xff\xfe!") == "\ufffd\ufffd!"
