"""The files of a model archive that hold what was learnt at once with the model."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from gesture_app.domain.message import Message
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.errors import ModelError, reason_of
from gesture_app.inference.library.manifest import Manifest
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.storage.decoding import decode, parse_json, require_version, to_plain
from gesture_app.storage.learnt_samples import decode_learnt, encode_learnt

LEARNT_NAME, LEARNT_DIGEST_NAME = LEARNT_NAMES = ("learnt.npz", "learnt.json")
"""The samples, and the file with their SHA-256 and the seal of their model."""

_VERSION = 1
_DIGEST_BYTES = 10_000
_ADVICE = Message("Nothing was imported. Export it again, or without what was learnt at once.")


def learnt_files(learnt: LearntSamples | None) -> dict[str, bytes]:
    """The content of the files by name; none for None."""
    if learnt is None:
        return {}
    content = encode_learnt(learnt)
    digest = _Digest(hashlib.sha256(content).hexdigest(), learnt.seal)
    listing = json.dumps({"version": _VERSION, **to_plain(digest)}, indent=2) + "\n"
    return {LEARNT_NAME: content, LEARNT_DIGEST_NAME: listing.encode()}


def read_learnt(model: StoredModel) -> LearntSamples | None:
    """What was learnt at once and came with an unpacked model; None if nothing came.

    Raises:
        ModelError: If it is damaged, or belongs to another model.
    """
    path = model.folder / LEARNT_NAME
    try:
        if not path.is_file():
            return None
        listing = parse_json((model.folder / LEARNT_DIGEST_NAME).read_bytes(), max_bytes=_DIGEST_BYTES)
        require_version(listing, "version", _VERSION)
        return _verified(path.read_bytes(), decode(_Digest, listing), model.manifest)
    except (OSError, ValueError) as error:
        why = (error.strerror or error) if isinstance(error, OSError) else reason_of(error)
        message = Message("What was learnt at once with {model} cannot be imported: {reason}.").fill(
            model=model.manifest.id, reason=why
        )
        raise ModelError(message, hint=_ADVICE) from error


@dataclass(frozen=True)
class _Digest:
    """The keys of the file beside the samples."""

    sha256: str
    seal: str


def _verified(content: bytes, listed: _Digest, manifest: Manifest) -> LearntSamples:
    if hashlib.sha256(content).hexdigest() != listed.sha256:
        raise ValueError("it is damaged, its contents do not match their SHA-256")
    learnt = decode_learnt(content)
    if {learnt.seal, listed.seal} != {manifest.seal} or manifest.features is None:
        raise ValueError("it belongs to another model")
    if learnt.features.shape[1] != len(manifest.features):
        raise ValueError("it has another number of features than the model")
    return learnt
