from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.retraining.events import Progress, RetrainPhase
from training.retraining.progress import ProgressReporter


class TestProgressReporter:
    def test_reports_progress_and_remaining_time_at_this_machines_speed(self) -> None:
        clock = iter(np.arange(0.0, 100.0, 5.0))
        reported: list[Progress] = []
        reporter = ProgressReporter(
            reported.append, {RetrainPhase.PREPARE: 10.0, RetrainPhase.HEAD: 30.0}, lambda: float(next(clock))
        )
        reporter.start_phase(RetrainPhase.PREPARE)
        reporter.update(1.0)
        reporter.start_phase(RetrainPhase.HEAD)
        reporter.update(0.5)
        assert [(p.phase, p.share) for p in reported] == [
            (RetrainPhase.PREPARE, 0.0),
            (RetrainPhase.PREPARE, 0.25),
            (RetrainPhase.HEAD, 0.25),
            (RetrainPhase.HEAD, 0.625),
        ]
        assert [p.seconds_left for p in reported] == [None, 45.0, 60.0, 18.0]

    def test_reports_seldom_and_never_decreases(self) -> None:
        now_s = 0.0
        reported: list[Progress] = []
        reporter = ProgressReporter(reported.append, {RetrainPhase.PREPARE: 1.0}, lambda: now_s)
        reporter.start_phase(RetrainPhase.PREPARE)
        for share in (0.1, 0.2, 0.3):
            reporter.update(share)
        assert len(reported) == 1
        now_s = 1.0
        reporter.update(0.1)
        assert reported[-1].share == pytest.approx(0.3)
