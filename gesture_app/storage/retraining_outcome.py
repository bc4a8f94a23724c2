"""The outcome of a retraining in the manifest of the model that it made, so that the verdict can be shown again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gesture_app.domain.models.model_summary import GATE
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.storage.decoding import DecodingError, decode, to_plain

MAX_LISTED = 1000
"""Most recordings that each list in a manifest names, so that manifests stay small."""

_HERE, _BASE = "here", "base"
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
    return {name: to_plain(getattr(outcome, name)[:MAX_LISTED]) for name in _LISTS}


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
        return decode(RetrainOutcome, content)
    except DecodingError:
        return None


def _counted(comparison: Comparison) -> dict[str, Any]:
    return {"hands": comparison.new.total, **to_plain(comparison)}
