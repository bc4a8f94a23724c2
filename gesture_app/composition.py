"""Puts the pipeline together from its parts, for the window and for the headless commands alike."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from gesture_app.domain.ports import DetectionMode, FrameSource, SampleExchange, SampleStore
from gesture_app.inference.model_store import ModelStore, StoredModel, open_model
from gesture_app.inference.selection import Device, Selection, select_classifier
from gesture_app.pipeline.processor import FrameProcessor
from gesture_app.resources import APP_NAME, SHIPPED_MODELS


def model_store() -> ModelStore:
    """The models that came with the program, then the person's own."""
    return ModelStore([SHIPPED_MODELS, user_folders()["data"] / "models"])


def user_folders() -> dict[str, Path]:
    """Where the program keeps what is the person's own, by purpose."""
    return {
        "settings": platformdirs.user_config_path(APP_NAME, appauthor=False),
        "data": platformdirs.user_data_path(APP_NAME, appauthor=False),
    }


def chosen_model(model_dir: Path | None) -> StoredModel:
    """The model in ``model_dir``, or the one to use when none was named.

    Raises:
        ModelError: If it is missing, damaged, or made for other gestures.
    """
    return open_model(model_dir) if model_dir is not None else model_store().default()


def build_processor(
    *,
    device: str = Device.AUTO.value,
    max_hands: int = 2,
    mode: DetectionMode = DetectionMode.VIDEO,
    model_dir: Path | None = None,
) -> FrameProcessor:
    """A processor that is ready to work. Takes a second or two, mostly for loading the hand detector.

    Args:
        device: ``"auto"``, ``"gpu"`` or ``"cpu"``.
        max_hands: The most hands to look for in a frame.
        mode: Whether frames follow each other or stand alone.
        model_dir: Folder of the model; None for the default one.

    Raises:
        GestureAppError: If the model, the device or the detector cannot be used.
    """
    from gesture_app.vision.cropping import HandCropper
    from gesture_app.vision.hand_detector import MediaPipeHandDetector

    model = chosen_model(model_dir)
    selection = select_classifier(model, Device(device))
    detector = MediaPipeHandDetector(mode, max_hands)
    cropper = HandCropper(model.manifest.crop)
    return FrameProcessor(detector, cropper, selection.classifier, mode=mode, model_id=model.manifest.id)


def classifier_selection(model: StoredModel, device: str) -> Selection:
    """Which classifier would be used, and why, for people who ask.

    Raises:
        GestureAppError: If none can be used.
    """
    return select_classifier(model, Device(device))


def sample_importer(store: SampleStore, *, model_dir: Path | None = None) -> SampleExchange:
    """What brings pictures, videos and archives into a store of samples, for the window and the commands alike.

    Args:
        store: Where samples are kept.
        model_dir: Folder of the model that reads the hands; None for the default one.
    """
    from gesture_app.recording.sample_import import SampleImporter

    def make_reader() -> FrameProcessor:
        return build_processor(
            device=Device.CPU.value, max_hands=2, mode=DetectionMode.INDEPENDENT, model_dir=model_dir
        )

    return SampleImporter(store, _file_source, make_reader)


def _file_source(path: Path) -> FrameSource:
    from gesture_app.capture.images import ImageFolderSource
    from gesture_app.capture.pictures import IMAGE_SUFFIXES
    from gesture_app.capture.replay import VideoFileSource

    is_picture = path.is_dir() or path.suffix.lower() in IMAGE_SUFFIXES
    return ImageFolderSource(path) if is_picture else VideoFileSource(path)
