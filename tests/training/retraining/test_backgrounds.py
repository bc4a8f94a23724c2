import numpy as np

from tests.fakes.hand_samples import hand_sample
from training.retraining.backgrounds import before_other_background


def test_another_background_leaves_the_hand_as_it_is() -> None:
    example, other = hand_sample("rock"), hand_sample("none", seed=99)
    swapped = before_other_background(example.region_bgr, example.landmarks_px, other.region_bgr)
    x, y = example.landmarks_px[9, :2].astype(int)
    around_hand = np.s_[y : y + 20, x - 10 : x + 10]
    assert np.array_equal(swapped[around_hand], example.region_bgr[around_hand])
    assert not np.array_equal(swapped[:10, :10], example.region_bgr[:10, :10])
