"""Adapters that give the window cameras, processors, samples and models. Heavy modules are imported on first use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gesture_app.desktop.options import FAKE_CAMERA_ID, AppOptions
from gesture_app.domain.frames.camera_format import CameraFormat
from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.domain.ports import (
    DetectionMode,
    FrameSource,
    ModelLibrary,
    PlayerProfiles,
    RecorderListener,
    RoundLog,
    SampleExchange,
    SampleRecorder,
    SampleStore,
)
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.sources import Camera
from gesture_app.gui.background.user_data_service import UserDataBackend
from gesture_app.gui.collect.services import SampleBackend
from gesture_app.gui.train.retrain_job import RetrainCommand
from gesture_app.gui.train.services import TrainBackend
from gesture_app.installation.training_packages import TrainingPackages
from gesture_app.pipeline.memory_builder import MemoryBuilder
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel
from gesture_app.recording.round_log import FILE_NAME, FileRoundLog
from gesture_app.resources import DEMO_CLIP, data_folder
from gesture_app.settings import SourceChoice, SourceKind
from gesture_app.storage.rule_files import RuleFolder
from gesture_app.storage.tournament_file import TournamentFile
from gesture_app.vision.detectors import installed_detectors


class ProcessorChoice:
    """Makes processors from the options, or from the settings once these are changed.

    Attributes:
        hands: Most hands to track.
        device: Device of the classifier.
        detectors: Names of the hand detectors that are installed, the default first.
        detector: Name of the hand detector.
        sensitivity: How readily a hand is taken to show a gesture.
        model_warnings: Warnings of the model library, such as why another model than the chosen one is in use; set
            when a processor is made.

    Args:
        options: Options from the command line.
        preferences: The settings.
        detectors: Names of the hand detectors that are installed, the default first.
    """

    def __init__(
        self, options: AppOptions, preferences: Preferences, detectors: Sequence[str] = installed_detectors()
    ) -> None:
        self._preferences = preferences
        self._model_dir = options.model_dir
        self.detectors = tuple(detectors)
        self._saved_detector = preferences.settings.detector
        self.detector = options.detector or self._installed(self._saved_detector)
        self._saved_hands = preferences.settings.hands
        self.hands = options.hands or self._saved_hands
        self._saved_device = preferences.settings.device
        self.device = options.device or self._saved_device
        self._saved_sensitivity = preferences.settings.sensitivity
        self.sensitivity = options.sensitivity or self._saved_sensitivity
        self.model_warnings: tuple[str, ...] = ()

    def follow_settings(self) -> bool:
        """Apply changed settings. Returns True when that needs another processor."""
        sensitivity = self._preferences.settings.sensitivity
        if sensitivity is not self._saved_sensitivity:
            self._saved_sensitivity = self.sensitivity = sensitivity
        before = self.hands, self.device, self.detector
        hands, device = self._preferences.settings.hands, self._preferences.settings.device
        if hands != self._saved_hands:
            self._saved_hands = self.hands = hands
        if device is not self._saved_device:
            self._saved_device = self.device = device
        detector = self._preferences.settings.detector
        if detector != self._saved_detector:
            self._saved_detector, self.detector = detector, self._installed(detector)
        return (self.hands, self.device, self.detector) != before

    def make_processor(self) -> FrameProcessor:
        """Make a processor. Called in the inference thread, as the imports take seconds.

        Raises:
            GestureAppError: If model, device or detector cannot be used.
        """
        from gesture_app.composition import build_processor, model_library

        if self._model_dir is None:
            self.model_warnings = model_library().warnings
        return build_processor(
            device=self.device,
            max_hands=self.hands,
            mode=DetectionMode.LIVE,
            model_dir=self._model_dir,
            detector=self.detector,
        )

    def _installed(self, name: str) -> str:
        return name if name in self.detectors else self.detectors[0]

    def make_memory_builder(self) -> MemoryBuilder | None:
        """Make the builder of memories of samples for the model in use; None if it gives no features.

        Called in a background thread.

        Raises:
            GestureAppError: If the model cannot be used.
        """
        from gesture_app.composition import memory_builder

        return memory_builder(model_dir=self._model_dir)

    def load_active_model(self) -> LoadedModel:
        """Load the library's active model, from now on also in place of the one on the command line.

        Called in a background thread, by ``EngineSession.swap_model``.

        Raises:
            GestureAppError: If the model cannot be used on this machine.
        """
        from gesture_app.composition import load_model

        model = load_model(device=self.device)
        self._model_dir = None
        return model


class CaptureCatalog:
    """The cameras and sources of this machine; a :class:`~gesture_app.gui.background.sources.SourceCatalog`.

    Args:
        fake_camera: Clip that stands for one more camera, the first one; None for none.
    """

    def __init__(self, fake_camera: Path | None = None) -> None:
        self._fake_camera = fake_camera

    def list_cameras(self) -> Sequence[Camera]:
        """The connected cameras."""
        from gesture_app.capture.devices import list_cameras

        if self._fake_camera is None:
            return list_cameras()
        from gesture_app.capture.clip_camera import clip_camera_device

        return [clip_camera_device(self._fake_camera, FAKE_CAMERA_ID), *list_cameras()]

    def make_source(self, choice: SourceChoice, camera_format: CameraFormat) -> FrameSource:
        """A new, closed source.

        Raises:
            SourceError: If there is no such source.
        """
        from gesture_app.capture.opening import CAMERA_PREFIX, source_for

        if choice.kind is SourceKind.DEMO:
            return source_for(str(DEMO_CLIP), realtime=True, loop=True)
        if self._fake_camera is not None and (choice.kind, choice.value) == (SourceKind.CAMERA, FAKE_CAMERA_ID):
            from gesture_app.capture.clip_camera import clip_camera

            return clip_camera(self._fake_camera, FAKE_CAMERA_ID, camera_format)
        prefix = CAMERA_PREFIX if choice.kind is SourceKind.CAMERA else ""
        return source_for(prefix + choice.value, realtime=True, camera_format=camera_format)


@dataclass(frozen=True)
class Backends:
    """Implementations that the pages work with.

    Attributes:
        round_log: Stores the rounds.
        samples: Opens, records, imports and exports samples.
        training: Opens the model library and starts retraining.
        user_data: The user's files, and their export.
        players: Stores the profiles of players.
        rules: The own rules of the user.
        tournament: The tournament that is being played.
    """

    round_log: RoundLog
    samples: SampleBackend
    training: TrainBackend
    user_data: UserDataBackend
    players: PlayerProfiles
    rules: RuleFolder
    tournament: TournamentFile

    @classmethod
    def of_user(cls, options: AppOptions) -> Backends:
        """Implementations that work in the user's data folder."""
        return cls(
            file_round_log(),
            sample_backend(options),
            train_backend(),
            user_data_backend(),
            user_players(),
            user_rules(),
            user_tournament(),
        )


