from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.domain.crop_spec import Turn
from training.recipe import HandRecipe, RecipeError, parse_recipe, read_recipe

RECIPES = Path(__file__).parents[2] / "training" / "recipes"


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_recipe_that_comes_along_can_be_read(path: Path) -> None:
    recipe = read_recipe(path)
    assert recipe.name
    assert recipe.data.held_out_sources, "without held-out photos the checkpoint is chosen on rendered hands alone"


def test_what_a_recipe_leaves_out_has_its_default() -> None:
    recipe = parse_recipe({"name": "x", "fine_tune": {"epochs": 3}})
    assert recipe.fine_tune.epochs == 3
    assert recipe.fine_tune.learning_rate == HandRecipe("x").fine_tune.learning_rate
    assert recipe.crop.turn is Turn.UPRIGHT


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("name = 'x'\nepoch = 3", "unknown epoch"),
        ("name = 'x'\n[fine_tune]\nrate = 3", "unknown rate"),
        ("name = 'x'\n[input]\nturn = 'sideways'", "sideways"),
        ("name = 'x'\nlabels = ['rock', 'paper']", "none"),
        ("seed = 1", "name"),
        ("name = ", "cannot be used"),
    ],
)
def test_a_wrong_recipe_says_what_is_wrong(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(content)
    with pytest.raises(RecipeError, match=told):
        read_recipe(path)


def test_a_missing_recipe_says_where_recipes_are(tmp_path: Path) -> None:
    with pytest.raises(RecipeError) as caught:
        read_recipe(tmp_path / "nothing.toml")
    assert "training/recipes" in caught.value.hint
