from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import Calibration, IntentCalibration
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import FIRST_DETECTOR, MANIFEST_NAME, Manifest, read_manifest
from tests.fakes.models import MANIFEST


def content() -> dict[str, Any]:
    """The fields of a manifest without its seal, so that each can be changed alone."""
    parsed: dict[str, Any] = json.loads(MANIFEST.to_json())
    del parsed["seal"]
    return parsed


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    fields = content()
    change(fields)
    return json.dumps(fields)


def test_a_written_manifest_is_read_back() -> None:
    assert Manifest.from_json(MANIFEST.to_json()) == MANIFEST


def test_the_statistics_of_features_are_kept_and_sealed() -> None:
    statistics = FeatureStatistics((0.5, -1.0), (2.0, 0.25))
    with_features = replace(MANIFEST, features=statistics)
    assert Manifest.from_json(with_features.to_json()).features == statistics
    assert with_features.seal != MANIFEST.seal

    fields = json.loads(with_features.to_json())
    fields["features"]["mean"][0] = 0.0
    with pytest.raises(ValueError, match="changed after it was written"):
        Manifest.from_json(json.dumps(fields))


def test_a_manifest_of_an_earlier_version_has_no_features() -> None:
    assert "features" not in content()
    assert Manifest.from_json(json.dumps(content())).features is None


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["labels"].reverse(),
        lambda c: c.update(reject_threshold=0.01),
        lambda c: c["input"]["crop"].update(scale=1.9),
    ],
)
def test_a_manifest_changed_by_hand_where_answers_depend_on_it_is_refused(change: Callable[[Any], object]) -> None:
    fields = json.loads(MANIFEST.to_json())
    change(fields)
    with pytest.raises(ValueError, match="changed after it was written"):
        Manifest.from_json(json.dumps(fields))


def test_a_note_for_the_record_may_be_changed() -> None:
    fields = json.loads(MANIFEST.to_json())
    fields["metrics"] = {"note": "measured again"}
    assert Manifest.from_json(json.dumps(fields)).metrics == {"note": "measured again"}


def test_fields_that_are_only_notes_may_be_missing() -> None:
    fields = content()
    for name in ("metrics", "data", "parent", "versions"):
        del fields[name]

    manifest = Manifest.from_json(json.dumps(fields))

    assert (manifest.metrics, manifest.data, manifest.parent, manifest.versions) == ({}, {}, None, {})


def test_a_whole_number_is_a_number() -> None:
    assert Manifest.from_json(changed(lambda c: c.update(temperature=2))).temperature == 2.0


