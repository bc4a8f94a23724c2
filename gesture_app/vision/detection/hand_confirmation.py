"""Decides which tracked hands of a video are reported: those that a verifier has confirmed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_verifier import Verifier


@dataclass(frozen=True)
class ConfirmationOptions:
    """When a hand is confirmed, and for how long. Times are seconds of the source's time, scores are log-odds.

    Source of the defaults: docs/research/experiments.md, "Hands that are none".

    Attributes:
        min_score: Minimum score in one frame to confirm a hand.
        min_likely_score: Minimum score of a likely hand; that of hands in single images. Source: the record, "Hands in
            a round".
        min_kept_score: Minimum score to keep a confirmed hand; lower, since hands are blurred and hidden now and then.
        kept_s: A confirmed hand that scores less for this long is confirmed no more.
        tentative_s: For this long a new hand is scored in each frame, and followed where MediaPipe loses it.
        check_interval_s: After that, and once it is confirmed, it is scored this often.
        memory_s: A track ends this long after its hand was last seen.
    """

    min_score: float = 0.3
    min_likely_score: float = -3.0
    min_kept_score: float = -3.0
    kept_s: float = 1.0
    tentative_s: float = 0.5
    check_interval_s: float = 0.5
    memory_s: float = 0.5


@dataclass(eq=False)
class _Track:
    hand: Hand
    seen_s: float
    born_s: float
    score: float = -math.inf
    checked_s: float | None = None
    confirmed_s: float | None = None


class HandConfirmation:
    """Confirms hands over the frames of a video.

    MediaPipe, extra attempts and the tracker of lost hands all take a face or an ear for a hand now and then, and keep
    it.

    Args:
        verifier: Scores hands.
        options: When a hand is confirmed.
    """

    def __init__(self, verifier: Verifier, options: ConfirmationOptions = ConfirmationOptions()) -> None:
        self._verifier = verifier
        self._options = options
        self._tracks: list[_Track] = []

    def confirmed(self, image_rgb: UInt8Array, hands: Sequence[Hand], time_s: float) -> list[Hand]:
        """The confirmed ones of the detected hands. May be called again for further hands of the same frame.

        Args:
            image_rgb: ``(height, width, 3)`` uint8, the frame.
            hands: Detected hands that do not overlap each other.
            time_s: Its time. A time that falls starts another scene.

        Raises:
            RuntimeError: If a network failed.
        """
        memory_s = self._options.memory_s
        self._tracks = [track for track in self._tracks if 0 <= time_s - track.seen_s <= memory_s]
        # Matched before any is updated, so that two hands never share a track.
        known = list(self._tracks)
        kept: list[Hand] = []
        for hand in hands:
            track = next((one for one in known if one.hand.overlaps(hand)), None)
            if track is None:
                track = _Track(hand, time_s, time_s)
                self._tracks.append(track)
            else:
                known.remove(track)
            track.hand, track.seen_s = hand, time_s
            if self._is_due(track, time_s):
                self._check(track, image_rgb, time_s)
            if track.confirmed_s is not None:
                kept.append(hand)
        return kept

    def likely(self, time_s: float) -> list[Hand]:
        """The hands of this frame that are not confirmed and yet may well be hands, to report where one is expected."""
        return [track.hand for track in self._tracks if track.seen_s == time_s and self._is_likely(track)]

    def followed(self, time_s: float, *, likely: bool) -> list[Hand]:
        """The hands of this frame that are worth following: confirmed ones, and new ones that may yet be confirmed.

        Args:
            time_s: Time of the frame.
            likely: Whether likely ones are followed as well.
        """
        return [
            track.hand
            for track in self._tracks
            if track.seen_s == time_s
            and (track.confirmed_s is not None or self._is_new(track, time_s) or (likely and self._is_likely(track)))
        ]

    def _is_likely(self, track: _Track) -> bool:
        return track.confirmed_s is None and track.score >= self._options.min_likely_score

    def _is_new(self, track: _Track, time_s: float) -> bool:
        return time_s - track.born_s <= self._options.tentative_s

    def _is_due(self, track: _Track, time_s: float) -> bool:
        if track.checked_s is None or (track.confirmed_s is None and self._is_new(track, time_s)):
            return True
        return time_s - track.checked_s >= self._options.check_interval_s

    def _check(self, track: _Track, image_rgb: UInt8Array, time_s: float) -> None:
        track.score = self._verifier.score(image_rgb, track.hand)
        track.checked_s = time_s
        wanted = self._options.min_score if track.confirmed_s is None else self._options.min_kept_score
        if track.score >= wanted:
            track.confirmed_s = time_s
        elif track.confirmed_s is not None and time_s - track.confirmed_s >= self._options.kept_s:
            track.confirmed_s = None
