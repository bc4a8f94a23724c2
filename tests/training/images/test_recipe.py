from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from training.common.errors import RecipeError
from training.images.recipe import AugmentRecipe, ImageRecipe, PhaseRecipe
from training.images.recipe_file import parse_image_recipe, read_image_recipe, recipe_kind, to_dict

RECIPES = Path(__file__).parents[3] / "training" / "recipes"
IMAGE_RECIPES = [path for path in sorted(RECIPES.glob("*.toml")) if recipe_kind(path) == "images"]

HEAD = 'kind = "images"\nname = "camp"\n'
PHASE = "[[phases]]\nepochs = 3\n"
FULL: Mapping[str, Any] = {
    "name": "camp-gestures",
    "seed": 4,
    "data": {"labels": ["rock", "paper"], "validation_share": 0.3, "test_share": 0.1, "limit_per_label": 5},
    "input": {"size": 160, "fit": "crop", "reduce_to": 28, "grey": True},
    "augment": {"flip": True, "rotation": 0.1, "zoom": 0.1, "shift": 0.1, "contrast": 0.2, "brightness": 0.1},
    "network": {"backbone": "mobilenet", "width": 0.5, "units": [64, 32], "dropout": 0.2, "binary": True},
    "phases": [
        {"epochs": 2, "cache_features": False, "measure_untrained": True},
        {"learn": "last", "last": 23, "learning_rate": 1e-4, "optimizer": "rmsprop", "monitor": "val_accuracy"},
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "recipe.toml"


def error_of(file: Path, content: str) -> str:
    file.write_text(content)
    with pytest.raises(RecipeError) as caught:
        read_image_recipe(file)
    assert caught.value.hint
    assert str(file) in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("path", IMAGE_RECIPES, ids=lambda path: path.stem)
def test_every_recipe_that_comes_along_can_be_read(path: Path) -> None:
    experiment = read_image_recipe(path)
    assert experiment.name == path.stem
    assert experiment.about, "a recipe that comes along says what it is for"
    assert experiment.variants


def test_what_a_recipe_leaves_out_has_its_default(file: Path) -> None:
    file.write_text(HEAD + PHASE)
    experiment = read_image_recipe(file)
    assert dict(experiment.variants) == {"default": ImageRecipe("camp", (PhaseRecipe(epochs=3),))}
    assert (experiment.name, experiment.about) == ("camp", "")


def test_each_key_reaches_the_recipe_and_comes_back() -> None:
    recipe = parse_image_recipe(FULL)
    assert recipe.network.units == (64, 32)
    assert recipe.phases[1].last == 23
    written = to_dict(recipe)
    for table in ("data", "input", "augment", "network"):
        assert written[table].items() >= dict(FULL[table]).items()
    assert written["kind"] == "images"
    assert parse_image_recipe(json.loads(json.dumps(written))) == recipe


def test_a_recipe_written_as_a_file_reads_back_equal(file: Path) -> None:
    recipe = parse_image_recipe(FULL)
    file.write_text(tomli_w.dumps(to_dict(recipe)))
    assert read_image_recipe(file).variants["default"] == recipe


def test_augmentation_is_on_as_soon_as_one_of_it_is() -> None:
    assert not AugmentRecipe().is_on
    assert AugmentRecipe(flip=True).is_on
    assert AugmentRecipe(contrast=0.1).is_on


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (PHASE, "name: missing"),
        ("", "phases: missing"),
        ("phases = []", "phases should be at least one table, [[phases]], got none"),
        ("phases = 3", "phases: should be a list, got 3"),
        ("[phases]\nepochs = 3", "phases: should be a list, got"),
        ("sed = 3\n" + PHASE, "sed: unknown sed (did you mean seed?); known are name, phases, seed, data"),
        ("seed = 1.0\n" + PHASE, "seed: should be a whole number, got 1.0"),
        ("seed = -1\n" + PHASE, "seed: should be greater than or equal to 0, got -1"),
        ("about = 3\n" + PHASE, "about: should be text, got 3"),
        ("input = 3\n" + PHASE, "input: should be a table of keys and values, got 3"),
        (
            PHASE + PHASE + "learning_rat = 1",
            "phases[1].learning_rat: unknown learning_rat (did you mean learning_rate?)",
        ),
        (PHASE + PHASE + "learning_rate = 0", "phases[1].learning_rate: should be greater than 0, got 0"),
        (PHASE + "learning_rate = inf", "phases[0].learning_rate: should be a finite number, got Infinity"),
        (PHASE + 'learn = "most"', "phases[0].learn: should be 'head', 'all' or 'last', got \"most\""),
        (PHASE + 'learn = "last"', 'phases[0]: last should be at least 1 where learn is "last", got 0'),
        (PHASE + "last = 3", 'phases[0]: last should be 0 where learn is "head", got 3'),
        (PHASE + "batch_size = 0", "phases[0].batch_size: should be greater than or equal to 1, got 0"),
        (PHASE + "cache_features = 1", "phases[0].cache_features: should be true or false, got 1"),
        (PHASE + PHASE + "measure_untrained = true", "phases[1].measure_untrained should be false"),
        (PHASE + '[data]\nlabels = ["a"]', "data.labels: should be two or more names, each once, or be left out"),
        (PHASE + '[data]\nlabels = ["a", "b", "a"]', "data.labels: should be two or more names"),
        (PHASE + '[data]\nlabels = ["a", 2]', "data.labels[1]: should be text, got 2"),
        (PHASE + "[data]\nvalidation_share = 0", "data.validation_share: should be greater than 0, got 0"),
        (PHASE + "[data]\nvalidation_share = 0.6\ntest_share = 0.4", "together should be below 1, got 0.6 and 0.4"),
        (PHASE + "[input]\nsize = true", "input.size: should be a whole number, got true"),
        (PHASE + "[input]\nsize = 16", "input.size should be at least 32 for mobilenet_v2, got 16"),
        (
            PHASE + '[input]\nsize = 70\n[network]\nbackbone = "xception"',
            "input.size should be at least 71 for xception",
        ),
        (PHASE + "[input]\nreduce_to = 200", "reduce_to should be at most size, which is 128, got 200"),
        (PHASE + '[network]\nbackbone = "resnet"', "network.backbone: should be 'mobilenet_v2', 'mobilenet'"),
        (PHASE + "[network]\nunits = [10, 0]", "network.units[1]: should be greater than or equal to 1, got 0"),
        (PHASE + "[network]\nunits = 10", "network.units: should be a list, got 10"),
        (PHASE + "[network]\ndropout = 1.0", "network.dropout: should be less than 1, got 1.0"),
        (PHASE + '[network]\nbinary = true\noutputs = "softmax"', 'outputs should be "logits", got "softmax"'),
        (PHASE + '[network]\nbackbone = "vgg16"\nwidth = 0.5', 'width should be 1 where backbone is "vgg16", got 0.5'),
        (PHASE + '[network]\nbinary = true\n[data]\nlabels = ["a", "b", "c"]', "for two labels, but data.labels has 3"),
        (PHASE + "[augment]\nrotation = 1.5", "augment.rotation: should be less than or equal to 1, got 1.5"),
        (PHASE + "[augment]\nshear = 0.5", "augment.shear: unknown shear; known are flip, rotation, zoom, shift"),
        (PHASE + "[[", "cannot be used"),
    ],
)
def test_a_wrong_recipe_names_the_key_what_was_given_and_what_is_allowed(file: Path, content: str, told: str) -> None:
    head = HEAD if told != "name: missing" else 'kind = "images"\n'
    assert told in error_of(file, head + content)


