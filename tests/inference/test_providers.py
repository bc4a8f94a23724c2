from __future__ import annotations

import pytest

from gesture_app.inference import providers


@pytest.mark.parametrize(("has_gpu", "level"), [(True, "2"), (False, "3")])
def test_errors_of_tensorflow_are_logged_only_where_there_may_be_a_gpu(
    has_gpu: bool, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(providers, "gpu_signs_present", lambda: has_gpu)
    assert providers.tensorflow_log_level() == level
