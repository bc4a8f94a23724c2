from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from training.common.environment import environment
from training.common.errors import RecipeError
from training.common.full_disk import is_full_disk
from training.common.pretrained_weights import IMAGENET, load_weights, parse_weights, weights_name


def test_weights_are_the_official_ones_noise_or_a_file() -> None:
    assert parse_weights("imagenet") == IMAGENET
    assert parse_weights("none") is None
    assert parse_weights("some.weights.h5") == Path("some.weights.h5")


def test_a_report_names_the_weights_so_that_they_can_be_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "mine.weights.h5"
    file.write_bytes(b"x" * 3_000_000)
    assert weights_name(IMAGENET) == "imagenet"
    assert weights_name(None) == "none"
    assert weights_name(file) == f"mine.weights.h5, sha256 {hashlib.sha256(b'x' * 3_000_000).hexdigest()}"


def test_weights_that_are_not_there_or_not_weights_are_told(tmp_path: Path) -> None:
    import keras

    network = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    damaged = tmp_path / "damaged.weights.h5"
    damaged.write_bytes(b"no HDF5")
    other = tmp_path / "other.weights.h5"
    keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)]).save_weights(other)
    unknown = tmp_path / "weights.bin"
    unknown.write_bytes(b"?")
    for file in (tmp_path / "nowhere.weights.h5", damaged, other, unknown):
        with pytest.raises(RecipeError, match=file.name) as caught:
            load_weights(network, file, "a net with two inputs")
        assert "a net with two inputs" in caught.value.hint
    with pytest.raises(RecipeError, match="cannot be read: No such file"):
        weights_name(tmp_path / "nowhere.weights.h5")


def test_the_environment_tells_versions_but_not_whose_machine_it_is() -> None:
    told = environment("jax")
    assert told["backend"] == "jax"
    assert told["packages"]["numpy"].startswith("1.")
    assert set(told) == {"backend", "python", "system", "machine", "processors", "packages"}
    assert str(Path.home()) not in json.dumps(told)


def test_a_full_disk_is_known_by_code_words_or_cause() -> None:
    assert is_full_disk(OSError(28, "No space left on device"))
    assert is_full_disk(OSError("Can't write data (errno = 28, error message = '...')"))
    by_its_cause = RuntimeError("Can't decrement id ref count")
    by_its_cause.__cause__ = OSError(27, "File too large")
    assert is_full_disk(by_its_cause)
    assert not is_full_disk(PermissionError(13, "Permission denied"))


def test_a_file_may_be_given_as_text_too() -> None:
    from training.hands.model import build_backbone

    nowhere = "nowhere.weights.h5"  # taken for noise, it would train a network that sees nothing
    with pytest.raises(RecipeError, match=nowhere):
        build_backbone(nowhere)
    with pytest.raises(RecipeError, match=nowhere):
        weights_name(nowhere)
