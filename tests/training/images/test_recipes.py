"""The recipes that come with the program: all can be read and built, and one variant of each is trained small."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from tests.fakes.image_runs import begun_with, images
from training.common.stop_request import StopRequest
from training.images.recipe import SMALLEST_SIZE_PX, ImageRecipe
from training.images.recipe_file import read_image_recipe, recipe_kind
from training.images.run_folder import read_run
from training.images.run_writer import begin_run

ROOT = Path(__file__).parents[3]
FILES = sorted(file for file in (ROOT / "training" / "recipes").glob("*.toml") if recipe_kind(file) == "images")
NARROW = 0.35
TRAINED = {
    "camp-gestures": "sigmoid-frozen",
    "feature-extraction": "binary-128-unfrozen",
    "sign-alphabet": "first",
    "sign-digits": "mobilenet",
    "zoomcamp-clothing": "mobilenet-v2-augmented",
    "zoomcamp-clothing-dropout": "dropout-0.8",
    "zoomcamp-clothing-rates": "1e-2",
    "zoomcamp-clothing-units": "units-1000",
}
"""One variant of each file: together they have both MobileNets, all kinds of phases, augmentation and both losses."""


@pytest.fixture
def stop() -> Iterator[StopRequest]:
    request = StopRequest(with_stdin=False)
    yield request
    request.close()


def variant(name: str, variant: str) -> ImageRecipe:
    return read_image_recipe(ROOT / "training" / "recipes" / f"{name}.toml").variants[variant]


def in_the_small(recipe: ImageRecipe) -> ImageRecipe:
    """As the recipe has it, with the smallest images, the narrowest network, and an epoch a phase."""
    phases = tuple(replace(phase, epochs=1, batch_size=4, patience=0) for phase in recipe.phases)
    size = SMALLEST_SIZE_PX[recipe.network.backbone]
    small = replace(recipe.input, size=size, reduce_to=min(recipe.input.reduce_to, size))
    return replace(recipe, phases=phases, input=small, network=replace(recipe.network, width=NARROW))


def test_the_first_example_of_the_documents_takes_whatever_classes_there_are() -> None:
    text = (
        (ROOT / "docs" / "training.md").read_text(encoding="utf-8").partition("## A classifier for your own images")[2]
    )
    example = re.search(r"train (training/recipes/\S+) --data photos --variant (\S+)", text)
    assert example is not None
    recipe = read_image_recipe(ROOT / example[1]).variants[example[2]]
    assert recipe.data.labels == ()
    assert f"runs/{recipe.name}/{example[2]} --data" in text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_recipe_says_what_it_is_from_and_how_it_is_run(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    comment = "\n".join(line for line in text.split("\n\n")[0].splitlines() if line.startswith("#"))
    assert "The write-up" in comment
    assert f"python -m training train training/recipes/{file.name} --data data/" in comment
    experiment = read_image_recipe(file)
    assert experiment.name == file.stem
    assert experiment.about
    shown = [words.split("--variant ")[1].split()[0] for words in comment.splitlines() if "--variant " in words]
    assert set(shown) <= set(experiment.variants)


def test_every_recipe_for_pictures_is_trained_here() -> None:
    assert set(TRAINED) == {file.stem for file in FILES}


def test_gestures_are_learnt_with_either_activation_frozen_or_not() -> None:
    variants = read_image_recipe(ROOT / "training" / "recipes" / "camp-gestures.toml").variants
    told = {
        (recipe.network.activation, *((phase.learn, phase.learning_rate) for phase in recipe.phases))
        for recipe in variants.values()
    }
    frozen, unfrozen = ("head", 1e-3), ("all", 1e-4)
    assert told == {(a, *phases) for a in ("relu", "sigmoid") for phases in ((frozen,), (frozen, unfrozen))}


def test_the_sweeps_change_one_thing_each() -> None:
    rates, units, dropouts = (
        read_image_recipe(ROOT / "training" / "recipes" / f"zoomcamp-clothing-{name}.toml").variants.values()
        for name in ("rates", "units", "dropout")
    )
    assert [recipe.phases[0].learning_rate for recipe in rates] == [1e-4, 3e-4, 1e-3, 3e-3, 1e-2]
    assert [recipe.network.units for recipe in units] == [(), (10,), (100,), (1000,)]
    assert [recipe.network.dropout for recipe in dropouts] == [0.0, 0.2, 0.5, 0.8]
    first_phase = {replace(recipe.phases[0], learning_rate=1.0) for recipe in rates}
    others = {replace(recipe, network=replace(recipe.network, units=(1,), dropout=0.0)) for recipe in (*units,)}
    assert len(first_phase) == len(others) == 1


class TestTraining:
    """These import Keras and build networks, which takes seconds, so they share one class to say so."""

    def test_every_backbone_is_built_and_has_the_layers_that_are_to_learn(self) -> None:
        from training.images.network import build_network, set_trainable

        alike = defaultdict(list)
        for file in FILES:
            for recipe in read_image_recipe(file).variants.values():
                alike[recipe.network.backbone].append(recipe)
        assert len(alike) == 5
        for recipes in alike.values():
            built = min(recipes, key=lambda recipe: recipe.input.size)
            network = build_network(built, ("a", "b") if built.network.binary else ("a", "b", "c"), None)
            assert network.model.input_shape == (None, built.input.size, built.input.size, 3)
            layers = len(network.backbone.layers)
            for recipe in recipes:
                learning = [set_trainable(network, phase) for phase in recipe.phases]
                assert learning == [{"head": 0, "all": layers, "last": p.last}[p.learn] for p in recipe.phases]

    def test_the_bottleneck_is_as_in_the_write_up(self) -> None:
        from training.images.network import build_network

        network = build_network(variant("feature-extraction", "binary-160"), ("a", "b"), None)
        assert network.backbone.output_shape == (None, 5, 5, 1280)
        assert network.model.output_shape == (None, 1)

    @pytest.mark.parametrize(("name", "chosen"), TRAINED.items(), ids=list(TRAINED))
    def test_a_recipe_is_trained_to_its_end(self, tmp_path: Path, stop: StopRequest, name: str, chosen: str) -> None:
        from training.images.fit import Training, TrainingImages, fit
        from training.images.network import build_network

        recipe = in_the_small(variant(name, chosen))
        network = build_network(recipe, ("dark", "light"), None)
        run = begin_run(tmp_path / "run", begun_with(recipe), {"backend": "none"}, overwrite=False)
        shown = TrainingImages(*images(8, size=recipe.input.size), *images(4, seed=1, size=recipe.input.size))
        fit(Training(run, network, shown, tmp_path / "cache", stop, Console(file=io.StringIO())))

        written = read_run(tmp_path / "run")
        trained = [row for row in written.history if row["epoch"]]
        assert [row["phase"] for row in trained] == list(range(1, len(recipe.phases) + 1))
        for phase, row in zip(recipe.phases, trained, strict=True):
            assert row["learning_rate"] == pytest.approx(phase.learning_rate)
            assert ("train_loss" in row) == phase.measure_train_again
        assert (written.history[0]["epoch"] == 0) == recipe.phases[0].measure_untrained
        assert (tmp_path / "run" / "model.keras").is_file()
