"""Files of users outlive versions: the files that version 0.1 wrote are read with their meaning."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import Handedness
from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE, GestureSet
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.models.device import Device
from gesture_app.domain.models.model_summary import GateVerdict, ModelOrigin
from gesture_app.domain.retraining.events import (
    Cancelled,
    ChangedPrediction,
    EpochDone,
    Failed,
    LogLine,
    Progress,
    RetrainOutcome,
    RetrainPhase,
)
from gesture_app.domain.retraining.plan import LabelPlan, RetrainPlan
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.inference.library.manifest import read_manifest
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.recording.round_log import FileRoundLog
from gesture_app.recording.sample_archive import open_archive
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.settings import (
    PlayMode,
    PlaySettings,
    Settings,
    SettingsFile,
    SourceChoice,
    SourceKind,
    ThemeChoice,
)
from gesture_app.storage.retraining_events import from_line

FILES = Path(__file__).resolve().parents[1] / "data" / "v0.1"
LABELS = GestureSet((*FIVE_GESTURES, NONE))
"""The labels of version 0.1."""

MORNING, LATER = "20240501t103000", "20240501t104500"
REFUSED, ACCEPTED = "rpsls-8-own-20240501t110000", "rpsls-8-own-20240501t120000"
OWN_LABEL = SampleLabel("vulcan_horns", "Vulcan horns", "h", "🤘")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy, which may be written to."""
    shutil.copytree(FILES, tmp_path / "v0.1")
    return tmp_path / "v0.1"


def sample_store(files: Path) -> FolderSampleStore:
    return FolderSampleStore(files / "samples", now=lambda: datetime(2024, 5, 3, tzinfo=timezone.utc))


def model_library(files: Path) -> FolderModelLibrary:
    return FolderModelLibrary(files / "models" / "shipped", files / "models" / "own", check=lambda _: None)


def kept_outcome_of(files: Path) -> RetrainOutcome:
    outcome = model_library(files).outcome_of(REFUSED)
    assert outcome is not None
    return outcome


def test_settings_are_read_and_written_again_as_they_were(files: Path) -> None:
    path = files / "settings.toml"
    before = path.read_bytes()
    file = SettingsFile(path)
    settings = file.load()
    assert settings == Settings(
        source=SourceChoice(SourceKind.CAMERA, "/dev/v4l/by-id/usb-1", 'Büro "Kamera" 1'),
        mirror=False,
        theme=ThemeChoice.DARK,
        hands=1,
        device=Device.CPU,
        last_address="http://192.168.1.20:8080/video",
        last_folder="C:\\Videos",
        play=PlaySettings(PlayMode.TWO_PLAYERS, "classic", "markov", 5, sound=False),
    )
    file.save(settings)
    after = path.read_bytes()
    for added in (b'sensitivity = "normal"\n', b"memory = true\n", b"\n[play.practice_best]\n"):  # not in version 0.1
        assert added in after
        after = after.replace(added, b"")
    assert after == before


def test_samples_are_listed_with_all_that_is_known_of_them(files: Path) -> None:
    store = sample_store(files)
    assert store.damaged == ()
    assert store.labels == BUILT_IN_LABELS.with_label(OWN_LABEL)
    assert [(info.id, info.label, info.camera, info.model_id) for info in store.listed()] == [
        (f"{MORNING}-1", "rock", "Kamera Ü", "rpsls-8"),
        (f"{MORNING}-2", "paper", "Kamera Ü", "rpsls-8"),
        (f"{MORNING}-3", "paper", "Kamera Ü", "rpsls-8"),
        (f"{LATER}-1", "vulcan_horns", "Kamera Ü", ""),
    ]
    assert [info.id for info in store.trashed()] == [f"{LATER}-2"]
    assert store.restore(f"{LATER}-2").label == "scissors"


def test_a_sample_has_its_image_landmarks_and_prediction(files: Path) -> None:
    sample = sample_store(files).load(f"{MORNING}-1")
    info = sample.info
    assert info.taken_at == "2024-05-01T10:30:00.250000+00:00"
    assert info.hand.handedness is Handedness.LEFT
    assert info.hand.score == 0.55
    assert info.hand.landmarks_px.shape == (21, 3)
    assert info.hand.landmarks_px[0].tolist() == np.float32([30.354649, 43.513912, -3.4161334]).tolist()
    assert sample.region_bgr.shape == (60, 64, 3)
    assert info.prediction is not None
    assert info.prediction.labels == LABELS
    assert info.prediction.probabilities.tolist() == np.float32([0.1, 0.6, 0.1, 0.1, 0.05, 0.05]).tolist()
    assert info.prediction.reject_threshold == 0.3
    assert sample_store(files).load(f"{MORNING}-2").info.prediction is None


def test_a_sample_archive_is_imported_with_its_labels(files: Path, tmp_path: Path) -> None:
    store = FolderSampleStore(tmp_path / "new")
    with open_archive(files / "samples.zip") as archive:
        report = archive.import_into(store)
    assert [info.id for info in report.added] == [info.id for info in sample_store(files).listed()]
    assert store.counts_by_label() == {"rock": 1, "paper": 2, "vulcan_horns": 1}
    assert store.labels.get("vulcan_horns") == OWN_LABEL


def test_labels_are_written_again_as_they_were(files: Path) -> None:
    path = files / "samples" / "labels.json"
    before = path.read_bytes()
    store = sample_store(files)
    store.set_labels(store.labels)
    assert path.read_bytes() == before


