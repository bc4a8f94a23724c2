from __future__ import annotations

from dataclasses import replace

import pytest

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from tests.fakes.hand_samples import hand_sample
from training.retraining.pose_relabelling import matching_poses
from training.retraining.rehearsal_set import BASE_FILE, FOLDER, REHEARSAL_FILE, RenderedHands, load_rendered_hands


class TestMatchingPoses:
    @pytest.fixture(scope="class")
    @classmethod
    def base(cls) -> RenderedHands:
        base, rehearsed = (load_rendered_hands(FOLDER, name) for name in (BASE_FILE, REHEARSAL_FILE))
        return RenderedHands((*base.samples, *rehearsed.samples), (*base.poses, *rehearsed.poses))

    def recorded(self, base: RenderedHands, pose: str, label: str = "mine") -> tuple[list[object], RenderedHands]:
        """Half of the hands of a pose as user samples, and the set without them."""
        indices = [i for i, name in enumerate(base.poses) if name == pose][::2]
        own = [hand_of(base, i, label) for i in indices]
        kept = [i for i in range(len(base)) if i not in indices]
        return own, RenderedHands(tuple(base.samples[i] for i in kept), tuple(base.poses[i] for i in kept))

    @pytest.mark.parametrize("pose", ["pointing", "four", "thumbs_up"])
    def test_a_none_pose_recorded_as_a_new_gesture_matches(self, base: RenderedHands, pose: str) -> None:
        own, others = self.recorded(base, pose)
        assert pose in matching_poses("mine", own, others, CropSpec())  # type: ignore[arg-type]

    def test_thumbs_up_equals_thumbs_down_only_in_upright_crops(self, base: RenderedHands) -> None:
        own, others = self.recorded(base, "thumbs_up")
        assert matching_poses("mine", own, others, CropSpec()) == {"thumbs_up", "thumbs_down"}  # type: ignore[arg-type]
        as_seen = CropSpec(Turn.AS_SEEN)
        assert matching_poses("mine", own, others, as_seen) == {"thumbs_up"}  # type: ignore[arg-type]

    @pytest.mark.parametrize("pose", ["lizard_beak", "spock_wide", "rock_low"])
    def test_a_variant_of_a_known_gesture_matches_hardly_any_none_pose(self, base: RenderedHands, pose: str) -> None:
        own, others = self.recorded(base, pose)
        assert len(matching_poses("mine", own, others, CropSpec())) <= 1  # type: ignore[arg-type]

    def test_without_samples_nothing_matches(self, base: RenderedHands) -> None:
        assert matching_poses("mine", [], base, CropSpec()) == set()
        assert matching_poses("mine", [hand_sample("mine")], RenderedHands((), ()), CropSpec()) == set()

    def test_random_hands_match_nothing(self, base: RenderedHands) -> None:
        own = [hand_sample("mine", seed=seed) for seed in range(10)]
        assert matching_poses("mine", own, base, CropSpec()) == set()


def hand_of(hands: RenderedHands, index: int, label: str) -> object:
    return replace(hands.samples[index], label=label, source="own")
