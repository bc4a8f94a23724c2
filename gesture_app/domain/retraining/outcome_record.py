"""What a retrained model's manifest keeps of how it was judged, so that the verdict can be shown again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gesture_app.domain.models.model_summary import GATE
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import RetrainOutcome, from_plain, to_plain

MOST_KEPT = 1000
"""Recordings that each list in a manifest names at most: it has to stay small, and nobody looks through more."""

_HERE, _BASE = "here", "base"
_LISTS = ("changed", "doubtful", "new_labels", "notes")


def kept_metrics(outcome: RetrainOutcome) -> dict[str, Any]:
    """The verdict and both comparisons, for a manifest's ``metrics``; :func:`~.models.figures_from` reads them, too."""
    return {
        GATE: to_plain(outcome.verdict),
        _HERE: {**_counted(outcome.here), "across_sessions": outcome.across_sessions},
        _BASE: _counted(outcome.base),
    }


def kept_evidence(outcome: RetrainOutcome) -> dict[str, Any]:
    """What else there is to tell of it, for a manifest's ``data``."""
    return {name: to_plain(getattr(outcome, name)[:MOST_KEPT]) for name in _LISTS}


def kept_outcome(
    model_id: str, folder: str, parent_id: str | None, metrics: Mapping[str, Any], data: Mapping[str, Any]
) -> RetrainOutcome | None:
    """The outcome of the retraining that made a model.

    Args:
        model_id: The model, as it is called here.
        folder: Where it lies.
        parent_id: The model that it was trained from.
        metrics: Of its manifest.
        data: Of its manifest.

    Returns:
        The outcome; without the lists that were not kept, and None where there is no whole verdict. A manifest may come
        from anybody, so nothing in it is believed.
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
        outcome: RetrainOutcome = from_plain(RetrainOutcome, content)
    except (ValueError, TypeError):
        return None
    return outcome


def _counted(comparison: Comparison) -> dict[str, Any]:
    return {"hands": comparison.new.total, **to_plain(comparison)}
