"""How far a retraining is and how long the rest takes, from what each stage was expected to take."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gesture_app.domain.retraining.events import Progress, RetrainPhase

_EVERY_S = 0.25
_TRUST_AFTER_S = 4.0


class Pace:
    """Reports progress.

    Args:
        say: Told about progress, at most four times a second and at the start of each stage.
        planned_s: How long each stage takes on an idle machine; the rest is scaled by how this machine compares.
        now: Monotonic seconds.
    """

    def __init__(
        self, say: Callable[[Progress], None], planned_s: Mapping[RetrainPhase, float], now: Callable[[], float]
    ) -> None:
        self._say = say
        self._planned_s = planned_s
        self._now = now
        self._started_s = self._said_s = now()
        self._phase = next(iter(planned_s))
        self._done = 0.0

    def begin(self, phase: RetrainPhase) -> None:
        """A stage begins."""
        self._phase = phase
        self._done = 0.0
        self._report()

    def reached(self, share: float) -> None:
        """So much of the stage is done, 0 to 1; what is less than before is ignored."""
        self._done = max(self._done, min(share, 1.0))
        if self._now() - self._said_s >= _EVERY_S:
            self._report()

    def _report(self) -> None:
        self._said_s = self._now()
        total_s = sum(self._planned_s.values())
        before_s = 0.0
        for phase, planned_s in self._planned_s.items():
            if phase is self._phase:
                break
            before_s += planned_s
        planned_done_s = before_s + self._done * self._planned_s[self._phase]
        elapsed_s = self._said_s - self._started_s
        left_s = None
        if planned_done_s > 0 and elapsed_s >= _TRUST_AFTER_S:
            left_s = round((total_s - planned_done_s) * elapsed_s / planned_done_s, 1)
        self._say(Progress(self._phase, round(planned_done_s / total_s, 4), left_s))
