from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.domain.frames.crop_spec import Turn
from training.common.errors import RecipeError
from training.hands.recipe import HandRecipe, parse_recipe, read_recipe
from training.images.recipe_file import recipe_kind

RECIPES = Path(__file__).parents[3] / "training" / "recipes"


HAND_RECIPES = [path for path in sorted(RECIPES.glob("*.toml")) if recipe_kind(path) == "hands"]


@pytest.mark.parametrize("path", HAND_RECIPES, ids=lambda path: path.stem)
def test_every_recipe_that_comes_along_can_be_read(path: Path) -> None:
    recipe = read_recipe(path)
    assert recipe.name
    assert recipe.data.validation_sources, "without held-out photos the checkpoint is chosen on rendered hands alone"


def test_what_a_recipe_leaves_out_has_its_default() -> None:
    recipe = parse_recipe({"name": "x", "fine_tune": {"epochs": 3}})
    assert recipe.fine_tune.epochs == 3
    assert recipe.fine_tune.learning_rate == HandRecipe("x").fine_tune.learning_rate
    assert recipe.crop.turn is Turn.UPRIGHT


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("name = 'x'\nepoch = 3", "epoch: unknown epoch; known are name, labels, seed"),
        ("name = 'x'\n[fine_tune]\nrate = 3", "fine_tune.rate: unknown rate.*known are from_layer, epochs"),
        ("name = 'x'\n[fine_tune]\nepoch = 3", "fine_tune.epoch: unknown epoch .did you mean epochs"),
        ("name = 'x'\n[input]\nturn = 'sideways'", "input.turn: should be 'upright' or 'as_seen', got \"sideways\""),
        ("name = 'x'\n[input]\nimage = false\nlandmarks = false", "input: .* image or the landmarks"),
        ("name = 'x'\n[input]\nhand_angle = true\nlandmarks = false", "input: .*hand_angle needs the landmarks"),
        ("name = 'x'\nintent_loss_weight = 0", "intent_loss_weight: should be greater than 0, got 0"),
        (
            "name = 'x'\nlabels = ['rock', 'paper']",
            r'labels: a gesture set needs the label "none", got [^;]*paper..\. Compare',
        ),
        ("name = 'x'\nlabels = 'rock'", 'labels: should be a list of names, got "rock"'),
        ("seed = 1", "name: missing"),
        ("name = ", "cannot be used"),
        ("kind = 'images'\nname = 'x'", 'kind: should be "hands" here, got "images"'),
        ("name = 'x'\nseed = 'one'", 'seed: should be a whole number, got "one"'),
        ("name = 'x'\nseed = true", "seed: should be a whole number, got true"),
        ("name = 'x'\nhead = 3", "head: should be a table of keys and values, got 3"),
        ("name = 'x'\n[head]\nepochs = -1", "head.epochs: should be greater than or equal to 0, got -1"),
        ("name = 'x'\n[head]\nlearning_rate = nan", "head.learning_rate: should be a finite number, got NaN"),
        ("name = 'x'\n[model]\nlandmark_units = [64, 0]", r"model.landmark_units\[1\]: should be .* got 0"),
        ("name = 'x'\n[fine_tune]\nepochs = 2\naveraged_epochs = 3", "swa_epochs is 3, .* only 2 epochs"),
        ("name = 'x'\n[fine_tune]\nwarm_up = 1", "fine_tune.warm_up: should be less than 1, got 1"),
        ("name = 'x'\n[input]\nskeleton = true", "input.skeleton: was removed, because it did not help .*got true"),
        ("name = 'x'\n[fine_tune]\nlabel_smoothing = 0.1", "fine_tune.label_smoothing: was removed, .*got 0.1"),
        ("name = 'x'\n[data]\nflip_probability = 1.5", "data.flip_probability: should be less than or .* 1, got 1.5"),
        (
            "name = 'x'\n[fine_tune]\naveraged_epochs = 3\nswa_epochs = 3",
            "fine_tune.averaged_epochs: is called swa_epochs now, and that is given as well",
        ),
        ("name = 'x'\n[data]\nlabel_weights = { rock = 'much' }", "data.label_weights.rock: should be a number"),
        ("name = 'x'\n[rendered]\ncount = -3", "rendered.count: .* got -3"),
    ],
)
def test_a_wrong_recipe_says_what_is_wrong(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(content)
    with pytest.raises(RecipeError, match=told):
        read_recipe(path)


@pytest.mark.parametrize(
    ("rate", "low", "high"), [(0.03, 0.01, 0.09), (0.3, 0.1, 0.9), (0.6, 0.2, 1.0), (0.0, 0.0, 0.0)]
)
def test_the_false_accept_rate_is_that_of_normal_sensitivity(rate: float, low: float, high: float) -> None:
    rates = parse_recipe({"name": "x", "false_accept_rate": rate}).false_accept_rates
    assert (rates.low, rates.normal, rates.high) == pytest.approx((low, rate, high))


def test_a_missing_recipe_says_where_recipes_are(tmp_path: Path) -> None:
    with pytest.raises(RecipeError) as caught:
        read_recipe(tmp_path / "nothing.toml")
    assert "training/recipes" in caught.value.hint


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text("seed = 1.5\n[head]\nepochs = '3'")
    with pytest.raises(RecipeError) as caught:
        read_recipe(path)
    for told in ("name: missing", "seed: should be a whole number, got 1.5", "head.epochs: should be a whole number"):
        assert told in caught.value.message


def test_a_recipe_may_say_that_it_is_for_hands() -> None:
    assert parse_recipe({"kind": "hands", "name": "x"}) == parse_recipe({"name": "x"})


def test_whole_numbers_may_stand_for_others_and_lists_become_tuples() -> None:
    recipe = parse_recipe({"name": "x", "input": {"scale": 2}, "model": {"landmark_units": [8]}})
    assert recipe.input.scale == 2
    assert recipe.model.landmark_units == (8,)


OLD_KEYS = """
name = "x"
[input]
picture = true
skeleton = false
[model]
landmark_dropout = 0.25
without_landmarks = 0.2
[landmark_start]
epochs = 3
[fine_tune]
averaged_epochs = 2
averaged_runs = 3
label_smoothing = 0
[data]
held_out_sources = ["a"]
held_out_people = 0.2
left_out = ["a/rock"]
mirrored = 0.0
prior_floor = 0.01
unseen_label_cost = 0.003
[moved_fingers]
spock = 2
"""


def test_keys_of_version_0_1_keep_their_meaning_and_each_is_named_with_its_new_name(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "old.toml"
    path.write_text(OLD_KEYS)
    recipe = read_recipe(path)
    assert (recipe.model.landmark_dropout, recipe.model.landmark_branch_dropout) == (0.25, 0.2)
    assert recipe.landmark_pretraining.epochs == 3
    assert (recipe.fine_tune.swa_epochs, recipe.fine_tune.soup_runs) == (2, 3)
    data = recipe.data
    assert (data.validation_sources, data.validation_people, data.excluded) == (("a",), 0.2, ("a/rock",))
    assert (data.flip_probability, data.logit_adjustment_min_prior, data.logit_bias_cost) == (0.0, 0.01, 0.003)
    assert recipe.finger_warping.spock == 2
    told = [record.getMessage() for record in caplog.records]
    assert f"{path}: fine_tune.averaged_epochs is called swa_epochs now." in told
    assert f"{path}: input.skeleton is no longer used: leave it out." in told
    assert len(told) == 14


def test_landmark_dropout_alone_means_what_it_meant(caplog: pytest.LogCaptureFixture) -> None:
    recipe = parse_recipe({"name": "x", "model": {"landmark_dropout": 0.25}})
    assert (recipe.model.landmark_dropout, recipe.model.landmark_branch_dropout) == (0.25, 0.0)
    assert not caplog.records


def test_a_recipe_that_comes_along_has_no_old_key(caplog: pytest.LogCaptureFixture) -> None:
    for path in HAND_RECIPES:
        read_recipe(path)
    assert not caplog.records
