from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_confirmation import ConfirmationOptions, HandConfirmation
from tests.fakes.hands import hand_at

IMAGE = np.full((100, 200, 3), 60, dtype=np.uint8)
FRAME_S = 0.05
OPTIONS = ConfirmationOptions(
    min_score=1.0,
    min_likely_score=-2.0,
    min_kept_score=-1.0,
    kept_s=0.4,
    tentative_s=0.2,
    check_interval_s=0.2,
    memory_s=0.3,
)


@dataclass
class FakeVerifier:
    """Gives each hand the present score."""

    value: float
    scored: list[Hand] = field(default_factory=list)

    def score(self, image_rgb: UInt8Array, hand: Hand) -> float:
        self.scored.append(hand)
        return self.value


def confirmation_of(value: float) -> tuple[HandConfirmation, FakeVerifier]:
    verifier = FakeVerifier(value)
    return HandConfirmation(verifier, OPTIONS), verifier


def test_a_hand_that_is_certain_is_reported_in_its_first_frame() -> None:
    confirmation, _ = confirmation_of(1.0)
    hand = hand_at(60)

    assert confirmation.confirmed(IMAGE, [hand], 0.0) == [hand]


def test_something_that_resembles_a_hand_is_never_reported_however_long_it_stays() -> None:
    confirmation, _ = confirmation_of(0.9)

    assert all(confirmation.confirmed(IMAGE, [hand_at(60)], n * FRAME_S) == [] for n in range(100))


def test_a_hand_is_reported_as_soon_as_one_frame_shows_it_well() -> None:
    confirmation, verifier = confirmation_of(0.0)
    for number in range(3):
        assert confirmation.confirmed(IMAGE, [hand_at(60)], number * FRAME_S) == []

    verifier.value = 1.0

    assert len(confirmation.confirmed(IMAGE, [hand_at(62)], 3 * FRAME_S)) == 1


def test_a_confirmed_hand_that_is_blurred_for_a_moment_goes_on_being_reported() -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)

    verifier.value = -5.0

    assert all(len(confirmation.confirmed(IMAGE, [hand_at(60)], n * FRAME_S)) == 1 for n in range(1, 8))


def test_a_confirmed_hand_that_scores_low_for_long_is_let_go() -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)

    verifier.value = -1.1
    reported = [len(confirmation.confirmed(IMAGE, [hand_at(60)], n * FRAME_S)) for n in range(1, 40)]

    assert reported[-1] == 0
    assert sum(reported) * FRAME_S == pytest.approx(OPTIONS.kept_s, abs=OPTIONS.check_interval_s)


def test_a_confirmed_hand_is_kept_at_a_lower_score_than_a_new_one_needs() -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)

    verifier.value = -0.9

    assert all(len(confirmation.confirmed(IMAGE, [hand_at(60)], n * FRAME_S)) == 1 for n in range(1, 60))


def test_confirmed_hands_are_scored_now_and_then_only() -> None:
    confirmation, verifier = confirmation_of(1.0)

    for number in range(41):
        confirmation.confirmed(IMAGE, [hand_at(60)], number * FRAME_S)

    assert len(verifier.scored) <= 1 + 40 * FRAME_S / OPTIONS.check_interval_s


def test_what_stays_unconfirmed_is_scored_now_and_then_only() -> None:
    confirmation, verifier = confirmation_of(0.0)

    for number in range(41):
        confirmation.confirmed(IMAGE, [hand_at(60)], number * FRAME_S)

    new = OPTIONS.tentative_s / FRAME_S + 1
    assert len(verifier.scored) <= new + 40 * FRAME_S / OPTIONS.check_interval_s


def test_each_hand_is_confirmed_by_itself() -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)

    verifier.value = 0.0

    assert confirmation.confirmed(IMAGE, [first := hand_at(61), hand_at(160)], FRAME_S) == [first]


def test_two_hands_never_share_one_confirmation() -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)

    verifier.value = 0.0

    assert len(confirmation.confirmed(IMAGE, [hand_at(50), hand_at(75)], FRAME_S)) == 1


def test_a_hand_that_is_hidden_for_a_moment_stays_confirmed() -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)
    confirmation.confirmed(IMAGE, [], FRAME_S)

    verifier.value = 0.0

    assert len(confirmation.confirmed(IMAGE, [hand_at(60)], 2 * FRAME_S)) == 1


@pytest.mark.parametrize("time_s", [-1.0, OPTIONS.memory_s + FRAME_S])
def test_long_after_or_where_time_falls_a_hand_has_to_be_confirmed_again(time_s: float) -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)

    verifier.value = 0.0

    assert confirmation.confirmed(IMAGE, [hand_at(60)], time_s) == []


def test_new_and_confirmed_hands_are_followed_and_others_no_more() -> None:
    confirmation, verifier = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)
    verifier.value = 0.0

    followed = []
    for number in range(1, 8):
        confirmation.confirmed(IMAGE, [hand_at(60), hand_at(160)], number * FRAME_S)
        followed.append(len(confirmation.followed(number * FRAME_S, likely=False)))

    assert followed[0] == 2
    assert followed[-1] == 1


def test_hands_of_a_second_call_for_the_same_frame_are_followed_too() -> None:
    confirmation, _ = confirmation_of(1.0)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)
    confirmation.confirmed(IMAGE, [hand_at(160)], 0.0)

    assert len(confirmation.followed(0.0, likely=False)) == 2


def test_a_hand_that_may_be_one_is_likely_until_it_is_confirmed() -> None:
    confirmation, verifier = confirmation_of(-2.0)
    hand = hand_at(60)
    assert confirmation.confirmed(IMAGE, [hand], 0.0) == []
    assert confirmation.likely(0.0) == [hand]
    assert confirmation.likely(FRAME_S) == []

    verifier.value = 1.0
    confirmation.confirmed(IMAGE, [hand], FRAME_S)

    assert confirmation.likely(FRAME_S) == []


def test_what_resembles_no_hand_is_not_likely() -> None:
    confirmation, _ = confirmation_of(-2.1)
    confirmation.confirmed(IMAGE, [hand_at(60)], 0.0)

    assert confirmation.likely(0.0) == []


def test_likely_hands_are_followed_for_long_on_request() -> None:
    confirmation, _ = confirmation_of(0.0)
    for number in range(10):
        confirmation.confirmed(IMAGE, [hand_at(60)], number * FRAME_S)

    assert confirmation.followed(9 * FRAME_S, likely=False) == []
    assert len(confirmation.followed(9 * FRAME_S, likely=True)) == 1
