"""Texts of the collect page. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from gesture_app.domain.frames.frame import Handedness, Prediction
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.message import Message
from gesture_app.domain.samples.exchange import ImportTally
from gesture_app.domain.samples.guide import WANTED_SAMPLES, Advice, AdviceKind, LabelProgress
from gesture_app.domain.samples.label_check import LabelDoubt
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.quality import IMPORT_REASONS, Refusal
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.memory_state import MemoryState
from gesture_app.gui.background.sources import shown_name
from gesture_app.gui.texts import label_name, label_title, session_title
from gesture_app.gui.translation import number, tr, translated

SHORT_REFUSALS = {
    Refusal.TOO_SMALL: Message("too small"),
    Refusal.CUT_OFF: Message("cut off"),
    Refusal.BLURRED: Message("blurred"),
    Refusal.NEAR_DUPLICATE: Message("like the one before"),
}
"""Short names of refusals while recording, for counts."""

_ADVICE = {
    AdviceKind.BEGIN: Message("Show {label}, and hold Space."),
    AdviceKind.MORE: Message("{missing} more of {label}."),
    AdviceKind.TURN: Message(
        "Turn your hand a little, this way and that, while you record. {missing} more of {label}."
    ),
    AdviceKind.CLOSER: Message("Move closer for the next ones. {missing} more of {label}."),
    AdviceKind.FURTHER: Message("Move further away for the next ones. {missing} more of {label}."),
    AdviceKind.OTHER_SIDE: Message("Show the other side of your hand, too. {missing} more of {label}."),
    AdviceKind.OTHER_HAND: Message("Use your other hand for some, if you play with it. {missing} more of {label}."),
    AdviceKind.NEXT_LABEL: Message("Enough for now. Go on with {label}: {missing} more."),
    AdviceKind.ANOTHER_SESSION: (
        Message(
            "Enough for today. Come back another day, in another light: only a second session shows what was learnt."
        )
    ),
    AdviceKind.DONE: Message("There is enough of everything, from several sessions. Now the model can be retrained."),
}


def advice_text(advice: Advice, labels: LabelSet) -> str:
    """Advice as a sentence or two."""
    text = translated(_ADVICE[advice.kind]).format(label=label_name(labels, advice.label), missing=advice.missing)
    if advice.kind is AdviceKind.BEGIN and advice.label == NONE:
        return tr("Hold your hand as it comes, but make no gesture, and hold Space.")
    return text


def memory_text(state: MemoryState) -> str:
    """Title of the choice whether samples count at once, with their number."""
    title = tr("Use samples at once")
    if not state.is_on or not state.is_supported:
        return title
    if state.missing:
        return tr("Use samples at once ({count} to go)").format(count=number(state.missing))
    return f"{title} ({number(state.remembered)})" if state.remembered else title


def memory_help(state: MemoryState) -> str:
    """Explanation of the choice whether samples count at once."""
    if not state.is_supported:
        return tr("This model was made by an earlier version. It learns from your samples when it is retrained.")
    return tr("Each sample counts as soon as it is recorded. Off: the model alone answers, until it is retrained.")


def memory_note(state: MemoryState) -> str:
    """What the samples teach, or why they do not count; empty if nothing is checked."""
    return "" if state.decision is None else translated(state.decision.text)


def doubtful_text(state: MemoryState) -> str:
    """Title of the button to the samples with doubtful labels; empty if there are none."""
    return (
        tr("Look through {count} doubtful samples", "Look through {count} doubtful sample", len(state.doubtful)).format(
            count=number(len(state.doubtful))
        )
        if state.doubtful
        else ""
    )


def progress_text(progress: LabelProgress) -> str:
    """Progress of a label, for its row."""
    if not progress.count:
        return tr("none yet")
    goal = number(progress.count)
    if progress.count < WANTED_SAMPLES:
        goal = tr("{position} of {count}").format(position=goal, count=number(WANTED_SAMPLES))
    sessions = tr("{count} sessions", "{count} session", progress.sessions).format(count=number(progress.sessions))
    return f"{goal} · {sessions}" if progress.sessions else goal


def recorded_text(saved: int, refused: Mapping[Refusal, int]) -> str:
    """Counts of samples and refusals since the program was started."""
    if not saved and not refused:
        return ""
    text = tr("{saved} kept").format(saved=number(saved))
    if refused:
        reasons = ", ".join(
            f"{count} {translated(SHORT_REFUSALS[refusal])}" for refusal, count in sorted_counts(refused)
        )
        all_refused = tr("{count} refused ({reasons})").format(count=number(sum(refused.values())), reasons=reasons)
        text += f" · {all_refused}"
    return text


def sorted_counts(refused: Mapping[Refusal, int]) -> list[tuple[Refusal, int]]:
    """Refusals by count, most frequent first."""
    return sorted(refused.items(), key=lambda item: (-item[1], item[0].name))


def sample_title(info: SampleInfo, labels: LabelSet, zone: tzinfo | None = None) -> str:
    """Title of a sample: label, session and number."""
    label = labels.get(info.label)
    title = label_title(label) if label else info.label
    return tr("{title} · {session} · no. {number}").format(
        title=title, session=session_title(info.session, info.taken_at, zone), number=info.number
    )


def sample_details(info: SampleInfo, labels: LabelSet) -> str:
    """Description of a sample on a few lines."""
    width, height = info.region_wh
    is_left = info.hand.handedness is Handedness.LEFT
    hand = tr("Left hand") if is_left else tr("Right hand")
    camera = shown_name(info.camera) or tr("unknown camera")
    lines = [f"{hand}, {width} x {height} px, {camera}"]
    if info.person:
        lines.append(tr("Recorded for {person}.").format(person=info.person))
    if info.is_forgotten:
        lines.append(tr("Forgotten: it does not count at once."))
    if info.prediction is not None:
        lines.append(_verdict(info, info.prediction, labels))
    return "\n".join(lines)


def _verdict(info: SampleInfo, prediction: Prediction, labels: LabelSet) -> str:
    if info.label not in prediction.labels.labels:
        return tr("The model that was in use did not know {label}.").format(label=label_name(labels, info.label))
    sure = f"{round(prediction.confidence * 100)} %"
    if not info.is_misread:
        return tr("The model was right ({sure}).").format(sure=sure)
    if prediction.gesture != NONE:
        return tr("The model took it for {label} ({sure}).").format(
            label=label_name(labels, prediction.gesture), sure=sure
        )
    # The probability of none may be small: a gesture must be more probable than its threshold.
    best = prediction.best_gesture
    likeliest = tr("{label} was likeliest, {percent} %").format(
        label=label_name(labels, best), percent=round(prediction.by_label[best] * 100)
    )
    return tr("The model took it for no gesture ({likeliest}).").format(likeliest=likeliest)


def doubt_text(doubt: LabelDoubt, labels: LabelSet) -> str:
    """Warning while recording that another gesture may be shown than the chosen one."""
    label, read_as = label_name(labels, doubt.label), label_name(labels, doubt.read_as)
    return tr("This looks like {read_as}, and is recorded as {label}. Check which gesture is chosen.").format(
        read_as=read_as, label=label
    )


def import_text(tally: ImportTally, *, is_cancelled: bool) -> str:
    """Result of an import as one sentence."""
    count = len(tally.added)
    if is_cancelled:
        if not count:
            return tr("The import was stopped.")
        text = tr(
            "The import was stopped; {count} samples were added before.",
            "The import was stopped; {count} sample was added before.",
            count,
        )
        return text.format(count=number(count))
    if not tally.added and tally.known and not tally.left_out:
        text = tr(
            "Nothing new: all {count} pictures were here already.",
            "Nothing new: the picture was here already.",
            tally.known,
        )
        return text.format(count=number(tally.known))
    text = tr("{count} samples imported.", "{count} sample imported.", count)
    return text.format(count=number(count)) if count else tr("Nothing was imported.")


def import_details(tally: ImportTally) -> str:
    """Reasons for skipped images, for the hint of a notice."""
    parts = [f"{count} {translated(IMPORT_REASONS[refusal])}" for refusal, count in sorted_counts(tally.refused)]
    parts += [tr("{handless} without a hand").format(handless=tally.handless)] if tally.handless else []
    parts += [tr("{unlabelled} without a label").format(unlabelled=tally.unlabelled)] if tally.unlabelled else []
    parts += [tr("{known} known already").format(known=tally.known)] if tally.known and (tally.added or parts) else []
    text = tr("Left out: {reasons}.").format(reasons=", ".join(parts)) if parts else ""
    if tally.warnings:
        text = f"{text} {translated(tally.warnings[0])}".strip()
        if len(tally.warnings) > 1:
            more = tr("And {count} more.").format(count=number(len(tally.warnings) - 1))
            text = f"{text} {more}"
    return text


def import_progress(tally: ImportTally | None) -> str:
    """Progress of an import, for the exchange bar."""
    if tally is None:
        return tr("Importing: getting ready…")
    values = {
        "seen": number(tally.seen),
        "expected": number(tally.expected or 0),
        "taken": number(len(tally.added)),
        "left_out": number(tally.left_out),
    }
    if tally.expected:
        text = tr("Importing: {seen} of {expected} pictures, {taken} taken, {left_out} left out")
    else:
        text = tr("Importing: {seen} pictures, {taken} taken, {left_out} left out")
    return text.format(**values)
