from __future__ import annotations

import pytest


def test_latency_is_measured_beside_plain_mobilenet() -> None:
    from gesture_app.inference.library.model_store import ModelStore
    from gesture_app.resources import SHIPPED_MODELS
    from training.evaluation.latency import measure_latency

    figures = measure_latency(ModelStore([SHIPPED_MODELS]).default(), runs=3)
    ours, plain = figures["model"], figures["plain_mobilenet_v2"]
    assert figures["ratio"] == pytest.approx(ours["median_ms"] / plain["median_ms"])
    assert ours["p95_ms"] >= ours["median_ms"] > 0
    assert 8 < plain["onnx_mb"] < 10
