"""Data of a hand training: the folders of its images, and the hands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from training.common.errors import TrainingDataError
from training.hands.data.dataset import HandSample, is_rendered_folder, load_samples
from training.hands.data.finger_warping import with_finger_warping
from training.hands.data.rendered import HANDS, PEOPLE, rendered_folder
from training.hands.recipe import HandRecipe

PHOTOS = Path("data/photos")
"""Default folder of photos."""
BACKGROUNDS = Path("data/backgrounds")
"""Default folder of backgrounds for rendered hands."""


@dataclass(frozen=True)
class DataSources:
    """Data and initial weights of a training.

    Attributes:
        data: Folders or files of labelled images; empty for the default folder.
        backgrounds: Folder of backgrounds for rendered hands; None for the default folder.
        weights: Initial weights: ``"imagenet"``, a file, or None for random weights.
        runs: Folder of checkpoints, logs and caches.
    """

    data: tuple[Path, ...] = ()
    backgrounds: Path | None = None
    weights: str | Path | None = None
    runs: Path = Path("runs")

    @property
    def cache(self) -> Path:
        """Folder of data that runs share."""
        return self.runs / "cache"


def data_folders(sources: DataSources, recipe: HandRecipe, console: Console) -> list[Path]:
    """The folders of images, and folders of rendered hands and people where the recipe has some and none are given.

    Raises:
        TrainingDataError: If there are none, or rendering failed.
    """
    if not sources.data and not PHOTOS.is_dir():
        hint = f"Put photos into {PHOTOS}/<source>/<label>/, or name folders with --data. The model card lists sources."
        raise TrainingDataError("There is no folder of images to learn from.", hint=hint)
    folders = list(sources.data or [PHOTOS])
    if any(map(is_rendered_folder, folders)):
        return folders
    backgrounds = sources.backgrounds or (BACKGROUNDS if BACKGROUNDS.is_dir() else None)
    for command, rendered in ((HANDS, recipe.rendered), (PEOPLE, recipe.people)):
        if rendered.count:
            folders.append(rendered_folder(command, rendered, backgrounds, sources.cache, console))
    return folders


def read_samples(folders: Sequence[Path], recipe: HandRecipe, cache: Path, console: Console) -> list[HandSample]:
    """The hands in the images of some folders, and the recipe's warped copies of them.

    Args:
        folders: Folders of images, as of :func:`data_folders`.
        recipe: The recipe.
        cache: Folder in which found hands are cached.
        console: Shows progress.
    """
    return with_finger_warping(load_samples(folders, cache, console), recipe, cache, console)
