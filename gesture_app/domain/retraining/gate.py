"""Whether a retrained model may take over: better for this person, and no worse for everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.gestures import NONE, display_name

CHANCE_LIMIT = 0.1
"""How probable it may at most be that a model that is no better comes out so much surer of what is shown. A model that
passes by luck does little harm, for it has to read other people's hands as before; a stricter limit refuses progress
that a gesture's ten recordings can only hint at (training/EXPERIMENTS.md, "How sure the gate has to be")."""

HERE_LOSS_POINTS = 10.0
"""How much a gesture that the model knew before may lose on this person's recordings, and always one of them."""

BASE_LOSS_POINTS = 0.5
"""How much all hands of other people together may lose."""

BASE_GESTURE_LOSS_POINTS = 2.0
"""How much each gesture of other people may lose."""

NEW_RECALL = 0.7
"""Share of a new gesture's recordings that must be read."""

NEW_PRECISION = 0.7
"""Share of the answers with a new gesture that must be right."""

DOUBTFUL_SHARE = 0.05
"""Share of a person's recordings that may look as if labelled wrongly. With right labels one in a hundred did at most,
with a fifth of them wrong, or rock and paper swapped, more than one in ten (``benchmarks/retraining.py``)."""

_DOUBTFUL_FORGIVEN = 2


@dataclass(frozen=True)
class Confusion:
    """What was shown by what was answered, as counts.

    Attributes:
        labels: The labels, in the order of rows and columns.
        counts: One row for each label that was shown, one column for each that was answered.

    Raises:
        ValueError: If there is not one row and column a label, or a count is negative.
    """

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        size = len(self.labels)
        if len(self.counts) != size or any(len(row) != size for row in self.counts):
            raise ValueError(f"expected {size} rows of {size} counts, got {[len(row) for row in self.counts]}")
        if any(count < 0 for row in self.counts for count in row):
            raise ValueError("counts are at least 0")

    @classmethod
    def of(cls, labels: Sequence[str], shown: Sequence[str], answered: Sequence[str]) -> Confusion:
        """Count answers.

        Raises:
            ValueError: If a label is not one of ``labels``, or there is not one answer for each that was shown.
        """
        at = {label: place for place, label in enumerate(labels)}
        if unknown := sorted({*shown, *answered} - set(at)):
            raise ValueError(f"{', '.join(unknown)} are not among {', '.join(labels)}")
        counts = [[0] * len(labels) for _ in labels]
        for truth, answer in zip(shown, answered, strict=True):
            counts[at[truth]][at[answer]] += 1
        return cls(tuple(labels), tuple(map(tuple, counts)))

    @property
    def total(self) -> int:
        """How many hands."""
        return sum(map(sum, self.counts))

    @property
    def right(self) -> int:
        """How many of them were answered rightly."""
        return sum(row[place] for place, row in enumerate(self.counts))

    def shown(self, label: str) -> int:
        """How many hands show a label."""
        return sum(self.counts[self.labels.index(label)])

    def answered(self, label: str) -> int:
        """How many hands were answered with a label."""
        place = self.labels.index(label)
        return sum(row[place] for row in self.counts)

    def right_of(self, label: str) -> int:
        """How many hands show a label and were answered with it."""
        place = self.labels.index(label)
        return self.counts[place][place]

    @property
    def macro_recall(self) -> float:
        """Mean over the labels that were shown of the share that was right; 0 where nothing was shown."""
        shares = [self.right_of(label) / self.shown(label) for label in self.labels if self.shown(label)]
        return sum(shares) / len(shares) if shares else 0.0


@dataclass(frozen=True)
class GestureChange:
    """How one gesture fares before and after.

    Attributes:
        label: The gesture, or ``"none"``.
        shown: Hands that show it.
        old_right: How many of them the old model reads.
        new_right: How many of them the new model reads.
    """

    label: str
    shown: int
    old_right: int
    new_right: int

    @property
    def points(self) -> float:
        """The change in percentage points; negative for a loss."""
        return 100.0 * (self.new_right - self.old_right) / self.shown