@pytest.mark.parametrize("name", ["", "../camp", "a b", "-camp", "camp.", "über", "a/b"])
def test_a_name_must_do_as_the_name_of_a_folder(file: Path, name: str) -> None:
    told = error_of(file, f'kind = "images"\nname = "{name}"\n{PHASE}')
    assert (
        f'name: should be letters, digits, dashes and dots, with a letter or digit first and last, got "{name}"' in told
    )


def test_all_that_is_wrong_is_said_at_once(file: Path) -> None:
    message = error_of(file, HEAD + "seed = true\n[[phases]]\nepochs = 0\n[network]\nunit = [3]")
    assert all(key in message for key in ("seed: ", "phases[0].epochs: ", "network.unit: unknown unit"))


class TestVariants:
    def test_a_variant_is_the_recipe_with_its_own_values(self, file: Path) -> None:
        file.write_text(
            HEAD + 'about = "Two kinds."\n' + PHASE + PHASE + "[network]\ndropout = 0.3\n"
            "[variants.sigmoid]\nnetwork = { activation = 'sigmoid' }\n"
            "[variants.long]\nseed = 9\nphases = [{ epochs = 50 }]\n"
        )
        experiment = read_image_recipe(file)
        assert experiment.about == "Two kinds."
        assert list(experiment.variants) == ["sigmoid", "long"]
        sigmoid, long = experiment.variants.values()
        assert (sigmoid.network.activation, sigmoid.network.dropout) == ("sigmoid", 0.3)
        assert (long.network.activation, long.seed, sigmoid.seed) == ("relu", 9, 0)
        assert [phase.epochs for phase in sigmoid.phases] == [3, 3]
        assert [phase.epochs for phase in long.phases] == [50], "phases are replaced as a whole"

    def test_what_all_share_may_be_unfinished(self, file: Path) -> None:
        file.write_text(HEAD + "[variants.a]\nphases = [{}]\n")
        assert list(read_image_recipe(file).variants) == ["a"]

    def test_a_fault_is_said_where_it_stands_and_once(self, file: Path) -> None:
        message = error_of(
            file, HEAD + "seed = -1\n" + PHASE + "[variants.a]\n[variants.b]\ninput = { size = 3.5, fit = 'pad' }\n"
        )
        assert message.count("seed: ") == 1
        assert "variants.b.input.size: should be a whole number, got 3.5" in message

    def test_what_does_not_fit_together_names_the_variant(self, file: Path) -> None:
        message = error_of(file, HEAD + PHASE + "[variants.a]\n[variants.b]\ninput = { size = 8 }\n")
        assert "variants.b: input.size should be at least 32 for mobilenet_v2, got 8" in message

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("[variants.a]\nname = 'other'", "variants.a.name: should stand outside, for all variants share it"),
            ("[variants.a]\nkind = 'hands'", "variants.a.kind: should stand outside"),
            ("[variants.'a b']", "variants.a b: the name should be letters, digits, dashes and dots"),
            ("[variants]\na = 3", "variants.a: should be a table of what differs, got 3"),
        ],
    )
    def test_a_variant_that_cannot_be_is_named(self, file: Path, content: str, told: str) -> None:
        assert told in error_of(file, HEAD + PHASE + content)

    def test_variants_are_tables(self, file: Path) -> None:
        assert "variants: should be a table for each variant, got [1]" in error_of(
            file, HEAD + "variants = [1]\n" + PHASE
        )


