from __future__ import annotations

from gesture_app.vision.mediapipe.tta_schedule import MISSED_FOR_S, SEARCH_EVERY, ViewSchedule

FRAME_S = 0.05


def looks_at(schedule: ViewSchedule, counts: list[int], *, start_s: float = 0.0) -> list[int | None]:
    """The look taken in each frame, where tracking finds ``counts`` hands and second looks find none."""
    taken = []
    for number, count in enumerate(counts):
        now_s = start_s + number * FRAME_S
        look = schedule.look_for(count, now_s)
        if look is not None:
            schedule.looked(found=False)
        schedule.saw(count, now_s)
        taken.append(look)
    return taken


def test_while_all_hands_are_found_there_is_nothing_to_look_for() -> None:
    assert looks_at(ViewSchedule(4, 2), [1, 1, 2, 2, 2]) == [None] * 5


def test_a_lost_hand_is_looked_for_at_once_with_one_look_after_the_other() -> None:
    assert looks_at(ViewSchedule(3, 2), [1, 0, 0, 0, 0]) == [None, 0, 1, 2, 0]


def test_one_of_two_hands_is_looked_for_too() -> None:
    assert looks_at(ViewSchedule(3, 2), [2, 1, 1, 2]) == [None, 0, 1, None]


def test_a_hand_that_went_away_is_looked_for_only_for_a_while() -> None:
    gone = round(MISSED_FOR_S / FRAME_S)

    looks = looks_at(ViewSchedule(2, 2), [2, *[1] * (gone + 3)])

    assert all(look is not None for look in looks[1:gone])
    assert looks[-2:] == [None, None]


def test_a_scene_without_hands_is_searched_now_and_then_by_every_look_in_turn() -> None:
    looks = looks_at(ViewSchedule(2, 2), [0] * 3 * SEARCH_EVERY)

    assert [number for number, look in enumerate(looks, 1) if look is not None] == [
        SEARCH_EVERY, 2 * SEARCH_EVERY, 3 * SEARCH_EVERY,
    ]  # fmt: skip
    assert [look for look in looks if look is not None] == [0, 1, 0]


def test_where_one_of_two_hands_was_never_found_it_is_searched_for_now_and_then() -> None:
    looks = looks_at(ViewSchedule(2, 2), [1] * 2 * SEARCH_EVERY)

    assert sum(look is not None for look in looks) == 2


def test_where_one_hand_is_wanted_and_found_no_other_is_searched_for() -> None:
    assert looks_at(ViewSchedule(2, 1), [1] * 2 * SEARCH_EVERY) == [None] * 2 * SEARCH_EVERY


def test_a_hand_that_only_second_looks_find_is_followed_with_the_look_that_found_it() -> None:
    schedule = ViewSchedule(3, 2)
    schedule.saw(1, 0.0)
    assert schedule.look_for(0, FRAME_S) == 0
    schedule.looked(found=False)
    schedule.saw(0, FRAME_S)

    for number in range(2, 40):
        assert schedule.look_for(0, number * FRAME_S) == 1
        schedule.looked(found=True)
        schedule.saw(1, number * FRAME_S)


def test_where_time_falls_another_scene_has_begun() -> None:
    schedule = ViewSchedule(2, 2)
    schedule.saw(1, 100.0)

    assert schedule.look_for(0, 0.0) is None
