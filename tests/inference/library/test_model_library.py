from __future__ import annotations

import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.domain.models.model_summary import GateVerdict, ModelOrigin
from gesture_app.errors import ClassifierError, ModelError
from gesture_app.inference.library.library_state import FILE_NAME
from gesture_app.inference.library.manifest import FIRST_DETECTOR, KERAS_NAME, MANIFEST_NAME, ONNX_NAME
from gesture_app.inference.library.model_store import StoredModel
from tests.fakes.models import ACCEPTED, NOW, REFUSED, Library, files_of, ids, retrained, shipped, write_model


def test_without_own_models_the_shipped_one_is_in_use(home: Path) -> None:
    library = Library(home)

    (model,) = library.listed()

    assert (model.id, model.origin, model.is_active, model.trouble) == ("base-1", ModelOrigin.SHIPPED, True, "")
    assert library.active() == model
    assert library.active_model().folder == home / "shipped" / "base-1"
    assert library.previous() is None
    assert library.warnings == ()
    assert not (home / "own").exists()


def test_shipped_models_come_first_and_then_the_newest(home: Path) -> None:
    retrained(home, "c", made_at="2024-01-01T00:00:00+00:00")
    retrained(home, "a", made_at="2024-03-01T00:00:00+00:00")
    retrained(home, "b", made_at="2024-03-01T01:00:00+02:00")
    write_model(home / "own" / "elsewhere", files_of("e"))

    assert ids(Library(home)) == ["base-1", "a", "b", "c", "elsewhere"]


def test_a_retrained_model_tells_where_it_came_from_and_how_it_did(home: Path) -> None:
    here = {"old": {"accuracy": 0.5}, "new": {"accuracy": 0.75}, "hands": 8}
    retrained(home, "mine", metrics={**ACCEPTED, "here": here}, labels=GestureSet.of([*"xy", *_FIVE, "none"]))

    model = Library(home).listed()[1]

    assert (model.origin, model.parent, model.made_at) == (ModelOrigin.RETRAINED, "base-1", "2024-04-01T00:00:00+00:00")
    assert model.verdict is GateVerdict.ACCEPTED
    assert [(f.name, f.hands, f.accuracy_before, f.accuracy) for f in model.figures] == [("here", 8, 0.5, 0.75)]
    assert model.labels is not None
    assert model.labels.labels[:2] == ("x", "y")


_FIVE = ("rock", "paper", "scissors", "lizard", "spock")


def test_a_chosen_model_is_active_in_other_libraries_too(home: Path) -> None:
    retrained(home, "mine")
    library, other = Library(home), Library(home)

    assert library.activate("mine").is_active

    assert other.active().id == "mine"
    assert [(model.id, model.is_active) for model in other.listed()] == [("base-1", False), ("mine", True)]


def test_going_back_takes_one_step_at_a_time(home: Path) -> None:
    for name in ("a", "b"):
        retrained(home, name)
    library = Library(home)
    for name in ("a", "b", "base-1"):
        library.activate(name)

    assert library.previous().id == "b"  # type: ignore[union-attr]
    assert [library.roll_back().id for _ in range(3)] == ["b", "a", "base-1"]
    with pytest.raises(ModelError, match="no earlier model"):
        library.roll_back()
    assert library.active().id == "base-1"


def test_choosing_the_active_model_adds_no_history(home: Path) -> None:
    retrained(home, "mine")
    library = Library(home)
    for _ in range(3):
        library.activate("mine")
    assert json.loads((home / "own" / FILE_NAME).read_text())["history"] == [None]

    assert library.roll_back().id == "base-1"
    assert library.previous() is None


def test_an_update_replaces_the_shipped_model_if_no_other_was_chosen(home: Path) -> None:
    retrained(home, "mine")
    library = Library(home)
    library.activate("mine")
    library.activate("base-1")
    shutil.rmtree(home / "shipped" / "base-1")
    shipped(home, "base-2")

    assert library.active().id == "base-2"
    assert library.warnings == ()


def test_a_refused_model_is_used_only_when_forced(home: Path) -> None:
    retrained(home, "worse", metrics=REFUSED)
    library = Library(home)
    assert library.listed()[1].verdict is GateVerdict.REFUSED

    with pytest.raises(ModelError, match=r"no improvement.* It reads your rock worse\. You can force it"):
        library.activate("worse")
    assert library.active().id == "base-1"

    assert library.activate("worse", forced=True).verdict is GateVerdict.FORCED
    assert Library(home).active().verdict is GateVerdict.FORCED
    assert json.loads((home / "own" / "worse" / MANIFEST_NAME).read_text())["metrics"] == REFUSED


