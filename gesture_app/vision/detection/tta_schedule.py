"""Decides which frames of a video get an extra detection attempt, and which attempt."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class ScheduleOptions:
    """How often extra attempts are made.

    Attributes:
        memory_s: For this long after a hand was seen, every frame in which it is missing gets an attempt. Seconds of
            the source's time.
        search_interval: While there may be more hands to find, every so many frames one gets an attempt.
        expected_attempts: While hands are expected and none is known, each frame gets so many attempts.
    """

    memory_s: float = 0.5
    search_interval: int = 10
    expected_attempts: int = 2


class AttemptSchedule:
    """Chooses the extra attempts of each frame, so that a lost hand is found soon and the cost stays low.

    Attributes:
        expected_hands: Number of hands that are surely in view: while fewer are known, each frame gets an attempt, and
            more than one while none is known.

    The attempt that last found a hand comes first; when it fails, the others follow in turn. Hands found by an attempt
    count as seen, so a hand that MediaPipe's tracking never takes up is found by the same attempt in each frame.

    Args:
        attempt_count: Number of different attempts; 0 for never.
        max_hands: Maximum number of hands.
        options: How often to search.
    """

    def __init__(self, attempt_count: int, max_hands: int, options: ScheduleOptions = ScheduleOptions()) -> None:
        self._attempt_count = attempt_count
        self._max_hands = max_hands
        self._options = options
        self.expected_hands = 0
        self._attempt = 0
        self._frames_since_search = 0
        self._seen: deque[tuple[float, int]] = deque()

    def attempts_for(self, hand_count: int, time_s: float) -> list[int]:
        """Indices of the attempts for a frame, until one finds a hand; ``hand_count`` hands are known so far."""
        if self._seen and time_s < self._seen[-1][0]:
            self._seen.clear()
        while self._seen and time_s - self._seen[0][0] > self._options.memory_s:
            self._seen.popleft()
        if not self._attempt_count:
            return []
        expected = max((count for _, count in self._seen), default=0)
        expected = max(expected, self.expected_hands)
        if hand_count < expected:
            is_urgent = self.expected_hands > 0 and hand_count == 0
            count = min(self._options.expected_attempts if is_urgent else 1, self._attempt_count)
            return [(self._attempt + number) % self._attempt_count for number in range(count)]
        self._frames_since_search = self._frames_since_search + 1 if hand_count < self._max_hands else 0
        if self._frames_since_search >= self._options.search_interval:
            self._frames_since_search = 0
            return [self._attempt]
        return []

    def record_attempt(self, *, found: bool) -> None:
        """Record whether the attempt found a further hand."""
        if not found:
            self._attempt = (self._attempt + 1) % self._attempt_count

    def record_frame(self, hand_count: int, time_s: float) -> None:
        """Record the final number of hands of a frame."""
        self._seen.append((time_s, hand_count))