@dataclass(frozen=True)
class Sureness:
    """How probable two models hold what is shown: it tells more of few hands than counting right answers does.

    Attributes:
        old: Mean probability that the old model gives to what is shown, 0 to 1.
        new: The same of the new model.
        chance: How probable it is that the new model's probabilities come out so much nearer to the truth if neither
            model is better, 0 to 1.

    Raises:
        ValueError: If one of them is not from 0 to 1.
    """

    old: float
    new: float
    chance: float

    def __post_init__(self) -> None:
        if not all(0 <= share <= 1 for share in (self.old, self.new, self.chance)):
            raise ValueError(f"probabilities are from 0 to 1, got {self}")

    @property
    def change_text(self) -> str:
        """How sure they are before and now: ``"70 % → 81 %"``."""
        return f"{_percent(self.old)} → {_percent(self.new)}"


@dataclass(frozen=True)
class Comparison:
    """The old and the new model on the same hands.

    Attributes:
        old: The old model's answers.
        new: The new model's answers; rows and columns are those of ``old``.
        gained: Hands that only the new model reads.
        lost: Hands that only the old model reads.
        sureness: How probable both hold what is shown; None where that is not known.

    Raises:
        ValueError: If the two are not about the same hands, or the counts do not add up.
    """

    old: Confusion
    new: Confusion
    gained: int
    lost: int
    sureness: Sureness | None = None

    def __post_init__(self) -> None:
        if self.old.labels != self.new.labels or list(map(sum, self.old.counts)) != list(map(sum, self.new.counts)):
            raise ValueError("both models must be compared on the same hands")
        if self.gained < 0 or self.lost < 0 or self.new.right - self.old.right != self.gained - self.lost:
            raise ValueError(f"{self.gained} gained and {self.lost} lost do not explain the difference")

    @classmethod
    def of(
        cls,
        labels: Sequence[str],
        shown: Sequence[str],
        old: Sequence[str],
        new: Sequence[str],
        sureness: Sureness | None = None,
    ) -> Comparison:
        """Compare the answers of two models to the same hands, in the same order."""
        triples = list(zip(shown, old, new, strict=True))
        return cls(
            Confusion.of(labels, shown, old),
            Confusion.of(labels, shown, new),
            gained=sum(before != truth == after for truth, before, after in triples),
            lost=sum(before == truth != after for truth, before, after in triples),
            sureness=sureness,
        )

    @property
    def by_gesture(self) -> tuple[GestureChange, ...]:
        """Each label that was shown, in the order of labels."""
        return tuple(
            GestureChange(label, self.old.shown(label), self.old.right_of(label), self.new.right_of(label))
            for label in self.old.labels
            if self.old.shown(label)
        )

    @property
    def points(self) -> float:
        """The change over all hands in percentage points; 0 without any."""
        return 100.0 * (self.gained - self.lost) / self.old.total if self.old.total else 0.0


@dataclass(frozen=True)
class Doubts:
    """How many of a person's recordings look as if labelled wrongly.

    Attributes:
        doubtful: Of which both models are sure that they show something else.
        recordings: All that were learnt from or kept apart.
    """

    doubtful: int = 0
    recordings: int = 0


@dataclass(frozen=True)
class Verdict:
    """Whether a retrained model may take over.

    Attributes:
        accepted: Whether it may.
        reasons: Why, or why not, as sentences for the person.
    """

    accepted: bool
    reasons: tuple[str, ...]