@pytest.mark.parametrize(
    ("path", "name"),
    [((), name) for name in ("schema", "id", "labels", "input", "files", "temperature", "reject_threshold")]
    + [(("input",), name) for name in ("size_px", "crop", "landmarks")]
    + [(("input", "crop"), name) for name in ("turn", "scale", "skeleton")],
)
def test_a_missing_field_is_named(path: tuple[str, ...], name: str) -> None:
    fields = content()
    inner = fields
    for step in path:
        inner = inner[step]
    del inner[name]

    with pytest.raises(ValueError, match=f"it lacks '{name}'"):
        Manifest.from_json(json.dumps(fields))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda c: c.update(schema=2), "its schema is 2, this program reads 1"),
        (lambda c: c.update(schema=True), "'schema' is not a whole number"),
        (lambda c: c["input"].update(size_px=96), "images of 96 px, this program makes 128 px"),
        (lambda c: c["input"].update(size_px="128"), "'size_px' is not a whole number"),
        (lambda c: c["input"].update(landmarks="false"), "'landmarks' is not true or false"),
        (lambda c: c["input"].update(landmarks=1), "'landmarks' is not true or false"),
        (lambda c: c["input"].update(crop=[]), "'crop' is not an object"),
        (lambda c: c["input"]["crop"].update(turn="sideways"), "sideways"),
        (lambda c: c["input"]["crop"].update(scale="1.5"), "'scale' is not a number, got '1.*'"),
        (lambda c: c["input"]["crop"].update(scale=0), "scale must be positive"),
        (lambda c: c["input"]["crop"].update(scale=float("inf")), "scale must be positive and finite"),
        (lambda c: c["input"]["crop"].update(skeleton=0), "'skeleton' is not true or false"),
        (lambda c: c["input"]["crop"].update(skeleton=True), "landmarks drawn in, which this program no longer makes"),
        (lambda c: c.update(input="128"), "'input' is not an object"),
        (lambda c: c.update(labels="rock paper scissors lizard spock none"), "'labels' is not a list"),
        (lambda c: c.update(labels=["rock", 2, "none"]), "'labels' are not all texts"),
        (lambda c: c.update(labels=["rock", "paper"]), 'needs the label "none"'),
        (lambda c: c.update(labels=["rock", "rock", "none"]), "distinct"),
        (lambda c: c.update(labels={"none": 0}), "'labels' is not a list"),
        (lambda c: c.update(files=["model.onnx"]), "'files' is not an object"),
        (lambda c: c.update(files={"model.onnx": None}), "'files' are not all texts"),
        (lambda c: c.update(temperature="1.0"), "'temperature' is not a number, got '1.*'"),
        (lambda c: c.update(temperature=True), "'temperature' is not"),
        (lambda c: c.update(temperature=None), "'temperature' is not"),
        (lambda c: c.update(temperature=0), "temperature must be positive"),
        (lambda c: c.update(temperature=float("nan")), "temperature must be positive"),
        (lambda c: c.update(temperature=float("inf")), "temperature must be positive and finite"),
        (lambda c: c.update(reject_threshold="0.5"), "'reject_threshold' is not"),
        (lambda c: c.update(reject_threshold=1.5), "from 0 to 1"),
        (lambda c: c.update(reject_threshold=float("nan")), "from 0 to 1"),
        (lambda c: c.update(id=7), "'id' is not a text"),
        (lambda c: c.update(metrics=[]), "'metrics' is not an object"),
        (lambda c: c.update(parent=7), "'parent' is not a text or null"),
        (lambda c: c.update(versions={"keras": 3}), "'versions' are not all texts"),
    ],
)
def test_a_field_of_another_type_is_refused(change: Callable[[dict[str, Any]], object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Manifest.from_json(changed(change))


@pytest.mark.parametrize("text", ["", "{", "[]", '"text"', "null", "12", "[" * 100_000, "\ufeff{}"])
def test_data_that_are_no_object_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Manifest.from_json(text)


OUTSIDE = ["../x", "..", ".", "", "/etc/passwd", "a/b", "a\\b", "..\\x", "C:x", "a\nb", "a\0b"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_names_that_may_point_outside_the_folder_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is not a plain name"):
        Manifest.from_json(changed(lambda c: c["files"].update({name: "00" * 32})))
    with pytest.raises(ValueError, match="is not a plain name"):
        Manifest.from_json(changed(lambda c: c.update(id=name)))
    with pytest.raises(ValueError, match="is not a plain name"):
        replace(MANIFEST, id=name)


@pytest.mark.parametrize("name", ["model.onnx", "..model", "v1.2", "Мой", "a b", "rpsls-2024_01"])
def test_plain_names_are_taken(name: str) -> None:
    assert replace(MANIFEST, id=name).id == name


def test_a_missing_folder_and_a_missing_manifest_have_different_errors(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no model folder .* Check the name: it is a folder, or an id"):
        read_manifest(tmp_path / "nowhere")
    with pytest.raises(ModelError, match=rf"has no {MANIFEST_NAME}\. A model folder holds"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("written", [b"{", b"\xff\xfe", b'{"schema": 9}', b" " * 2_000_000])
def test_an_invalid_manifest_is_reported_with_its_path(tmp_path: Path, written: bytes) -> None:
    (tmp_path / MANIFEST_NAME).write_bytes(written)

    with pytest.raises(ModelError, match=rf"{MANIFEST_NAME} cannot be used: .*\. Choose another model"):
        read_manifest(tmp_path)


def test_a_folder_in_place_of_a_manifest_is_reported(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).mkdir()

    with pytest.raises(ModelError, match=r"cannot be read: .* Check that the file may be read"):
        read_manifest(tmp_path)


def test_an_unreadable_folder_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)

    with pytest.raises(ModelError, match="cannot be read: Permission denied"):
        read_manifest(tmp_path)


def test_a_manifest_without_a_hand_detector_is_of_the_first_one() -> None:
    fields = content()
    del fields["detector"]
    assert Manifest.from_json(json.dumps(fields)).detector == FIRST_DETECTOR == "mediapipe-hands-0.10.21"
    other = replace(MANIFEST, detector="other-hands-1")
    assert Manifest.from_json(other.to_json()) == other
    assert other.seal == MANIFEST.seal


BOTH_QUESTIONS = replace(
    MANIFEST,
    uses_hand_angle=True,
    intent=IntentCalibration(0.8, -0.25, IntentThresholds(low=0.9, normal=0.7, high=0.4)),
)


def test_the_angle_input_and_the_calibration_of_intent_are_read_back() -> None:
    again = Manifest.from_json(BOTH_QUESTIONS.to_json())

    assert again == BOTH_QUESTIONS
    assert again.calibration == Calibration(1.5, 0.25, BOTH_QUESTIONS.intent)


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["intent"].update(offset=3.0),
        lambda c: c["intent"]["thresholds"].update(normal=0.5),
        lambda c: c.pop("intent"),
        lambda c: c["input"].pop("hand_angle"),
    ],
)
def test_an_intent_changed_by_hand_is_refused(change: Callable[[Any], object]) -> None:
    fields = json.loads(BOTH_QUESTIONS.to_json())
    change(fields)
    with pytest.raises(ValueError, match="changed after it was written"):
        Manifest.from_json(json.dumps(fields))


def test_an_intent_added_by_hand_is_refused() -> None:
    fields = json.loads(MANIFEST.to_json())
    fields["intent"] = json.loads(BOTH_QUESTIONS.to_json())["intent"]
    with pytest.raises(ValueError, match="changed after it was written"):
        Manifest.from_json(json.dumps(fields))


def test_manifests_of_one_question_are_written_as_before() -> None:
    fields = json.loads(MANIFEST.to_json())

    assert "intent" not in fields
    assert set(fields["input"]) == {"size_px", "crop", "landmarks"}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda i: i.update(slope=0), "positive slope"),
        (lambda i: i.update(offset="low"), "'offset' is not a number"),
        (lambda i: i.pop("thresholds"), "it lacks 'thresholds'"),
        (lambda i: i["thresholds"].update(high=0.95), "high <= normal <= low"),
    ],
)
def test_an_invalid_intent_is_refused(change: Callable[[Any], object], complaint: str) -> None:
    fields = json.loads(BOTH_QUESTIONS.to_json())
    del fields["seal"]
    change(fields["intent"])
    with pytest.raises(ValueError, match=complaint):
        Manifest.from_json(json.dumps(fields))
