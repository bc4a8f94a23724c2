import pytest

from gesture_app.pipeline.metrics import DurationWindow, RateMeter
from tests.fakes.frames import FakeClock


def test_the_rate_is_that_of_the_last_seconds() -> None:
    clock, meter = FakeClock(), RateMeter(window_s=2.0)
    for _ in range(60):
        clock.advance(1 / 10)
        meter.tick(clock())
    assert meter.per_second(clock()) == pytest.approx(10)

    for _ in range(60):
        clock.advance(1 / 30)
        meter.tick(clock())
    assert meter.per_second(clock()) == pytest.approx(30, rel=0.02)


def test_a_rate_needs_two_events() -> None:
    meter = RateMeter()

    assert meter.per_second(1.0) == 0
    meter.tick(1.0)
    assert meter.per_second(1.0) == 0
    meter.tick(1.5)
    assert meter.per_second(1.5) == pytest.approx(2)


def test_when_events_stop_the_rate_falls_to_zero() -> None:
    meter = RateMeter(window_s=2.0)
    for number in range(10):
        meter.tick(number / 10)

    assert meter.per_second(3.0) == 0


def test_events_of_one_moment_have_no_rate() -> None:
    meter = RateMeter()
    meter.tick(1.0)
    meter.tick(1.0)

    assert meter.per_second(1.0) == 0


def test_a_cleared_meter_starts_afresh() -> None:
    meter = RateMeter()
    meter.tick(1.0)
    meter.tick(1.1)
    meter.clear()

    assert meter.per_second(1.1) == 0


def test_percentiles_are_of_the_newest_durations() -> None:
    window = DurationWindow(size=100)
    for duration_ms in [1000.0] * 50 + [float(number) for number in range(101)][1:]:
        window.add(duration_ms)

    percentiles = window.percentiles()

    assert percentiles is not None
    assert percentiles.p50_ms == pytest.approx(50.5)
    assert percentiles.p95_ms == pytest.approx(95.05)


def test_nothing_measured_is_not_zero() -> None:
    window = DurationWindow()
    assert window.percentiles() is None
    window.add(1.0)
    window.clear()
    assert window.percentiles() is None