def judge_retrained(
    here: Comparison, base: Comparison, *, new_labels: Sequence[str] = (), doubts: Doubts | None = None
) -> Verdict:
    """Judge a retrained model.

    It takes over only if, on recordings of this person that it has not learnt from,

    - as many answers are right as before, and what is shown is held for more probable, by more than chance would do
      (:data:`CHANCE_LIMIT`),
    - the mean over gestures of what is read is no lower: one gesture with many recordings does not decide alone,
    - no gesture that it knew loses more than :data:`HERE_LOSS_POINTS`, with one recording always forgiven,
    - each new gesture is read (:data:`NEW_RECALL`), and answers with it are right (:data:`NEW_PRECISION`),

    and on the hands of other people it loses no more than :data:`BASE_LOSS_POINTS` over all and
    :data:`BASE_GESTURE_LOSS_POINTS` on each gesture. A new gesture that takes hands from old ones shows there as a
    loss.

    Nor may many of the recordings look as if labelled wrongly (:data:`DOUBTFUL_SHARE`): they count against both models
    and hide progress, and where they are the same wrong ones each time, they feign it.

    Args:
        here: Both models on recordings of this person that were kept apart from training; without their sureness,
            nothing can be accepted.
        base: Both models on the hands of other people.
        new_labels: What the old model did not know.
        doubts: How many recordings look as if labelled wrongly; None for none.
    """
    against = [*_against_labels(doubts or Doubts()), *_against_here(here, new_labels), *_against_base(base)]
    if against:
        return Verdict(accepted=False, reasons=tuple(against))
    reasons = [
        f"On your recordings it reads {here.new.right} of {here.new.total}, before it was {here.old.right}.",
        *_surer(here),
        f"On the hands of other people it reads {base.new.right} of {base.new.total}, before it was {base.old.right}.",
    ]
    return Verdict(accepted=True, reasons=tuple(reasons))


def _against_labels(doubts: Doubts) -> list[str]:
    if doubts.doubtful <= max(_DOUBTFUL_FORGIVEN, DOUBTFUL_SHARE * doubts.recordings):
        return []
    return [
        f"{doubts.doubtful} of {doubts.recordings} recordings look as if labelled wrongly. Move or delete what is "
        "wrong, and retrain."
    ]


def _against_here(here: Comparison, new_labels: Sequence[str]) -> list[str]:
    if not here.old.total:
        return ["None of your recordings could be kept apart to check it with. Record more."]
    reasons = []
    counts = f"{here.new.right} of {here.new.total} right, before it was {here.old.right}"
    if here.new.right < here.old.right or here.sureness is None or here.sureness.new <= here.sureness.old:
        reasons.append(f"It is no better on your recordings: {counts}.")
    elif here.sureness.chance > CHANCE_LIMIT:
        reasons.append(
            f"On your recordings it is hardly better ({counts}), which may be chance. Record more to be sure."
        )
    elif here.new.macro_recall < here.old.macro_recall:
        reasons.append("Some of your gestures are read better, but on average over the gestures it became worse.")
    for change in here.by_gesture:
        lost = change.old_right - change.new_right
        if change.label in new_labels:
            reasons += _against_new(here.new, change)
        elif lost > max(1.0, HERE_LOSS_POINTS / 100 * change.shown):
            reasons.append(
                f"Your {_named(change.label)} got worse: {change.new_right} of {change.shown} right, "
                f"before it was {change.old_right}."
            )
    return reasons


def _surer(here: Comparison) -> list[str]:
    if here.sureness is None:
        return []
    return [
        f"It is surer of what you show: {_percent(here.sureness.new)} on average, before it was "
        f"{_percent(here.sureness.old)}."
    ]


def _against_new(new: Confusion, change: GestureChange) -> list[str]:
    name = _named(change.label)
    if change.new_right < NEW_RECALL * change.shown:
        return [f"The new gesture {name} is read in only {change.new_right} of {change.shown} recordings."]
    if change.new_right < NEW_PRECISION * new.answered(change.label):
        wrong = new.answered(change.label) - change.new_right
        return [f"Other gestures are taken for {name}: {wrong} of the {new.answered(change.label)} answers are wrong."]
    return []


def _against_base(base: Comparison) -> list[str]:
    reasons = []
    if -base.points > BASE_LOSS_POINTS:
        reasons.append(
            f"The hands of other people are read less well: {base.new.right} of {base.new.total}, before it was "
            f"{base.old.right}; at most {BASE_LOSS_POINTS:g} in 100 may be lost."
        )
    for change in base.by_gesture:
        if -change.points > BASE_GESTURE_LOSS_POINTS:
            reasons.append(
                f"Other people's {_named(change.label)} got worse: {change.new_right} of {change.shown}, before it was "
                f"{change.old_right}; at most {BASE_GESTURE_LOSS_POINTS:g} in 100 may be lost."
            )
    return reasons


def _named(label: str) -> str:
    return '"none" (hands without a gesture)' if label == NONE else display_name(label)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
