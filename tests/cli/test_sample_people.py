"""Whose samples they are, in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app import composition
from gesture_app.composition import sample_store
from tests.cli.test_samples import json_of, output_of
from tests.fakes.cli import fake_processor
from tests.fakes.sample_hands import a_sample


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(composition, "build_processor", fake_processor)


@pytest.fixture
def ids() -> list[str]:
    """Two samples of Anna, one of Ben, and one of nobody, a second apart."""
    store = sample_store()
    people = ("Anna", "Anna", "Ben", "")
    return [store.add(a_sample(seed=n, second=n, person=person)).id for n, person in enumerate(people)]


def people() -> list[str]:
    return [info.person for info in sample_store().listed()]


def forgotten() -> list[bool]:
    return [info.is_forgotten for info in sample_store().listed()]


def test_samples_are_counted_by_person(ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert json_of(capsys, "counts")["people"] == {"": 1, "Anna": 2, "Ben": 1}  # type: ignore[index]
    text = output_of(capsys, "counts")[1]
    assert "nobody in particular │ 1" in text
    assert "Anna │ 2" in text


def test_samples_are_listed_by_person(ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    listed = json_of(capsys, "list", "--person", "anna")
    assert [record["person"] for record in listed] == ["Anna", "Anna"]  # type: ignore[attr-defined]
    assert output_of(capsys, "list", "--person", "Cem") == (
        2,
        "gesture-app: There are no samples of 'Cem'. There are samples of Anna, Ben and nobody in particular.",
    )


def test_the_person_of_samples_is_set_and_taken_away(ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, text = output_of(capsys, "set-person", ids[3], ids[0], "ben")
    assert (code, people()) == (0, ["Ben", "Anna", "Ben", "Ben"])
    assert f"{ids[3]}: nobody in particular → Ben" in text
    assert output_of(capsys, "set-person", ids[0], "")[0] == 0
    assert people()[0] == ""


@pytest.mark.parametrize("arguments", [["x-1", "Anna"], ["first", "first", "A" * 41]])
def test_nothing_is_changed_by_a_wrong_argument(
    ids: list[str], arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    given = [ids[0] if argument == "first" else argument for argument in arguments]
    assert output_of(capsys, "set-person", *given)[0] == 2
    assert people() == ["Anna", "Anna", "Ben", ""]


def test_a_person_is_renamed(ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert output_of(capsys, "rename-person", "ANNA", "Änne")[1] == "2 samples of Anna → Änne"
    assert output_of(capsys, "rename-person", "ben", "BEN")[0] == 0
    assert people() == ["Änne", "Änne", "BEN", ""]


def test_samples_of_a_person_are_forgotten_and_remembered(ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, text = output_of(capsys, "forget", "--person", "anna")
    assert (code, forgotten()) == (0, [True, True, False, False])
    assert text.startswith("2 samples forgotten. Their recordings stay.")
    assert "2 of them are forgotten" in output_of(capsys, "counts")[1]
    assert output_of(capsys, "remember") == (0, "2 samples remembered again.")
    assert not any(forgotten())


def test_what_was_recorded_since_a_time_is_forgotten(ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert output_of(capsys, "forget", "--since", "2024-05-01T10:30:02+00:00")[0] == 0
    assert forgotten() == [False, False, True, True]
    code, text = output_of(capsys, "forget", "--since", "yesterday")
    assert (code, "no date or time" in text) == (2, True)


def test_imported_samples_may_be_of_a_person(
    ids: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "samples.zip"
    assert output_of(capsys, "export", archive)[0] == 0
    assert output_of(capsys, "delete", *ids)[0] == 0
    assert output_of(capsys, "import", archive, "--person", "Cem")[0] == 0
    assert people() == ["Anna", "Anna", "Ben", "Cem"]
