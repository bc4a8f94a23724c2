from __future__ import annotations

import threading

from gesture_app.pipeline.slots import LatestSlot

PATIENT_S = 10.0


def test_the_newest_wins_and_the_others_are_counted() -> None:
    slot: LatestSlot[int] = LatestSlot()
    for item in (1, 2, 3):
        slot.put(item)

    assert slot.take() == 3
    assert slot.dropped == 2


def test_an_item_is_taken_once() -> None:
    slot: LatestSlot[int] = LatestSlot()
    slot.put(1)

    assert [slot.take(), slot.take()] == [1, None]


def test_a_taken_item_was_not_dropped() -> None:
    slot: LatestSlot[int] = LatestSlot()
    slot.put(1)
    slot.take()
    slot.put(2)

    assert slot.dropped == 0


def test_peek_leaves_the_item_and_sees_it_after_it_was_taken() -> None:
    slot: LatestSlot[int] = LatestSlot()
    assert slot.peek() is None
    slot.put(1)

    assert [slot.peek(), slot.take(), slot.peek()] == [1, 1, 1]


def test_taking_from_an_empty_slot_ends_after_the_timeout() -> None:
    assert LatestSlot[int]().take(timeout_s=0.001) is None


def test_clear_forgets_without_counting() -> None:
    slot: LatestSlot[int] = LatestSlot()
    slot.put(1)
    slot.clear()

    assert (slot.take(), slot.peek(), slot.dropped) == (None, None, 0)
    slot.put(2)
    assert slot.take() == 2


def test_falsy_items_are_items() -> None:
    slot: LatestSlot[int] = LatestSlot()
    slot.put(0)

    assert slot.take() == 0


def waiting_taker(slot: LatestSlot[int]) -> tuple[threading.Thread, list[int | None]]:
    taken: list[int | None] = []
    thread = threading.Thread(target=lambda: taken.append(slot.take(timeout_s=None)))
    thread.start()
    return thread, taken


def test_a_waiting_thread_gets_the_item_that_comes() -> None:
    slot: LatestSlot[int] = LatestSlot()
    thread, taken = waiting_taker(slot)

    slot.put(1)
    thread.join(PATIENT_S)

    assert taken == [1]


def test_close_wakes_all_waiting_threads() -> None:
    slot: LatestSlot[int] = LatestSlot()
    takers = [waiting_taker(slot) for _ in range(3)]

    slot.close()
    for thread, _ in takers:
        thread.join(PATIENT_S)

    assert [taken for _, taken in takers] == [[None]] * 3


def test_a_closed_slot_stays_empty() -> None:
    slot: LatestSlot[int] = LatestSlot()
    slot.put(1)
    slot.close()
    slot.put(2)

    assert (slot.take(), slot.take(timeout_s=None), slot.peek()) == (None, None, None)
