"""The library of the shipped models and the user's own, with the choice of the active one."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

from gesture_app.domain.message import Message, sentences
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.models.model_summary import GateVerdict, ModelImport, ModelSummary, model_name
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.errors import GestureAppError, ModelError, reason_of
from gesture_app.inference.library.learnt_files import LEARNT_NAMES, read_learnt
from gesture_app.inference.library.library_state import FILE_NAME, Choice, LibraryState, read_state, write_state
from gesture_app.inference.library.manifest import MANIFEST_NAME, read_manifest
from gesture_app.inference.library.model_archive import MAX_ID_LENGTH, export_model, unpack_model
from gesture_app.inference.library.model_files import (
    REMOVING,
    clear_leftovers,
    delete,
    disk_errors,
    temporary_folder,
)
from gesture_app.inference.library.model_inspection import IMPORTED_AT, ModelInspector, check_answers
from gesture_app.inference.library.model_store import ModelStore, StoredModel, open_model
from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.learnt_samples import FOLDER_NAME as LEARNT_FOLDER
from gesture_app.storage.learnt_samples import LearntFolder
from gesture_app.storage.retraining_outcome import decode_outcome

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The current time in UTC."""
    return datetime.now(timezone.utc)


class FolderModelLibrary:
    """A :class:`~gesture_app.domain.ports.ModelLibrary` in two folders.

    The user's folder also holds the state file ``active.json``, and hidden folders in which models are being created or
    removed; leftovers of killed processes are removed. The folder ``learnt`` beside it holds what was learnt at once
    elsewhere and imported with models, shipped ones included.

    Args:
        shipped_root: The folder of the shipped models; never written to.
        own_root: The folder of the user's own models; created by the first write.
        check: Loads a model and runs it once; raises ``GestureAppError`` if that fails.
        now: The time, in UTC.
        detector_id: The hand detector in use, to warn of models that were trained behind another one; None if that is
            not known.
    """

    def __init__(
        self,
        shipped_root: Path,
        own_root: Path,
        *,
        check: Callable[[StoredModel], None] = check_answers,
        now: Callable[[], datetime] = utc_now,
        detector_id: str | None = None,
    ) -> None:
        self._shipped, self._own = ModelStore([shipped_root]), ModelStore([own_root])
        self._own_root = own_root
        self._state_file = own_root / FILE_NAME
        self._check = check
        self._now = now
        self._learnt = LearntFolder(own_root.with_name(LEARNT_FOLDER))
        self._inspector = ModelInspector(own_root, self._learnt, detector_id)
        self._state_warning = ""
        self._lock = threading.RLock()
        clear_leftovers(own_root, now())

    @property
    def own_root(self) -> Path:
        """The folder of the user's own models, in which new ones are created."""
        return self._own_root

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that hold models."""
        return (*self._shipped.roots, *self._own.roots)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about problems, such as another model in use than the chosen one."""
        with self._lock:
            state = self._state()
            warnings = [self._state_warning, *self._clashes()]
            with suppress(ModelError):
                in_use = self._in_use(state)
                warnings += [in_use.warning, self._inspector.warning_about(in_use.model.manifest)]
            return tuple(filter(None, warnings))

    def listed(self) -> tuple[ModelSummary, ...]:
        """All models, usable or not: the shipped ones, then the user's own, newest first."""
        with self._lock:
            state = self._state()
            active = None
            with suppress(ModelError):
                active = self._in_use(state).model.folder
            summaries = [self._summary(folder, state, active) for folder in self._folders().values()]
        own = [summary for summary in summaries if not summary.is_shipped]
        own.sort(key=lambda summary: (summary.made_at, summary.id), reverse=True)
        return (*(summary for summary in summaries if summary.is_shipped), *own)

    def active(self) -> ModelSummary:
        """The active model."""
        with self._lock:
            state = self._state()
            folder = self._in_use(state).model.folder
            return self._summary(folder, state, folder)

    def active_model(self) -> StoredModel:
        """The active model, to run it.

        Raises:
            ModelError: If neither the chosen nor the shipped model can be used.
        """
        with self._lock:
            return self._in_use(self._state()).model

    def stored(self, model_id: str) -> StoredModel:
        """A model of the library, to run it.

        Raises:
            ModelError: If there is none of that id, or its manifest cannot be used.
        """
        with self._lock:
            return open_model(self._folder(model_id))

    def previous(self) -> ModelSummary | None:
        """The model that :meth:`roll_back` would activate."""
        with self._lock:
            state = self._state()
            index = self._previous_index(state)
            return None if index is None else self._summary(self._folder_of(state.history[index]), state)

    def outcome_of(self, model_id: str) -> RetrainOutcome | None:
        """The outcome of the retraining that made a model; None if its manifest holds none."""
        with self._lock:
            folder = self._folder(model_id)
            manifest = read_manifest(folder)
        return decode_outcome(model_id, str(folder), manifest.parent, manifest.metrics, manifest.data)

    def activate(self, model_id: str, *, forced: bool = False) -> ModelSummary:
        """Make a model the active one, after checking that its files are complete and that it runs."""
        with self._lock:
            state = self._state()
            model = self._summary(self._folder(model_id), state)
            self._check_usable(model)
            must_force = model.verdict is GateVerdict.REFUSED
            if must_force and not forced:
                raise ModelError(
                    Message("The model {model} is kept, but not used: it was found to be no improvement.").fill(
                        model=model_id
                    ),
                    hint=sentences(*model.reasons, Message("You can force it, and go back at any time.")),
                )
            forced_id = model_id if must_force else None
            return self._use(
                model, state.with_active(self._choice(model.folder), self._present(state), forced=forced_id)
            )

    def roll_back(self) -> ModelSummary:
        """Activate the model that was active before; another call goes back one more."""
        with self._lock:
            state = self._state()
            index = self._previous_index(state)
            if index is None:
                raise ModelError(
                    Message("There is no earlier model to go back to."),
                    hint=Message("Choose one from the list of models."),
                )
            model = self._summary(self._folder_of(state.history[index]), state)
            self._check_usable(model)
            return self._use(model, state.rolled_back_to(index))

    def rename(self, model_id: str, name: str) -> ModelSummary:
        """Give a model a name for people; an empty one takes it away."""
        try:
            name = model_name(name)
        except ValueError as error:
            raise ModelError(
                Message("The model cannot have this name: {reason}.").fill(reason=reason_of(error)),
                hint=Message("Choose another name."),
            ) from error
        with self._lock:
            folder = self._folder(model_id)
            state = self._state()
            taken = {given.casefold() for other, given in state.names.items() if other != model_id}
            if name.casefold() in taken | {other.casefold() for other in self._folders() if other != model_id}:
                raise ModelError(
                    Message("Another model has the name {name} already.").fill(name=name),
                    hint=Message("Choose another name."),
                )
            state = state.with_name(model_id, name)
            with disk_errors(Message("The name of the model cannot be kept")):
                write_state(self._state_file, state)
            return self._summary(folder, state)

    def remove(self, model_id: str) -> None:
        """Delete one of the user's own models for good."""
        with self._lock:
            folder = self._folder(model_id)
            state = self._state()
            if self._inspector.is_shipped(folder):
                hint = Message("Only models that were retrained or imported can be removed.")
                raise ModelError(
                    Message("The model {model} came with the program and stays.").fill(model=model_id), hint=hint
                )
            if self._present(state) == model_id:
                raise ModelError(
                    Message("The model {model} is in use.").fill(model=model_id),
                    hint=Message("Use another one first, then remove it."),
                )
            gone = folder.with_name(f"{REMOVING}{model_id}")
            with disk_errors(Message("The model {model} cannot be removed").fill(model=model_id)):
                folder.replace(gone)
                try:
                    if (without := state.without(model_id)) != state:
                        write_state(self._state_file, without)
                except OSError:
                    gone.replace(folder)
                    raise
            delete(gone)

    def export(self, model_id: str, target: Path, learnt: LearntSamples | None = None) -> None:
        """Write a model to an archive that another machine can import, and what was learnt at once with it."""
        model = self.stored(model_id)
        if learnt is not None and learnt.seal != model.manifest.seal:
            raise ModelError(
                Message("What was learnt at once is not of {model}.").fill(model=model_id),
                hint=Message("Export it again."),
            )
        export_model(model, target, learnt)

    def forget_imported(self, model_id: str) -> int:
        """Remove for good what was learnt at once elsewhere and imported with a model."""
        model = self.stored(model_id)
        with disk_errors(Message("What was imported cannot be removed")):
            return self._learnt.remove(model.manifest.seal)

    def import_archive(self, source: Path) -> ModelImport:
        """Add a model that :meth:`export` wrote, after checking all its content."""
        with (
            disk_errors(Message("{path} cannot be imported").fill(path=source)),
            temporary_folder(self._own_root) as folder,
        ):
            model = unpack_model(source, folder)
            learnt = read_learnt(model)
            self._try(model, f"in {source}")
            for name in LEARNT_NAMES:
                (folder / name).unlink(missing_ok=True)
            with self._lock:
                done = self._add(model)
                return done if learnt is None else self._with_learnt(done, learnt)

    def _add(self, model: StoredModel) -> ModelImport:
        """Add an unpacked and checked model under a free id, unless the library has it already."""
        state = self._state()
        for known in self.listed():
            if not known.trouble and read_manifest(known.folder).seal == model.manifest.seal:
                return ModelImport(known, was_known=True)
        model_id = self._free_id(model.manifest.id)
        data = {**model.manifest.data, IMPORTED_AT: self._now().isoformat(timespec="seconds")}
        manifest = replace(model.manifest, id=model_id, data=data)
        write_atomically(model.folder / MANIFEST_NAME, manifest.to_json().encode())
        if (without := state.without(model_id)) != state:  # a removal of that id was interrupted
            write_state(self._state_file, without)
            state = without
        folder = self._own_root / model_id
        model.folder.rename(folder)
        return ModelImport(self._summary(folder, state), was_known=False)

    def _with_learnt(self, done: ModelImport, learnt: LearntSamples) -> ModelImport:
        added = self._learnt.add(learnt)
        summary = next(model for model in self.listed() if model.id == done.model.id)
        return replace(done, model=summary, learnt=added)

    def _free_id(self, wanted: str) -> str:
        """The id, with a number if it is taken; case is ignored, as some file systems do."""
        taken = {name.casefold() for name in (*self._folders(), *(path.name for path in self._own_root.iterdir()))}
        number, model_id = 1, wanted
        while model_id.casefold() in taken:
            number += 1
            ending = f"-{number}"
            model_id = wanted[: MAX_ID_LENGTH - len(ending)] + ending
        return model_id

    def _use(self, model: ModelSummary, state: LibraryState) -> ModelSummary:
        with disk_errors(Message("The choice of a model cannot be kept")):
            write_state(self._state_file, state)
        self._state_warning = ""
        return self._summary(model.folder, state, model.folder)

    def _state(self) -> LibraryState:
        """Read the state; a damaged file is renamed, so that its content is not lost."""
        try:
            return read_state(self._state_file)
        except (OSError, ValueError) as error:
            why = (error.strerror or error) if isinstance(error, OSError) else reason_of(error)
            self._state_warning = Message(
                "Which model you chose cannot be read from {path}: {reason}. The one that came with the program is "
                "used; choose again."
            ).fill(path=self._state_file, reason=why)
            _log.warning("%s", self._state_warning)
            if isinstance(error, ValueError):
                with suppress(OSError):
                    self._state_file.replace(self._state_file.with_suffix(".damaged"))
            return LibraryState()

    def _folders(self) -> dict[str, Path]:
        """The folder of each model by id; if two share an id, that of the shipped one."""
        return {folder.name: folder for folder in (*self._own.folders(), *self._shipped.folders())}

    def _clashes(self) -> Iterator[str]:
        folders = self._folders()
        for folder in self._own.folders():
            if folders[folder.name] != folder:
                yield Message(
                    "{folder} has the name of a model that came with the program and is left out. Rename it."
                ).fill(folder=folder)

    def _folder(self, model_id: str) -> Path:
        folder = self._folders().get(model_id)
        if folder is None:
            hint = Message("`gesture-app models list` shows the ones there are.")
            raise ModelError(Message("There is no model {model}.").fill(model=model_id), hint=hint)
        return folder

    def _folder_of(self, choice: Choice) -> Path:
        return self._shipped.default_folder() if choice is None else self._folder(choice)

    def _choice(self, folder: Path) -> Choice:
        """The saved form of a choice: the shipped model is saved as None, because an update may replace it."""
        return None if folder == self._shipped.default_folder() else folder.name

    def _present(self, state: LibraryState) -> Choice:
        """The choice that is in use, which may differ from the saved one."""
        try:
            return self._choice(self._in_use(state).model.folder)
        except ModelError:
            return None

    def _in_use(self, state: LibraryState) -> _InUse:
        if state.active is None:
            return _InUse(self._inspector.runnable(self._shipped.default_folder()))
        try:
            return _InUse(self._inspector.runnable(self._folder(state.active)))
        except ModelError as error:
            model = self._inspector.runnable(self._shipped.default_folder())
            return _InUse(
                model,
                Message(
                    "The model {model}, which you chose, cannot be used: {reason} {used}, which came with the "
                    "program, is used instead."
                ).fill(model=state.active, reason=error.message, used=model.manifest.id),
            )

    def _previous_index(self, state: LibraryState) -> int | None:
        """Index in the history of the last usable model other than the present one; None if there is none."""
        present = self._present(state)
        for index in reversed(range(len(state.history))):
            choice = state.history[index]
            with suppress(ModelError):
                if choice != present and self._summary(self._folder_of(choice), state).can_be_used:
                    return index
        return None

    def _check_usable(self, model: ModelSummary) -> None:
        if model.trouble:
            hint = Message("Restore its folder from where it came from, or choose another model.")
            raise ModelError(
                Message("The model {model} cannot be used: {reason}").fill(model=model.id, reason=model.trouble),
                hint=hint,
            )
        self._try(open_model(model.folder), model.id)

    def _try(self, model: StoredModel, name: str) -> None:
        try:
            self._check(model)
        except GestureAppError as error:
            raise ModelError(
                Message("The model {name} does not work: {reason}").fill(name=name, reason=error.message),
                hint=error.hint,
            ) from error

    def _summary(self, folder: Path, state: LibraryState, active: Path | None = None) -> ModelSummary:
        summary = self._inspector.summary(folder, forced=state.forced, active=active)
        return replace(summary, name=state.names.get(summary.id, ""))


@dataclass(frozen=True)
class _InUse:
    model: StoredModel
    warning: str = ""
