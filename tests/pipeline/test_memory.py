from __future__ import annotations

import numpy as np

from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.ports import DetectionMode
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel
from tests.fakes.memories import TintClassifier, memory_of, tinted_crop
from tests.fakes.pipeline import FakeClassifier, FakeDetector


def grey(level: int) -> Frame:
    return Frame(np.full((48, 64, 3), level, np.uint8), 0, 0.0, 0.0)


class TestMemory:
    """A memory of samples adjusts the predictions of the model that its features are of."""

    @staticmethod
    def processor(classifier: FakeClassifier | None = None, seal: str = "seal") -> FrameProcessor:
        return FrameProcessor(
            FakeDetector(), tinted_crop, classifier or TintClassifier(), mode=DetectionMode.INDEPENDENT, seal=seal
        )

    def test_near_its_samples_the_answer_is_theirs_and_elsewhere_the_models(self) -> None:
        processor = self.processor()
        assert processor.set_memory(memory_of([30], "paper"))
        assert [processor.process(grey(mark)).gesture for mark in (30, 10)] == ["paper", "rock"]

    def test_without_it_the_answers_are_exactly_the_models(self) -> None:
        processor, plain = self.processor(), self.processor()
        processor.set_memory(memory_of([30], "paper"))
        assert processor.set_memory(None)
        (one,), (other,) = processor.process(grey(30)).hands, plain.process(grey(30)).hands
        assert (one.prediction.probabilities == other.prediction.probabilities).all()

    def test_the_same_memory_again_is_no_change(self) -> None:
        processor, memory = self.processor(), memory_of([30], "paper")
        processor.set_memory(memory)
        assert not processor.set_memory(memory)

    def test_a_new_gesture_is_one_of_the_labels(self) -> None:
        processor = self.processor()
        processor.set_memory(memory_of([30], "thumbs_up"))
        assert processor.labels.labels == (*DEFAULT_LABELS.labels, "thumbs_up")
        assert processor.process(grey(30)).gesture == "thumbs_up"

    def test_a_memory_of_another_model_has_no_effect_until_that_model_is_in_use(self) -> None:
        processor = self.processor(seal="old")
        processor.set_memory(memory_of([30], "paper", seal="new"))
        assert processor.memory is None
        assert processor.process(grey(30)).gesture == "rock"
        processor.exchange_model(LoadedModel(tinted_crop, TintClassifier(), "new", "new"))
        assert processor.process(grey(30)).gesture == "paper"

    def test_a_model_without_features_answers_alone(self) -> None:
        processor = self.processor(FakeClassifier())
        processor.set_memory(memory_of([30], "paper"))
        assert not processor.supports_memory
        assert processor.memory is None
        assert processor.process(grey(30)).gesture == "rock"
