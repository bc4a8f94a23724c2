"""Several processes and devices learn as one does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.image_processes import TRAINING, ends, history_of, needs_gloo, needs_jax, start, together
from tests.fakes.image_runs import begun_run, begun_with, images, tiny_recipe, write_images
from training.common.run_record import RunFolderError
from training.images.distribution import (
    ALONE,
    VARIABLES,
    DistributionError,
    ProcessRank,
    check_divisible,
    join_processes,
)
from training.images.run_folder import read_run
from training.images.run_writer import resume_run

TWO = (ProcessRank(0, 2, 2), ProcessRank(1, 2, 2))

RECIPE = """
kind = "images"
name = "shared"
seed = 3
input = { size = 8 }
augment = { flip = true, shift = 0.1 }
network = { backbone = "small_cnn", units = [8], dropout = 0.3 }
[[phases]]
learn = "all"
epochs = 3
batch_size = 8
learning_rate = 0.01
measure_untrained = true
measure_train_again = true
[[phases]]
learn = "head"
epochs = 1
batch_size = 8
"""


def arguments(folder: Path, data: Path, runs: str, *more: str) -> Sequence[str | Path]:
    recipe = folder / "shared.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    options = ("--data", data, "--weights", "none", "--runs", folder / runs, *more)
    return ("train", recipe, *options)


@needs_jax
@needs_gloo
def test_two_processes_learn_as_one_does_and_the_first_writes_the_run(tmp_path: Path) -> None:
    data = write_images(tmp_path / "pictures", 12, parts=("train", "validation", "test"))
    alone = start(TRAINING, arguments(tmp_path, data, "one"), "jax")
    both = together([arguments(tmp_path, data, "two", "--distributed")] * 2)
    (rc, _, errors), first, second = ends([alone, *both])
    assert rc == 0, errors
    assert first[0] == 0, first[2]
    assert second[0] == 0, second[2]
    assert "Phase 2 of 2" in first[1]
    assert second[1] == ""

    one, two = tmp_path / "one" / "shared" / "default", tmp_path / "two" / "shared" / "default"
    histories = history_of(one), history_of(two)
    assert len(histories[0]) == 5
    for expected, found in zip(*histories, strict=True):
        assert found == pytest.approx(expected, rel=1e-4, abs=1e-5)
    reports = [json.loads((run / "evaluation" / "report.json").read_text(encoding="utf-8")) for run in (one, two)]
    assert reports[1]["accuracy"] == reports[0]["accuracy"]
    assert json.loads((two / "run.json").read_text(encoding="utf-8"))["devices"] == 2


@needs_jax
@needs_gloo
def test_two_devices_of_one_process_share_each_batch_and_what_differs_between_processes_is_refused(
    tmp_path: Path,
) -> None:
    data = write_images(tmp_path / "pictures", 12)
    devices = start(
        TRAINING,
        arguments(tmp_path, data, "devices", "--distributed"),
        "jax",
        XLA_FLAGS="--xla_force_host_platform_device_count=2",
    )
    # One after the other: XLA ends a process whose devices wait 10 s for each other, as they may on a busy machine.
    ((rc, _, errors),) = ends([devices])
    assert rc == 0, errors
    refused = ends(
        together([arguments(tmp_path, data, "other", "--distributed", "--seed", str(seed)) for seed in (1, 2)])
    )
    run = tmp_path / "devices" / "shared" / "default"
    assert json.loads((run / "run.json").read_text(encoding="utf-8"))["devices"] == 2
    assert len(history_of(run)) == 5
    for rc, _, errors in refused:
        assert rc == 2
        assert "Process 1 is not to train what process 0 is." in errors
    assert not (tmp_path / "other").exists()


class TestBatches:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_the_parts_of_a_batch_make_it_whole_and_what_cannot_be_shared_is_left_out(self) -> None:
        from training.images.batches import Batches

        pixels, labels = images(11)
        whole = Batches(pixels, labels, 4, seed=5)
        parts = [Batches(pixels, labels, 4, seed=5, place=place) for place in TWO]
        assert [len(part) for part in parts] == [3, 3]
        for index in range(3):
            given = [part[index] for part in parts]
            assert len(given[0][1]) == len(given[1][1])
            for place in (0, 1):
                joined = np.concatenate([one[place] for one in given])
                assert (joined == whole[index][place][: len(joined)]).all()
        assert sum(len(part[index][1]) for part in parts for index in range(3)) == 10

    def test_batches_that_cannot_be_shared_are_refused(self) -> None:
        from training.images.batches import Batches

        with pytest.raises(ValueError, match="2 devices should share a batch alike, got batch_size 5"):
            Batches(*images(10), 5, place=TWO[0])

    def test_keras_on_another_backend_is_refused(self) -> None:
        import keras

        assert keras.backend.backend() != "jax"
        with pytest.raises(DistributionError, match="on jax only") as raised:
            join_processes()
        assert "KERAS_BACKEND" in str(raised.value.hint)


@needs_jax
def test_a_variable_that_is_missing_is_named(tmp_path: Path) -> None:
    wanted = arguments(tmp_path, write_images(tmp_path / "pictures", 2), "runs", "--distributed")
    ((rc, _, errors),) = ends([start(TRAINING, wanted, "jax", **{VARIABLES[1]: "2"})])
    assert rc == 2
    assert f"{VARIABLES[0]} and {VARIABLES[2]} is not set" in errors


@pytest.mark.parametrize("place", [(2, 2, 2), (0, 2, 1), (0, 2, 3), (-1, 1, 1)])
def test_places_that_cannot_be_are_refused(place: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="as many devices each"):
        ProcessRank(*place)


def test_a_batch_size_that_devices_cannot_share_names_its_key() -> None:
    recipe = tiny_recipe({"batch_size": 4}, {"batch_size": 6})
    check_divisible(recipe, ALONE)
    check_divisible(recipe, TWO[0])
    with pytest.raises(DistributionError, match=r"phases\[1\].batch_size is 6, which 4 devices"):
        check_divisible(recipe, ProcessRank(0, 1, 4))


def test_a_run_is_gone_on_with_by_as_many_devices(tmp_path: Path) -> None:
    recipe = tiny_recipe()
    begun_run(tmp_path / "run", recipe)
    run = read_run(tmp_path / "run")
    resume_run(run, begun_with(recipe, devices=1))
    with pytest.raises(RunFolderError, match=r"trained on 1 device\(s\) at once and there are 2 now"):
        resume_run(run, begun_with(recipe, devices=2))
