"""Construction of the pipeline and its services, for the window and the command line."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.game.player_history import people_who_played
from gesture_app.domain.message import Message
from gesture_app.domain.models.device import Device
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.ports import (
    DetectionMode,
    FrameSource,
    PlayerProfiles,
    RecorderListener,
    SampleExchange,
    SampleRecorder,
    SampleStore,
)
from gesture_app.domain.samples.people import muted_but, people_in, people_text, sorted_people
from gesture_app.errors import GestureAppError, MissingDependencyError, ModelError, SampleStoreError
from gesture_app.inference.library.model_files import delete
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.inference.library.model_store import StoredModel, open_model
from gesture_app.inference.library.other_hands import read_other_hands
from gesture_app.inference.selection import Selection, select_classifier, warm_up
from gesture_app.installation.requirements import add_hint, missing_for_training
from gesture_app.pipeline.memory_builder import MemoryBuilder, MemoryProgress
from gesture_app.pipeline.processor import FrameProcessor, LoadedMemory, LoadedModel
from gesture_app.resources import PROJECT_ROOT, SHIPPED_MODELS, data_folder, settings_folder
from gesture_app.storage.feature_cache import FOLDER_NAME as FEATURES_FOLDER
from gesture_app.storage.feature_cache import FeatureCache
from gesture_app.storage.learnt_samples import FOLDER_NAME as LEARNT_FOLDER
from gesture_app.storage.learnt_samples import LearntFolder
from gesture_app.storage.program_log import FOLDER_NAME as LOG_FOLDER
from gesture_app.storage.program_log import Redaction
from gesture_app.storage.report import report_texts
from gesture_app.storage.rule_files import FOLDER_NAME as RULES_FOLDER
from gesture_app.storage.rule_files import RuleFolder
from gesture_app.storage.tournament_file import FILE_NAME as TOURNAMENT_FILE
from gesture_app.storage.tournament_file import TournamentFile
from gesture_app.storage.user_data import DataKind, UserData, WritePart, write_export
from gesture_app.versions import versions_text

_DOCTOR_S = 120.0
"""Longest time of the checks for a report; TensorFlow's import takes most of it."""

RETRAIN_MODULE = "training.cli.retrain"
"""Module of the retraining process, which the app never imports."""


def model_library() -> FolderModelLibrary:
    """The library of the shipped models and the user's own."""
    from gesture_app.vision.detectors import NETWORKS_ID

    return FolderModelLibrary(SHIPPED_MODELS, user_folders()["data"] / "models", detector_id=NETWORKS_ID)


def user_folders() -> dict[str, Path]:
    """The user's folders by purpose: ``"settings"`` and ``"data"``."""
    return {
        "settings": settings_folder(),
        "data": data_folder(),
    }


def user_data() -> UserData:
    """The files that the program keeps of the user."""
    folders = user_folders()
    return UserData.of_folders(folders["data"], folders["settings"])


def log_folder() -> Path:
    """The folder of the log."""
    return user_folders()["data"] / LOG_FOLDER


def known_people() -> frozenset[str]:
    """Names of the people in settings, profiles, rounds and samples, as far as these can be read."""
    from gesture_app.recording.round_log import FILE_NAME, FileRoundLog
    from gesture_app.settings import SettingsFile

    def in_rounds() -> set[str]:
        return set(people_who_played(FileRoundLog(user_folders()["data"] / FILE_NAME).read()))

    names: set[str] = set()
    for read in (
        lambda: SettingsFile().load().known_people,
        in_rounds,
        lambda: {profile.name for profile in player_profiles().listed()},
        lambda: {info.person for info in sample_store().listed()},
    ):
        with suppress(GestureAppError):
            names |= read()
    return frozenset(names - {""})


def collect_report() -> dict[str, str]:
    """The texts of a report by file name. The checks of ``gesture-app doctor`` run in a process of their own."""
    from gesture_app.settings import SettingsFile, public_text

    try:
        settings = public_text(SettingsFile().load())
    except GestureAppError as error:
        settings = str(error)
    people = known_people()
    texts = {"versions.txt": versions_text(), "doctor.txt": _doctor_text(), "settings.txt": settings}
    return report_texts(texts, log_folder(), Redaction(Path.home(), lambda: people))


