from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import KERAS_NAME, MANIFEST_NAME, ONNX_NAME
from gesture_app.inference.library.model_store import ModelStore, open_model, sha256_of
from tests.fakes.models import write_model

FILES = {ONNX_NAME: b"the network", KERAS_NAME: b"the same in Keras"}


def test_the_hash_is_sha256(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc")

    # Source: FIPS 180-2, appendix B.1.
    assert sha256_of(tmp_path / "file") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_complete_model_gives_its_files(tmp_path: Path) -> None:
    write_model(tmp_path / "tiny", FILES)

    model = open_model(tmp_path / "tiny")
    model.verify()

    assert model.onnx_file == tmp_path / "tiny" / ONNX_NAME
    assert model.keras_file == tmp_path / "tiny" / KERAS_NAME


def test_a_damaged_file_is_refused_when_it_is_asked_for(tmp_path: Path) -> None:
    write_model(tmp_path / "tiny", FILES)
    (tmp_path / "tiny" / ONNX_NAME).write_bytes(b"the netw0rk")

    model = open_model(tmp_path / "tiny")

    assert model.keras_file.is_file()
    with pytest.raises(ModelError, match=rf"{ONNX_NAME} is damaged: .* Restore the folder"):
        _ = model.onnx_file
    with pytest.raises(ModelError, match="damaged"):
        model.verify()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    write_model(tmp_path / "tiny", FILES)
    (tmp_path / "tiny" / ONNX_NAME).unlink()

    with pytest.raises(ModelError, match=rf"{ONNX_NAME} cannot be read: .* Restore the folder"):
        _ = open_model(tmp_path / "tiny").onnx_file


def test_a_file_that_the_manifest_does_not_list_is_not_trusted(tmp_path: Path) -> None:
    write_model(tmp_path / "tiny", {ONNX_NAME: b"the network"})
    (tmp_path / "tiny" / KERAS_NAME).write_bytes(b"put there later")

    with pytest.raises(ModelError, match=rf"The model tiny does not list a file {KERAS_NAME}"):
        _ = open_model(tmp_path / "tiny").keras_file


@pytest.mark.parametrize(
    "labels",
    [
        ("rock", "paper", "scissors", "lizard", "none"),  # as when a default label was added since
        ("none", "spock"),
        ("wave", "rock", "none"),
    ],
)
def test_a_model_for_fewer_or_other_labels_opens(tmp_path: Path, labels: tuple[str, ...]) -> None:
    write_model(tmp_path / "fewer", labels=GestureSet(labels))
    assert open_model(tmp_path / "fewer").manifest.labels.labels == labels


def test_a_model_that_knows_no_gesture_of_the_game_is_refused_unless_any_will_do(tmp_path: Path) -> None:
    write_model(tmp_path / "arrows", labels=GestureSet(("left", "right", "none")))
    game = ", ".join(DEFAULT_LABELS.gestures)
    complaint = f"arrows does not know {game}; it was made for left, right, none"
    with pytest.raises(ModelError, match=complaint):
        open_model(tmp_path / "arrows")
    assert open_model(tmp_path / "arrows", gestures=()).manifest.id == "arrows"
    with pytest.raises(ModelError, match="does not know well"):
        open_model(tmp_path / "arrows", gestures=["well"])


def test_a_model_may_know_more_and_in_another_order(tmp_path: Path) -> None:
    labels = ["none", "spock", "lizard", "thumbs_up", "scissors", "paper", "rock"]
    write_model(tmp_path / "seven", labels=GestureSet.of(labels))

    assert list(open_model(tmp_path / "seven").manifest.labels.labels) == labels


def names(store: ModelStore) -> list[str]:
    return [folder.name for folder in store.folders()]


def test_models_are_listed_root_by_root_and_by_name(tmp_path: Path) -> None:
    for name in ("shipped/b", "shipped/a", "own/0"):
        write_model(tmp_path / name)
    store = ModelStore([tmp_path / "shipped", tmp_path / "missing", tmp_path / "own"])

    assert names(store) == ["a", "b", "0"]
    assert store.default().manifest.id == "a"


def test_folders_without_a_model_are_skipped(tmp_path: Path) -> None:
    write_model(tmp_path / "tiny")
    write_model(tmp_path / ".export-1" / "half")
    write_model(tmp_path / ".partial")
    (tmp_path / "empty").mkdir()
    (tmp_path / "README.md").write_text("about models", encoding="utf-8")

    assert names(ModelStore([tmp_path, tmp_path / "README.md"])) == ["tiny"]


def test_a_damaged_first_model_is_an_error_and_not_skipped(tmp_path: Path) -> None:
    write_model(tmp_path / "a")
    write_model(tmp_path / "b")
    (tmp_path / "a" / MANIFEST_NAME).write_text("{", encoding="utf-8")

    with pytest.raises(ModelError, match="cannot be used"):
        ModelStore([tmp_path]).default()


def test_without_any_model_the_places_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"There is no model in .*shipped, .*own\. .*train a model"):
        ModelStore([tmp_path / "shipped", tmp_path / "own"]).default()


def test_folders_that_may_not_be_read_do_not_hide_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_model(tmp_path / "own" / "tiny")
    write_model(tmp_path / "own" / "secret")
    (tmp_path / "locked").mkdir()
    may_list, is_file = Path.iterdir, Path.is_file

    def list_unless_locked(path: Path):  # type: ignore[no-untyped-def]
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return may_list(path)

    def is_file_unless_secret(path: Path) -> bool:
        if path.parent.name == "secret":
            raise PermissionError(13, "Permission denied")
        return is_file(path)

    monkeypatch.setattr(Path, "iterdir", list_unless_locked)
    monkeypatch.setattr(Path, "is_file", is_file_unless_secret)

    assert names(ModelStore([tmp_path / "locked", tmp_path / "own"])) == ["tiny"]
