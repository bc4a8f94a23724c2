"""Hand detection in independent images."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import roi_from_landmarks
from gesture_app.vision.detection.hand_verifier import HandVerifier, Verifier
from gesture_app.vision.detection.networks import HandNetworks, LandmarkerThresholds, RoiScorer
from gesture_app.vision.detection.sliding_window import SlidingWindowOptions, detect_in_windows
from gesture_app.vision.detection.tta_views import ImageView, brightened, equalized, inverted, lifted, stretched
from gesture_app.vision.detection.view_search import ViewSearch, ViewSearchOptions

FIRST_VIEWS = ViewSearchOptions(
    views=(
        ImageView(border=0.25, mirrored=True),
        ImageView(stretched, border=0.25),
        ImageView(brightened),
        ImageView(brightened, border=0.25, mirrored=True),
    ),
    landmarker=LandmarkerThresholds(palm=0.05, presence=0.85),
    max_candidates=4,
    verification=None,
)
"""Missed hands are missed by the palm detector. So its threshold is low, and that of the landmark network, which is
more reliable, is high. The order of the views is that of their gain. Source: benchmarks/detection.py."""

LAST_VIEWS = ViewSearchOptions(
    views=(
        ImageView(inverted, border=0.5, mirrored=True),
        ImageView(inverted, border=0.25),
        ImageView(equalized, border=0.5, mirrored=True),
        ImageView(lifted, border=0.5, mirrored=True),
        ImageView(inverted),
    ),
    landmarker=LandmarkerThresholds(palm=0.001, presence=0.05),
    max_candidates=16,
)
"""Dark hands in dim light are often found in these views only. They take three times as long as the first views. The
order is that of their gain. Source: docs/research/experiments.md."""


@dataclass(frozen=True)
class ImageDetectorOptions:
    """The stages of :class:`ImageDetector`. A stage that is None is left out.

    Attributes:
        landmarker: Minimum scores of MediaPipe's own detection, which comes first.
        first_views: TTA views for images in which it finds no hand.
        sliding_window: Windows for images in which these find no hand.
        last_views: TTA views for images in which these find no hand.
        min_refined_score: Minimum presence score, 0 to 1, to take the landmarks of the second scoring of a hand in its
            own ROI, which fits better than that of the palm detector. Source: docs/research/experiments.md.
        min_verified_score: Minimum score, as the log-odds of a :class:`Verifier`, of a hand that a later stage found;
            None accepts every hand. MediaPipe's own hands are not verified: some have poor landmarks, but few are no
            hands. Source: docs/research/experiments.md, "Hands that are none".
    """

    landmarker: LandmarkerThresholds = field(default_factory=LandmarkerThresholds)
    first_views: ViewSearchOptions | None = FIRST_VIEWS
    sliding_window: SlidingWindowOptions | None = field(default_factory=SlidingWindowOptions)
    last_views: ViewSearchOptions | None = LAST_VIEWS
    min_refined_score: float | None = 0.8
    min_verified_score: float | None = -3.0

    @property
    def needs_network(self) -> bool:
        """Whether a stage uses the landmark network by itself."""
        searches = [search for search in (self.first_views, self.last_views) if search is not None]
        verifies = any(search.verification is not None for search in searches)
        reads_again = self.min_refined_score is not None or self.min_verified_score is not None
        return verifies or reads_again or self.sliding_window is not None


THOROUGH = ImageDetectorOptions()
"""All stages."""
FAST = ImageDetectorOptions(sliding_window=None, last_views=None, min_refined_score=None, min_verified_score=None)
"""Without the landmark network by itself. The training data of the shipped model was made so."""


class ImageDetector:
    """Detects hands in stages: MediaPipe's own detection, TTA views, a sliding window, and more TTA views.

    Each stage runs only if those before found no hand. Every hand is scored twice, the second time in the ROI that its
    landmarks give; MediaPipe does the same from frame to frame of a video. A hand that a later stage finds and the
    verifier rules out counts as not found.

    Args:
        max_hands: Maximum number of hands.
        networks: Opens the networks.
        options: The stages.
        open_verifier: Makes the verifier of hands from the landmark network.

    Raises:
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If the runtime cannot be imported.
    """

    def __init__(
        self,
        max_hands: int,
        networks: HandNetworks,
        options: ImageDetectorOptions = THOROUGH,
        *,
        open_verifier: Callable[[RoiScorer], Verifier] = HandVerifier,
    ) -> None:
        self._max_hands = max_hands
        self._networks = networks
        self._options = options
        self._searches: dict[ViewSearchOptions, ViewSearch] = {}
        self._network: RoiScorer | None = None
        self._verifier: Verifier | None = None
        with ExitStack() as opened:
            self._landmarker = networks.open_image_landmarker(options.landmarker, max_hands)
            opened.callback(self._landmarker.close)
            if options.needs_network:
                self._network = networks.open_roi_scorer()
                opened.callback(self._network.close)
                if options.min_verified_score is not None:
                    self._verifier = open_verifier(self._network)
            self._opened = opened.pop_all()

    def detect(self, image_rgb: UInt8Array, time_s: float) -> list[Hand]:
        """Detect the hands of a ``(height, width, 3)`` uint8 RGB image. Its time is ignored.

        Raises:
            DetectorError: If the networks of a later stage cannot be loaded.
            RuntimeError: If a network failed.
            ValueError: If it refused the image.
        """
        del time_s
        options = self._options
        hands = self._refined(image_rgb, self._landmarker.detect(image_rgb)[: self._max_hands])
        if not hands:
            hands = self._verified(image_rgb, self._refined(image_rgb, self._in_views(image_rgb, options.first_views)))
        # The hands of these stages were scored twice already.
        hands = hands or self._verified(image_rgb, self._in_windows(image_rgb))
        hands = hands or self._verified(image_rgb, self._in_views(image_rgb, options.last_views))
        return hands[: self._max_hands]

    def expect_hands(self, count: int) -> None:
        """Do nothing: each image is searched as it is."""

    def reset(self) -> None:
        """Do nothing: no state is carried from image to image."""

    def close(self) -> None:
        """Release the networks."""
        self._opened.close()

    def _in_views(self, image_rgb: UInt8Array, options: ViewSearchOptions | None) -> list[Hand]:
        if options is None:
            return []
        search = self._searches.get(options)
        if search is None:
            search = ViewSearch(options, self._networks, self._network, min_candidates=self._max_hands)
            self._searches[options] = search
            self._opened.callback(search.close)
        return search.detect_in_any_view(image_rgb)

    def _in_windows(self, image_rgb: UInt8Array) -> list[Hand]:
        if self._options.sliding_window is None or self._network is None:
            return []
        return detect_in_windows(image_rgb, self._network, self._options.sliding_window)

    def _refined(self, image_rgb: UInt8Array, hands: list[Hand]) -> list[Hand]:
        network, min_score = self._network, self._options.min_refined_score
        if network is None or min_score is None:
            return hands
        refined: list[Hand] = []
        for hand in hands:
            scored = network.score(image_rgb, roi_from_landmarks(hand.landmarks_px))
            refined.append(hand if scored is None or scored.presence_score < min_score else scored.hand)
        return refined

    def _verified(self, image_rgb: UInt8Array, hands: list[Hand]) -> list[Hand]:
        verifier, min_score = self._verifier, self._options.min_verified_score
        if verifier is None or min_score is None:
            return hands
        return [hand for hand in hands if verifier.score(image_rgb, hand) >= min_score]
