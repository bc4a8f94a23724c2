from __future__ import annotations

import json
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE, GestureSet
from gesture_app.domain.models.model_summary import GateVerdict, ModelOrigin
from gesture_app.errors import ModelError
from gesture_app.inference.library import model_archive
from gesture_app.inference.library.manifest import KERAS_NAME, MANIFEST_NAME, ONNX_NAME, read_manifest
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.resources import SHIPPED_MODELS
from gesture_app.storage.zip_reader import ZipLimits
from tests.fakes.models import REFUSED, Library, ids, retrained, shipped, write_model

MODEL_FILES = (KERAS_NAME, ONNX_NAME)
Entry = tuple[str | zipfile.ZipInfo, bytes]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A model exported on another machine."""
    there = tmp_path / "there"
    shipped(there, "base-1")
    folder = retrained(there, "mine")
    (folder / "MODEL_CARD.md").write_text("# mine")
    (folder / "report").mkdir()
    (folder / "report" / "curves.png").write_bytes(b"png")
    Library(there).export("mine", tmp_path / "mine.zip")
    return tmp_path / "mine.zip"


def entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(path: Path, *contents: Entry, packed: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", packed) as file:
        for name, content in contents:
            file.writestr(name, content)
    return path


def with_manifest(archive: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The archive with a changed manifest, without the seal that would show it."""
    contents = entries(archive)
    manifest = json.loads(contents["mine/manifest.json"])
    del manifest["seal"]
    change(manifest)
    contents["mine/manifest.json"] = json.dumps(manifest).encode()
    return zipped(archive, *contents.items())


def refused(home: Path, source: Path, complaint: str) -> None:
    """Check that an import fails with this message and leaves no files."""
    library = Library(home)
    before = ids(library)
    with pytest.raises(ModelError, match=complaint) as caught:
        library.import_archive(source)
    assert caught.value.hint
    assert ".making-" not in str(caught.value)
    assert ids(library) == before
    assert not list((home / "own").iterdir())


def test_an_export_holds_the_model_and_nothing_else(archive: Path) -> None:
    names = ["mine/manifest.json", "mine/model.keras", "mine/model.onnx", "mine/MODEL_CARD.md"]
    assert list(entries(archive)) == names


def test_the_same_model_gives_the_same_archive(archive: Path, tmp_path: Path) -> None:
    Library(tmp_path / "there").export("mine", tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()


def test_an_exported_model_is_accepted_elsewhere_and_not_used_yet(home: Path, archive: Path) -> None:
    library = Library(home)

    done = library.import_archive(archive)

    assert not done.was_known
    assert (done.model.id, done.model.origin, done.model.trouble) == ("mine", ModelOrigin.IMPORTED, "")
    assert done.model.parent == "base-1"
    assert library.active().id == "base-1"
    assert (home / "own" / "mine" / "MODEL_CARD.md").read_text() == "# mine"
    assert sorted(path.name for path in (home / "own").iterdir()) == ["mine"]
    assert library.activate("mine").is_active


def test_the_verdict_travels_with_the_model(home: Path, tmp_path: Path) -> None:
    shipped(tmp_path / "there")
    retrained(tmp_path / "there", "worse", metrics=REFUSED)
    Library(tmp_path / "there").export("worse", tmp_path / "worse.zip")

    assert Library(home).import_archive(tmp_path / "worse.zip").model.verdict is GateVerdict.REFUSED


def test_a_known_model_is_not_added_again(home: Path, archive: Path) -> None:
    library = Library(home)
    library.import_archive(archive)

    done = library.import_archive(archive)

    assert (done.was_known, done.model.id) == (True, "mine")
    assert ids(library) == ["base-1", "mine"]


def test_a_shipped_model_is_known_under_any_name(home: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    write_model(there / "shipped" / "other", dict.fromkeys(MODEL_FILES, b"base-1"), parent=None)
    Library(there).export("other", tmp_path / "other.zip")

    done = Library(home).import_archive(tmp_path / "other.zip")

    assert (done.was_known, done.model.id) == (True, "base-1")


def test_another_model_of_the_same_name_gets_a_number(home: Path, archive: Path) -> None:
    write_model(home / "own" / "MINE", {ONNX_NAME: b"o"})
    write_model(home / "own" / "mine-2", {ONNX_NAME: b"p"})
    library = Library(home)

    done = library.import_archive(archive)

    assert done.model.id == "mine-3"
    assert done.model.trouble == ""
    assert read_manifest(home / "own" / "mine-3").id == "mine-3"
    assert library.import_archive(archive).was_known


def test_a_damaged_model_does_not_prevent_importing_an_intact_copy(home: Path, archive: Path) -> None:
    library = Library(home)
    library.import_archive(archive)
    (home / "own" / "mine" / ONNX_NAME).write_bytes(b"other")

    assert library.import_archive(archive).model.id == "mine-2"


def test_an_unpacked_export_and_a_models_own_folder_are_accepted(home: Path, archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as file:
        file.extractall(tmp_path / "unpacked")
    library = Library(home)

    assert library.import_archive(tmp_path / "unpacked" / "mine").model.id == "mine"
    assert library.import_archive(tmp_path / "there" / "own" / "mine").was_known
    assert not (home / "own" / "mine" / "report").exists()


def test_files_at_the_top_of_an_archive_are_accepted(home: Path, archive: Path, tmp_path: Path) -> None:
    flat = [(name.removeprefix("mine/"), content) for name, content in entries(archive).items()]

    assert Library(home).import_archive(zipped(tmp_path / "flat.zip", *flat)).model.id == "mine"


def test_a_model_that_lies_deeper_is_refused(home: Path, archive: Path) -> None:
    refused(home, zipped(archive, *((f"a/{name}", content) for name, content in entries(archive).items())), "too deep")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("/etc/x", "absolute path"),
        ("../x", "leads out"),
        ("mine/../../x", "leads out"),
        ("mine\\x", "backslash"),
        ("C:/x", "drive letter"),
        ("mine/x\n", "control characters"),
        ("mine/MODEL.ONNX", "twice"),
        ("mine/report/x.png", "no part of the model"),
        ("mine/x.py", "no part of the model"),
        ("other/x", "no part of the model"),
        ("x", "no part of the model"),
        ("other/manifest.json", "one manifest.json, and has 2"),
    ],
)
def test_files_that_are_no_part_of_the_model_are_refused(home: Path, archive: Path, name: str, complaint: str) -> None:
    refused(home, zipped(archive, *entries(archive).items(), (name, b"x")), complaint)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO])
