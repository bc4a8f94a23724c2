"""Model archives: zip files with a model's folder."""

from __future__ import annotations

import re
import stat
import zipfile
from pathlib import Path, PurePosixPath

from gesture_app.domain.message import Message
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.samples.labels import check_slug
from gesture_app.errors import ModelError, reason_of
from gesture_app.inference.library.keras_files import check_keras_file
from gesture_app.inference.library.learnt_files import LEARNT_NAMES, learnt_files
from gesture_app.inference.library.manifest import KERAS_NAME, MANIFEST_NAME, Manifest, read_manifest
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.storage.atomic import FileSystem, atomic_path
from gesture_app.storage.zip_reader import MIB, ZipLimits, ZipReader

CARD_NAME = "MODEL_CARD.md"
"""Name of the model card, the description for users."""

MODEL_LIMITS = ZipLimits(entries=64, entry_bytes=256 * MIB, total_bytes=512 * MIB)
"""Limits of a model archive. The shipped model has four files and 20 MB."""

MAX_ID_LENGTH = 80
"""Maximum length of an imported model's id."""

_FILES = FileSystem()
_MADE = (1980, 1, 1, 0, 0, 0)
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows reserves for devices, with any ending. Source: learn.microsoft.com, "Naming Files, Paths, and
Namespaces"."""

_ADVICE = Message("Nothing was imported. Choose a model that this program exported.")


def export_model(model: StoredModel, target: Path, learnt: LearntSamples | None = None) -> None:
    """Write a model's manifest, listed files and card to an archive atomically; an existing file is replaced.

    Args:
        model: The model; all its files are verified.
        target: The archive.
        learnt: What was learnt at once with this model, to be written, too; None to leave it out.

    Raises:
        ModelError: If the model is damaged, too large to be imported again, or the archive cannot be written.
    """
    if target.is_dir():
        raise ModelError(
            Message("{path} is a folder.").fill(path=target),
            hint=Message("Name a file in it, such as {path}.zip.").fill(path=target / model.manifest.id),
        )
    model.verify()
    names = [MANIFEST_NAME, *sorted(model.manifest.files)]
    if (model.folder / CARD_NAME).is_file() and CARD_NAME not in names:
        names.append(CARD_NAME)
    try:
        _check_sizes([(model.folder / name).stat().st_size for name in names])
        with atomic_path(target) as temporary, zipfile.ZipFile(temporary, "w") as archive:
            for name in names:
                entry = zipfile.ZipInfo(f"{model.manifest.id}/{name}", _MADE)
                archive.writestr(entry, (model.folder / name).read_bytes(), zipfile.ZIP_DEFLATED)
            for name, content in learnt_files(learnt).items():
                archive.writestr(zipfile.ZipInfo(f"{model.manifest.id}/{name}", _MADE), content, zipfile.ZIP_DEFLATED)
    except (OSError, ValueError) as error:
        why = (error.strerror or error) if isinstance(error, OSError) else error
        hint = Message("Choose another place, or make room on the disk.")
        raise ModelError(
            Message("{path} cannot be written: {reason}.").fill(path=target, reason=why), hint=hint
        ) from error


def unpack_model(source: Path, folder: Path) -> StoredModel:
    """Copy a model from an archive or a folder to an empty folder, and check all but its predictions.

    Args:
        source: An archive that :func:`export_model` wrote, or a model's folder.
        folder: The target; after a failure its content is unusable.

    Raises:
        ModelError: If it is damaged or not to be trusted, or cannot be copied.
    """
    try:
        if source.is_dir():
            _copy_files(source, folder)
        else:
            _unzip(source, folder)
        model = StoredModel(folder, read_manifest(folder))
        _check_names(model.manifest)
        model.verify()
        if KERAS_NAME in model.manifest.files:
            check_keras_file(folder / KERAS_NAME)
    except OSError as error:
        hint = Message("Nothing was imported. Check that it may be read, and make room on the disk.")
        raise ModelError(
            Message("{path} cannot be copied: {reason}.").fill(path=source, reason=error.strerror or error), hint=hint
        ) from error
    except ValueError as error:
        raise ModelError(
            Message("{path} is not imported: {reason}.").fill(path=source, reason=reason_of(error)), hint=_ADVICE
        ) from error
    except ModelError as error:
        # Users know the source, not the temporary folder.
        raise ModelError(error.message.replace(str(folder), str(source)), hint=error.hint) from error
    return model


def check_model_id(model_id: str) -> None:
    """Refuse an id that is not a safe folder name on every system.

    Raises:
        ValueError: If it is not.
    """
    if not _ID.fullmatch(model_id) or len(model_id) > MAX_ID_LENGTH or _RESERVED.fullmatch(model_id):
        raise ValueError(f"{model_id[:MAX_ID_LENGTH]!r} is no name for a model")


def _check_names(manifest: Manifest) -> None:
    check_model_id(manifest.id)
    for label in manifest.labels.labels:
        check_slug(label)


def _unzip(source: Path, folder: Path) -> None:
    with ZipReader(source, MODEL_LIMITS, error=ModelError, advice=_ADVICE) as archive, archive.refusing():
        manifests = [name for name in archive.names if PurePosixPath(name).name == MANIFEST_NAME]
        if len(manifests) != 1:
            raise ValueError(f"it should have one {MANIFEST_NAME}, and has {len(manifests)}")
        root = manifests[0].removesuffix(MANIFEST_NAME)
        if root.count("/") > 1:
            raise ValueError(f"its {MANIFEST_NAME} lies too deep")
        _FILES.write(folder / MANIFEST_NAME, archive.read(manifests[0]))
        wanted = _wanted(read_manifest(folder))
        for name in archive.names:
            plain = name.removeprefix(root)
            if not name.startswith(root) or plain not in {MANIFEST_NAME, *wanted, *LEARNT_NAMES}:
                raise ValueError(f"{name!r} is no part of the model")
            if plain != MANIFEST_NAME:
                _FILES.write(folder / plain, archive.read(name))


def _copy_files(source: Path, folder: Path) -> None:
    """Copy only the files of the model; its folder may hold others, such as reports."""
    read_manifest(source)
    _FILES.write(folder / MANIFEST_NAME, _read_plain(source / MANIFEST_NAME))
    for name in _wanted(read_manifest(folder)):
        if name != CARD_NAME or (source / name).is_file():
            _FILES.write(folder / name, _read_plain(source / name))
    for name in LEARNT_NAMES:
        if (source / name).is_file():
            _FILES.write(folder / name, _read_plain(source / name))


def _wanted(manifest: Manifest) -> list[str]:
    names = list(dict.fromkeys((*manifest.files, CARD_NAME)))
    if len({name.casefold() for name in (*names, MANIFEST_NAME)}) <= len(names):
        raise ModelError(
            Message("The manifest of {model} lists a file twice, or itself.").fill(model=manifest.id), hint=_ADVICE
        )
    return names


def _read_plain(path: Path) -> bytes:
    """The content of a regular file that is no larger than a model's file may be."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise ModelError(Message("{path} is no file.").fill(path=path), hint=_ADVICE)
    if state.st_size > MODEL_LIMITS.entry_bytes:
        raise ModelError(
            Message("{path} is larger than {size} MiB.").fill(path=path, size=MODEL_LIMITS.entry_bytes // MIB),
            hint=_ADVICE,
        )
    return path.read_bytes()


def _check_sizes(sizes: list[int]) -> None:
    if max(sizes) > MODEL_LIMITS.entry_bytes or sum(sizes) > MODEL_LIMITS.total_bytes:
        raise ValueError("it would be too large to be imported again")
