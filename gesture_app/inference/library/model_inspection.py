"""Inspection of models: summaries for lists, integrity checks, and a test prediction."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime, timezone
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.domain.models.model_summary import ModelOrigin, ModelSummary, figures_from, gate_verdict
from gesture_app.errors import ModelError
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.manifest import ONNX_NAME, Manifest, read_manifest
from gesture_app.inference.library.model_store import DigestCache, StoredModel, open_model
from gesture_app.inference.selection import warm_up
from gesture_app.storage.learnt_samples import LearntFolder
from gesture_app.storage.retraining_outcome import decode_outcome

IMPORTED_AT = "imported_at"
"""Key in a manifest's ``data`` for the time of the import, in ISO 8601."""


def check_answers(model: StoredModel) -> None:
    """Load a model as the app does, and run it once.

    Raises:
        GestureAppError: If it cannot be loaded, or its output does not fit its labels.
    """
    classifier = OnnxClassifier(model)
    try:
        warm_up(classifier)
    finally:
        classifier.close()


class ModelInspector:
    """Reads manifests and verifies the files of models; digests are cached until a file changes.

    Any thread may call any method.

    Args:
        own_root: The folder of the user's own models; all others are shipped ones.
        learnt: What was imported as learnt at once.
        detector_id: The hand detector in use; None if that is not known.
    """

    def __init__(self, own_root: Path, learnt: LearntFolder, detector_id: str | None = None) -> None:
        self._own_root = own_root
        self._learnt = learnt
        self._detector_id = detector_id
        self._digests = DigestCache()

    def is_shipped(self, folder: Path) -> bool:
        """Whether a model is a shipped one."""
        return folder.parent != self._own_root

    def runnable(self, folder: Path) -> StoredModel:
        """Open a model and verify its ONNX file, which runs on any machine.

        Raises:
            ModelError: If its manifest cannot be used, or the file is missing or damaged.
        """
        model = open_model(folder)
        model.verified(ONNX_NAME, self._digests)
        return model

    def summary(self, folder: Path, *, forced: Set[str] = frozenset(), active: Path | None = None) -> ModelSummary:
        """The summary of a model, usable or not.

        Args:
            folder: The model's folder.
            forced: The ids of models that were forced.
            active: The folder of the active model.
        """
        name, is_active = folder.name, folder == active
        try:
            manifest = read_manifest(folder)
        except ModelError as error:
            origin = ModelOrigin.SHIPPED if self.is_shipped(folder) else ModelOrigin.IMPORTED
            return ModelSummary(name, folder, origin, is_active=is_active, trouble=error.message)
        learnt = self._learnt.read(manifest.seal) if manifest.features is not None else None
        verdict, reasons = gate_verdict(manifest.metrics, is_forced=name in forced)
        outcome = decode_outcome(name, str(folder), manifest.parent, manifest.metrics, manifest.data)
        return ModelSummary(
            id=name,
            folder=folder,
            origin=ModelOrigin.SHIPPED if self.is_shipped(folder) else _origin(manifest),
            labels=manifest.labels,
            made_at=_time_of(manifest.data.get("made_at")),
            parent=manifest.parent,
            figures=figures_from(manifest.metrics),
            verdict=verdict,
            reasons=reasons if outcome is None else outcome.reasons,
            is_active=is_active,
            trouble=self._trouble(folder, manifest),
            warning=self.warning_about(manifest),
            gives_features=manifest.features is not None,
            imported_samples={} if learnt is None else learnt.person_by_key,
        )

    def warning_about(self, manifest: Manifest) -> str:
        """Why a model may answer less well than it was measured, as sentences; empty if nothing is known."""
        if self._detector_id in (None, manifest.detector):
            return ""
        return Message(
            "The model {model} was trained on hands found by {trained}, but {used} is in use, so it may answer less "
            "well. Retrain it, or use another model."
        ).fill(model=manifest.id, trained=manifest.detector, used=self._detector_id)

    def _trouble(self, folder: Path, manifest: Manifest) -> str:
        if manifest.id != folder.name:
            return Message("Its folder is called {folder}, but its manifest says {model}.").fill(
                folder=folder.name, model=manifest.id
            )
        try:
            open_model(folder).verify(self._digests)
        except ModelError as error:
            return error.message
        return ""


def _origin(manifest: Manifest) -> ModelOrigin:
    is_own = manifest.data.get("origin") == ModelOrigin.RETRAINED.value and IMPORTED_AT not in manifest.data
    return ModelOrigin.RETRAINED if is_own else ModelOrigin.IMPORTED


def _time_of(value: object) -> str:
    """A time as ISO 8601 in UTC, which is assumed if it has no offset; empty if it is no time."""
    try:
        time = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
        return (time if time.tzinfo else time.replace(tzinfo=timezone.utc)).astimezone(timezone.utc).isoformat()
    except (ValueError, OverflowError):
        return ""
