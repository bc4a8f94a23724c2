"""Puts the pipeline together from its parts, for the window and for the headless commands alike."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import (
    DetectionMode,
    FrameSource,
    RecorderListener,
    SampleExchange,
    SampleRecorder,
    SampleStore,
)
from gesture_app.errors import MissingDependencyError
from gesture_app.inference.library.model_files import delete
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.inference.library.model_store import StoredModel, open_model
from gesture_app.inference.selection import Selection, select_classifier, warm_up
from gesture_app.packages import is_installed
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel
from gesture_app.resources import APP_NAME, PROJECT_ROOT, SHIPPED_MODELS

RETRAIN_MODULE = "training.cli.retrain"
"""The program that retrains; this one never imports it."""

_TRAINING_NEEDS = {"tensorflow": "TensorFlow", "keras": "Keras", "onnx": "onnx", "tf2onnx": "tf2onnx"}


def model_library() -> FolderModelLibrary:
    """The models that came with the program and the person's own."""
    from gesture_app.vision.detectors import DEFAULT_DETECTOR

    return FolderModelLibrary(SHIPPED_MODELS, user_folders()["data"] / "models", detector_id=DEFAULT_DETECTOR)


def user_folders() -> dict[str, Path]:
    """Where the program keeps what is the person's own, by purpose."""
    return {
        "settings": platformdirs.user_config_path(APP_NAME, appauthor=False),
        "data": platformdirs.user_data_path(APP_NAME, appauthor=False),
    }


def chosen_model(model_dir: Path | None) -> StoredModel:
    """A model that was named, or the one in use when none was.

    Args:
        model_dir: Its folder, or where there is no such folder its id in the library.

    Raises:
        ModelError: If it is missing, damaged, or made for other gestures.
    """
    library = model_library()
    if model_dir is None:
        return library.active_model()
    ids = () if model_dir.is_dir() else [model.id for model in library.listed()]
    return library.stored(str(model_dir)) if str(model_dir) in ids else open_model(model_dir)


def load_model(*, device: Device = Device.AUTO, model_dir: Path | None = None) -> LoadedModel:
    """A model that has answered once, with what cuts hands out for it. Takes a fraction of a second on a CPU.

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
    return LoadedModel(HandCropper(model.manifest.crop), classifier, model.manifest.id)


def build_processor(
    *,
    device: Device = Device.AUTO,
    max_hands: int = 2,
    mode: DetectionMode = DetectionMode.VIDEO,
    model_dir: Path | None = None,
) -> FrameProcessor:
    """A processor that is ready to work. Takes a second or two, mostly for loading the hand detector.

    Args:
        device: Device of the classifier.
        max_hands: The most hands to look for in a frame.
        mode: Whether frames follow each other or stand alone.
        model_dir: As for :func:`chosen_model`.

    Raises:
        GestureAppError: If the model, the device or the detector cannot be used.
    """
    from gesture_app.vision.detectors import open_hand_detector

    model = load_model(device=device, model_dir=model_dir)
    try:
        detector = open_hand_detector(mode, max_hands)
    except BaseException:
        model.classifier.close()
        raise
    return FrameProcessor(detector, model.cropper, model.classifier, mode=mode, model_id=model.model_id)


def classifier_selection(model: StoredModel, device: Device) -> Selection:
    """Which classifier would be used, and why, for people who ask.

    Raises:
        GestureAppError: If none can be used.
    """
    return select_classifier(model, device)


def sample_store() -> SampleStore:
    """The samples in the person's data folder. Reads the sidecar of each, which takes a moment for thousands.

    Raises:
        SampleStoreError: If the folder is there and cannot be looked through.
    """
    from gesture_app.recording.sample_store import FOLDER_NAME, FolderSampleStore

    return FolderSampleStore(user_folders()["data"] / FOLDER_NAME)


def sample_recorder(
    store: SampleStore, *, session: str, camera: str, model_id: str, listener: RecorderListener
) -> SampleRecorder:
    """A recorder of one session, which writes into ``store`` until it is stopped."""
    from gesture_app.recording.recorder import BackgroundRecorder, RecordingSession

    return BackgroundRecorder(store, RecordingSession(session, camera, model_id), listener)


def sample_importer(store: SampleStore, *, model_dir: Path | None = None) -> SampleExchange:
    """What brings pictures, videos and archives into a store of samples, for the window and the commands alike.

    Args:
        store: Where samples are kept.
        model_dir: Folder of the model that reads the hands; None for the default one.
    """
    from gesture_app.recording.sample_import import SampleImporter

    def make_reader() -> FrameProcessor:
        return build_processor(device=Device.CPU, max_hands=2, mode=DetectionMode.INDEPENDENT, model_dir=model_dir)

    return SampleImporter(store, _file_source, make_reader)


def retrain_command(model_dir: Path, turn: Turn | None = None) -> tuple[str, tuple[str, ...], Path]:
    """How the process is started that trains a model further on the person's samples.

    A frozen program is its own Python: ``gesture_app.__main__`` understands ``-m`` then.

    Args:
        model_dir: The model to train further.
        turn: How crops are turned from now on; None for as the model has it.

    Returns:
        The program, its arguments, and the folder to run it in, from where ``training`` is found without an
        installation, too.

    Raises:
        MissingDependencyError: If what training needs is not installed.
    """
    from gesture_app.recording.sample_store import FOLDER_NAME

    missing = [name for module, name in _TRAINING_NEEDS.items() if not is_installed(module)]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        raise MissingDependencyError(
            f"Training needs {' and '.join(missing)}, which {verb} not installed.",
            hint='Install it with: pip install -c constraints.txt -e ".[gui,train]", then start the program anew.',
        )
    data = user_folders()["data"]
    options = {"--samples": data / FOLDER_NAME, "--model": model_dir, "--models-root": data / "models"}
    arguments = [part for name, path in options.items() for part in (name, str(path))]
    if turn is not None:
        arguments += ["--turn", turn.value]
    return sys.executable, ("-m", RETRAIN_MODULE, *arguments, "--stop-with-stdin"), PROJECT_ROOT


def clear_unfinished_model(process_id: int) -> None:
    """Remove what a process left that was killed while it made a model."""
    root = user_folders()["data"] / "models"
    for folder in root.glob(f".making-{process_id}-*") if process_id > 0 else ():
        delete(folder)


def _file_source(path: Path) -> FrameSource:
    from gesture_app.capture.image_files import IMAGE_SUFFIXES
    from gesture_app.capture.images import ImageFolderSource
    from gesture_app.capture.replay import VideoFileSource

    is_picture = path.is_dir() or path.suffix.lower() in IMAGE_SUFFIXES
    return ImageFolderSource(path) if is_picture else VideoFileSource(path)