def _doctor_text() -> str:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "gesture_app", "doctor"],
            capture_output=True,
            cwd=PROJECT_ROOT,
            env={**os.environ, "COLUMNS": "160", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
            timeout=_DOCTOR_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"The checks could not be run: {error}"
    return (done.stdout + done.stderr).decode(errors="replace")


def player_profiles() -> PlayerProfiles:
    """The profiles of players in the user's data folder."""
    from gesture_app.recording.player_profiles import FOLDER_NAME, FolderPlayerProfiles

    return FolderPlayerProfiles(user_folders()["data"] / FOLDER_NAME)


def tournament_file() -> TournamentFile:
    """The tournament in the user's data folder, beside the profiles of its players."""
    from gesture_app.recording.player_profiles import FOLDER_NAME

    return TournamentFile(user_folders()["data"] / FOLDER_NAME / TOURNAMENT_FILE)


def rule_folder() -> RuleFolder:
    """The own rules in the user's data folder."""
    return RuleFolder(user_folders()["data"] / RULES_FOLDER)


def export_user_data(path: Path) -> tuple[str, ...]:
    """Write samples, own models, rounds, players, own rules and settings to one zip file.

    Samples and models are in archives of their own in it, which can be imported again.

    Args:
        path: The zip file; an existing one is replaced.

    Returns:
        Names of the entries.

    Raises:
        GestureAppError: If a part cannot be read, or the file cannot be written.
    """
    from gesture_app.recording.sample_archive import export_samples

    data, library, store = user_data(), model_library(), sample_store()
    parts: dict[str, WritePart] = {}
    if store.listed():
        parts["samples.zip"] = partial(export_samples, store)
    for model in library.listed():
        if not model.is_shipped and not model.trouble:
            parts[f"models/{model.id}.zip"] = partial(library.export, model.id)
    for kind in (DataKind.ROUNDS, DataKind.SETTINGS):
        for file in data.paths(kind):
            parts[file.name] = partial(_copy, file)
    for folder in (*data.paths(DataKind.PLAYERS), *data.paths(DataKind.RULES)):
        for file in sorted(folder.iterdir()):
            parts[f"{folder.name}/{file.name}"] = partial(_copy, file)
    return write_export(path, parts)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)


def chosen_model(model_dir: Path | None) -> StoredModel:
    """Open a chosen model.

    Args:
        model_dir: Its folder, or, if there is no such folder, its id in the library. None opens the model in use.

    Raises:
        ModelError: If it is missing, damaged, or made for other gestures.
    """
    library = model_library()
    if model_dir is None:
        return library.active_model()
    ids = () if model_dir.is_dir() else [model.id for model in library.listed()]
    return library.stored(str(model_dir)) if str(model_dir) in ids else open_model(model_dir)


def load_model(*, device: Device = Device.AUTO, model_dir: Path | None = None) -> LoadedModel:
    """Open a model with its classifier, warmed up, and its cropper. Takes a fraction of a second on a CPU.

    Args:
        device: Device of the classifier.
        model_dir: As for :func:`chosen_model`.

    Raises:
        GestureAppError: If the model or the device cannot be used.
    """
    from gesture_app.vision.cropping import HandCropper

    model = chosen_model(model_dir)
    classifier = select_classifier(model, device).classifier
    try:
        warm_up(classifier)
    except BaseException:
        classifier.close()
        raise
    return LoadedModel(HandCropper(model.manifest.crop), classifier, model.manifest.id, model.manifest.seal)


