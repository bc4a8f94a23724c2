from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from tests.fakes.hand_samples import hand_sample
from training.hands.data.dataset import HandSample
from training.hands.data.splits import Split
from training.hands.logit_bias import labels_without_photos, largest_logit_bias
from training.hands.recipe import HandRecipe, parse_recipe

RECIPE = parse_recipe(
    {"name": "x", "labels": ["rock", "lizard", "none"], "data": {"validation_sources": ["b"], "logit_bias_cost": 0.1}}
)


def photos(label: str, count: int) -> list[HandSample]:
    return [hand_sample(label, "a") for _ in range(count)]


def test_a_label_is_unseen_if_hardly_any_photo_shows_it_whatever_is_rendered() -> None:
    rendered = [hand_sample(label, "rendered") for label in ("rock", "lizard", "none") for _ in range(30)]
    train = [*photos("rock", 10), *photos("lizard", 9), *photos("none", 10), *rendered]
    assert labels_without_photos(train, RECIPE.labels) == ["lizard"]
    assert labels_without_photos(rendered, RECIPE.labels) == [], "without photos there is nothing to compare with"


class TestHowFar:
    """Held out are ten rocks, whose logit is 0.25, 0.5, ... above the lizard's, and two lizards."""

    SPLIT = Split([], [hand_sample("rock", "b") for _ in range(10)] + [hand_sample("lizard", "rendered")] * 2)
    LOGITS = np.array([[0.25 * (i + 1), 0.0, -9.0] for i in range(10)] + [[0.0, -2.0, 0.0]] * 2, dtype=np.float32)

    def raised(self, cost: float) -> float:
        recipe = replace(RECIPE, data=replace(RECIPE.data, logit_bias_cost=cost))
        return largest_logit_bias(self.LOGITS, self.SPLIT, recipe, ["lizard"])

    @pytest.mark.parametrize(("cost", "most"), [(0.001, 0.25), (0.1, 0.5), (0.2, 0.75), (0.5, 1.5)])
    def test_as_far_as_the_others_can_bear(self, cost: float, most: float) -> None:
        amount = self.raised(cost)
        assert most - 0.1 <= amount <= most
        lost = (self.LOGITS[:10, 1] + amount > self.LOGITS[:10, 0]).mean()
        assert lost <= cost

    def test_everyday_hands_count_apart_from_other_rendered_hands(self) -> None:
        # Of twenty rendered signs none is near a lizard; the two everyday hands are.
        signs, everyday = [hand_sample("none", "rendered")] * 20, [hand_sample("none", "rendered-natural")] * 2
        logits = np.array([[-9.0, -9.0, 0.0]] * 20 + [[-9.0, -0.45, 0.0]] * 2, dtype=np.float32)
        amount = largest_logit_bias(logits, Split([], signs + everyday), RECIPE, ["lizard"])
        assert amount == pytest.approx(0.4)

    def test_it_ends_somewhere(self) -> None:
        assert self.raised(1.0) == 5.0

    def test_with_no_other_hands_held_out_nothing_is_raised(self) -> None:
        lizards = Split([], [hand_sample("lizard", "rendered")] * 2)
        assert largest_logit_bias(self.LOGITS[10:], lizards, RECIPE, ["lizard"]) == 0


def test_what_is_trained_answers_with_the_raised_logit(tmp_path: Path) -> None:
    from training.hands.data.batches import exact_inputs
    from training.hands.phases import fit, predict

    def recipe(cost: float) -> HandRecipe:
        return parse_recipe(
            {
                "name": "tiny",
                "labels": ["rock", "lizard", "none"],
                "input": {"image": False},
                "fine_tune": {"epochs": 1, "hands_per_epoch": 32, "batch_size": 16},
                "data": {"validation_sources": ["b"], "rendered_share": 0.5, "logit_bias_cost": cost},
            }
        )

    train = [hand_sample(label, "a", seed=i) for label in ("rock", "none") for i in range(12)]
    train += [hand_sample("lizard", "rendered", seed=i) for i in range(12)]
    split = Split(train, [hand_sample(label, "b", seed=i) for label in ("rock", "none") for i in range(20, 24)])
    answers = {}
    for cost in (0.0, 1.0):
        fitted = fit(split, recipe(cost), None, tmp_path / str(cost), Console(quiet=True))
        assert fitted.logit_biases == ({"lizard": 5.0} if cost else {})
        answers[cost] = predict(fitted.model, exact_inputs(split.validation, recipe(cost)))
    assert answers[1.0] - answers[0.0] == pytest.approx(np.tile([0.0, 5.0, 0.0], (8, 1)), abs=1e-4)
