from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from gesture_app.storage.feature_cache import FeatureCache

ROW = np.array([0.6, 0.8, 0.0], np.float32)


def saved(folder: Path, seal: str = "a") -> Path:
    cache = FeatureCache(folder, seal, 3)
    cache.put("one", ROW)
    cache.save()
    return folder / f"{seal}.npz"


def test_what_was_saved_is_there_again(tmp_path: Path) -> None:
    saved(tmp_path / "features")
    again = FeatureCache(tmp_path / "features", "a", 3)
    assert "one" in again
    assert "two" not in again
    assert again.get("one") == pytest.approx(ROW, abs=1e-3)
    assert again.get("one").dtype == np.float32


def test_each_model_has_a_file_of_its_own(tmp_path: Path) -> None:
    saved(tmp_path)
    assert len(FeatureCache(tmp_path, "b", 3)) == 0


def test_nothing_is_written_before_something_is_added(tmp_path: Path) -> None:
    FeatureCache(tmp_path / "features", "a", 3).save()
    assert not (tmp_path / "features").exists()


def test_unsaved_features_are_counted(tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path, "a", 3)
    cache.put("one", ROW)
    cache.put("two", ROW)
    assert cache.unsaved == 2
    cache.save()
    assert cache.unsaved == 0


def test_others_can_be_dropped(tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path, "a", 3)
    for key in ("one", "two", "three"):
        cache.put(key, ROW)
    cache.keep_only(["two", "four"])
    assert [key for key in ("one", "two", "three", "four") if key in cache] == ["two"]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_a_damaged_file_counts_as_empty_and_is_replaced(tmp_path: Path, content: bytes) -> None:
    file = saved(tmp_path)
    file.write_bytes(content)
    cache = FeatureCache(tmp_path, "a", 3)
    assert len(cache) == 0
    cache.put("two", ROW)
    cache.save()
    assert "two" in FeatureCache(tmp_path, "a", 3)


@pytest.mark.parametrize(
    "arrays",
    [
        {"keys": np.array(["one"])},
        {"keys": np.array(["one"]), "features": np.zeros((2, 3))},
        {"keys": np.array(["one"]), "features": np.zeros((1, 4))},
        {"keys": np.array(["one"]), "features": np.full((1, 3), np.nan)},
    ],
)
def test_a_file_with_other_content_counts_as_empty(tmp_path: Path, arrays: dict[str, np.ndarray]) -> None:
    np.savez(saved(tmp_path), **arrays)  # type: ignore[arg-type]
    assert len(FeatureCache(tmp_path, "a", 3)) == 0


def test_a_disk_that_refuses_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "features").write_text("a file in the place of the folder")
    cache = FeatureCache(tmp_path / "features", "a", 3)
    cache.put("one", ROW)
    cache.save()
    assert "one" in cache
    assert cache.unsaved == 1


def test_the_files_of_the_four_models_used_last_are_kept(tmp_path: Path) -> None:
    for number, seal in enumerate("abcdef"):
        file = saved(tmp_path, seal)
        if file.exists():
            os.utime(file, (number, number))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.npz", "d.npz", "e.npz", "f.npz"]