def build_processor(
    *,
    device: Device = Device.AUTO,
    max_hands: int = 2,
    mode: DetectionMode = DetectionMode.VIDEO,
    model_dir: Path | None = None,
    sensitivity: Sensitivity = Sensitivity.NORMAL,
    memory: LoadedMemory | None = None,
    detector: str | None = None,
) -> FrameProcessor:
    """Build a processor. Takes a second or two, mostly for loading the hand detector.

    Args:
        device: Device of the classifier.
        max_hands: Maximum number of hands per frame.
        mode: Whether frames follow each other or stand alone.
        model_dir: As for :func:`chosen_model`.
        sensitivity: How readily a hand is taken to show a gesture.
        memory: Memory of samples that adjusts the predictions.
        detector: Name of the hand detector; None for the default.

    Raises:
        GestureAppError: If the model, the device or the detector cannot be used.
    """
    from gesture_app.vision.detectors import DEFAULT_DETECTOR, open_hand_detector

    model = load_model(device=device, model_dir=model_dir)
    try:
        hand_detector = open_hand_detector(mode, max_hands, detector=detector or DEFAULT_DETECTOR)
    except BaseException:
        model.classifier.close()
        raise
    processor = FrameProcessor(
        hand_detector,
        model.cropper,
        model.classifier,
        mode=mode,
        sensitivity=sensitivity,
        model_id=model.model_id,
        seal=model.seal,
    )
    processor.set_memory(memory)
    return processor


def memory_builder(*, model_dir: Path | None = None) -> MemoryBuilder | None:
    """The builder of memories of samples for a model, on the CPU; None if the model gives no features.

    Args:
        model_dir: As for :func:`chosen_model`.

    Raises:
        GestureAppError: If the model cannot be used.
    """
    from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
    from gesture_app.vision.cropping import HandCropper

    model = chosen_model(model_dir)
    manifest = model.manifest
    if manifest.features is None:
        return None
    row_length = len(manifest.features) + len(manifest.labels)
    return MemoryBuilder(
        OnnxClassifier(model, threads=1),  # the recognition that runs at the same time has the other cores
        HandCropper(manifest.crop),
        manifest.seal,
        FeatureCache(user_folders()["data"] / FEATURES_FOLDER, manifest.seal, row_length),
        imported=partial(LearntFolder(user_folders()["data"] / LEARNT_FOLDER).read, manifest.seal),
        calibration=manifest.calibration,
        read_others=partial(read_other_hands, model),
    )


def memory_of_samples(*, model_dir: Path | None = None, people: Collection[str] | None = None) -> MemoryProgress:
    """The memory of the user's samples for a model; takes some milliseconds for each sample not seen before.

    Args:
        model_dir: As for :func:`chosen_model`.
        people: Names of the people whose samples act, in any case; None for all.

    Returns:
        The memory as far as its gate lets it act, with the decision; none of both without samples.

    Raises:
        GestureAppError: If the model or the samples cannot be used, the model gives no features, or a person has no
            samples.
    """
    builder = _require_features(memory_builder(model_dir=model_dir))
    try:
        store = sample_store()
        infos = store.listed()
        known = sorted_people({*people_in(infos), *builder.imported_people})
        muted = () if people is None else all_but(people, known)
        return builder.step(infos, store.load, muted=muted, limit_s=math.inf)
    finally:
        builder.close()


def learnt_samples(*, model_dir: Path | None = None) -> LearntSamples:
    """What was learnt at once with a model, for export; takes some milliseconds for each sample not seen before.

    Args:
        model_dir: As for :func:`chosen_model`.

    Raises:
        GestureAppError: If nothing was, the model or the samples cannot be used, or the model gives no features.
    """
    builder = _require_features(memory_builder(model_dir=model_dir))
    try:
        store = sample_store()
        infos = store.listed()
        builder.step(infos, store.load, limit_s=math.inf)
        learnt = builder.learnt(infos)
    finally:
        builder.close()
    if learnt is None:
        raise ModelError(
            Message("Nothing was learnt at once with this model."), hint=Message("Record samples on the Collect page.")
        )
    return learnt


def _require_features(builder: MemoryBuilder | None) -> MemoryBuilder:
    if builder is None:
        raise ModelError(
            Message("The model was made by an earlier version and cannot use samples at once."),
            hint=Message("Use the shipped model, or retrain, or do it without what was learnt at once."),
        )
    return builder