def test_going_back_from_a_forced_model_ends_the_force(home: Path) -> None:
    retrained(home, "worse", metrics=REFUSED)
    library = Library(home)
    library.activate("worse", forced=True)

    assert library.roll_back().id == "base-1"

    assert library.listed()[1].verdict is GateVerdict.REFUSED
    with pytest.raises(ModelError, match="no improvement"):
        library.activate("worse")


def test_one_can_go_back_to_a_forced_model(home: Path) -> None:
    retrained(home, "worse", metrics=REFUSED)
    library = Library(home)
    library.activate("worse", forced=True)
    library.activate("base-1")

    assert library.roll_back().verdict is GateVerdict.FORCED


def test_rollback_skips_a_model_that_is_no_longer_forced(home: Path) -> None:
    retrained(home, "worse", metrics=REFUSED)
    retrained(home, "mine")
    library = Library(home)
    library.activate("worse", forced=True)
    library.activate("mine")
    library.activate("worse")
    assert library.roll_back().id == "mine"

    assert library.roll_back().id == "base-1"


def test_rollback_skips_removed_and_damaged_models(home: Path) -> None:
    for name in ("a", "b", "c"):
        retrained(home, name)
    library = Library(home)
    for name in ("a", "b", "c"):
        library.activate(name)
    library.remove("b")
    (home / "own" / "a" / ONNX_NAME).write_bytes(b"other")

    assert library.roll_back().id == "base-1"


def test_only_so_many_steps_are_remembered(home: Path) -> None:
    retrained(home, "a")
    retrained(home, "b")
    library = Library(home)
    for _ in range(40):
        library.activate("a")
        library.activate("b")

    assert len(json.loads((home / "own" / FILE_NAME).read_text())["history"]) == 50


def test_force_is_not_remembered_where_none_was_needed(home: Path) -> None:
    retrained(home, "mine")
    Library(home).activate("mine", forced=True)

    assert json.loads((home / "own" / FILE_NAME).read_text())["forced"] == []


def test_a_damaged_choice_is_replaced_by_the_shipped_model_with_a_warning(home: Path) -> None:
    folder = retrained(home, "mine")
    library = Library(home)
    library.activate("mine")
    (folder / ONNX_NAME).write_bytes(b"other")

    assert library.active().id == "base-1"
    assert library.active_model().manifest.id == "base-1"
    (warning,) = library.warnings
    assert "mine, which you chose, cannot be used" in warning
    assert "damaged" in warning
    assert "base-1, which came with the program, is used instead" in warning
    assert "damaged" in library.listed()[1].trouble
    assert [model.is_active for model in library.listed()] == [True, False]

    (folder / ONNX_NAME).write_bytes(b"mine")
    assert library.active().id == "mine"
    assert library.warnings == ()


def test_a_missing_choice_is_replaced_by_the_shipped_model_with_a_warning(home: Path) -> None:
    folder = retrained(home, "mine")
    library = Library(home)
    library.activate("mine")
    shutil.rmtree(folder)

    assert library.active().id == "base-1"
    assert "There is no model mine" in library.warnings[0]


def test_a_damaged_choice_can_be_removed(home: Path) -> None:
    folder = retrained(home, "mine")
    library = Library(home)
    library.activate("mine")
    (folder / MANIFEST_NAME).write_text("{")

    library.remove("mine")

    assert ids(library) == ["base-1"]
    assert library.warnings == ()


def test_without_any_working_model_the_error_of_the_shipped_one_is_raised(home: Path) -> None:
    (home / "shipped" / "base-1" / ONNX_NAME).write_bytes(b"other")
    library = Library(home)

    with pytest.raises(ModelError, match="damaged"):
        library.active()
    assert [(model.id, model.is_active) for model in library.listed()] == [("base-1", False)]
    assert library.warnings == ()

    retrained(home, "mine")
    assert library.activate("mine").is_active


def test_an_own_model_works_beside_a_damaged_shipped_one(home: Path) -> None:
    retrained(home, "mine")
    library = Library(home)
    library.activate("mine")
    (home / "shipped" / "base-1" / ONNX_NAME).write_bytes(b"other")

    assert library.active().id == "mine"
    with pytest.raises(ModelError, match="no earlier model"):
        library.roll_back()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"schema": "1"}', '{"schema": 2}', '{"schema": 1, "active": 7}', '{"schema": 1}', "[" * 100_000],
)
def test_a_damaged_state_is_renamed_with_a_warning(home: Path, content: str) -> None:
    (home / "own").mkdir()
    (home / "own" / FILE_NAME).write_text(content)
    library = Library(home)

    assert library.active().id == "base-1"
    assert "Which model you chose cannot be read" in library.warnings[0]
    assert (home / "own" / FILE_NAME).with_suffix(".damaged").read_text() == content

    retrained(home, "mine")
    library.activate("mine")
    assert library.warnings == ()
    assert Library(home).active().id == "mine"


