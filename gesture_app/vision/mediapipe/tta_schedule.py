"""When a frame of a video is worth a second look, and which one."""

from __future__ import annotations

from collections import deque

MISSED_FOR_S = 0.5
"""A hand seen this long ago, in seconds of the source's time, is still looked for in every frame."""
SEARCH_EVERY = 10
"""While there may be more hands to find, every so many frames get a second look."""


class ViewSchedule:
    """Chooses at most one second look a frame, so that a lost hand is found again soon and searching stays cheap.

    The look that last found a hand comes first; when it fails, the others follow in turn. What a second look found
    counts as seen, so a hand that the video's own tracking never takes up is followed from look to look.

    Args:
        look_count: How many second looks there are.
        max_hands: The most hands that there may be.
    """

    def __init__(self, look_count: int, max_hands: int) -> None:
        self._look_count = look_count
        self._max_hands = max_hands
        self._look = 0
        self._frames_unsearched = 0
        self._seen: deque[tuple[float, int]] = deque()

    def look_for(self, hand_count: int, time_s: float) -> int | None:
        """The index of the look to take now that the first look found ``hand_count`` hands, or None for none."""
        if self._seen and time_s < self._seen[-1][0]:
            self._seen.clear()
        while self._seen and time_s - self._seen[0][0] > MISSED_FOR_S:
            self._seen.popleft()
        expected = max((count for _, count in self._seen), default=0)
        if hand_count < expected:
            return self._look
        self._frames_unsearched = self._frames_unsearched + 1 if hand_count < self._max_hands else 0
        if self._frames_unsearched >= SEARCH_EVERY:
            self._frames_unsearched = 0
            return self._look
        return None

    def looked(self, *, found: bool) -> None:
        """Take in whether the look that was taken found a hand that the first look had not."""
        if not found:
            self._look = (self._look + 1) % self._look_count

    def saw(self, hand_count: int, time_s: float) -> None:
        """Take in how many hands a frame showed in the end."""
        self._seen.append((time_s, hand_count))
