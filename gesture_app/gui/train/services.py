"""Everything behind the train page that has a thread, a process or a disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.train.model_service import LibraryFactory, ModelService
from gesture_app.gui.train.retrain_controller import CommandFactory, RetrainController
from gesture_app.gui.train.retrain_job import RetrainJob
from gesture_app.pipeline.engine import ModelLoader


@dataclass(frozen=True)
class TrainBackend:
    """What the page needs done by others; the composition root fills it in.

    Attributes:
        open_library: Opens the library of models.
        make_command: Says how the process is started that retrains a model.
        clear_away: Removes what a process of that id has left that was killed; called on another thread.
    """

    open_library: LibraryFactory
    make_command: CommandFactory
    clear_away: Callable[[int], None]


class TrainServices(QObject):
    """Builds the parts behind the page, and ends them in order.

    Args:
        session: Takes up models.
        load_model: Loads the model that was chosen last.
        samples: The recorded samples.
        pictures: Their images.
        services: What is done by others.
        notices: Where trouble is told.
        parent: Parent object.
    """

    def __init__(
        self,
        session: EngineSession,
        load_model: ModelLoader,
        samples: SampleService,
        pictures: ImageLoader,
        services: TrainBackend,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._load_model = load_model
        self.notices = notices
        self.samples = samples
        self.pictures = pictures
        self.models = ModelService(services.open_library, notices, self)
        self.job = RetrainJob(self)
        self.desk = RetrainController(
            self.job, self.models, self.samples, services.make_command, services.clear_away, notices, self
        )
        self.models.used.connect(self._on_used)

    def stop(self) -> bool:
        """End the process, then the thread. Returns False when one is stuck."""
        are_stopped = [part.stop() for part in (self.job, self.models)]
        return all(are_stopped)

    def _on_used(self, _model: ModelSummary) -> None:
        self._session.swap_model(self._load_model)
