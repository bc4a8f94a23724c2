"""Recipes and records of runs that version 0.1 wrote are read with their meaning."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fakes.hand_samples import hand_sample
from training.common.run_record import RunState
from training.hands.data.splits import Split
from training.hands.recipe import read_recipe
from training.hands.run import begun_with, open_run
from training.images.recipe_file import read_image_recipe, recipe_kind
from training.images.run_folder import read_run

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "data" / "v0.1"
RECIPES = ROOT / "training" / "recipes"


def test_a_hand_recipe_means_what_it_meant() -> None:
    old = FILES / "recipes" / "rpsls.toml"
    assert recipe_kind(old) == "hands"
    recipe = read_recipe(old)
    assert (recipe.name, recipe.seed, recipe.false_accept_rate) == ("rpsls-8", 7, 0.06)
    assert (recipe.input.image, recipe.input.landmarks, recipe.input.hand_angle) == (True, True, False)
    assert (recipe.model.landmark_branch_dropout, recipe.landmark_pretraining.epochs) == (0.2, 20)
    assert (recipe.fine_tune.swa_epochs, recipe.fine_tune.soup_runs) == (5, 3)
    assert recipe.data.validation_sources == ("harikrishnan", "shimaazizi", "quitzia-jimenez", "siertsebus")
    assert recipe.data.excluded == ("quitzia-jimenez/rock", "harikrishnan/none")
    assert (recipe.data.logit_adjustment_min_prior, recipe.data.logit_bias_cost) == (0.01, 0.003)
    assert (recipe.rendered.count, recipe.people.count) == (24000, 0)
    assert (recipe.finger_warping.spock, recipe.finger_warping.paper) == (2, 1)


@pytest.mark.parametrize("name", ["sign-digits.toml", "zoomcamp-clothing-rates.toml"])
def test_an_image_recipe_means_what_it_meant(name: str) -> None:
    old = FILES / "recipes" / name
    assert recipe_kind(old) == "images"
    assert read_image_recipe(old) == read_image_recipe(RECIPES / name)


def test_a_stopped_hand_training_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    shutil.copytree(FILES / "training_runs" / "hands", folder)
    recipe = read_recipe(FILES / "recipes" / "rpsls.toml")
    split = Split([hand_sample("rock", seed=1)], [hand_sample("paper", seed=2)])
    assert open_run(folder, begun_with(recipe, split, "none"), resume=True).state is RunState.RUNNING


def test_a_run_on_images_is_read() -> None:
    run = read_run(FILES / "training_runs" / "images")
    assert run.state is RunState.DONE
    assert (run.recipe.name, run.variant, run.labels, run.weights) == ("tiny", "relu", ("dark", "light"), "none")
    assert run.recipe.network.units == (4,)
    assert run.recipe.phases[0].epochs == 2
    assert [row["epoch"] for row in run.history] == [1, 2]
    assert run.info["best"] == {"phase": 1, "epoch": 2, "monitor": "val_loss", "value": 1.0465}