def all_but(people: Collection[str], known: Sequence[str]) -> tuple[str, ...]:
    """The people other than the wanted ones who have samples.

    Args:
        people: Names of the wanted ones, in any case.
        known: Names of all people who have samples.

    Raises:
        SampleStoreError: If there are no samples of a wanted one.
    """
    try:
        return muted_but(people, known)
    except LookupError as error:
        hint = (
            Message("There are samples of {people}.").fill(people=people_text(known))
            if known
            else Message("Record some on the Collect page.")
        )
        raise SampleStoreError(
            Message("There are no samples of {person}.").fill(person=repr(error.args[0])), hint=hint
        ) from None


def classifier_selection(model: StoredModel, device: Device) -> Selection:
    """Select the classifier for a device, with the reason.

    Raises:
        GestureAppError: If no runtime for the device works.
    """
    return select_classifier(model, device)


def sample_store() -> SampleStore:
    """Open the store of samples in the user's data folder. Reads all sidecars, which takes a moment for thousands.

    Raises:
        SampleStoreError: If the folder cannot be read.
    """
    from gesture_app.recording.sample_store import FOLDER_NAME, FolderSampleStore

    return FolderSampleStore(user_folders()["data"] / FOLDER_NAME)


def sample_recorder(
    store: SampleStore,
    *,
    session: str,
    camera: str,
    model_id: str,
    person: str,
    listener: RecorderListener,
    is_correction: bool = False,
) -> SampleRecorder:
    """Start a recorder of one session, which writes to ``store`` until it is stopped."""
    from gesture_app.recording.recorder import BackgroundRecorder
    from gesture_app.recording.sample_builder import RecordingSession

    context = RecordingSession(session, camera, model_id, person, is_correction)
    return BackgroundRecorder(store, context, listener)


def sample_importer(store: SampleStore, *, model_dir: Path | None = None) -> SampleExchange:
    """The importer of images, videos and archives into a store of samples.

    Args:
        store: The store.
        model_dir: As for :func:`chosen_model`.
    """
    from gesture_app.recording.sample_import import SampleImporter

    def make_reader() -> FrameProcessor:
        return build_processor(device=Device.CPU, max_hands=2, mode=DetectionMode.INDEPENDENT, model_dir=model_dir)

    return SampleImporter(store, _file_source, make_reader)


def retrain_command(model_dir: Path, turn: Turn | None = None) -> tuple[str, tuple[str, ...], Path]:
    """The command of the process that retrains a model on the user's samples.

    A frozen program is its own Python: ``gesture_app.__main__`` then understands ``-m``.

    Args:
        model_dir: The model to retrain.
        turn: New rotation of crops; None keeps the model's.

    Returns:
        The program, its arguments, and its working folder, in which ``training`` is found even if it is not installed.

    Raises:
        MissingDependencyError: If a package that training needs is not installed.
    """
    from gesture_app.recording.sample_store import FOLDER_NAME

    missing = missing_for_training()
    if missing:
        raise MissingDependencyError(
            Message(
                "Training needs {packages}, which are not installed.",
                "Training needs {packages}, which is not installed.",
                len(missing),
            ).fill(packages=", ".join(missing)),
            hint=add_hint(),
        )
    data = user_folders()["data"]
    options = {"--samples": data / FOLDER_NAME, "--model": model_dir, "--models-root": data / "models"}
    arguments = [part for name, path in options.items() for part in (name, str(path))]
    if turn is not None:
        arguments += ["--turn", turn.value]
    return sys.executable, ("-m", RETRAIN_MODULE, *arguments, "--stop-with-stdin"), PROJECT_ROOT


def clear_unfinished_model(process_id: int) -> None:
    """Remove the unfinished model of a killed retraining process."""
    root = user_folders()["data"] / "models"
    for folder in root.glob(f".making-{process_id}-*") if process_id > 0 else ():
        delete(folder)


def _file_source(path: Path) -> FrameSource:
    from gesture_app.capture.image_decoding import IMAGE_SUFFIXES
    from gesture_app.capture.image_folder import ImageFolderSource
    from gesture_app.capture.video_file import VideoFileSource

    is_image = path.is_dir() or path.suffix.lower() in IMAGE_SUFFIXES
    return ImageFolderSource(path) if is_image else VideoFileSource(path)
