"""What was learnt at once, with the models in the terminal."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest

from gesture_app.composition import memory_of_samples, model_library, sample_store, user_folders
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import SampleStoreError
from tests.cli.test_models import output_of
from tests.fakes.onnx_models import write_colour_model
from tests.fakes.sample_hands import a_sample


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """An export of a model of colours with one sample of Anna and one of Ben; another machine has neither."""
    write_colour_model(user_folders()["data"] / "models" / "colours")
    for seed, person, colour in ((1, "Anna", (200, 20, 20)), (2, "Ben", (20, 200, 20))):
        sample = a_sample("spock", seed=seed, second=seed, person=person)
        sample_store().add(Sample(sample.info, np.full_like(sample.region_bgr, colour)))
    path = tmp_path / "colours.zip"
    code, text = output_of(capsys, "export", "colours", path, "--learnt")
    assert (code, "2 samples of Anna and Ben; no pictures." in text) == (0, True)
    shutil.rmtree(user_folders()["data"])
    return path


def learnt_here(capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    capsys.readouterr()
    from gesture_app.__main__ import main

    assert main(["models", "show", "colours", "--json"]) == 0
    return json.loads(capsys.readouterr().out)["learnt_at_once"]  # type: ignore[no-any-return]


def test_what_was_learnt_goes_to_another_machine_with_its_model(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = output_of(capsys, "import", archive)
    assert (code, "2 samples that it learnt at once came with it." in text) == (0, True)
    assert learnt_here(capsys) == {"Anna": 1, "Ben": 1}
    assert "2 samples of Anna and Ben" in output_of(capsys, "list")[1]
    memory = memory_of_samples(model_dir=Path("colours")).loaded
    assert memory is not None
    assert memory.memory.sample_count == 2
    assert sorted(path.name for path in (user_folders()["data"] / "models" / "colours").iterdir()) == [
        "manifest.json",
        "model.onnx",
    ]


def test_the_people_of_imported_samples_can_be_chosen(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output_of(capsys, "import", archive)
    memory = memory_of_samples(model_dir=Path("colours"), people=["anna"]).loaded
    assert memory is not None
    assert memory.memory.sample_count == 1
    with pytest.raises(SampleStoreError, match="no samples of 'Cem'"):
        memory_of_samples(model_dir=Path("colours"), people=["Cem"])


def test_no_image_is_in_the_archive(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        assert sorted(opened.namelist()) == [
            f"colours/{name}" for name in ("learnt.json", "learnt.npz", "manifest.json", "model.onnx")
        ]


def test_a_model_that_is_there_gets_what_came_with_it_once(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_colour_model(user_folders()["data"] / "models" / "colours")
    text = output_of(capsys, "import", archive)[1]
    assert text == "This model is there already, as colours. 2 samples that it learnt at once came with it."
    assert output_of(capsys, "import", archive)[1] == "This model is there already, as colours."
    assert learnt_here(capsys) == {"Anna": 1, "Ben": 1}


def test_what_was_imported_is_forgotten(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output_of(capsys, "import", archive)
    assert output_of(capsys, "forget-imported", "colours")[1].startswith("Forgot 2 imported samples.")
    assert learnt_here(capsys) == {}
    assert memory_of_samples(model_dir=Path("colours")).loaded is None


def changed(archive: Path, name: str, content: bytes) -> Path:
    """A copy of the archive with another content of one file."""
    copy = archive.with_name("changed.zip")
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(copy, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry.endswith(name) else old.read(entry))
    return copy


def test_changed_samples_and_those_of_another_model_are_refused(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = output_of(capsys, "import", changed(archive, "learnt.npz", b"changed"))
    assert (code, "do not match their SHA-256" in text) == (2, True)
    with zipfile.ZipFile(archive) as opened:
        listing = json.loads(opened.read("colours/learnt.json"))
    other = json.dumps({**listing, "seal": "0" * 64}).encode()
    code, text = output_of(capsys, "import", changed(archive, "learnt.json", other))
    assert (code, "it belongs to another model" in text) == (2, True)
    assert "without what was learnt at once" in text
    assert "colours" not in [model.id for model in model_library().listed()]


def test_without_samples_there_is_nothing_to_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_colour_model(user_folders()["data"] / "models" / "colours")
    code, text = output_of(capsys, "export", "colours", tmp_path / "x.zip", "--learnt")
    assert (code, "Nothing was learnt at once" in text) == (2, True)
    assert not (tmp_path / "x.zip").exists()
