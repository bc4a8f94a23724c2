"""Rates and durations over the last seconds."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Percentiles:
    """Median and 95th percentile of a duration, in milliseconds."""

    p50_ms: float
    p95_ms: float


class DurationWindow:
    """The newest durations of one kind. Any thread may add and read.

    Args:
        size: Maximum number of durations.
    """

    def __init__(self, size: int = 150) -> None:
        self._lock = threading.Lock()
        self._durations_ms: deque[float] = deque(maxlen=size)

    def add(self, duration_ms: float) -> None:
        """Add one duration."""
        with self._lock:
            self._durations_ms.append(duration_ms)

    def clear(self) -> None:
        """Remove all."""
        with self._lock:
            self._durations_ms.clear()

    def percentiles(self) -> Percentiles | None:
        """Median and 95th percentile, or None without durations."""
        with self._lock:
            durations = list(self._durations_ms)
        if not durations:
            return None
        p50, p95 = np.percentile(durations, [50, 95])
        return Percentiles(float(p50), float(p95))


class RateMeter:
    """Events a second over the last seconds. Any thread may tick and read.

    Args:
        window_s: Length of the time window.
    """

    def __init__(self, window_s: float = 2.0) -> None:
        self._lock = threading.Lock()
        self._window_s = window_s
        self._times_s: deque[float] = deque()

    def tick(self, now_s: float) -> None:
        """Add one event."""
        with self._lock:
            self._times_s.append(now_s)
            self._forget(now_s)

    def clear(self) -> None:
        """Remove all."""
        with self._lock:
            self._times_s.clear()

    def per_second(self, now_s: float) -> float:
        """The rate; 0 with fewer than two events in the window."""
        with self._lock:
            self._forget(now_s)
            if len(self._times_s) < 2:
                return 0.0
            span_s = self._times_s[-1] - self._times_s[0]
            return (len(self._times_s) - 1) / span_s if span_s > 0 else 0.0

    def _forget(self, now_s: float) -> None:
        while self._times_s and now_s - self._times_s[0] > self._window_s:
            self._times_s.popleft()
