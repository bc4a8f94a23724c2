"""Everything behind the train page that has a thread, a process or a disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from gesture_app.domain.models import ModelSummary
from gesture_app.gui.collect.backstage import CollectBackstage
from gesture_app.gui.notices import Notices
from gesture_app.gui.session import EngineSession
from gesture_app.gui.train.model_room import LibraryFactory, ModelRoom
from gesture_app.gui.train.retrain_desk import CommandFactory, RetrainDesk
from gesture_app.gui.train.retrain_job import RetrainJob
from gesture_app.pipeline.engine import ModelLoader


@dataclass(frozen=True)
class TrainServices:
    """What the page needs done by others; the composition root fills it in.

    Attributes:
        open_library: Opens the library of models.
        make_command: Says how the process is started that retrains a model.
        clear_away: Removes what a process of that id has left that was killed; called on another thread.
    """

    open_library: LibraryFactory
    make_command: CommandFactory
    clear_away: Callable[[int], None]


class TrainBackstage(QObject):
    """Builds the parts behind the page, and ends them in order.

    Args:
        session: Takes up models.
        load_model: Loads the model that was chosen last.
        collecting: Has the samples and their pictures.
        services: What is done by others.
        notices: Where trouble is told.
        parent: Qt's owner.
    """

    def __init__(
        self,
        session: EngineSession,
        load_model: ModelLoader,
        collecting: CollectBackstage,
        services: TrainServices,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._load_model = load_model
        self.notices = notices
        self.samples = collecting.room
        self.pictures = collecting.loader
        self.models = ModelRoom(services.open_library, notices, self)
        self.job = RetrainJob(self)
        self.desk = RetrainDesk(
            self.job, self.models, self.samples, services.make_command, services.clear_away, notices, self
        )
        self.models.used.connect(self._on_used)

    def stop(self) -> bool:
        """End the process, then the thread. Returns False when one is stuck."""
        are_stopped = [part.stop() for part in (self.job, self.models)]
        return all(are_stopped)

    def _on_used(self, _model: ModelSummary) -> None:
        self._session.swap_model(self._load_model)
