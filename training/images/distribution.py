"""Training on several devices, or machines, at once: Keras' own distribution API, which JAX runs.

Every process is started with the same command and learns from its part of each batch; gradients are averaged over all,
so every process has the same weights at every step, measures the same, and decides alike. The first one writes the run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gesture_app.errors import GestureAppError, one_line
from training.images.recipe import ImageRecipe

VARIABLES = (
    "KERAS_DISTRIBUTION_JOB_ADDRESSES",
    "KERAS_DISTRIBUTION_NUM_PROCESSES",
    "KERAS_DISTRIBUTION_PROCESS_ID",
)
"""What tells a process of the others. Source: ``keras.distribution.initialize``."""

_BACKEND = "jax"


class DistributionError(GestureAppError):
    """Devices or processes cannot train together."""


@dataclass(frozen=True)
class ProcessRank:
    """Where a process stands among those that train together.

    Attributes:
        process: Its number, from 0.
        processes: How many there are.
        devices: How many devices all of them have.
    """

    process: int = 0
    processes: int = 1
    devices: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.process < self.processes <= self.devices or self.devices % self.processes:
            raise ValueError(f"processes should have as many devices each, and one at least, got {self}")

    @property
    def is_first(self) -> bool:
        """Whether this is the process that writes and tells."""
        return self.process == 0

    def usable(self, pictures: int) -> int:
        """How many of so many pictures can be dealt out to all devices alike."""
        return pictures - pictures % self.devices

    def part_of(self, rows: int) -> slice:
        """Which rows of a batch are this process's; the batch can be dealt out alike."""
        share = rows // self.processes
        return slice(self.process * share, (self.process + 1) * share)


ALONE = ProcessRank()
"""One process with one device."""


def join_others() -> ProcessRank:
    """Meet the other processes, as the environment variables say; without them, this process has its devices alone.

    Has to come before anything is computed.

    Raises:
        DistributionError: If Keras does not run on JAX, a variable is missing, or the others cannot be reached.
    """
    import keras

    if keras.backend.backend() != _BACKEND:
        hint = f"Set the environment variable KERAS_BACKEND to {_BACKEND}, or leave --distributed away."
        raise DistributionError(f"Keras trains on several devices on {_BACKEND} only.", hint=hint)
    missing = [name for name in VARIABLES if not os.environ.get(name)]
    if missing and len(missing) < len(VARIABLES):
        hint = "Set all three for processes that train together, or none for the devices of this one."
        raise DistributionError(f"The environment variable {' and '.join(missing)} is not set.", hint=hint)
    try:
        if not missing:
            keras.distribution.initialize()
        import jax

        return ProcessRank(jax.process_index(), jax.process_count(), jax.device_count())
    except (RuntimeError, ValueError) as error:
        hint = f"Check {', '.join(VARIABLES)}, and that all processes were started."
        raise DistributionError(f"The processes cannot train together: {one_line(error)}", hint=hint) from error


@contextmanager
def on_all_devices(place: ProcessRank) -> Iterator[None]:
    """Within it, what Keras builds stands on all devices, and what it learns from is dealt out to them."""
    if place.devices == 1:
        yield
        return
    import keras

    # Batches deal out pictures themselves: Keras can do that to TensorFlow's data sets only
    with keras.distribution.DataParallel(auto_shard_dataset=False).scope():
        yield


@contextmanager
def runs_of(place: ProcessRank, runs: Path, name: str) -> Iterator[Path]:
    """The folder for runs of a process: the one that was asked for, or a passing copy of it where another one writes.

    Args:
        place: Which process.
        runs: The folder that was asked for.
        name: Of the recipe, whose runs may be gone on with.
    """
    if place.is_first:
        yield runs
        return
    with tempfile.TemporaryDirectory(prefix="training-") as folder:
        if (runs / name).is_dir():
            shutil.copytree(runs / name, Path(folder) / name)
        yield Path(folder)


def require_shareable(recipe: ImageRecipe, place: ProcessRank) -> None:
    """Check that each batch can be dealt out to all devices alike.

    Raises:
        DistributionError: If not; it names the key.
    """
    for number, phase in enumerate(recipe.phases):
        if phase.batch_size % place.devices:
            told = f"phases[{number}].batch_size is {phase.batch_size}"
            hint = f"Let it be a multiple of {place.devices}."
            raise DistributionError(f"{told}, which {place.devices} devices cannot share alike.", hint=hint)


def require_same(what: str, place: ProcessRank) -> None:
    """Check that all processes are about to train the same.

    Args:
        what: All that it depends on, as text.
        place: Which of the processes this is.

    Raises:
        DistributionError: In every process, if one of them has something else.
    """
    if place.processes == 1:
        return
    import numpy as np
    from jax.experimental import multihost_utils

    digest = np.frombuffer(hashlib.sha256(what.encode()).digest(), dtype=np.int32)
    digests = np.asarray(multihost_utils.process_allgather(digest)).reshape(place.processes, -1)
    different = [str(number) for number, other in enumerate(digests) if (other != digests[0]).any()]
    if different:
        hint = "Give all of them the same recipe, pictures and weights, and with --resume the same folder of runs."
        raise DistributionError(f"Process {', '.join(different)} is not to train what process 0 is.", hint=hint)
