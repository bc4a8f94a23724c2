"""Makes the first steps."""

from __future__ import annotations

from gesture_app.gui.first_steps.first_steps import FirstSteps
from gesture_app.gui.pages import PageContext


def first_steps(context: PageContext) -> FirstSteps:
    """The first steps, at their beginning."""
    return FirstSteps(context.session, context.sources, context.icons, context.theme, clock=context.chance.clock)
