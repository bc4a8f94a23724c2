"""The three steps to a model of one's own: record, train, play. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.retraining.plan import GOOD_SAMPLES, RetrainPlan
from gesture_app.gui.texts import counted
from gesture_app.gui.train.texts import duration_text

_NOT_INSTALLED = "What training needs is not installed yet: see below."


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
        Step("Record your gestures", _recorded(plan, obstacle), is_ready),
        Step("Train", trained if is_installed else _NOT_INSTALLED, has_own_model),
        Step("Play", "A better model is used at once, on every page. Your previous model stays in the list."),
    )


def _recorded(plan: RetrainPlan | None, obstacle: str) -> str:
    if plan is None:
        return obstacle
    if not plan.labels:
        return f"Nothing is recorded yet. Record two gestures or more, about {GOOD_SAMPLES} samples of each."
    total = sum(label.samples for label in plan.labels)
    found = f"{counted(total, 'sample')} of {counted(len(plan.labels), 'gesture')}."
    return " ".join((found, *plan.blocking))


def _trained(plan: RetrainPlan | None, *, is_ready: bool, has_own_model: bool) -> str:
    if has_own_model:
        return "Your own model is in use. Train again when you have recorded more."
    if plan is None or not is_ready:
        return "Takes about a minute. You can go on playing meanwhile."
    return f"Takes about {duration_text(plan.expected_seconds)}. You can go on playing meanwhile."