class TestKind:
    @pytest.mark.parametrize(
        ("content", "kind"), [("name = 'x'", "hands"), ("kind = 'hands'", "hands"), ("kind = 'images'", "images")]
    )
    def test_a_recipe_without_one_is_for_hands(self, file: Path, content: str, kind: str) -> None:
        file.write_text(content)
        assert recipe_kind(file) == kind

    @pytest.mark.parametrize("kind", ["'sounds'", "3", "['images']"])
    def test_another_is_refused(self, file: Path, kind: str) -> None:
        file.write_text(f"kind = {kind}")
        with pytest.raises(RecipeError, match='kind: should be "hands" or "images", got '):
            recipe_kind(file)

    def test_a_hand_recipe_is_not_taken_for_one_of_pictures(self, file: Path) -> None:
        assert 'kind: should be "images", got "hands"' in error_of(file, 'kind = "hands"\nname = "x"')

    def test_a_missing_file_says_where_recipes_are(self, tmp_path: Path) -> None:
        for read in (recipe_kind, read_image_recipe):
            with pytest.raises(RecipeError, match="cannot be read") as caught:
                read(tmp_path / "nothing.toml")
            assert "training/recipes" in caught.value.hint

    def test_what_is_no_text_is_no_recipe(self, file: Path) -> None:
        file.write_bytes(b"\xff\xfe")
        with pytest.raises(RecipeError, match="cannot be used"):
            recipe_kind(file)


def test_keys_of_version_0_1_keep_their_meaning_in_a_recipe_and_in_its_variants(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.write_text(
        HEAD + "phases = [{ stop_after = 3 }]\n[variants.a]\n[variants.b]\nphases = [{}, { stop_after = 2 }]\n"
    )
    a, b = read_image_recipe(file).variants.values()
    assert [phase.patience for phase in a.phases] == [3]
    assert [phase.patience for phase in b.phases] == [0, 2]
    assert [record.getMessage() for record in caplog.records] == [
        f"{file}: phases[0].stop_after is called patience now.",
        f"{file}: phases[1].stop_after is called patience now.",
    ]
