"""Progress and remaining time of a retraining, from the expected duration of each phase."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gesture_app.domain.retraining.events import Progress, RetrainPhase

_REPORT_INTERVAL_S = 0.25
_FIRST_ESTIMATE_AFTER_S = 4.0


class ProgressReporter:
    """Reports progress events.

    Args:
        report: Called at most four times a second, and at the start of each phase.
        expected_s: Duration of each phase on an idle machine; remaining time is scaled by this machine's speed so far.
        now: Monotonic clock, seconds.
    """

    def __init__(
        self, report: Callable[[Progress], None], expected_s: Mapping[RetrainPhase, float], now: Callable[[], float]
    ) -> None:
        self._report_event = report
        self._expected_s = expected_s
        self._now = now
        self._started_s = self._reported_s = now()
        self._phase = next(iter(expected_s))
        self._fraction = 0.0

    def start_phase(self, phase: RetrainPhase) -> None:
        """Begin a phase."""
        self._phase = phase
        self._fraction = 0.0
        self._report()

    def update(self, fraction: float) -> None:
        """Set the finished fraction of the phase, 0 to 1; it never decreases."""
        self._fraction = max(self._fraction, min(fraction, 1.0))
        if self._now() - self._reported_s >= _REPORT_INTERVAL_S:
            self._report()

    def _report(self) -> None:
        self._reported_s = self._now()
        total_s = sum(self._expected_s.values())
        before_s = 0.0
        for phase, expected_s in self._expected_s.items():
            if phase is self._phase:
                break
            before_s += expected_s
        done_s = before_s + self._fraction * self._expected_s[self._phase]
        elapsed_s = self._reported_s - self._started_s
        left_s = None
        if done_s > 0 and elapsed_s >= _FIRST_ESTIMATE_AFTER_S:
            left_s = round((total_s - done_s) * elapsed_s / done_s, 1)
        self._report_event(Progress(self._phase, round(done_s / total_s, 4), left_s))
