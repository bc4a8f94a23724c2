from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gesture_app.__main__ import main
from gesture_app.cli import model_exchange, models
from gesture_app.composition import chosen_model, load_model, model_library
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.device import Device
from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.events import ChangedPrediction, RetrainOutcome
from gesture_app.domain.retraining.gate import GateDecision
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import ONNX_NAME
from gesture_app.storage.decoding import to_plain
from gesture_app.storage.retraining_outcome import outcome_evidence, outcome_metrics
from tests.fakes.models import REFUSED, Library, retrained, shipped

SIX = GestureSet.of(["rock", "paper", "scissors", "lizard", "spock", "thumb_up", "none"])
HERE = {"old": {"accuracy": 0.5, "recall": {"rock": 0.5}}, "new": {"accuracy": 0.75, "recall": {"rock": 1.0}}}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with a shipped model, one that was accepted and one that was refused."""
    shipped(tmp_path)
    retrained(tmp_path, "better", labels=SIX, metrics={"gate": {"accepted": True}, "here": HERE})
    retrained(tmp_path, "worse", metrics=REFUSED)
    for module in (models, model_exchange):
        monkeypatch.setattr(module, "model_library", lambda: Library(tmp_path))
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


def output_of(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Exit code and the printed text as one line."""
    code = main(["models", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, " ".join((captured.out + captured.err).split())


def test_the_list_shows_the_active_model_accuracies_and_verdicts(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = output_of(capsys, "list")

    assert code == 0
    assert "→ base-1 shipped" in text
    assert "50.0% → 75.0%" in text
    assert "accepted; also knows thumb up" in text
    assert "refused, not used" in text


def test_a_model_gets_a_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output_of(capsys, "rename", "better", "Left", "hand") == (0, "better is named Left hand now.")
    assert "better Left hand retrained" in output_of(capsys, "list")[1]
    assert output_of(capsys, "rename", "better") == (0, "better has no name of its own now.")
    code, text = output_of(capsys, "rename", "worse", "better")
    assert (code, "Another model has the name better already." in text) == (2, True)


def test_ids_are_never_cut_however_narrow_the_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model_id = f"rpsls-8-own-20261129t183452-{'x' * 60}"
    retrained(home, model_id)
    monkeypatch.setenv("COLUMNS", "40")

    main(["models", "list"])

    assert model_id in capsys.readouterr().out


def test_the_list_as_json_has_the_same_facts(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["models", "list", "--json"])
    records = {record["id"]: record for record in json.loads(capsys.readouterr().out)}

    assert {model: record["is_active"] for model, record in records.items()} == {
        "base-1": True,
        "better": False,
        "worse": False,
    }
    assert records["worse"]["verdict"] == "refused"
    assert records["worse"]["reasons"] == ["It reads your rock worse."]
    assert records["better"]["figures"]["here"]["recall_before"] == {"rock": 0.5}
    assert records["better"]["labels"] == list(SIX.labels)
    assert records["base-1"]["trouble"] is None


def test_a_model_trained_behind_another_hand_detector_is_listed_and_shown_with_a_warning(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    retrained(home, "other", detector="other-hands-1")
    monkeypatch.setattr(models, "model_library", lambda: Library(home, detector_id="these-hands-2"))
    warning = "The model other was trained on hands found by other-hands-1, but these-hands-2 is in use"
    for arguments in (("list",), ("show", "other")):
        code, text = output_of(capsys, *arguments)
        assert code == 0
        assert warning in text
    main(["models", "show", "other", "--json"])
    assert json.loads(capsys.readouterr().out)["warning"].startswith(warning)


def test_a_model_is_activated_and_rolled_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output_of(capsys, "use", "better")[0] == 0
    assert Library(home).active().id == "better"

    code, text = output_of(capsys, "rollback")

    assert (code, text) == (0, "base-1 is in use again; better is kept.")
    assert Library(home).active().id == "base-1"
    code, text = output_of(capsys, "back")
    assert code == 2
    assert "no earlier model" in text


def test_a_refused_model_must_be_forced_and_the_list_shows_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = output_of(capsys, "use", "worse")
    assert code == 2
    assert "It reads your rock worse. To use it all the same: gesture-app models use worse --force" in text

    code, text = output_of(capsys, "use", "worse", "--force")
    assert code == 0
    assert "gesture-app models rollback" in text
    assert "in use; refused, but forced" in output_of(capsys, "list")[1]


def test_show_prints_origin_gestures_and_figures(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = output_of(capsys, "show", "better")

    assert code == 0
    for expected in ("base-1", "2024-04-01", "new gestures thumb up", "50.0% → 100.0%", "your recordings"):
        assert expected in text
    assert json.loads(_json_of(capsys, "show", "worse", "--json"))["parent"] == "base-1"


def test_show_prints_the_saved_comparison_of_a_retraining(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sureness = ConfidenceChange(0.4, 0.9, 0.125)
    answers = Comparison.from_predictions(
        ("rock", "none"), ["rock"] * 3, ["rock", "none", "none"], ["rock"] * 3, sureness
    )
    nobody = Comparison.from_predictions(("rock", "none"), [], [], [])
    changed = (ChangedPrediction("20240501t103000-1", "rock", "none", "rock"),)
    outcome = RetrainOutcome(
        "judged",
        "",
        "base-1",
        GateDecision(True, ("Better.",)),
        answers,
        nobody,
        True,
        changed,
        ("a-2",),
        notes=("As seen.",),
    )
    data = {"origin": "retrained", **outcome_evidence(outcome)}
    folder = retrained(home, "judged", metrics=outcome_metrics(outcome), data=data)

    code, text = output_of(capsys, "show", "judged")

    assert code == 0
    for expected in (
        "rock │ 1 → 3 │ 2 → 0",
        "confidence in the gesture shown, on average: 40 % → 90 %",
        "20240501t103000-1 rock none rock",
        "Perhaps labelled wrongly: a-2 As seen.",
    ):
        assert expected in text
    assert "before → now: other people" not in text
    record = json.loads(_json_of(capsys, "show", "judged", "--json"))
    assert record["outcome"] == to_plain(replace(outcome, folder=str(folder)))
    assert json.loads(_json_of(capsys, "show", "worse", "--json"))["outcome"] is None


def _json_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["models", *arguments])
    return capsys.readouterr().out


def test_a_damaged_model_is_explained(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Library(home).activate("better")
    (home / "own" / "better" / ONNX_NAME).write_bytes(b"other")

    text = output_of(capsys, "list")[1]

    assert "better cannot be used: " in text
    assert "The model better, which you chose, cannot be used" in text
    assert "is damaged" in output_of(capsys, "show", "better")[1]


def test_a_model_goes_to_another_machine(
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    archive = home / "better.zip"
    code, text = output_of(capsys, "export", "better", archive)
    assert (code, text) == (0, f"Wrote better to {archive} (0.0 MB).")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shipped(elsewhere)
    for module in (models, model_exchange):
        monkeypatch.setattr(module, "model_library", lambda: Library(elsewhere))

    assert output_of(capsys, "import", archive) == (0, "Imported as better. To use it: gesture-app models use better")
    assert output_of(capsys, "import", archive) == (0, "This model is there already, as better.")
    assert "imported" in output_of(capsys, "list")[1]


def test_an_imported_model_that_cannot_be_used_is_explained(
    home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    there = tmp_path / "there"
    shipped(there)
    folder = retrained(there, "arrows", labels=GestureSet.of(["up", "none"]))

    code, text = output_of(capsys, "import", folder)

    assert code == 0
    assert "Imported as arrows, but it cannot be used: The model arrows does not know rock" in text


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["use", "nobody"], "There is no model nobody. `gesture-app models list` shows"),
        (["show", "nobody"], "There is no model nobody"),
        (["remove", "base-1"], "came with the program"),
        (["export", "better", "nowhere/x.zip"], "cannot be written: No such file or directory"),
        (["export", "better", "."], ". is a folder. Name a file in it, such as better.zip"),
        (["import", "nowhere.zip"], "nowhere.zip cannot be unpacked"),
    ],
)
def test_bad_input_is_explained_with_exit_code_2(
    home: Path, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = output_of(capsys, *arguments)

    assert code == 2
    assert complaint in text


def test_an_own_model_is_removed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output_of(capsys, "remove", "worse") == (0, "worse is removed.")
    assert [model.id for model in Library(home).listed()] == ["base-1", "better"]


def test_a_model_is_chosen_by_folder_or_by_id_or_it_is_the_one_in_use(tmp_path: Path) -> None:
    library = model_library()
    shipped_id = library.active().id
    library.export(shipped_id, tmp_path / "m.zip")

    assert chosen_model(None).manifest.id == shipped_id
    assert chosen_model(Path(shipped_id)).folder == library.active().folder
    assert chosen_model(library.active().folder).manifest.id == shipped_id
    with pytest.raises(ModelError, match="There is no model folder nobody"):
        chosen_model(Path("nobody"))


def test_a_loaded_model_has_classified_once(monkeypatch: pytest.MonkeyPatch) -> None:
    model = load_model(device=Device.CPU)

    assert model.model_id == model_library().active().id
    assert model.classifier.labels == model_library().active().labels
    model.classifier.close()
