"""Services and controller of the train page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.train.adding_job import AddingJob
from gesture_app.gui.train.model_service import LearntCollector, LibraryFactory, ModelService
from gesture_app.gui.train.retrain_controller import CommandFactory, RetrainController
from gesture_app.gui.train.retrain_job import RetrainJob
from gesture_app.installation.training_packages import TrainingPackages
from gesture_app.pipeline.engine import ModelLoader


@dataclass(frozen=True)
class TrainBackend:
    """Factories that the composition root provides.

    Attributes:
        open_library: Opens the model library.
        collect_learnt: Collects what was learnt at once with a model, for its export.
        make_command: Makes the command of the retraining process.
        remove_leftovers: Removes unfinished files of the killed process with this id; called on another thread.
        packages: Finds out what training needs, and adds it.
    """

    open_library: LibraryFactory
    collect_learnt: LearntCollector
    make_command: CommandFactory
    remove_leftovers: Callable[[int], None]
    packages: TrainingPackages


class TrainServices(QObject):
    """Builds the services of the page, and stops them in order.

    Args:
        session: The engine session; it loads the active model.
        load_model: Loads the active model.
        samples: The sample service.
        images: Loads the images of samples.
        backend: Factories of library and process.
        notices: Shows errors.
        parent: Parent object.
    """

    def __init__(
        self,
        session: EngineSession,
        load_model: ModelLoader,
        samples: SampleService,
        images: ImageLoader,
        backend: TrainBackend,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._load_model = load_model
        self.notices = notices
        self.samples = samples
        self.images = images
        self.models = ModelService(backend.open_library, backend.collect_learnt, notices, self)
        self.adding = AddingJob(backend.packages, notices, self)
        self.job = RetrainJob(self)
        self.controller = RetrainController(
            self.job, self.models, self.samples, backend.make_command, backend.remove_leftovers, notices, self
        )
        self.models.used.connect(self._on_used)

    def stop(self) -> bool:
        """Stop the process, then the threads. Returns False if one did not stop in time."""
        are_stopped = [part.stop() for part in (self.job, self.adding, self.models)]
        return all(are_stopped)

    def _on_used(self, _model: ModelSummary) -> None:
        self._session.swap_model(self._load_model)
