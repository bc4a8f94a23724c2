"""The three steps to a model of one's own: record, train, play. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.message import Message
from gesture_app.domain.retraining.plan import GOOD_SAMPLES, RetrainPlan
from gesture_app.gui.train.texts import duration_text
from gesture_app.gui.translation import number, tr, translated

_NOT_INSTALLED = Message("What training needs is not installed yet: see below.")


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        title: What to do.
        detail: What there is, and what is missing.
        is_done: Whether it has been done.
    """

    title: str
    detail: str
    is_done: bool = False


def training_steps(
    plan: RetrainPlan | None, obstacle: str = "", *, has_own_model: bool = False, is_installed: bool = True
) -> tuple[Step, ...]:
    """The three steps.

    Args:
        plan: The plan of a retraining; None while it is not known.
        obstacle: Reason why there is no plan, as a sentence.
        has_own_model: Whether a retrained model is in use.
        is_installed: Whether the packages that training needs are there.
    """
    is_ready = plan is not None and not plan.blocking
    trained = _trained(plan, is_ready=is_ready, has_own_model=has_own_model)
    return (
        Step(tr("Record your gestures"), _recorded(plan, obstacle), is_ready),
        Step(tr("Train"), trained if is_installed else translated(_NOT_INSTALLED), has_own_model),
        Step(tr("Play"), tr("A better model is used at once, on every page. Your previous model stays in the list.")),
    )


def _recorded(plan: RetrainPlan | None, obstacle: str) -> str:
    if plan is None:
        return translated(obstacle)
    if not plan.labels:
        return tr("Nothing is recorded yet. Record two gestures or more, about {count} samples of each.").format(
            count=GOOD_SAMPLES
        )
    total = sum(label.samples for label in plan.labels)
    found = tr("{count} samples of {gestures} gestures.", "{count} sample of {gestures} gestures.", total)
    if len(plan.labels) == 1:
        found = tr("{count} samples of one gesture.", "{count} sample of one gesture.", total)
    return " ".join((found.format(count=number(total), gestures=len(plan.labels)), *map(translated, plan.blocking)))


def _trained(plan: RetrainPlan | None, *, is_ready: bool, has_own_model: bool) -> str:
    if has_own_model:
        return tr("Your own model is in use. Train again when you have recorded more.")
    if plan is None or not is_ready:
        return tr("Takes about a minute. You can go on playing meanwhile.")
    return tr("Takes about {duration}. You can go on playing meanwhile.").format(
        duration=duration_text(plan.expected_seconds)
    )
