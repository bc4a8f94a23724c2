"""The port for the library of models."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.model_summary import ModelImport, ModelSummary
from gesture_app.domain.retraining.events import RetrainOutcome


class ModelLibrary(Protocol):
    """The shipped models, the user's own models, and the choice of the active one.

    Any thread may call any method. They read and check files, so the window calls them from a background thread.
    Other processes see changes at once, and the next call sees theirs. A method that fails raises ``ModelError`` and
    has changed nothing.
    """

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about problems, such as another model in use than the chosen one."""
        ...

    def listed(self) -> tuple[ModelSummary, ...]:
        """All models, usable or not: the shipped ones, then the user's own, newest first."""
        ...

    def active(self) -> ModelSummary:
        """The active model: the chosen one, or the shipped one if that cannot be used.

        Raises:
            ModelError: If neither can be used.
        """
        ...

    def previous(self) -> ModelSummary | None:
        """The model that :meth:`roll_back` would activate; None if there is none."""
        ...

    def outcome_of(self, model_id: str) -> RetrainOutcome | None:
        """The outcome of the retraining that made a model; None if its manifest holds none.

        Raises:
            ModelError: If there is none of that id, or its manifest cannot be read.
        """
        ...

    def activate(self, model_id: str, *, forced: bool = False) -> ModelSummary:
        """Make a model the active one, after checking that its files are complete and that it runs.

        Args:
            model_id: The model.
            forced: Activate it even if it was refused for being worse than its parent; saved until it is rolled back.

        Raises:
            ModelError: If there is none of that id, it cannot be used, or it was refused and is not forced.
        """
        ...

    def roll_back(self) -> ModelSummary:
        """Activate the model that was active before; another call goes back one more.

        Raises:
            ModelError: If there is none to go back to.
        """
        ...

    def rename(self, model_id: str, name: str) -> ModelSummary:
        """Give a model a name for people, or with an empty one none; its id stays.

        Raises:
            ModelError: If there is none of that id, the name cannot be used, or another model has it.
        """
        ...

    def remove(self, model_id: str) -> None:
        """Delete one of the user's own models for good.

        Raises:
            ModelError: If there is none of that id, it is a shipped one, or it is active.
        """
        ...

    def export(self, model_id: str, target: Path, learnt: LearntSamples | None = None) -> None:
        """Write a model to a zip archive that another machine can import; an existing file is replaced.

        Args:
            model_id: The model.
            target: The archive.
            learnt: What was learnt at once with this model, to be written, too; None to leave it out.

        Raises:
            ModelError: If the model is damaged, the samples are of another one, or the archive cannot be written.
        """
        ...

    def forget_imported(self, model_id: str) -> int:
        """Remove for good what was learnt at once elsewhere and imported with a model; returns the number of samples.

        Raises:
            ModelError: If there is none of that id, or it cannot be removed.
        """
        ...

    def import_archive(self, source: Path) -> ModelImport:
        """Add a model that :meth:`export` wrote, after checking all its content; it is not activated.

        If another model has its name, it gets a number at the end. What was learnt at once and came with it acts with
        it from now on, even if the library had the model before.

        Args:
            source: The archive, or the folder it was unpacked to.

        Raises:
            ModelError: If it cannot be read, does not run, or is not to be trusted.
        """
        ...
