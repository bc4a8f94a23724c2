"""Hand detection on TTA views of an image: many candidates, each verified by the landmark network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import roi_from_landmarks
from gesture_app.vision.detection.networks import HandNetworks, LandmarkerThresholds, RoiScorer, ScoredHand
from gesture_app.vision.detection.tta_views import ImageView, Tone, unchanged


@dataclass(frozen=True)
class CandidateThresholds:
    """Minimum presence scores of a candidate, 0 to 1, when its ROI is scored once more.

    A candidate is accepted by its score in the original image, or, if it is at least not ruled out there, by its score
    in the tone of the view in which it was found.
    Source of the defaults: docs/research/experiments.md, "The landmark network by itself".

    Attributes:
        original: In the original image.
        view_tone: In the view's tone, which produces more false positives.
        not_ruled_out: In the original image, if the view's tone decides.
    """

    original: float = 0.85
    view_tone: float = 0.9
    not_ruled_out: float = 0.1


@dataclass(frozen=True)
class ViewSearchOptions:
    """How hands are searched in TTA views.

    Attributes:
        views: The views, in the order in which they are tried.
        landmarker: Minimum scores of a candidate when it is found.
        max_candidates: Maximum number of candidates of the palm detector per view.
        verification: Minimum scores of a candidate when it is verified; None accepts every candidate.
    """

    views: tuple[ImageView, ...]
    landmarker: LandmarkerThresholds
    max_candidates: int
    verification: CandidateThresholds | None = CandidateThresholds()


class ViewSearch:
    """Detects hands in TTA views.

    Args:
        options: How to search.
        networks: Opens the landmarker that finds the candidates.
        network: Verifies the candidates. Needed if the options ask for it. Stays open on :meth:`close`.
        min_candidates: Lower bound of ``options.max_candidates``, such as the number of hands wanted.

    Raises:
        ValueError: If the options ask for verification and there is no network.
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If the runtime cannot be imported.
    """

    def __init__(
        self,
        options: ViewSearchOptions,
        networks: HandNetworks,
        network: RoiScorer | None = None,
        *,
        min_candidates: int = 1,
    ) -> None:
        if options.verification is not None and network is None:
            raise ValueError("verification needs a landmark network")
        max_candidates = max(min_candidates, options.max_candidates)
        self._options = options
        self._network = network
        self._landmarker = networks.open_image_landmarker(options.landmarker, max_candidates)

    def detect(self, image_rgb: UInt8Array, view: ImageView) -> list[Hand]:
        """Detect hands in one view of a ``(height, width, 3)`` uint8 RGB image.

        Returns:
            The hands in coordinates of the image, without duplicates, verified ones by descending score.

        Raises:
            RuntimeError: If a network failed.
            ValueError: If it refused the image.
        """
        height, width = image_rgb.shape[:2]
        candidates = [view.undo(hand, (width, height)) for hand in self._landmarker.detect(view.apply(image_rgb))]
        thresholds = self._options.verification
        if thresholds is None or self._network is None:
            return _without_duplicates(candidates)
        return best_first(_verified(candidates, image_rgb, view.tone, self._network, thresholds))

    def detect_in_any_view(self, image_rgb: UInt8Array) -> list[Hand]:
        """Detect hands in the first view that shows any; arguments and errors as for :meth:`detect`."""
        return next(filter(None, (self.detect(image_rgb, view) for view in self._options.views)), [])

    def close(self) -> None:
        """Release the landmarker, but not the network that verifies."""
        self._landmarker.close()


def _verified(
    candidates: Iterable[Hand], image_rgb: UInt8Array, tone: Tone, network: RoiScorer, thresholds: CandidateThresholds
) -> list[ScoredHand]:
    """The accepted candidates, with the landmarks of the second scoring."""
    toned_rgb = None if tone is unchanged else tone(image_rgb)
    accepted: list[ScoredHand] = []
    for candidate in candidates:
        roi = roi_from_landmarks(candidate.landmarks_px)
        scored = network.score(image_rgb, roi)
        if scored is None:
            continue
        if scored.presence_score >= thresholds.original:
            accepted.append(scored)
        elif toned_rgb is not None and scored.presence_score >= thresholds.not_ruled_out:
            scored = network.score(toned_rgb, roi)
            if scored is not None and scored.presence_score >= thresholds.view_tone:
                accepted.append(scored)
    return accepted


def best_first(scored: Iterable[ScoredHand]) -> list[Hand]:
    """Sort hands by descending presence score and keep the best of overlapping ones."""
    return _without_duplicates(one.hand for one in sorted(scored, key=lambda one: one.presence_score, reverse=True))


def _without_duplicates(hands: Iterable[Hand]) -> list[Hand]:
    """The first of each group of overlapping hands."""
    distinct: list[Hand] = []
    for hand in hands:
        if not hand.overlaps_any(distinct):
            distinct.append(hand)
    return distinct
