"""Rendered hands and people of a recipe, rendered once in a separate process and cached."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from rich.console import Console

from training.common.errors import TrainingDataError
from training.hands.data.dataset import is_rendered_folder
from training.hands.recipe import RenderedRecipe

_RENDERER = Path(__file__).parents[2] / "synthetic"


HANDS, PEOPLE = "synthesize", "people"
"""Commands that render: hands close up, and whole people."""


def rendered_folder(
    command: str, recipe: RenderedRecipe, backgrounds: Path | None, cache: Path, console: Console
) -> Path:
    """Folder of a recipe's rendered images; renders them if it does not exist.

    Rendering runs in another process, because MediaPipe and an EGL context crash in one process.

    Args:
        command: :data:`HANDS` or :data:`PEOPLE`.
        recipe: Number of images and seed.
        backgrounds: Folder of background photos; None for synthetic backgrounds.
        cache: Folder of rendered folders, whose names change with the renderer and its inputs.
        console: Shows progress.

    Raises:
        TrainingDataError: If rendering failed.
    """
    folder = cache / f"rendered-{command}-{_digest(recipe, backgrounds)}"
    if is_rendered_folder(folder):
        return folder
    console.print(f"Rendering {recipe.count} images into {folder}")
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    arguments = [sys.executable, "-m", "training", command, "--out", str(unfinished)]
    arguments += ["--count", str(recipe.count), "--seed", str(recipe.seed)]
    arguments += ["--backgrounds", str(backgrounds)] if backgrounds is not None else []
    if subprocess.run(arguments, check=False).returncode:
        raise TrainingDataError("The recipe's images could not be rendered.", hint="See the messages above.")
    unfinished.replace(folder)
    return folder


def _digest(recipe: RenderedRecipe, backgrounds: Path | None) -> str:
    """Digest of the recipe, the renderer's code, and the names and sizes of the backgrounds."""
    digest = hashlib.sha256(f"{recipe.count} {recipe.seed}".encode())
    for source in sorted(_RENDERER.rglob("*.py")):
        digest.update(source.read_bytes())
    if backgrounds is not None:
        for photo in sorted(backgrounds.rglob("*")):
            digest.update(f"{photo.relative_to(backgrounds)} {photo.stat().st_size}".encode())
    return digest.hexdigest()[:16]