def test_an_unreadable_state_is_left_alone_with_a_warning(home: Path) -> None:
    (home / "own" / FILE_NAME).mkdir(parents=True)
    library = Library(home)

    assert library.active().id == "base-1"
    assert "cannot be read" in library.warnings[0]
    assert (home / "own" / FILE_NAME).is_dir()


def test_a_model_that_does_not_run_is_not_activated(home: Path) -> None:
    def fail(model: StoredModel) -> None:
        raise ClassifierError("It takes other inputs.", hint="Choose another.")

    retrained(home, "mine")
    library = Library(home, fail)

    with pytest.raises(ModelError, match=r"The model mine does not work: It takes other inputs\. Choose another"):
        library.activate("mine")
    assert library.active().id == "base-1"


def test_a_damaged_model_is_not_activated(home: Path) -> None:
    (retrained(home, "mine") / KERAS_NAME).write_bytes(b"other")

    with pytest.raises(ModelError, match=r"mine cannot be used: .*model\.keras is damaged"):
        Library(home).activate("mine")


@pytest.mark.parametrize("name", ["nobody", "../shipped/base-1", "", "."])
def test_a_missing_model_is_reported(home: Path, name: str) -> None:
    library = Library(home)
    for act in (library.activate, library.remove, library.stored, lambda name: library.export(name, home / "x.zip")):
        with pytest.raises(ModelError, match=r"There is no model .*models list"):
            act(name)


def test_removing_an_own_model_removes_its_state(home: Path) -> None:
    folder = retrained(home, "worse", metrics=REFUSED)
    library = Library(home)
    library.activate("worse", forced=True)
    library.activate("base-1")

    library.remove("worse")

    assert ids(library) == ["base-1"]
    assert not folder.exists()
    assert library.previous() is None
    assert sorted(path.name for path in (home / "own").iterdir()) == [FILE_NAME]
    retrained(home, "worse", metrics=REFUSED)
    assert library.listed()[1].verdict is GateVerdict.REFUSED


def test_the_shipped_model_and_the_one_in_use_stay(home: Path) -> None:
    folder = retrained(home, "mine")
    library = Library(home)
    library.activate("mine")

    with pytest.raises(ModelError, match="came with the program"):
        library.remove("base-1")
    with pytest.raises(ModelError, match=r"in use\. Use another one first"):
        library.remove("mine")
    assert folder.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there that few have")
def test_removing_a_link_leaves_its_target(home: Path) -> None:
    elsewhere = write_model(home / "elsewhere" / "mine", files_of("mine")).folder
    (home / "own").mkdir()
    (home / "own" / "mine").symlink_to(elsewhere, target_is_directory=True)
    library = Library(home)
    assert ids(library) == ["base-1", "mine"]

    library.remove("mine")

    assert ids(library) == ["base-1"]
    assert (elsewhere / ONNX_NAME).is_file()


def test_an_own_model_with_a_shipped_name_is_left_out_with_a_warning(home: Path) -> None:
    retrained(home, "base-1")
    library = Library(home)

    assert [model.origin for model in library.listed()] == [ModelOrigin.SHIPPED]
    assert library.warnings == (
        f"{home / 'own' / 'base-1'} has the name of a model that came with the program and is left out. Rename it.",
    )


def test_a_folder_with_another_name_than_its_model_is_not_used(home: Path) -> None:
    retrained(home, "mine").rename(home / "own" / "copy")
    library = Library(home)

    assert library.listed()[1].trouble == "Its folder is called copy, but its manifest says mine."
    with pytest.raises(ModelError, match="its manifest says mine"):
        library.activate("copy")


def test_a_model_whose_manifest_cannot_be_read_is_listed_with_the_reason(home: Path) -> None:
    (retrained(home, "mine") / MANIFEST_NAME).write_text("{")

    model = Library(home).listed()[1]

    assert (model.id, model.labels, model.can_be_used) == ("mine", None, False)
    assert "cannot be used" in model.trouble


def test_a_model_without_the_network_that_runs_everywhere_is_trouble(home: Path) -> None:
    write_model(home / "own" / "half", {KERAS_NAME: b"k"})

    assert f"does not list a file {ONNX_NAME}" in Library(home).listed()[1].trouble


@pytest.mark.parametrize(
    "made_at", ["2024-04-01T00:00:00Z", "2024-04-01T00:00:00", "2024-04-01T02:00:00+02:00", "2024-04-01T00:00:00+00:00"]
)
def test_a_time_is_in_utc(home: Path, made_at: str) -> None:
    retrained(home, "mine", made_at=made_at)

    assert Library(home).listed()[1].made_at == "2024-04-01T00:00:00+00:00"


