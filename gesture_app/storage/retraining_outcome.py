"""The outcome of a retraining in the manifest of the model that it made, so that the verdict can be shown again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gesture_app.domain.models.model_summary import GATE
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.storage.decoding import DecodingError, decode, to_plain
from gesture_app.storage.message_codec import sources_of, with_sources

MAX_LISTED = 1000
"""Most recordings that each list in a manifest names, so that manifests stay small."""

_HERE, _BASE = "here", "base"
_NOTE_SOURCES = "note_sources"
_LISTS = ("changed", "doubtful", "new_labels", "notes")


def outcome_metrics(outcome: RetrainOutcome) -> dict[str, Any]:
    """The verdict and both comparisons for a manifest's ``metrics``, where ``figures_from`` finds them, too."""
    return {
        GATE: to_plain(outcome.verdict),
        _HERE: {**_counted(outcome.here), "across_sessions": outcome.across_sessions},
        _BASE: _counted(outcome.base),
    }


def outcome_evidence(outcome: RetrainOutcome) -> dict[str, Any]:
    """The lists of an outcome for a manifest's ``data``: changed answers, doubtful labels, new labels and notes."""
    lists = {name: to_plain(getattr(outcome, name)[:MAX_LISTED]) for name in _LISTS}
    return {**lists, _NOTE_SOURCES: sources_of(outcome.notes[:MAX_LISTED])}


def decode_outcome(
    model_id: str, folder: str, parent_id: str | None, metrics: Mapping[str, Any], data: Mapping[str, Any]
) -> RetrainOutcome | None:
    """The outcome of the retraining that made a model, from the model's manifest.

    A manifest may come from anybody, so everything in it is checked.

    Args:
        model_id: The id of the model in this library.
        folder: The model's folder.
        parent_id: The id of the model that it was trained from.
        metrics: The manifest's metrics.
        data: The manifest's data.

    Returns:
        The outcome, with empty lists where the manifest has none; None without a complete and consistent verdict.
    """
    here = metrics.get(_HERE)
    content = {
        "model_id": model_id,
        "folder": folder,
        "parent_id": parent_id or "",
        "verdict": metrics.get(GATE),
        "here": here,
        "base": metrics.get(_BASE),
        "across_sessions": isinstance(here, Mapping) and here.get("across_sessions") is True,
        **{name: data[name] for name in _LISTS if name in data},
    }
    try:
        outcome = decode(RetrainOutcome, content)
    except DecodingError:
        return None
    return replace(outcome, notes=with_sources(outcome.notes, data.get(_NOTE_SOURCES)))


def _counted(comparison: Comparison) -> dict[str, Any]:
    return {"hands": comparison.new.total, **to_plain(comparison)}
