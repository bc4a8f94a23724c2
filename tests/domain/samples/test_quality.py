from __future__ import annotations

from gesture_app.domain.samples.quality import QualityResult, Refusal


def test_a_refusal_has_a_message() -> None:
    assert QualityResult().is_good
    assert QualityResult().message == ""
    assert not QualityResult(Refusal.TOO_SMALL, 10).is_good
    assert "closer" in QualityResult(Refusal.TOO_SMALL, 10).message
