"""Recipe files of image classifiers: one TOML file, with variants to compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from training.common.recipe_migration import KeyChanges, migrated, warn_about
from training.common.recipe_schema import Problem, ProblemsError, checked, merged, read_as, read_toml, shown, unusable
from training.images.recipe import ImageRecipe, usable_name

KIND = "images"
"""Value of the key ``kind`` of these recipes; a recipe without it is for a hand model."""

KEY_CHANGES = KeyChanges(renamed={"phases.stop_after": "patience"})
"""Keys of version 0.1 that changed since."""
DEFAULT_VARIANT = "default"
"""Name of the only variant of a recipe without variants."""

_SAME_FOR_ALL = ("kind", "name", "about", "variants")


@dataclass(frozen=True)
class ImageExperiment:
    """Content of a recipe file.

    Attributes:
        name: Name of the recipe.
        about: Its purpose, in words; may be empty.
        variants: Recipe of each variant by name, in the order of the file; one called ``"default"`` in a file without
            variants.
    """

    name: str
    about: str
    variants: Mapping[str, ImageRecipe]


def recipe_kind(path: Path) -> Literal["hands", "images"]:
    """Kind of a recipe file; a file without ``kind`` is for a hand model.

    Raises:
        RecipeError: If it is missing, is not TOML, or is of another kind.
    """
    kind = read_toml(path).get("kind", "hands")
    if kind not in ("hands", "images"):
        raise unusable(path, ValueError(f'kind: should be "hands" or "images", got {shown(kind)}'))
    return "images" if kind == KIND else "hands"


def read_image_recipe(path: Path) -> ImageExperiment:
    """Read a recipe file for images, with all its variants; keys of an earlier version are logged as warnings.

    Raises:
        RecipeError: If it is missing, is not TOML, or has a key or value that is not allowed; it names each of them.
    """
    return read_as(path, lambda content: _experiment(_migrated(content, warn_about(path))))


def parse_image_recipe(content: Mapping[str, Any]) -> ImageRecipe:
    """Parse one recipe from the content of TOML or JSON, without variants; the inverse of :func:`to_dict`.

    Raises:
        ValueError: If a key or value is not allowed; it names each of them.
    """
    values = migrated(content, KEY_CHANGES)
    kind = values.pop("kind", KIND)
    if kind != KIND:
        raise ProblemsError([Problem(("kind",), f'should be "{KIND}", got {shown(kind)}')])
    _taken_text(values, "about")
    return checked(ImageRecipe, values)


def to_dict(recipe: ImageRecipe) -> dict[str, Any]:
    """Convert a recipe to lists and dictionaries for JSON or TOML; the inverse of :func:`parse_image_recipe`."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        return [plain(inner) for inner in value] if isinstance(value, tuple) else value

    return {"kind": KIND, **plain(asdict(recipe))}


def _migrated(content: Mapping[str, Any], notify: Callable[[str], None]) -> dict[str, Any]:
    """The content of a recipe file with the keys of this version, in the recipe and in its variants."""
    result = migrated(content, KEY_CHANGES, notify)
    variants = result.get("variants")
    if isinstance(variants, dict):
        for name, overrides in variants.items():
            if isinstance(overrides, dict):
                variants[name] = migrated(overrides, KEY_CHANGES, notify)
    return result


def _experiment(content: dict[str, Any]) -> ImageExperiment:
    base = dict(content)
    variants = base.pop("variants", {})
    about = _taken_text(base, "about")
    if not isinstance(variants, Mapping):
        raise ProblemsError([Problem(("variants",), f"should be a table for each variant, got {shown(variants)}")])
    if not variants:
        recipe = parse_image_recipe(base)
        return ImageExperiment(recipe.name, about, {DEFAULT_VARIANT: recipe})
    recipes, problems = {}, []
    for name, overrides in variants.items():
        try:
            recipes[name] = _variant(base, name, overrides)
        except ProblemsError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise ProblemsError(problems)
    return ImageExperiment(next(iter(recipes.values())).name, about, recipes)


def _variant(base: Mapping[str, Any], name: str, overrides: object) -> ImageRecipe:
    """The recipe of a variant; problems are located in the variant or in the common part."""
    place = ("variants", name)
    if not isinstance(overrides, Mapping):
        raise ProblemsError([Problem(place, f"should be a table of what differs, got {shown(overrides)}")])
    shared = [key for key in _SAME_FOR_ALL if key in overrides]
    if shared:
        raise ProblemsError(
            [Problem((*place, key), "should stand outside, for all variants share it") for key in shared]
        )
    try:
        usable_name(name)
        return parse_image_recipe(merged(base, overrides))
    except ProblemsError as error:
        raise ProblemsError(
            [Problem((*place, *p.place), p.fault) if _stands_in(overrides, p.place) else p for p in error.problems]
        ) from error
    except ValueError as error:
        raise ProblemsError([Problem(place, f"the name {error}")]) from error


def _stands_in(overrides: Mapping[str, Any], place: tuple[str | int, ...]) -> bool:
    content: Any = overrides
    for part in place:
        if not isinstance(content, Mapping):
            break
        if part not in content:
            return False
        content = content[part]
    return bool(overrides)


def _taken_text(values: dict[str, Any], key: str) -> str:
    text = values.pop(key, "")
    if not isinstance(text, str):
        raise ProblemsError([Problem((key,), f"should be text, got {shown(text)}")])
    return text
