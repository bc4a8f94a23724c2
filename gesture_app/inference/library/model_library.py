"""The models that came with the program and the person's own, and which of them is in use."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

from gesture_app.domain.models.model_summary import GateVerdict, ModelImport, ModelSummary
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.errors import GestureAppError, ModelError
from gesture_app.inference.library.library_state import FILE_NAME, Choice, LibraryState, read_state, write_state
from gesture_app.inference.library.manifest import MANIFEST_NAME, read_manifest
from gesture_app.inference.library.model_archive import ID_MOST, export_model, unpack_model
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
from gesture_app.storage.retraining_outcome import decode_outcome

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The time."""
    return datetime.now(timezone.utc)


class FolderModelLibrary:
    """A :class:`~gesture_app.domain.ports.ModelLibrary` in two folders.

    The own one also holds ``active.json``, which says what is in use, and hidden folders in which models are being made
    or removed; those that killed processes left are cleared away.

    Args:
        shipped_root: The models that came with the program; never written to.
        own_root: The person's own; made when something is written.
        check: Loads a model and lets it answer; raises ``GestureAppError`` where it cannot.
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
        self._inspector = ModelInspector(own_root, detector_id)
        self._state_warning = ""
        self._lock = threading.RLock()
        clear_leftovers(own_root, now())

    @property
    def own_root(self) -> Path:
        """Where the person's own models are, and where new ones are made."""
        return self._own_root

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that are looked through."""
        return (*self._shipped.roots, *self._own.roots)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about what is not as the person left it."""
        with self._lock:
            state = self._state()
            warnings = [self._state_warning, *self._clashes()]
            with suppress(ModelError):
                in_use = self._in_use(state)
                warnings += [in_use.warning, self._inspector.warning_about(in_use.model.manifest)]
            return tuple(filter(None, warnings))

    def listed(self) -> tuple[ModelSummary, ...]:
        """All models, usable or not: those that came with the program, then the person's own, newest first."""
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
        """The model in use."""
        with self._lock:
            state = self._state()
            folder = self._in_use(state).model.folder
            return self._summary(folder, state, folder)

    def active_model(self) -> StoredModel:
        """The model in use, for those who run it.

        Raises:
            ModelError: If neither the chosen one nor the one that came with the program can be used.
        """
        with self._lock:
            return self._in_use(self._state()).model

    def stored(self, model_id: str) -> StoredModel:
        """A model, for those who run it.

        Raises:
            ModelError: If there is none of that id, or its manifest cannot be used.
        """
        with self._lock:
            return open_model(self._folder(model_id))

    def previous(self) -> ModelSummary | None:
        """The model that :meth:`roll_back` would take up again."""
        with self._lock:
            state = self._state()
            place = self._place_before(state)
            return None if place is None else self._summary(self._folder_of(state.history[place]), state)

    def outcome_of(self, model_id: str) -> RetrainOutcome | None:
        """What came of the retraining that made a model; None where it was made otherwise, or that was not kept."""
        with self._lock:
            folder = self._folder(model_id)
            manifest = read_manifest(folder)
        return decode_outcome(model_id, str(folder), manifest.parent, manifest.metrics, manifest.data)

    def activate(self, model_id: str, *, forced: bool = False) -> ModelSummary:
        """Use a model from now on, after checking that it is whole and answers."""
        with self._lock:
            state = self._state()
            model = self._summary(self._folder(model_id), state)
            self._check_usable(model)
            must_force = model.verdict is GateVerdict.REFUSED
            if must_force and not forced:
                raise ModelError(
                    f"The model {model_id} is kept, but not used: it was found to be no improvement.",
                    hint=" ".join((*model.reasons, "You can force it, and go back at any time.")),
                )
            forced_id = model_id if must_force else None
            return self._use(model, state.using(self._choice(model.folder), self._present(state), forced=forced_id))

    def roll_back(self) -> ModelSummary:
        """Use the model again that was in use before; another call goes back one more."""
        with self._lock:
            state = self._state()
            place = self._place_before(state)
            if place is None:
                raise ModelError("There is no earlier model to go back to.", hint="Choose one from the list of models.")
            model = self._summary(self._folder_of(state.history[place]), state)
            self._check_usable(model)
            return self._use(model, state.rolled_back_to(place))

    def remove(self, model_id: str) -> None:
        """Remove an own model for good."""
        with self._lock:
            folder = self._folder(model_id)
            state = self._state()
            if self._inspector.is_shipped(folder):
                hint = "Only models that were retrained or imported can be removed."
                raise ModelError(f"The model {model_id} came with the program and stays.", hint=hint)
            if self._present(state) == model_id:
                raise ModelError(f"The model {model_id} is in use.", hint="Use another one first, then remove it.")
            gone = folder.with_name(f"{REMOVING}{model_id}")
            with disk_errors(f"The model {model_id} cannot be removed"):
                folder.replace(gone)
                try:
                    if (without := state.without(model_id)) != state:
                        write_state(self._state_file, without)
                except OSError:
                    gone.replace(folder)
                    raise
            delete(gone)

    def export(self, model_id: str, target: Path) -> None:
        """Write a model so that another machine can import it."""
        export_model(self.stored(model_id), target)

    def import_archive(self, source: Path) -> ModelImport:
        """Add a model that :meth:`export` wrote, after checking all that is in it."""
        with disk_errors(f"{source} cannot be imported"), temporary_folder(self._own_root) as folder:
            model = unpack_model(source, folder)
            self._try(model, f"in {source}")
            with self._lock:
                return self._take_in(model)

    def _take_in(self, model: StoredModel) -> ModelImport:
        """Give an unpacked and checked model its name, unless it is known."""
        state = self._state()
        for known in self.listed():
            if not known.trouble and read_manifest(known.folder).seal == model.manifest.seal:
                return ModelImport(known, was_known=True)
        model_id = self._free_id(model.manifest.id)
        data = {**model.manifest.data, IMPORTED_AT: self._now().isoformat(timespec="seconds")}
        manifest = replace(model.manifest, id=model_id, data=data)
        write_atomically(model.folder / MANIFEST_NAME, manifest.to_json().encode())
        folder = self._own_root / model_id
        model.folder.rename(folder)
        return ModelImport(self._summary(folder, state), was_known=False)

    def _free_id(self, wanted: str) -> str:
        """The name, with a number where it is taken; case makes no other name, for some file systems ignore it."""
        taken = {name.casefold() for name in (*self._folders(), *(path.name for path in self._own_root.iterdir()))}
        number, model_id = 1, wanted
        while model_id.casefold() in taken:
            number += 1
            ending = f"-{number}"
            model_id = wanted[: ID_MOST - len(ending)] + ending
        return model_id

    def _use(self, model: ModelSummary, state: LibraryState) -> ModelSummary:
        with disk_errors("The choice of a model cannot be kept"):
            write_state(self._state_file, state)
        self._state_warning = ""
        return self._summary(model.folder, state, model.folder)

    def _state(self) -> LibraryState:
        """What was chosen; a file that is damaged is put aside, so that its contents are not lost."""
        try:
            return read_state(self._state_file)
        except (OSError, ValueError) as error:
            why = (error.strerror or error) if isinstance(error, OSError) else error
            self._state_warning = (
                f"Which model you chose cannot be read from {self._state_file}: {why}. "
                "The one that came with the program is used; choose again."
            )
            _log.warning("%s", self._state_warning)
            if isinstance(error, ValueError):
                with suppress(OSError):
                    self._state_file.replace(self._state_file.with_suffix(".damaged"))
            return LibraryState()

    def _folders(self) -> dict[str, Path]:
        """Every model's folder by id; where two share one, that of the model that came with the program."""
        return {folder.name: folder for folder in (*self._own.folders(), *self._shipped.folders())}

    def _clashes(self) -> Iterator[str]:
        folders = self._folders()
        for folder in self._own.folders():
            if folders[folder.name] != folder:
                yield f"{folder} has the name of a model that came with the program and is left out. Rename it."

    def _folder(self, model_id: str) -> Path:
        folder = self._folders().get(model_id)
        if folder is None:
            hint = "`gesture-app models list` shows the ones there are."
            raise ModelError(f"There is no model {model_id}.", hint=hint)
        return folder

    def _folder_of(self, choice: Choice) -> Path:
        return self._shipped.default_folder() if choice is None else self._folder(choice)

    def _choice(self, folder: Path) -> Choice:
        """How a choice is kept: an update of the program may bring another model in place of its own."""
        return None if folder == self._shipped.default_folder() else folder.name

    def _present(self, state: LibraryState) -> Choice:
        """What is in use, whatever was chosen."""
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
                f"The model {state.active}, which you chose, cannot be used: {error.message} "
                f"{model.manifest.id}, which came with the program, is used instead.",
            )

    def _place_before(self, state: LibraryState) -> int | None:
        """Where in the history the last model is that is another than the present one, and can be used now."""
        present = self._present(state)
        for place in reversed(range(len(state.history))):
            choice = state.history[place]
            with suppress(ModelError):
                if choice != present and self._summary(self._folder_of(choice), state).can_be_used:
                    return place
        return None

    def _check_usable(self, model: ModelSummary) -> None:
        if model.trouble:
            hint = "Restore its folder from where it came from, or choose another model."
            raise ModelError(f"The model {model.id} cannot be used: {model.trouble}", hint=hint)
        self._try(open_model(model.folder), model.id)

    def _try(self, model: StoredModel, name: str) -> None:
        try:
            self._check(model)
        except GestureAppError as error:
            raise ModelError(f"The model {name} does not work: {error.message}", hint=error.hint) from error

    def _summary(self, folder: Path, state: LibraryState, active: Path | None = None) -> ModelSummary:
        return self._inspector.summary(folder, forced=state.forced, active=active)


@dataclass(frozen=True)
class _InUse:
    model: StoredModel
    warning: str = ""