def test_links_and_special_files_are_refused(home: Path, archive: Path, kind: int) -> None:
    contents = entries(archive)
    entry = zipfile.ZipInfo("mine/model.onnx")
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    contents.pop("mine/model.onnx")
    refused(home, zipped(archive, *contents.items(), (entry, b"/etc/passwd")), "link or another special file")


def test_bombs_are_refused(home: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = entries(archive) | {"mine/model.onnx": bytes(3 << 20)}
    bomb = zipped(archive, *contents.items(), packed=zipfile.ZIP_DEFLATED)
    refused(home, bomb, "unpacks to more than 100 times")

    monkeypatch.setattr(model_archive, "MODEL_LIMITS", ZipLimits(entries=64, entry_bytes=2 << 20, total_bytes=9 << 20))
    refused(home, bomb, "larger than 2 MiB")
    monkeypatch.setattr(model_archive, "MODEL_LIMITS", ZipLimits(entries=64, entry_bytes=9 << 20, total_bytes=2 << 20))
    refused(home, bomb, "unpacks to more than 2 MiB")
    monkeypatch.setattr(model_archive, "MODEL_LIMITS", ZipLimits(entries=2, entry_bytes=9 << 20, total_bytes=9 << 20))
    refused(home, bomb, "more than 2 entries")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda m: m.update(id="../mine"), "not a plain name"),
        (lambda m: m.update(id=".hidden"), "is no name for a model"),
        (lambda m: m.update(id="con.1"), "is no name for a model"),
        (lambda m: m.update(id="mine "), "is no name for a model"),
        (lambda m: m.update(id="mine\x1b[2J"), "not a plain name"),
        (lambda m: m.update(id="m" * 81), "is no name for a model"),
        (lambda m: m["labels"].append("Thumbs up!"), "'Thumbs up!' may have a to z"),
        (lambda m: m["labels"].append("x" * 41), "longer than 40"),
        (lambda m: m["files"].update({"../x": "00"}), "not a plain name"),
        (lambda m: m["files"].update({"Manifest.json": "00"}), "lists a file twice, or itself"),
        (lambda m: m["files"].update({"Model.onnx": "00"}), "lists a file twice, or itself"),
        (lambda m: m["files"].update({"more.bin": "00"}), r"more\.bin cannot be read"),
        (lambda m: m["files"].update({ONNX_NAME: "00" * 32}), "is damaged"),
        (lambda m: m["files"].pop(ONNX_NAME), "no part of the model"),
        (lambda m: m.update(schema=2), "its schema is 2"),
        (lambda m: m.update(seal="00"), "changed after it was written"),
        (lambda m: m.pop("labels"), "lacks 'labels'"),
    ],
)
def test_a_manifest_that_is_not_to_be_trusted_is_refused(
    home: Path, archive: Path, change: Callable[[dict[str, Any]], object], complaint: str
) -> None:
    refused(home, with_manifest(archive, change), complaint)