def test_rounds_are_read_and_their_proofs_hold(files: Path) -> None:
    log = FileRoundLog(files / "matches.jsonl")
    rounds = log.read()
    assert log.skipped == 1  # the half-written last line
    assert [
        (logged.match_id, logged.record.number, logged.record.opponent, logged.record.throws, logged.record.outcome)
        for logged in rounds
    ] == [
        ("20240501T123000", 1, "markov", ("paper", "rock"), RoundOutcome.WIN),
        ("20240501T123000", 2, "markov", ("rock", "rock"), RoundOutcome.DRAW),
        ("20240501T123000", 3, "markov", ("spock", "lizard"), RoundOutcome.LOSE),
        ("20240501T130000", 1, "second player", ("rock", "paper"), RoundOutcome.LOSE),
        ("20240501T130000", 2, "second player", ("scissors", "scissors"), RoundOutcome.DRAW),
    ]
    assert {logged.played_at for logged in rounds} == {"2024-05-01T12:30:00+02:00"}
    assert [logged.record.commitment_fault() for logged in rounds[:3]] == [None, None, None]
    assert rounds[3].record.opening is None
    assert (rounds[0].record.rules, rounds[0].record.reason) == ("lizard-spock", "paper covers rock")
    assert (rounds[0].record.started_s, rounds[0].record.revealed_s) == (10.3333, 12.7333)


def test_rounds_are_written_again_as_they_were(files: Path, tmp_path: Path) -> None:
    old, new = FileRoundLog(files / "matches.jsonl"), FileRoundLog(tmp_path / "again.jsonl")
    for logged in old.read():
        new.append(logged.record, match_id=logged.match_id, played_at=logged.played_at)
    assert new.path.read_bytes() == b"".join(old.path.read_bytes().splitlines(keepends=True)[:-1])


def test_the_library_goes_on_with_the_chosen_model(files: Path) -> None:
    library = model_library(files)
    assert library.warnings == ()
    assert [(m.id, m.origin, m.verdict, m.trouble, m.is_active) for m in library.listed()] == [
        ("rpsls-8", ModelOrigin.SHIPPED, None, "", False),
        (ACCEPTED, ModelOrigin.RETRAINED, GateVerdict.ACCEPTED, "", False),
        (REFUSED, ModelOrigin.RETRAINED, GateVerdict.FORCED, "", True),
    ]
    assert [library.roll_back().id for _ in range(3)] == ["rpsls-8", ACCEPTED, "rpsls-8"]


def test_a_choice_is_written_as_it_was(files: Path) -> None:
    path = files / "models" / "own" / "active.json"
    before = path.read_bytes()
    library = model_library(files)
    library.activate(REFUSED, forced=True)
    assert path.read_bytes() == before


def test_the_manifest_of_a_shipped_model_is_read(files: Path) -> None:
    folder = files / "models" / "shipped" / "rpsls-8"
    manifest = read_manifest(folder)
    assert manifest.labels == LABELS
    assert manifest.crop == CropSpec(Turn.UPRIGHT, 1.5)
    assert manifest.uses_landmarks
    assert (manifest.temperature, manifest.reject_threshold) == (1.0911, 0.6618)
    assert manifest.metrics["held_out"]["hands"] == 3603
    assert manifest.parent is None
    (summary,) = [model for model in model_library(files).listed() if model.is_shipped]
    assert [figures.name for figures in summary.figures][:1] == ["held_out"]


def test_the_outcome_of_a_retraining_is_read_from_its_manifest(files: Path) -> None:
    outcome = kept_outcome_of(files)
    assert outcome.parent_id == "rpsls-8"
    assert not outcome.verdict.accepted
    assert outcome.verdict.reasons[0] == "Your paper got worse: 14 of 16 right, before it was 16."
    assert (outcome.here.gained, outcome.here.lost) == (12, 2)
    assert outcome.here.new.correct_of("mine") == 12
    assert outcome.base.sureness is not None
    assert outcome.base.sureness.chance == 0.4375
    assert outcome.across_sessions
    assert outcome.changed[0] == ChangedPrediction("day1-28", "mine", "none", "mine")
    assert outcome.doubtful == ("day1-38", "day0-24")
    assert outcome.new_labels == ("mine",)
    assert read_manifest(files / "models" / "own" / REFUSED).labels.labels == (*LABELS.labels, "mine")


def test_each_line_of_a_retraining_is_its_event(files: Path) -> None:
    lines = (files / "retraining.jsonl").read_text(encoding="utf-8").splitlines()
    events = [from_line(line) for line in lines]
    counts = Counter(type(event) for event in events)
    assert counts == {
        RetrainPlan: 1,
        Progress: 47,
        EpochDone: 9,
        LogLine: 2,
        RetrainOutcome: 1,
        Failed: 1,
        Cancelled: 1,
    }
    plan = events[0]
    assert isinstance(plan, RetrainPlan)
    assert plan.labels[0] == LabelPlan("rock", False, {"day0": 18, "day1": 17}, 18, 17, across_sessions=True)
    assert events[1] == Progress(RetrainPhase.PREPARE, 0.0, None)
    epochs = [event for event in events if isinstance(event, EpochDone)]
    assert [(epoch.phase, epoch.epoch, epoch.of) for epoch in epochs[7:]] == [
        (RetrainPhase.HEAD, 8, 12),
        (RetrainPhase.FINE_TUNE, 1, 1),
    ]
    assert events[-4:-3] == [LogLine("Zwölf Hände ✋")]
    assert events[-2:] == [Failed("The disk is full.", "Make room."), Cancelled()]
    outcome = events[-3]
    assert isinstance(outcome, RetrainOutcome)
    assert replace(outcome, folder="") == replace(kept_outcome_of(files), folder="")
