"""Texts of the train page. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.message import Message
from gesture_app.domain.models.learnt_samples import learnt_text
from gesture_app.domain.models.model_summary import Figures, GateVerdict, ModelOrigin, ModelSummary
from gesture_app.domain.retraining.comparison import Comparison, GestureChange
from gesture_app.domain.retraining.events import Failed, Progress, RetrainOutcome, RetrainPhase
from gesture_app.domain.retraining.plan import LabelPlan, RetrainPlan
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.texts import gesture_name, session_title
from gesture_app.gui.translation import decimal, listed, number, tr, translated

PHASES = {
    RetrainPhase.PREPARE: Message("Reading the samples"),
    RetrainPhase.FEATURES: Message("Looking at the hands"),
    RetrainPhase.HEAD: Message("Learning the last layers"),
    RetrainPhase.FINE_TUNE: Message("Fine-tuning"),
    RetrainPhase.EXPORT: Message("Writing the model"),
    RetrainPhase.CHECK: Message("Comparing the old and the new model"),
}
"""Texts of the phases."""

CONFIDENCE_TITLE = Message("Confidence")
CONFIDENCE_TIP = Message("Mean probability of the gesture that was shown")

_ORIGINS = {
    ModelOrigin.SHIPPED: Message("Came with the program"),
    ModelOrigin.RETRAINED: Message("Retrained here"),
    ModelOrigin.IMPORTED: Message("Imported"),
}
_SETS = {"here": Message("On you"), "base": Message("On other people")}
_IMPORTED_SETS = {"here": Message("On the author's samples")}
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
    if not text:
        return ""
    if imported:
        return tr("Learnt at once: {learnt}, {imported} of them imported").format(
            learnt=translated(text), imported=number(imported)
        )
    return tr("Learnt at once: {learnt}").format(learnt=translated(text))


def duration_text(seconds: float) -> str:
    """A rounded duration: ``"40 seconds"``, ``"2 minutes"``."""
    if seconds < _MINUTE_S - 5:
        return tr("{count} seconds").format(count=max(5, round(seconds / 5) * 5))
    minutes = max(1, round(seconds / _MINUTE_S))
    return tr("{count} minutes", "{count} minute", minutes).format(count=number(minutes))


def time_left_text(seconds_left: float | None) -> str:
    """The time left."""
    return (
        tr("Time left: not known yet")
        if seconds_left is None
        else tr("About {duration} left").format(duration=duration_text(seconds_left))
    )


def phase_text(progress: Progress | None) -> str:
    """The current phase."""
    return tr("Starting…") if progress is None else f"{translated(PHASES[progress.phase])}…"


def use_text(plan: RetrainPlan) -> str:
    """The samples that a retraining would use, and its duration."""
    if plan.blocking:
        return ""
    time = tr("About {duration} on a machine with nothing else to do.").format(
        duration=duration_text(plan.expected_seconds)
    )
    used = tr(
        "Learns from {count} samples and checks the result with {held_out}.",
        "Learns from {count} sample and checks the result with {held_out}.",
        plan.training,
    ).format(count=number(plan.training), held_out=number(plan.held_out))
    return " ".join(filter(None, (used, _unused_text(plan), time)))


def _unused_text(plan: RetrainPlan) -> str:
    """Where the other samples went; empty if all are used."""
    few = tr("{count} of gestures with too few samples").format(count=number(plan.left_out))
    near = tr("{count} recorded just before those for the check, and too much like them").format(
        count=number(plan.between)
    )
    parts = [text for text, count in ((few, plan.left_out), (near, plan.between)) if count]
    return tr("Not used: {parts}.").format(parts=listed(parts)) if parts else ""


def held_out_text(plan: RetrainPlan, infos: Sequence[SampleInfo], zone: tzinfo | None = None) -> str:
    """The held-out sessions; empty if there are none."""
    if not plan.held_out_sessions or plan.blocking:
        return ""
    begun: dict[str, str] = {}
    for info in infos:
        begun[info.session] = min(info.taken_at, begun.get(info.session, info.taken_at))
    titles = [session_title(session, begun.get(session, ""), zone) for session in plan.held_out_sessions]
    if len(titles) == 1:
        return tr("Kept apart to check with: the session of {session}. Nothing is learnt from it.").format(
            session=titles[0]
        )
    return tr("Kept apart to check with: the sessions of {sessions}. Nothing is learnt from them.").format(
        sessions=listed(titles)
    )


def sessions_text(plan: LabelPlan) -> str:
    """Number of samples of each session, oldest first: ``"20 + 12"``."""
    return " + ".join(f"{count:,}" for count in plan.by_session.values())


def validation_text(plan: LabelPlan) -> str:
    """Where the held-out samples of a gesture are from, or that it is left out."""
    if plan.is_left_out:
        return tr("left out")
    return tr("other session") if plan.across_sessions else tr("same session")


def headline(outcome: RetrainOutcome) -> str:
    """The decision of the gate in a sentence."""
    return (
        tr("The new model is better for you, and no worse for others.")
        if outcome.verdict.accepted
        else tr("The new model is kept, but not used.")
    )


def verdict_reasons(outcome: RetrainOutcome) -> tuple[str, ...]:
    """The reasons of the gate, as sentences.

    Those of another version of the gate are in English.
    """
    return tuple(map(translated, outcome.reasons))


def past_headline(outcome: RetrainOutcome, title_of: Callable[[str], str] = str) -> str:
    """The decision of the gate in a sentence, for an earlier model.

    Args:
        outcome: Outcome of its retraining.
        title_of: Returns the name of the model with an id.
    """
    parent = title_of(outcome.parent_id) if outcome.parent_id else tr("the model it was made from")
    if outcome.verdict.accepted:
        text = tr(
            "{model} was found to be better than {parent} for the person it was made for, and no worse for others."
        )
    else:
        text = tr("{model} was found to be no better than {parent}, and kept, but not used.")
    return text.format(model=title_of(outcome.model_id), parent=parent)


def recordings_title(model: ModelSummary | None) -> str:
    """Title of the samples that a model was compared on."""
    is_imported = model is not None and model.origin is ModelOrigin.IMPORTED
    return tr("The author's samples") if is_imported else tr("Your recordings")


def changes_title(outcome: RetrainOutcome, missing: int = 0) -> str:
    """Heading with the number of samples that became right or wrong.

    Args:
        outcome: Outcome of the retraining.
        missing: Number of these samples that were deleted.
    """
    changes = outcome.changed
    if not changes:
        is_known = outcome.here.gained == outcome.here.lost == 0
        return (
            tr("No picture is read differently.")
            if is_known
            else tr("Which pictures are read differently was not kept.")
        )
    right = sum(change.new == change.shown for change in changes)
    wrong = sum(change.old == change.shown for change in changes)
    other = len(changes) - right - wrong
    kinds = (
        (tr("{count} now right"), right),
        (tr("{count} now wrong"), wrong),
        (tr("{count} wrong in another way"), other),
    )
    parts = ", ".join(text.format(count=number(count)) for text, count in kinds if count)
    title = tr("{count} pictures read differently: {parts}", "{count} picture read differently: {parts}", len(changes))
    title = title.format(count=number(len(changes)), parts=parts)
    if missing:
        gone = tr("{count} of them not here any more").format(count=number(missing))
        title += f" ({gone})"
    return title


def doubtful_title(doubtful: Sequence[str]) -> str:
    """Heading of the samples with doubtful labels; empty if there are none."""
    if not doubtful:
        return ""
    text = tr(
        "{count} recordings look as if labelled wrongly: both models are sure that something else is shown. "
        "Move or delete what is wrong in the gallery, and retrain.",
        "{count} recording looks as if labelled wrongly: both models are sure that something else is shown. "
        "Move or delete what is wrong in the gallery, and retrain.",
        len(doubtful),
    )
    return text.format(count=number(len(doubtful)))


def points_text(change: GestureChange | Comparison) -> str:
    """A change in percentage points: ``"+12"``, ``"-3"``, ``"±0"``."""
    points = change.points
    if abs(points) < 0.05:
        return "±0"
    is_whole = abs(points) >= 9.95 or f"{points:.1f}".endswith(".0")
    return f"{'+' if points > 0 else '-'}{decimal(abs(points), 0 if is_whole else 1)}"


def counts_text(old: int, new: int, shown: int) -> str:
    """Number of correct predictions of both models: ``"8 → 14 of 16"``."""
    return tr("{old} → {new} of {shown}").format(old=number(old), new=number(new), shown=number(shown))


def percent_text(share: float) -> str:
    """A fraction as a percentage with one decimal: ``"97.4 %"``."""
    return f"{decimal(100 * share)} %"


def model_title(model: ModelSummary, zone: tzinfo | None = None) -> str:
    """Name of a model for people: the one that they gave it, else where it comes from and when it was made.

    Args:
        model: The model.
        zone: Time zone; None for that of the system.
    """
    if model.name:
        return model.name
    if model.is_shipped:
        return tr("Built-in model ({id})").format(id=model.id)
    if model.made_at and _MACHINE_NAME.search(model.id):
        return tr("My model of {date}").format(date=session_title("", model.made_at, zone))
    return model.id


def made_text(model: ModelSummary, zone: tzinfo | None = None) -> str:
    """Origin, date and parent of a model."""
    parts = [translated(_ORIGINS[model.origin])]
    if model.made_at:
        parts.append(tr("made {date}").format(date=session_title("", model.made_at, zone)))
    if model.parent and not model.is_shipped:
        parts.append(tr("from {parent}").format(parent=model.parent))
    return ", ".join(parts)


def state_text(model: ModelSummary) -> str:
    """State of a model, shown beside its name."""
    texts = [tr("in use")] if model.is_active else []
    if model.trouble:
        texts.append(tr("cannot be used"))
    elif model.verdict is GateVerdict.FORCED:
        texts.append(tr("used although it was found to be no better"))
    elif model.verdict is GateVerdict.REFUSED:
        texts.append(tr("kept, not used"))
    return ", ".join(texts)


def new_gestures_text(model: ModelSummary) -> str:
    """Gestures of a model besides the default ones; empty if there are none."""
    gestures = model.labels.gestures if model.labels else ()
    new = [gesture_name(label) for label in gestures if label not in DEFAULT_LABELS.labels]
    return tr("Also knows {names}").format(names=listed(new)) if new else ""


def figures_text(model: ModelSummary) -> str:
    """Accuracies of a model: ``"On you 71.0 % → 94.0 %"``; empty if its manifest has none."""
    sets = {**_SETS, **_IMPORTED_SETS} if model.origin is ModelOrigin.IMPORTED else _SETS
    parts = [_figures_part(figures, sets) for figures in model.figures if figures.accuracy is not None]
    return " · ".join(parts)


def _figures_part(figures: Figures, sets: Mapping[str, str]) -> str:
    name = translated(sets.get(figures.name, f"{figures.name.replace('_', ' ')}:"))
    before = "" if figures.accuracy_before is None else f"{percent_text(figures.accuracy_before)} → "
    text = f"{name[:1].upper()}{name[1:]} {before}{percent_text(figures.accuracy or 0.0)}"
    if figures.hands is None:
        return text
    hands = tr("{count} hands", "{count} hand", figures.hands).format(count=number(figures.hands))
    return f"{text} ({hands})"


def crash_failure(code: int, *, was_killed: bool) -> Failed:
    """Failure of a process that died without reporting a reason."""
    if was_killed:
        title = tr("The training process was ended from outside, or crashed before it was done.")
    else:
        title = tr("The training process ended with exit code {code} before it was done.").format(code=code)
    return Failed(
        title,
        tr(
            "Nothing was changed; the model in use goes on. Perhaps memory ran out: "
            "close other programs, and try again. The last lines of its log are on the "
            "Train page."
        ),
    )


def flood_failure() -> Failed:
    """Failure of a process whose output cannot be handled fast enough."""
    return Failed(
        tr("The training process said more than can be taken in, and was ended."),
        tr("Nothing was changed. Try again; if it happens again, report it with the last lines of the log."),
    )


def start_failure(reason: str) -> Failed:
    """Failure of a process that could not be started."""
    return Failed(
        tr("The training process could not be started: {reason}.").format(reason=reason),
        tr("Install the program again, or set it up anew: python scripts/setup.py setup"),
    )
