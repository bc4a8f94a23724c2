from __future__ import annotations

from gesture_app.domain.samples.quality import IMPORT_REASONS, QualityResult, Refusal


def test_a_refusal_has_a_message() -> None:
    assert QualityResult().is_good
    assert QualityResult().message == ""
    assert not QualityResult(Refusal.TOO_SMALL, 10).is_good
    assert "closer" in QualityResult(Refusal.TOO_SMALL, 10).message


def test_reasons_for_imported_images_give_no_advice_for_a_camera() -> None:
    assert set(IMPORT_REASONS) == set(Refusal)
    for reason in IMPORT_REASONS.values():
        assert not {"Move", "move", "your", "still", "light"} & set(reason.replace(".", "").split())
