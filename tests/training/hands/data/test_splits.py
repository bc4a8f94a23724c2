from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.hand_samples import hand_sample
from training.common.errors import TrainingDataError
from training.hands.data.dataset import HandSample
from training.hands.data.splits import split_samples_by_group
from training.hands.recipe import parse_recipe

RECIPE = parse_recipe(
    {"name": "x", "labels": ["rock", "none"], "data": {"validation_sources": ["b"], "validation_people": 0.5}}
)


def examples() -> list[HandSample]:
    photos = [hand_sample(label, source) for source in ("a", "b") for label in ("rock", "none")]
    rendered = [hand_sample("rock", "rendered", f"person-{n // 5}") for n in range(20)]
    return photos + rendered


def test_no_person_or_source_is_on_both_sides() -> None:
    split = split_samples_by_group(examples(), RECIPE)
    assert not {e.group for e in split.train} & {e.group for e in split.validation}
    assert {e.source for e in split.train} == {"a", "rendered"}
    assert {e.source for e in split.validation} == {"b", "rendered"}


def test_the_split_holds_out_the_stated_share_of_rendered_people() -> None:
    validation = split_samples_by_group(examples(), RECIPE).validation
    assert len({e.group for e in validation if e.is_rendered}) == 2


def test_the_split_is_the_same_every_time() -> None:
    same = examples()
    assert split_samples_by_group(same, RECIPE) == split_samples_by_group(same, RECIPE)


def test_labels_that_the_recipe_does_not_know_are_left_out() -> None:
    split = split_samples_by_group([*examples(), hand_sample("thumb", "a")], RECIPE)
    assert "thumb" not in {e.label for e in split.train + split.validation}


def test_what_people_would_not_agree_on_is_on_neither_side() -> None:
    recipe = replace(RECIPE, data=replace(RECIPE.data, excluded=("a/rock",)))
    split = split_samples_by_group(examples(), recipe)
    assert {(e.source, e.label) for e in split.train if not e.is_rendered} == {("a", "none")}
    assert {(e.source, e.label) for e in split.validation if not e.is_rendered} == {("b", "rock"), ("b", "none")}


def test_a_label_without_hands_to_learn_from_is_an_error() -> None:
    with pytest.raises(TrainingDataError, match="rock"):
        split_samples_by_group([hand_sample("none", "a"), hand_sample("rock", "b")], RECIPE)


def test_nothing_held_out_is_an_error() -> None:
    with pytest.raises(TrainingDataError, match="held out"):
        split_samples_by_group([hand_sample("none", "a"), hand_sample("rock", "a")], RECIPE)