def file_round_log() -> RoundLog:
    """The round log in the user's data folder."""
    return FileRoundLog(data_folder() / FILE_NAME)


def user_players() -> PlayerProfiles:
    """The profiles of players in the user's data folder."""
    from gesture_app.composition import player_profiles

    return player_profiles()


def user_rules() -> RuleFolder:
    """The own rules in the user's data folder."""
    from gesture_app.composition import rule_folder

    return rule_folder()


def user_tournament() -> TournamentFile:
    """The tournament in the user's data folder."""
    from gesture_app.composition import tournament_file

    return tournament_file()


def user_data_backend() -> UserDataBackend:
    """The files in the user's folders."""
    from gesture_app.composition import collect_report, export_user_data, user_data

    return UserDataBackend(user_data(), export_user_data, collect_report)


def sample_backend(options: AppOptions) -> SampleBackend:
    """Samples in the user's data folder."""

    def open_store() -> SampleStore:
        from gesture_app.composition import sample_store

        return sample_store()

    def make_recorder(
        store: SampleStore,
        *,
        session: str,
        camera: str,
        model_id: str,
        person: str,
        listener: RecorderListener,
        is_correction: bool = False,
    ) -> SampleRecorder:
        from gesture_app.composition import sample_recorder

        return sample_recorder(
            store,
            session=session,
            camera=camera,
            model_id=model_id,
            person=person,
            listener=listener,
            is_correction=is_correction,
        )

    def make_exchange(store: SampleStore) -> SampleExchange:
        from gesture_app.composition import sample_importer

        return sample_importer(store, model_dir=options.model_dir)

    return SampleBackend(open_store, make_recorder, make_exchange)


def train_backend() -> TrainBackend:
    """Models in the user's data folder, and the retraining process."""

    def open_library() -> ModelLibrary:
        from gesture_app.composition import model_library

        return model_library()

    def make_command(model: ModelSummary, turn: Turn | None) -> RetrainCommand:
        from gesture_app.composition import retrain_command

        return RetrainCommand(*retrain_command(model.folder, turn))

    def remove_leftovers(process_id: int) -> None:
        from gesture_app.composition import clear_unfinished_model

        clear_unfinished_model(process_id)

    def collect_learnt(model_id: str) -> LearntSamples:
        from gesture_app.composition import learnt_samples

        return learnt_samples(model_dir=Path(model_id))

    return TrainBackend(open_library, collect_learnt, make_command, remove_leftovers, TrainingPackages())