def test_a_model_for_other_gestures_is_kept_but_cannot_be_used(home: Path, tmp_path: Path) -> None:
    arrows = write_model(tmp_path / "arrows", {ONNX_NAME: b"o"}, labels=GestureSet.of(["up", "down", "none"])).folder
    library = Library(home)

    assert "does not know rock" in library.import_archive(arrows).model.trouble
    with pytest.raises(ModelError, match="does not know rock"):
        library.activate("arrows")


@pytest.mark.parametrize("content", [b"", b"PK", b"MZ" * 500])
def test_a_file_that_is_no_archive_is_refused(home: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    refused(home, tmp_path / "x.zip", "is no zip archive")
    refused(home, tmp_path / "missing.zip", "cannot be unpacked: No such file")
    (tmp_path / "empty").mkdir()
    refused(home, tmp_path / "empty", "has no manifest.json")


def test_an_archive_that_is_cut_short_is_refused(home: Path, archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-200])
    refused(home, archive, "is no zip archive, or cut short")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names there")
def test_a_pipe_in_a_folder_is_not_waited_for(home: Path, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "piped", {ONNX_NAME: b"o"}).folder
    (folder / ONNX_NAME).unlink()
    os.mkfifo(folder / ONNX_NAME)
    refused(home, folder, "is no file")


def test_a_damaged_model_is_not_exported(home: Path, tmp_path: Path) -> None:
    (retrained(home, "mine") / ONNX_NAME).write_bytes(b"other")

    with pytest.raises(ModelError, match="is damaged"):
        Library(home).export("mine", tmp_path / "x.zip")
    assert not (tmp_path / "x.zip").exists()


def test_a_model_that_could_not_be_imported_is_not_exported(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_archive, "MODEL_LIMITS", ZipLimits(entries=64, entry_bytes=9 << 20, total_bytes=20))

    with pytest.raises(ModelError, match="too large to be imported again"):
        Library(home).export("base-1", tmp_path / "x.zip")


class TestTheModelThatComesAlong:
    """The shipped model itself, run by ONNX Runtime."""

    @pytest.fixture
    def model(self) -> Path:
        return next(folder for folder in sorted(SHIPPED_MODELS.iterdir()) if (folder / MANIFEST_NAME).is_file())

    def library(self, home: Path) -> FolderModelLibrary:
        return FolderModelLibrary(home / "shipped", home / "own")

    def test_it_is_exported_imported_and_used(self, home: Path, model: Path, tmp_path: Path) -> None:
        there = FolderModelLibrary(model.parent, tmp_path / "nowhere")
        there.export(model.name, tmp_path / "model.zip")
        library = self.library(home)

        done = library.import_archive(tmp_path / "model.zip")

        assert done.model.labels is not None
        assert {*FIVE_GESTURES, NONE} <= set(done.model.labels.labels)
        assert done.model.figures
        assert library.activate(model.name).is_active

    def test_another_number_of_labels_than_it_answers_with_is_refused(
        self, home: Path, model: Path, tmp_path: Path
    ) -> None:
        copy = tmp_path / model.name
        shutil.copytree(model, copy)
        manifest = json.loads((copy / MANIFEST_NAME).read_text())
        manifest["labels"].append("seventh")
        manifest.pop("seal", None)
        (copy / MANIFEST_NAME).write_text(json.dumps(manifest))

        with pytest.raises(ModelError, match=r"does not work: .* answers with shape"):
            self.library(home).import_archive(copy)
        assert not list((home / "own").iterdir())

    def test_what_is_no_network_is_refused(self, home: Path, tmp_path: Path) -> None:
        folder = write_model(tmp_path / "noise", {ONNX_NAME: b"no network"}).folder

        with pytest.raises(ModelError, match=r"does not work: .*cannot be run"):
            self.library(home).import_archive(folder)
        assert not list((home / "own").iterdir())
