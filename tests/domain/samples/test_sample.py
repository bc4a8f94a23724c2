from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest

from gesture_app.domain.samples.labels import check_slug
from gesture_app.domain.samples.sample import Sample, session_name
from tests.fakes.sample_hands import a_sample


def test_sessions_are_named_by_their_begin_in_utc() -> None:
    east = timezone(timedelta(hours=2))
    assert session_name(datetime(2024, 5, 1, 12, 30, tzinfo=east)) == "20240501t103000"
    check_slug(session_name(datetime(2024, 5, 1, tzinfo=east)), "session")
    with pytest.raises(ValueError, match="offset"):
        session_name(datetime(2024, 5, 1))


@pytest.mark.parametrize(
    "change",
    [
        {"label": "Rock"},
        {"session": "a/b"},
        {"number": -1},
        {"number": 10**9},
        {"taken_at": "yesterday"},
        {"taken_at": "2024-05-01T10:30:00"},
        {"taken_at": "2024-05-01T10:30:00+02:00"},
        {"region_wh": (0, 10)},
        {"region_wh": (10, 1025)},
    ],
)
def test_invalid_metadata_is_refused(change: dict[str, object]) -> None:
    info = a_sample().info
    with pytest.raises(ValueError, match=r"."):
        replace(info, **change)  # type: ignore[arg-type]


def test_the_region_must_match_the_metadata() -> None:
    sample = a_sample()
    with pytest.raises(ValueError, match=r"should be \(120, 132, 3\) uint8"):
        Sample(sample.info, sample.region_bgr[1:])
    with pytest.raises(ValueError, match="uint8"):
        Sample(sample.info, sample.region_bgr.astype(np.float32))  # type: ignore[arg-type]


def test_images_of_different_shape_have_different_digests() -> None:
    flat = np.zeros((4, 8, 3), np.uint8)
    info = a_sample().info
    one, other = (
        Sample(replace(info, region_wh=(8, 4)), flat),
        Sample(replace(info, region_wh=(4, 8)), flat.reshape(8, 4, 3)),
    )
    assert one.image_sha256 != other.image_sha256
    assert one.image_sha256 == Sample(one.info, np.asfortranarray(flat)).image_sha256


def test_a_sample_is_misread_if_the_prediction_differs() -> None:
    assert a_sample("rock").info.is_misread
    assert not a_sample("paper").info.is_misread
    assert not replace(a_sample("rock").info, prediction=None).is_misread
