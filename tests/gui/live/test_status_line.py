from __future__ import annotations

from dataclasses import replace

from gesture_app.gui.live.status_line import classifier_text
from tests.fakes.engines import RUNNING


def test_the_number_of_samples_that_adjust_the_predictions_is_shown() -> None:
    assert classifier_text(RUNNING) == "Fake, CPU"
    assert classifier_text(replace(RUNNING, remembered=1)) == "1 sample used   ·   Fake, CPU"
