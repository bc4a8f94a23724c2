from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gesture_app.storage import learnt_samples
from gesture_app.storage.learnt_samples import LearntFolder, decode_learnt, encode_learnt
from tests.fakes.memories import learnt_of

ANNA = learnt_of({"a": "Anna", "b": ""})


def test_samples_come_back_as_they_were() -> None:
    again = decode_learnt(encode_learnt(ANNA))
    assert (again.seal, again.keys, again.labels, again.people) == (
        "seal",
        ("a", "b"),
        ("paper", "paper"),
        ("Anna", ""),
    )
    assert again.features.dtype == np.float32
    assert np.array_equal(again.features, ANNA.features)


def damaged(**changes: object) -> bytes:
    with np.load(io.BytesIO(encode_learnt(ANNA)), allow_pickle=False) as stored:
        arrays = {**stored, **changes}
    content = io.BytesIO()
    np.savez(content, **{name: value for name, value in arrays.items() if value is not None})  # type: ignore[arg-type]
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip archive",
        encode_learnt(ANNA)[:-40],
        damaged(keys=None),
        damaged(version=np.array(2)),
        damaged(keys=np.array(["a", "a"])),
        damaged(labels=np.array([{"a": 1}, 2], dtype=object)),
        damaged(features=np.zeros((3, 4), np.float16)),
    ],
    ids=["empty", "text", "cut", "no keys", "newer", "twice", "objects", "rows"],
)
def test_damaged_files_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_learnt(content)


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learnt_samples, "MOST_BYTES", 100)
    with pytest.raises(ValueError, match="unpacks to more than"):
        decode_learnt(encode_learnt(ANNA))


def test_imports_add_up_and_are_removed(tmp_path: Path) -> None:
    folder = LearntFolder(tmp_path / "learnt")
    assert folder.read("seal") is None
    assert folder.add(ANNA) == 2
    assert folder.add(ANNA) == 0
    assert folder.add(learnt_of({"c": "Ben"})) == 1
    again = LearntFolder(tmp_path / "learnt").read("seal")
    assert again is not None
    assert again.person_by_key == {"a": "Anna", "b": "", "c": "Ben"}
    assert folder.read("other") is None
    assert folder.remove("seal") == 3
    assert folder.read("seal") is None
    assert folder.remove("seal") == 0


def test_a_file_that_another_process_changes_is_read_again(tmp_path: Path) -> None:
    folder = LearntFolder(tmp_path)
    folder.add(ANNA)
    assert folder.read("seal") is not None
    LearntFolder(tmp_path).add(learnt_of({"c": "Ben"}))
    again = folder.read("seal")
    assert again is not None
    assert len(again.keys) == 3


def test_a_damaged_file_and_one_of_another_model_are_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = LearntFolder(tmp_path)
    folder.add(ANNA)
    (path,) = tmp_path.iterdir()
    path.write_bytes(encode_learnt(replace(ANNA, seal="other")))
    assert folder.read("seal") is None
    path.write_bytes(b"damaged")
    assert folder.read("seal") is None
    assert "is left out" in caplog.text
    assert zipfile.is_zipfile(io.BytesIO(encode_learnt(ANNA)))
