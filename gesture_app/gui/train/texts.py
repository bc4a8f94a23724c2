"""Texts of the train page. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo

from gesture_app.domain.frames.gestures import DEFAULT_LABELS, display_name
from gesture_app.domain.models.learnt_samples import learnt_text
from gesture_app.domain.models.model_summary import Figures, GateVerdict, ModelOrigin, ModelSummary
from gesture_app.domain.retraining.comparison import Comparison, GestureChange
from gesture_app.domain.retraining.events import Failed, Progress, RetrainOutcome, RetrainPhase
from gesture_app.domain.retraining.plan import LabelPlan, RetrainPlan
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.texts import counted, session_title

PHASES = {
    RetrainPhase.PREPARE: "Reading the samples",
    RetrainPhase.FEATURES: "Looking at the hands",
    RetrainPhase.HEAD: "Learning the last layers",
    RetrainPhase.FINE_TUNE: "Fine-tuning",
    RetrainPhase.EXPORT: "Writing the model",
    RetrainPhase.CHECK: "Comparing the old and the new model",
}
"""Texts of the phases."""

CONFIDENCE_TITLE = "Confidence"
CONFIDENCE_TIP = "Mean probability of the gesture that was shown"

_ORIGINS = {
    ModelOrigin.SHIPPED: "Came with the program",
    ModelOrigin.RETRAINED: "Retrained here",
    ModelOrigin.IMPORTED: "Imported",
}
_SETS = {"here": "On you", "base": "On other people"}
_IMPORTED_SETS = {"here": "On the author's samples"}
_MINUTE_S = 60
_MACHINE_NAME = re.compile(r"-own-\d{8}t\d{6}")
"""End of the ids that retraining gives."""


def model_learnt_text(model: ModelSummary, learnt: Mapping[str, int]) -> str:
    """What a model learnt at once; empty if nothing.

    Args:
        model: The model.
        learnt: Number of samples by person.
    """
    text = learnt_text(learnt)
    imported = len(model.imported_samples)
    more = f", {imported:,} of them imported" if imported else ""
    return f"Learnt at once: {text}{more}" if text else ""


def duration_text(seconds: float) -> str:
    """A rounded duration: ``"40 seconds"``, ``"2 minutes"``."""
    if seconds < _MINUTE_S - 5:
        return f"{max(5, round(seconds / 5) * 5)} seconds"
    minutes = round(seconds / _MINUTE_S)
    return "1 minute" if minutes <= 1 else f"{minutes} minutes"


def time_left_text(seconds_left: float | None) -> str:
    """The time left."""
    return "Time left: not known yet" if seconds_left is None else f"About {duration_text(seconds_left)} left"


def phase_text(progress: Progress | None) -> str:
    """The current phase."""
    return "Starting…" if progress is None else f"{PHASES[progress.phase]}…"


def use_text(plan: RetrainPlan) -> str:
    """The samples that a retraining would use, and its duration."""
    if plan.blocking:
        return ""
    time = f"About {duration_text(plan.expected_seconds)} on a machine with nothing else to do."
    used = f"Learns from {counted(plan.training, 'sample')} and checks the result with {plan.held_out:,}."
    return " ".join(filter(None, (used, _unused_text(plan), time)))


def _unused_text(plan: RetrainPlan) -> str:
    """Where the other samples went; empty if all are used."""
    reasons = {
        "of gestures with too few samples": plan.left_out,
        "recorded just before those for the check, and too much like them": plan.between,
    }
    parts = [f"{count:,} {reason}" for reason, count in reasons.items() if count]
    return f"Not used: {' and '.join(parts)}." if parts else ""


def held_out_text(plan: RetrainPlan, infos: Sequence[SampleInfo], zone: tzinfo | None = None) -> str:
    """The held-out sessions; empty if there are none."""
    if not plan.held_out_sessions or plan.blocking:
        return ""
    begun: dict[str, str] = {}
    for info in infos:
        begun[info.session] = min(info.taken_at, begun.get(info.session, info.taken_at))
    titles = [session_title(session, begun.get(session, ""), zone) for session in plan.held_out_sessions]
    if len(titles) == 1:
        return f"Kept apart to check with: the session of {titles[0]}. Nothing is learnt from it."
    return f"Kept apart to check with: the sessions of {listed(titles)}. Nothing is learnt from them."


def sessions_text(plan: LabelPlan) -> str:
    """Number of samples of each session, oldest first: ``"20 + 12"``."""
    return " + ".join(f"{count:,}" for count in plan.by_session.values())


def validation_text(plan: LabelPlan) -> str:
    """Where the held-out samples of a gesture are from, or that it is left out."""
    if plan.is_left_out:
        return "left out"
    return "other session" if plan.across_sessions else "same session"


def headline(outcome: RetrainOutcome) -> str:
    """The decision of the gate in a sentence."""
    return (
        "The new model is better for you, and no worse for others."
        if outcome.verdict.accepted
        else "The new model is kept, but not used."
    )


def past_headline(outcome: RetrainOutcome, title_of: Callable[[str], str] = str) -> str:
    """The decision of the gate in a sentence, for an earlier model.

    Args:
        outcome: Outcome of its retraining.
        title_of: Returns the name of the model with an id.
    """
    parent = title_of(outcome.parent_id) if outcome.parent_id else "the model it was made from"
    found = (
        f"better than {parent} for the person it was made for, and no worse for others"
        if outcome.verdict.accepted
        else f"no better than {parent}, and kept, but not used"
    )
    return f"{title_of(outcome.model_id)} was found to be {found}."


def recordings_title(model: ModelSummary | None) -> str:
    """Title of the samples that a model was compared on."""
    is_imported = model is not None and model.origin is ModelOrigin.IMPORTED
    return "The author's samples" if is_imported else "Your recordings"


def changes_title(outcome: RetrainOutcome, missing: int = 0) -> str:
    """Heading with the number of samples that became right or wrong.

    Args:
        outcome: Outcome of the retraining.
        missing: Number of these samples that were deleted.
    """
    changes = outcome.changed
    if not changes:
        is_known = outcome.here.gained == outcome.here.lost == 0
        return "No picture is read differently." if is_known else "Which pictures are read differently was not kept."
    right = sum(change.new == change.shown for change in changes)
    wrong = sum(change.old == change.shown for change in changes)
    counts = {"now right": right, "now wrong": wrong, "wrong in another way": len(changes) - right - wrong}
    parts = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    gone = f" ({missing:,} of them not here any more)" if missing else ""
    return f"{counted(len(changes), 'picture')} read differently: {parts}{gone}"


def doubtful_title(doubtful: Sequence[str]) -> str:
    """Heading of the samples with doubtful labels; empty if there are none."""
    if not doubtful:
        return ""
    verb = "looks" if len(doubtful) == 1 else "look"
    return (
        f"{counted(len(doubtful), 'recording')} {verb} as if labelled wrongly: both models are sure that something "
        "else is shown. Move or delete what is wrong in the gallery, and retrain."
    )


def points_text(change: GestureChange | Comparison) -> str:
    """A change in percentage points: ``"+12"``, ``"-3"``, ``"±0"``."""
    points = change.points
    if abs(points) < 0.05:
        return "±0"
    shown = f"{abs(points):.1f}" if abs(points) < 9.95 else f"{abs(points):.0f}"
    return f"{'+' if points > 0 else '-'}{shown.removesuffix('.0')}"


def counts_text(old: int, new: int, shown: int) -> str:
    """Number of correct predictions of both models: ``"8 → 14 of 16"``."""
    return f"{old:,} → {new:,} of {shown:,}"


def percent_text(share: float) -> str:
    """A fraction as a percentage with one decimal: ``"97.4 %"``."""
    return f"{100 * share:.1f} %"


def model_title(model: ModelSummary, zone: tzinfo | None = None) -> str:
    """Name of a model for people: the one that they gave it, else where it comes from and when it was made.

    Args:
        model: The model.
        zone: Time zone; None for that of the system.
    """
    if model.name:
        return model.name
    if model.is_shipped:
        return f"Built-in model ({model.id})"
    if model.made_at and _MACHINE_NAME.search(model.id):
        return f"My model of {session_title('', model.made_at, zone)}"
    return model.id


def made_text(model: ModelSummary, zone: tzinfo | None = None) -> str:
    """Origin, date and parent of a model."""
    made = f", made {session_title('', model.made_at, zone)}" if model.made_at else ""
    parent = f", from {model.parent}" if model.parent and not model.is_shipped else ""
    return f"{_ORIGINS[model.origin]}{made}{parent}"


def state_text(model: ModelSummary) -> str:
    """State of a model, shown beside its name."""
    texts = ["in use"] if model.is_active else []
    if model.trouble:
        texts.append("cannot be used")
    elif model.verdict is GateVerdict.FORCED:
        texts.append("used although it was found to be no better")
    elif model.verdict is GateVerdict.REFUSED:
        texts.append("kept, not used")
    return ", ".join(texts)


def new_gestures_text(model: ModelSummary) -> str:
    """Gestures of a model besides the default ones; empty if there are none."""
    gestures = model.labels.gestures if model.labels else ()
    new = [display_name(label) for label in gestures if label not in DEFAULT_LABELS.labels]
    return f"Also knows {listed(new)}" if new else ""


def figures_text(model: ModelSummary) -> str:
    """Accuracies of a model: ``"On you 71.0 % → 94.0 %"``; empty if its manifest has none."""
    sets = {**_SETS, **_IMPORTED_SETS} if model.origin is ModelOrigin.IMPORTED else _SETS
    parts = [_figures_part(figures, sets) for figures in model.figures if figures.accuracy is not None]
    return " · ".join(parts)


def _figures_part(figures: Figures, sets: Mapping[str, str]) -> str:
    name = sets.get(figures.name, f"{figures.name.replace('_', ' ')}:")
    before = "" if figures.accuracy_before is None else f"{percent_text(figures.accuracy_before)} → "
    hands = "" if figures.hands is None else f" ({counted(figures.hands, 'hand')})"
    return f"{name[:1].upper()}{name[1:]} {before}{percent_text(figures.accuracy or 0.0)}{hands}"


def crash_failure(code: int, *, was_killed: bool) -> Failed:
    """Failure of a process that died without reporting a reason."""
    how = "was ended from outside, or crashed" if was_killed else f"ended with exit code {code}"
    return Failed(
        f"The training process {how} before it was done.",
        "Nothing was changed; the model in use goes on. Perhaps memory ran out: close other programs, and try again. "
        "The last lines of its log are on the Train page.",
    )


def flood_failure() -> Failed:
    """Failure of a process samples_title output cannot be handled fast enough."""
    return Failed(
        "The training process said more than can be taken in, and was ended.",
        "Nothing was changed. Try again; if it happens again, report it with the last lines of the log.",
    )


def start_failure(reason: str) -> Failed:
    """Failure of a process that could not be started."""
    return Failed(
        f"The training process could not be started: {reason}.",
        "Install the program again, or set it up anew: python scripts/setup.py setup",
    )


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: ``"a, b and c"``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
