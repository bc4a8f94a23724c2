"""Texts of the collect page. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from gesture_app.domain.frames.frame import Prediction
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.samples.exchange import ImportTally
from gesture_app.domain.samples.guide import WANTED_SAMPLES, Advice, AdviceKind, LabelProgress
from gesture_app.domain.samples.label_check import LabelDoubt
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.quality import IMPORT_REASONS, Refusal
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.memory_state import MemoryState
from gesture_app.gui.texts import counted, label_name, label_title, session_title

SHORT_REFUSALS = {
    Refusal.TOO_SMALL: "too small",
    Refusal.CUT_OFF: "cut off",
    Refusal.BLURRED: "blurred",
    Refusal.NEAR_DUPLICATE: "like the one before",
}
"""Short names of refusals while recording, for counts."""

_ADVICE = {
    AdviceKind.BEGIN: "Show {label}, and hold Space.",
    AdviceKind.MORE: "{missing} more of {label}.",
    AdviceKind.TURN: "Turn your hand a little, this way and that, while you record. {missing} more of {label}.",
    AdviceKind.CLOSER: "Move closer for the next ones. {missing} more of {label}.",
    AdviceKind.FURTHER: "Move further away for the next ones. {missing} more of {label}.",
    AdviceKind.OTHER_SIDE: "Show the other side of your hand, too. {missing} more of {label}.",
    AdviceKind.OTHER_HAND: "Use your other hand for some, if you play with it. {missing} more of {label}.",
    AdviceKind.NEXT_LABEL: "Enough for now. Go on with {label}: {missing} more.",
    AdviceKind.ANOTHER_SESSION: (
        "Enough for today. Come back another day, in another light: only a second session shows what was learnt."
    ),
    AdviceKind.DONE: "There is enough of everything, from several sessions. Now the model can be retrained.",
}


def advice_text(advice: Advice, labels: LabelSet) -> str:
    """Advice as a sentence or two."""
    text = _ADVICE[advice.kind].format(label=label_name(labels, advice.label), missing=advice.missing)
    if advice.kind is AdviceKind.BEGIN and advice.label == NONE:
        return "Hold your hand as it comes, but make no gesture, and hold Space."
    return text


def memory_text(state: MemoryState) -> str:
    """Title of the choice whether samples count at once, with their number."""
    title = "Use samples at once"
    if not state.is_on or not state.is_supported:
        return title
    if state.missing:
        return f"{title} ({state.missing:,} to go)"
    return f"{title} ({state.remembered:,})" if state.remembered else title


def memory_help(state: MemoryState) -> str:
    """Explanation of the choice whether samples count at once."""
    if not state.is_supported:
        return "This model was made by an earlier version. It learns from your samples when it is retrained."
    return "Each sample counts as soon as it is recorded. Off: the model alone answers, until it is retrained."


def memory_note(state: MemoryState) -> str:
    """What the samples teach, or why they do not count; empty if nothing is checked."""
    return "" if state.decision is None else state.decision.text


def doubtful_text(state: MemoryState) -> str:
    """Title of the button to the samples with doubtful labels; empty if there are none."""
    return f"Look through {counted(len(state.doubtful), 'doubtful sample')}" if state.doubtful else ""


def progress_text(progress: LabelProgress) -> str:
    """Progress of a label, for its row."""
    if not progress.count:
        return "none yet"
    goal = f"{progress.count} of {WANTED_SAMPLES}" if progress.count < WANTED_SAMPLES else f"{progress.count:,}"
    return f"{goal} · {counted(progress.sessions, 'session')}" if progress.sessions else goal


def recorded_text(saved: int, refused: Mapping[Refusal, int]) -> str:
    """Counts of samples and refusals since the program was started."""
    if not saved and not refused:
        return ""
    text = f"{saved:,} kept"
    if refused:
        reasons = ", ".join(f"{count} {SHORT_REFUSALS[refusal]}" for refusal, count in sorted_counts(refused))
        text += f" · {sum(refused.values()):,} refused ({reasons})"
    return text


def sorted_counts(refused: Mapping[Refusal, int]) -> list[tuple[Refusal, int]]:
    """Refusals by count, most frequent first."""
    return sorted(refused.items(), key=lambda item: (-item[1], item[0].name))


def sample_title(info: SampleInfo, labels: LabelSet, zone: tzinfo | None = None) -> str:
    """Title of a sample: label, session and number."""
    label = labels.get(info.label)
    title = label_title(label) if label else info.label
    return f"{title} · {session_title(info.session, info.taken_at, zone)} · no. {info.number}"


def sample_details(info: SampleInfo, labels: LabelSet) -> str:
    """Description of a sample on a few lines."""
    width, height = info.region_wh
    lines = [
        f"{info.hand.handedness.value.capitalize()} hand, {width} x {height} px, {info.camera or 'unknown camera'}"
    ]
    if info.person:
        lines.append(f"Recorded for {info.person}.")
    if info.is_forgotten:
        lines.append("Forgotten: it does not count at once.")
    if info.prediction is not None:
        lines.append(_verdict(info, info.prediction, labels))
    return "\n".join(lines)


def _verdict(info: SampleInfo, prediction: Prediction, labels: LabelSet) -> str:
    if info.label not in prediction.labels.labels:
        return f"The model that was in use did not know {label_name(labels, info.label)}."
    sure = f"{round(prediction.confidence * 100)} %"
    if not info.is_misread:
        return f"The model was right ({sure})."
    if prediction.gesture != NONE:
        return f"The model took it for {label_name(labels, prediction.gesture)} ({sure})."
    # The probability of none may be small: a gesture must be more probable than its threshold.
    best = prediction.best_gesture
    likeliest = f"{label_name(labels, best)} was likeliest, {round(prediction.by_label[best] * 100)} %"
    return f"The model took it for no gesture ({likeliest})."


def doubt_text(doubt: LabelDoubt, labels: LabelSet) -> str:
    """Warning while recording that another gesture may be shown than the chosen one."""
    label, read_as = label_name(labels, doubt.label), label_name(labels, doubt.read_as)
    return f"This looks like {read_as}, and is recorded as {label}. Check which gesture is chosen."


def import_text(tally: ImportTally, *, is_cancelled: bool) -> str:
    """Result of an import as one sentence."""
    added = counted(len(tally.added), "sample")
    if is_cancelled:
        verb = "was" if len(tally.added) == 1 else "were"
        return f"The import was stopped; {added} {verb} added before." if tally.added else "The import was stopped."
    if not tally.added and tally.known and not tally.left_out:
        return f"Nothing new: all {counted(tally.known, 'picture')} were here already."
    return f"{added} imported." if tally.added else "Nothing was imported."


def import_details(tally: ImportTally) -> str:
    """Reasons for skipped images, for the hint of a notice."""
    parts = [f"{count} {IMPORT_REASONS[refusal]}" for refusal, count in sorted_counts(tally.refused)]
    parts += [f"{tally.handless} without a hand"] if tally.handless else []
    parts += [f"{tally.unlabelled} without a label"] if tally.unlabelled else []
    parts += [f"{tally.known} known already"] if tally.known and (tally.added or parts) else []
    text = f"Left out: {', '.join(parts)}." if parts else ""
    if tally.warnings:
        more = f" And {len(tally.warnings) - 1} more." if len(tally.warnings) > 1 else ""
        text = f"{text} {tally.warnings[0]}{more}".strip()
    return text


def import_progress(tally: ImportTally | None) -> str:
    """Progress of an import, for the exchange bar."""
    if tally is None:
        return "Importing: getting ready…"
    of = f" of {tally.expected:,}" if tally.expected else ""
    return f"Importing: {tally.seen:,}{of} pictures, {len(tally.added):,} taken, {tally.left_out:,} left out"
