from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gesture_app.domain.models.learnt_samples import LearntSamples, learnt_by_person, learnt_text
from tests.fakes.memories import learnt_of
from tests.fakes.model_libraries import shipped_summary
from tests.fakes.sample_hands import a_sample


def test_samples_are_left_out_by_key_and_by_person() -> None:
    learnt = learnt_of({"a": "Anna", "b": "Ben", "c": ""})
    left = learnt.without({"a"}, ["Ben"])
    assert left is not None
    assert (left.keys, left.people, left.labels) == (("c",), ("",), ("paper",))
    assert np.array_equal(left.features, learnt.features[2:])
    assert learnt.without({"a", "b", "c"}) is None


def test_only_new_samples_are_added() -> None:
    both = learnt_of({"a": "Anna", "b": "Ben"}).with_more(learnt_of({"b": "Cem", "c": "Cem"}))
    assert both.person_by_key == {"a": "Anna", "b": "Ben", "c": "Cem"}
    assert both.features.shape[0] == 3


def test_samples_of_another_model_are_not_added() -> None:
    with pytest.raises(ValueError, match="of another model"):
        learnt_of({"a": ""}).with_more(learnt_of({"b": ""}, seal="other"))


@pytest.mark.parametrize(
    "changes",
    [
        {"keys": ("a", "a")},
        {"labels": ("paper",)},
        {"labels": ("paper", "../x")},
        {"people": ("An\nna", "")},
        {"features": np.full((2, 3), np.nan, np.float32)},
        {"features": np.zeros((1, 3), np.float32)},
    ],
)
def test_wrong_contents_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        replace(learnt_of({"a": "", "b": ""}), **changes)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="1 to 100,000"):
        LearntSamples("seal", (), (), (), np.zeros((0, 3), np.float32))


def test_own_and_imported_samples_are_counted_once_by_person() -> None:
    own = [a_sample(number=n, person=person).info for n, person in ((1, "Anna"), (2, "Ben"), (3, ""))]
    forgotten = replace(own[2], is_forgotten=True)
    imported = {own[0].key: "Anna", forgotten.key: "", "elsewhere": "Cem"}
    model = replace(shipped_summary(), gives_features=True, imported_samples=imported)
    assert learnt_by_person(model, [*own[:2], forgotten]) == {"Anna": 1, "Ben": 1, "Cem": 1}
    assert learnt_by_person(replace(model, gives_features=False), own) == {}


def test_what_was_learnt_is_a_sentence() -> None:
    assert learnt_text({"Anna": 60, "Ben": 60}) == "120 samples of Anna and Ben"
    assert learnt_text({"": 1}) == "1 sample"
    assert learnt_text({"": 1, "Ben": 1}) == "2 samples of Ben and nobody in particular"
    assert learnt_text({}) == ""
