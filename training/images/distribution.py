"""Data-parallel training on several devices or machines, by Keras' distribution API on JAX.

Every process is started with the same command and gets its part of each batch; gradients are averaged over all, so that
all processes have the same weights and metrics at every step. The first one writes the run.
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
"""Environment variables of the processes. Source: ``keras.distribution.initialize``."""

_BACKEND = "jax"


class DistributionError(GestureAppError):
    """Devices or processes cannot train together."""


@dataclass(frozen=True)
class ProcessRank:
    """Rank of a process among those that train together.

    Attributes:
        process: Number of the process, from 0.
        processes: Number of processes.
        devices: Number of devices of all processes.
    """

    process: int = 0
    processes: int = 1
    devices: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.process < self.processes <= self.devices or self.devices % self.processes:
            raise ValueError(f"processes should have as many devices each, and one at least, got {self}")

    @property
    def is_first(self) -> bool:
        """Whether this process writes and prints."""
        return self.process == 0

    def usable(self, images: int) -> int:
        """Largest number of images, up to a count, that can be divided evenly among all devices."""
        return images - images % self.devices

    def part_of(self, rows: int) -> slice:
        """Rows of a batch that belong to this process; the batch is divided evenly."""
        share = rows // self.processes
        return slice(self.process * share, (self.process + 1) * share)


ALONE = ProcessRank()
"""One process with one device."""


def join_processes() -> ProcessRank:
    """Join the other processes of the environment variables, or use the devices of this process without them.

    Call it before any computation.

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
def data_parallel(place: ProcessRank) -> Iterator[None]:
    """Context in which Keras builds models on all devices and divides batches among them."""
    if place.devices == 1:
        yield
        return
    import keras

    # Batches divide images themselves: Keras can divide TensorFlow's datasets only.
    with keras.distribution.DataParallel(auto_shard_dataset=False).scope():
        yield


@contextmanager
def process_runs_folder(place: ProcessRank, runs: Path, name: str) -> Iterator[Path]:
    """Context with the folder of runs of a process: the real one for the first process, a temporary copy for others.

    Args:
        place: Rank of the process.
        runs: The folder of runs.
        name: Name of the recipe, whose runs may be resumed.
    """
    if place.is_first:
        yield runs
        return
    with tempfile.TemporaryDirectory(prefix="training-") as folder:
        if (runs / name).is_dir():
            shutil.copytree(runs / name, Path(folder) / name)
        yield Path(folder)


def check_divisible(recipe: ImageRecipe, place: ProcessRank) -> None:
    """Check that each batch can be divided evenly among all devices.

    Raises:
        DistributionError: If not; it names the key.
    """
    for number, phase in enumerate(recipe.phases):
        if phase.batch_size % place.devices:
            told = f"phases[{number}].batch_size is {phase.batch_size}"
            hint = f"Let it be a multiple of {place.devices}."
            raise DistributionError(f"{told}, which {place.devices} devices cannot share alike.", hint=hint)


def check_same_training(settings: str, place: ProcessRank) -> None:
    """Check that all processes have the same settings.

    Args:
        settings: Settings and state of the training, as text.
        place: Rank of this process.

    Raises:
        DistributionError: In every process, if one of them has other settings.
    """
    if place.processes == 1:
        return
    import numpy as np
    from jax.experimental import multihost_utils

    digest = np.frombuffer(hashlib.sha256(settings.encode()).digest(), dtype=np.int32)
    digests = np.asarray(multihost_utils.process_allgather(digest)).reshape(place.processes, -1)
    different = [str(number) for number, other in enumerate(digests) if (other != digests[0]).any()]
    if different:
        hint = "Give all of them the same recipe, images and weights, and with --resume the same folder of runs."
        raise DistributionError(f"Process {', '.join(different)} is not to train what process 0 is.", hint=hint)
