from __future__ import annotations

from training.retraining.schedule import schedule_for


class TestSchedule:
    def test_few_recordings_are_augmented_more_often(self) -> None:
        assert schedule_for(10).user_samples == 800
        assert schedule_for(100).user_samples == 1000
        assert schedule_for(5000).user_samples == 4000
