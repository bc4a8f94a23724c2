"""Hand detection in the consecutive frames of a video."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import DetectorError
from gesture_app.vision.detection.background_search import BackgroundSearch
from gesture_app.vision.detection.hand_confirmation import ConfirmationOptions, HandConfirmation
from gesture_app.vision.detection.hand_verifier import HandVerifier, Verifier
from gesture_app.vision.detection.image_detector import FIRST_VIEWS
from gesture_app.vision.detection.lost_hand_tracker import LostHandOptions, LostHandTracker
from gesture_app.vision.detection.networks import HandNetworks, LandmarkerThresholds, RoiScorer, VideoLandmarker
from gesture_app.vision.detection.sliding_window import SlidingWindowOptions, WindowSubset, detect_in_windows
from gesture_app.vision.detection.tta_schedule import AttemptSchedule, ScheduleOptions
from gesture_app.vision.detection.tta_views import ImageView, inverted
from gesture_app.vision.detection.view_search import ViewSearch, ViewSearchOptions

VIDEO_VIEWS = ViewSearchOptions(
    views=(ImageView(inverted, border=0.25), *FIRST_VIEWS.views),
    landmarker=LandmarkerThresholds(palm=0.01, presence=0.3),
    max_candidates=8,
)
"""The first view finds more dark hands than any other. The thresholds are low because each candidate is verified.
Source: docs/research/experiments.md."""

VIDEO_WINDOWS = replace(SlidingWindowOptions(), min_presence_score=0.85)
"""The threshold is higher than for images: a wall that looks like a hand does so in every frame of a video.
Source: docs/research/experiments.md."""


_SPARE_HANDS = 1
"""Hands that are followed and reported beyond the maximum, while two or more are expected."""


@dataclass(frozen=True)
class VideoDetectorOptions:
    """How :class:`VideoDetector` searches.

    Attributes:
        landmarker: Minimum scores of MediaPipe's own detection and tracking.
        views: TTA views, each of which is one attempt.
        sliding_window: Windows, divided into subsets, each of which is one attempt.
        window_subset_count: Number of subsets; 0 for no windows. With 7, one takes about as long as a view.
            Source: docs/research/experiments.md.
        schedule: When attempts are made.
        lost_hands: How lost hands are tracked.
        confirmation: When a hand is reported.
    """

    landmarker: LandmarkerThresholds = field(default_factory=LandmarkerThresholds)
    views: ViewSearchOptions = VIDEO_VIEWS
    sliding_window: SlidingWindowOptions = VIDEO_WINDOWS
    window_subset_count: int = 7
    schedule: ScheduleOptions = field(default_factory=ScheduleOptions)
    lost_hands: LostHandOptions = field(default_factory=LostHandOptions)
    confirmation: ConfirmationOptions = field(default_factory=ConfirmationOptions)

    @property
    def attempts(self) -> tuple[ImageView | WindowSubset, ...]:
        """All extra attempts in their order: window subsets and views in turn."""
        subsets = [WindowSubset(index, self.window_subset_count) for index in range(self.window_subset_count)]
        pairs = zip_longest(subsets, self.views.views)
        return tuple(attempt for pair in pairs for attempt in pair if attempt is not None)


class VideoDetector:
    """Tracks hands from frame to frame.

    The landmarker detects and tracks them. A :class:`LostHandTracker` tracks those that it loses. A frame gets a
    further attempt, in a TTA view or a subset of windows, if a hand is missing that is expected or was there a moment
    ago, and every few frames while more hands may be found; two attempts while one is expected and none is known.
    Whoever found a hand, it is reported once it is confirmed; while fewer are confirmed than expected, likely ones are
    reported as well.

    While two hands are expected, a third one is followed and reported, too: somebody else's must not take the place of
    either. At other times that would only cost time (``benchmarks/NOTES.md``).

    Args:
        max_hands: Maximum number of hands. One is about twice as fast as two, because tracking then never searches.
        networks: Opens the networks; the tracking once more on each :meth:`reset`.
        options: How to search.
        open_verifier: Makes the verifier of hands from the landmark network.
        executor: Makes the attempts beside the frames that follow, one at a time, so that no frame waits for one; what
            is found is looked up in the frame that comes next. It is closed with the detector. None makes each attempt
            in its frame, so that the same frames always give the same hands.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If the runtime cannot be imported.
    """

    def __init__(
        self,
        max_hands: int,
        networks: HandNetworks,
        options: VideoDetectorOptions = VideoDetectorOptions(),
        *,
        open_verifier: Callable[[RoiScorer], Verifier] = HandVerifier,
        executor: Executor | None = None,
    ) -> None:
        self._max_hands = max_hands
        self._options = options
        self._attempts = options.attempts
        self._networks = networks
        self._last_ms = 0
        self._expected_hands = 0
        # All at once: loading one takes longer than a frame lasts.
        with ExitStack() as opened:
            self._landmarker: VideoLandmarker | None = self._open_landmarker()
            opened.callback(self._close_landmarker)
            self._network = networks.open_roi_scorer()
            opened.callback(self._network.close)
            self._verifier = open_verifier(self._network)
            self._search_network = self._network
            if executor is not None:  # not every network may be used in two threads at once
                self._search_network = networks.open_roi_scorer()
                opened.callback(self._search_network.close)
            self._search = ViewSearch(options.views, networks, self._search_network, min_candidates=max_hands)
            opened.callback(self._search.close)
            self._background = None if executor is None else BackgroundSearch(executor)
            if self._background is not None:
                opened.callback(self._background.close)
            self._opened = opened.pop_all()
        self._schedule, self._tracker, self._confirmation = self._new_state()

    def detect(self, image_rgb: UInt8Array, time_s: float) -> list[Hand]:
        """Detect the hands of the next ``(height, width, 3)`` uint8 RGB frame. Times should rise.

        Raises:
            DetectorError: If :meth:`reset` failed before.
            RuntimeError: If a network failed.
            ValueError: If it refused the frame.
        """
        if self._landmarker is None:
            raise DetectorError(Message("The hand detector is closed."))
        self._last_ms = max(self._last_ms + 1, round(time_s * 1000))
        found = self._landmarker.track(image_rgb, self._last_ms)
        earlier = None if self._background is None else self._background.take()
        if earlier is not None:
            self._tracker.add(earlier, time_s)
        found += self._tracker.find_lost(image_rgb, found, time_s)
        hands = self._confirmation.confirmed(image_rgb, found, time_s)
        if earlier is not None:
            self._schedule.record_attempt(found=any(hand.overlaps_any(hands) for hand in earlier))
        if self._background is None:
            hands += self._search_now(image_rgb, found, len(hands), time_s)
        elif self._background.is_idle:
            for attempt in self._schedule.attempts_for(len(hands), time_s)[:1]:
                self._background.start(partial(self._attempt, image_rgb, self._attempts[attempt]))
        missing = self._expected_hands - len(hands)
        if missing > 0:
            hands += self._confirmation.likely(time_s)[:missing]
        hands = hands[: self._most_hands]
        self._schedule.record_frame(len(hands), time_s)
        self._tracker.record_frame(self._confirmation.followed(time_s, likely=missing > 0), time_s)
        return hands

    def expect_hands(self, count: int) -> None:
        """Make attempts in each of the next frames while fewer hands are found; 0 for as usual.

        Raises:
            DetectorError: If MediaPipe's networks cannot be loaded once more.
        """
        self._expected_hands = min(count, self._max_hands)
        self._schedule.expected_hands = self._expected_hands
        if self._landmarker is not None:
            self._landmarker.set_max_hands(self._most_hands)

    def reset(self) -> None:
        """Drop all tracks; times may start again.

        Raises:
            DetectorError: If the networks cannot be loaded once more.
        """
        if self._landmarker is None:
            return
        if self._background is not None:
            self._background.drop()
        self._close_landmarker()
        self._last_ms = 0
        self._schedule, self._tracker, self._confirmation = self._new_state()
        self._landmarker = self._open_landmarker()

    def close(self) -> None:
        """Release the networks."""
        self._opened.close()

    @property
    def _most_hands(self) -> int:
        return self._max_hands + (_SPARE_HANDS if self._expected_hands > 1 else 0)

    def _open_landmarker(self) -> VideoLandmarker:
        return self._networks.open_video_landmarker(self._options.landmarker, self._most_hands)

    def _close_landmarker(self) -> None:
        landmarker, self._landmarker = self._landmarker, None
        if landmarker is not None:
            landmarker.close()

    def _new_state(self) -> tuple[AttemptSchedule, LostHandTracker, HandConfirmation]:
        schedule = AttemptSchedule(len(self._attempts), self._max_hands, self._options.schedule)
        schedule.expected_hands = self._expected_hands
        return (
            schedule,
            LostHandTracker(self._network, self._options.lost_hands),
            HandConfirmation(self._verifier, self._options.confirmation),
        )

    def _search_now(self, image_rgb: UInt8Array, found: Sequence[Hand], hand_count: int, time_s: float) -> list[Hand]:
        """The confirmed hands of the first attempt that finds any."""
        known = list(found)
        for attempt in self._schedule.attempts_for(hand_count, time_s):
            more = [hand for hand in self._attempt(image_rgb, self._attempts[attempt]) if not hand.overlaps_any(known)]
            confirmed = self._confirmation.confirmed(image_rgb, more, time_s)
            self._schedule.record_attempt(found=bool(confirmed))
            if confirmed:
                return confirmed
            known += more
        return []

    def _attempt(self, image_rgb: UInt8Array, attempt: ImageView | WindowSubset) -> list[Hand]:
        if isinstance(attempt, WindowSubset):
            return detect_in_windows(image_rgb, self._search_network, self._options.sliding_window, attempt)
        return self._search.detect(image_rgb, attempt)
