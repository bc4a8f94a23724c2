from __future__ import annotations

from dataclasses import replace

from gesture_app.vision.detection.tta_schedule import AttemptSchedule, ScheduleOptions

FRAME_S = 0.05
OPTIONS = ScheduleOptions(memory_s=0.4, search_interval=8, expected_attempts=1)
SEARCH_INTERVAL = OPTIONS.search_interval


def schedule_of(attempt_count: int, max_hands: int) -> AttemptSchedule:
    return AttemptSchedule(attempt_count, max_hands, OPTIONS)


def attempts_at(schedule: AttemptSchedule, counts: list[int], *, start_s: float = 0.0) -> list[int | None]:
    """The first attempt made in each frame, if tracking finds ``counts`` hands and no attempt finds any."""
    taken = []
    for number, count in enumerate(counts):
        now_s = start_s + number * FRAME_S
        attempts = schedule.attempts_for(count, now_s)
        for _ in attempts:
            schedule.record_attempt(found=False)
        schedule.record_frame(count, now_s)
        taken.append(attempts[0] if attempts else None)
    return taken


def test_while_all_hands_are_found_no_attempt_is_made() -> None:
    assert attempts_at(schedule_of(4, 2), [1, 1, 2, 2, 2]) == [None] * 5


def test_a_lost_hand_is_searched_at_once_with_one_attempt_after_the_other() -> None:
    assert attempts_at(schedule_of(3, 2), [1, 0, 0, 0, 0]) == [None, 0, 1, 2, 0]


def test_one_of_two_hands_is_searched_too() -> None:
    assert attempts_at(schedule_of(3, 2), [2, 1, 1, 2]) == [None, 0, 1, None]


def test_a_hand_that_went_away_is_searched_only_for_a_while() -> None:
    gone = round(OPTIONS.memory_s / FRAME_S)

    attempts = attempts_at(schedule_of(2, 2), [2, *[1] * (gone + 3)])

    assert all(attempt is not None for attempt in attempts[1:gone])
    assert attempts[-2:] == [None, None]


def test_an_expected_hand_is_searched_in_each_frame_until_it_is_found() -> None:
    schedule = schedule_of(3, 2)
    schedule.expected_hands = 1
    assert attempts_at(schedule, [0, 0, 0, 0, 1]) == [0, 1, 2, 0, None]
    schedule.expected_hands = 0
    assert attempts_at(schedule, [0, 0], start_s=10) == [None, None]


def test_while_no_expected_hand_is_known_a_frame_gets_several_attempts() -> None:
    schedule = AttemptSchedule(3, 2, replace(OPTIONS, expected_attempts=2))
    schedule.expected_hands = 2
    assert schedule.attempts_for(0, 0.0) == [0, 1]
    schedule.record_attempt(found=False)
    schedule.record_attempt(found=False)
    assert schedule.attempts_for(0, FRAME_S) == [2, 0]
    assert schedule.attempts_for(1, FRAME_S) == [2]


def test_no_attempt_is_made_twice_in_a_frame() -> None:
    schedule = AttemptSchedule(1, 2, replace(OPTIONS, expected_attempts=2))
    schedule.expected_hands = 1
    assert schedule.attempts_for(0, 0.0) == [0]


def test_a_scene_without_hands_is_searched_at_intervals_by_every_attempt_in_turn() -> None:
    attempts = attempts_at(schedule_of(2, 2), [0] * 3 * SEARCH_INTERVAL)

    assert [number for number, attempt in enumerate(attempts, 1) if attempt is not None] == [
        SEARCH_INTERVAL, 2 * SEARCH_INTERVAL, 3 * SEARCH_INTERVAL,
    ]  # fmt: skip
    assert [attempt for attempt in attempts if attempt is not None] == [0, 1, 0]


def test_where_one_of_two_hands_was_never_found_it_is_searched_at_intervals() -> None:
    attempts = attempts_at(schedule_of(2, 2), [1] * 2 * SEARCH_INTERVAL)

    assert sum(attempt is not None for attempt in attempts) == 2


def test_where_one_hand_is_wanted_and_found_no_other_is_searched() -> None:
    assert attempts_at(schedule_of(2, 1), [1] * 2 * SEARCH_INTERVAL) == [None] * 2 * SEARCH_INTERVAL


def test_a_hand_that_only_an_attempt_finds_is_tracked_with_that_attempt() -> None:
    schedule = schedule_of(3, 2)
    schedule.record_frame(1, 0.0)
    assert schedule.attempts_for(0, FRAME_S) == [0]
    schedule.record_attempt(found=False)
    schedule.record_frame(0, FRAME_S)

    for number in range(2, 40):
        assert schedule.attempts_for(0, number * FRAME_S) == [1]
        schedule.record_attempt(found=True)
        schedule.record_frame(1, number * FRAME_S)


def test_where_time_falls_another_scene_has_begun() -> None:
    schedule = schedule_of(2, 2)
    schedule.record_frame(1, 100.0)

    assert schedule.attempts_for(0, 0.0) == []


def test_without_attempts_there_is_never_one() -> None:
    assert attempts_at(schedule_of(0, 2), [1, *[0] * SEARCH_INTERVAL]) == [None] * (SEARCH_INTERVAL + 1)
