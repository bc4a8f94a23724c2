"""Folders of models, and the verification of a model's files before use."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.message import Message
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import KERAS_NAME, MANIFEST_NAME, ONNX_NAME, Manifest, read_manifest

_log = logging.getLogger(__name__)

_RESTORE = Message("Restore the folder from where it came from, or choose another model.")


@dataclass(frozen=True)
class StoredModel:
    """A model on disk with a valid manifest. Its files are verified on access.

    Attributes:
        folder: The model's folder.
        manifest: Its manifest.
    """

    folder: Path
    manifest: Manifest

    @property
    def onnx_file(self) -> Path:
        """The verified ONNX export."""
        return self.verified(ONNX_NAME)

    @property
    def keras_file(self) -> Path:
        """The verified Keras model."""
        return self.verified(KERAS_NAME)

    def verified(self, name: str, digest_of: Callable[[Path], str] | None = None) -> Path:
        """The path of one of the model's files, after comparing its SHA-256 with the manifest.

        Args:
            name: The name of the file.
            digest_of: Computes the SHA-256 of a file; by default :func:`sha256_of`.

        Raises:
            ModelError: If the manifest does not list it, it is missing, or its contents differ.
        """
        expected = self.manifest.files.get(name)
        if expected is None:
            raise ModelError(
                Message("The model {model} does not list a file {name}.").fill(model=self.manifest.id, name=name),
                hint=_RESTORE,
            )
        path = self.folder / name
        try:
            digest = (digest_of or sha256_of)(path)
        except OSError as error:
            raise ModelError(
                Message("{path} cannot be read: {reason}.").fill(path=path, reason=error.strerror), hint=_RESTORE
            ) from error
        if digest != expected:
            raise ModelError(
                Message("{path} is damaged: its contents do not match the manifest.").fill(path=path), hint=_RESTORE
            )
        return path

    def verify(self, digest_of: Callable[[Path], str] | None = None) -> None:
        """Verify every listed file, of which the ONNX export must be one.

        Args:
            digest_of: As for :meth:`verified`.

        Raises:
            ModelError: If a file is missing, unlisted or damaged.
        """
        for name in {ONNX_NAME: "", **self.manifest.files}:
            self.verified(name, digest_of)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, as hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


class DigestCache:
    """SHA-256 of files, computed again only after their size, time or inode changed. Any thread may call it."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, int, int], str]] = {}

    def __call__(self, path: Path) -> str:
        """The SHA-256 of a file's content.

        Raises:
            OSError: If it cannot be read.
        """
        state = path.stat()
        stamp = state.st_size, state.st_mtime_ns, state.st_ino
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            known = self._known[path] = stamp, sha256_of(path)
        return known[1]


def open_model(folder: Path, *, gestures: Collection[str] = DEFAULT_LABELS.gestures) -> StoredModel:
    """Open a model folder.

    A model that was made before a gesture was added, or for fewer gestures, never predicts the ones that it lacks.

    Args:
        folder: The model's folder.
        gestures: Gestures of which the model must know at least one; empty to accept any model.

    Raises:
        ModelError: If the folder or its manifest cannot be used, or the model knows none of the gestures.
    """
    manifest = read_manifest(folder)
    if gestures and not set(gestures) & set(manifest.labels.gestures):
        raise ModelError(
            Message("The model {model} does not know {gestures}; it was made for {known}.").fill(
                model=manifest.id, gestures=", ".join(gestures), known=", ".join(manifest.labels.labels)
            ),
            hint=Message("Choose a model made for at least one of these gestures."),
        )
    return StoredModel(folder, manifest)


class ModelStore:
    """The models in one or more folders.

    Args:
        roots: Folders with one folder for each model, in order. Missing and unreadable ones are skipped, and so are
            hidden folders in them, in which models are created.
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = tuple(roots)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that hold models."""
        return self._roots

    def folders(self) -> list[Path]:
        """Every folder with a manifest, usable or not."""
        return [folder for root in self._roots for folder in _model_folders(root)]

    def default(self) -> StoredModel:
        """Open the first model. A damaged one is an error and not skipped, because another model predicts differently.

        Raises:
            ModelError: If there is none, or the first one cannot be used.
        """
        return open_model(self.default_folder())

    def default_folder(self) -> Path:
        """The folder of the first model, usable or not.

        Raises:
            ModelError: If there is none.
        """
        folders = self.folders()
        if not folders:
            places = ", ".join(str(root) for root in self._roots)
            hint = Message("Fetch the program again, or train a model: python -m training train.")
            raise ModelError(Message("There is no model in {places}.").fill(places=places), hint=hint)
        return folders[0]


def _model_folders(root: Path) -> list[Path]:
    try:
        if not root.is_dir():
            return []
        inside = sorted(folder for folder in root.iterdir() if not folder.name.startswith("."))
    except OSError as error:
        _log.warning("%s cannot be searched for models: %s", root, error)
        return []
    return [folder for folder in inside if _holds_manifest(folder)]


def _holds_manifest(folder: Path) -> bool:
    try:
        return (folder / MANIFEST_NAME).is_file()
    except OSError as error:
        _log.warning("%s cannot be looked into: %s", folder, error)
        return False