@pytest.mark.parametrize("made_at", [None, 7, "yesterday", "", "9999-99-99"])
def test_a_time_that_makes_no_sense_is_unknown(home: Path, made_at: object) -> None:
    retrained(home, "mine", data={"origin": "retrained", "made_at": made_at})

    assert Library(home).listed()[1].made_at == ""


def test_leftovers_of_killed_processes_are_removed_after_a_day(home: Path) -> None:
    own = home / "own"
    for name, hours in ((".making-1", 25), (".making-2", 23), (".export-x", 48), (".removing-mine", 0), (".other", 99)):
        (own / name).mkdir(parents=True)
        (own / name / "model.keras").write_bytes(b"half")
        changed_s = (NOW - timedelta(hours=hours)).timestamp()
        for path in (own / name / "model.keras", own / name):
            os.utime(path, (changed_s, changed_s))

    assert ids(Library(home)) == ["base-1"]

    assert sorted(path.name for path in own.iterdir()) == [".making-2", ".other"]


def test_an_old_folder_that_is_still_written_to_stays(home: Path) -> None:
    making = home / "own" / ".making-1"
    making.mkdir(parents=True)
    (making / "model.keras").write_bytes(b"half")
    old_s = (NOW - timedelta(days=3)).timestamp()
    os.utime(making / "model.keras", (NOW.timestamp(), NOW.timestamp()))
    os.utime(making, (old_s, old_s))

    Library(home)

    assert making.is_dir()


def test_files_are_compared_anew_only_where_they_look_changed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(home)
    library.listed()

    def never(path: Path) -> str:
        raise AssertionError(f"{path} was read again")

    with monkeypatch.context() as patch:
        patch.setattr("gesture_app.inference.library.model_store.sha256_of", never)
        library.listed()
    (home / "shipped" / "base-1" / KERAS_NAME).write_bytes(b"other, and longer")
    assert "damaged" in library.listed()[0].trouble


def test_a_model_made_before_a_default_label_was_added_goes_on_working(home: Path) -> None:
    older = GestureSet(tuple(label for label in DEFAULT_LABELS.labels if label != "spock"))
    retrained(home, "mine", labels=older)
    library = Library(home)
    assert library.activate("mine").labels == older
    assert (library.active().id, library.active().trouble, library.warnings) == ("mine", "", ())


def test_a_model_trained_behind_another_hand_detector_is_used_with_a_warning(home: Path) -> None:
    retrained(home, "mine", detector="other-hands-1")
    library = Library(home, detector_id=FIRST_DETECTOR)
    model = library.activate("mine")
    assert model.warning.startswith(
        "The model mine was trained on hands found by other-hands-1, but mediapipe-hands-0.10.21 is in use"
    )
    assert model.can_be_used
    assert library.warnings == (model.warning,)
    assert [listed.warning for listed in library.listed() if listed.id != "mine"] == [""]
    assert Library(home).active().warning == ""


def test_a_name_is_kept_until_it_is_taken_away_or_the_model_is_removed(home: Path) -> None:
    for model_id in ("mine", "other"):
        retrained(home, model_id)
    library = Library(home)
    assert library.rename("mine", "  Left hand,  evening ").name == "Left hand, evening"
    library.activate("mine")
    library.roll_back()

    assert {model.id: model.name for model in Library(home).listed()} == {
        "base-1": "",
        "mine": "Left hand, evening",
        "other": "",
    }
    assert library.rename("mine", "").name == ""
    library.rename("mine", "Again")
    library.remove("mine")
    retrained(home, "mine")
    assert {model.name for model in Library(home).listed()} == {""}


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("OTHER", "Another model has the name"),
        ("given", "Another model has"),
        ("x" * 61, "60 characters"),
        ("a\x00", "shown"),
    ],
)
def test_a_name_that_cannot_be(home: Path, name: str, problem: str) -> None:
    for model_id in ("mine", "other"):
        retrained(home, model_id)
    library = Library(home)
    library.rename("other", "Given")
    with pytest.raises(ModelError, match=problem):
        library.rename("mine", name)
    assert [model.name for model in library.listed() if model.id == "mine"] == [""]


def test_a_new_model_does_not_inherit_the_name_of_one_whose_removal_was_interrupted(tmp_path: Path) -> None:
    shipped(tmp_path)
    retrained(tmp_path, "new")
    library = Library(tmp_path)
    library.export("new", tmp_path / "new.zip")
    library.rename("new", "Sunday")
    shutil.rmtree(tmp_path / "own" / "new")  # as where a process is killed before it has written the state

    done = Library(tmp_path).import_archive(tmp_path / "new.zip")

    assert (done.model.id, done.model.name) == ("new", "")
    assert [model.name for model in Library(tmp_path).listed()] == ["", ""]
