from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from gesture_app.domain.samples.people import (
    acting_samples,
    known_person,
    muted_but,
    people_in,
    people_text,
    person_name,
    taken_since,
)
from gesture_app.domain.samples.sample import SampleInfo
from tests.fakes.sample_hands import a_sample


def of(*people: str) -> tuple[SampleInfo, ...]:
    return tuple(a_sample(number=n + 1, second=n, person=person).info for n, person in enumerate(people))


def test_names_are_stored_in_one_form() -> None:
    assert person_name("  Anna \t Maria ") == "Anna Maria"
    assert person_name("A\u0308nne") == "Änne"


@pytest.mark.parametrize("text", ["", "  ", "a\u200bb", "x" * 41])
def test_names_that_nobody_can_have(text: str) -> None:
    with pytest.raises(ValueError, match="name"):
        person_name(text)


def test_people_are_known_in_any_case() -> None:
    assert known_person(("Anna", "Ben"), "ANNA") == "Anna"
    assert known_person(("Anna", "Ben"), "Cem") is None


def test_people_are_in_alphabetical_order_with_nobody_first() -> None:
    assert people_in(of("ben", "Anna", "", "Anna")) == ("", "Anna", "ben")


def test_people_are_named_in_a_sentence() -> None:
    assert people_text(["Anna"]) == "Anna"
    assert people_text(["", "Ben", "Anna", "Ben"]) == "Anna, Ben and nobody in particular"
    assert people_text([]) == ""


def test_samples_act_unless_they_are_forgotten_or_their_person_is_switched_off() -> None:
    anna, ben, nobody = of("Anna", "Ben", "")
    lost = replace(nobody, is_forgotten=True)
    assert acting_samples([anna, ben, nobody, lost]) == (anna, ben, nobody)
    assert acting_samples([anna, ben, nobody, lost], ["Anna"]) == (ben, nobody)
    assert acting_samples([anna, ben, nobody, lost], [""]) == (anna, ben)


def test_all_but_the_wanted_people_are_switched_off() -> None:
    assert muted_but(["anna"], ("", "Anna", "Ben")) == ("", "Ben")
    with pytest.raises(LookupError, match="Cem"):
        muted_but(["Anna", "Cem"], ("Anna",))


def test_samples_are_found_by_time() -> None:
    infos = of("a", "b", "c")
    since = datetime(2024, 5, 1, 12, 30, 1, tzinfo=timezone(timedelta(hours=2)))
    assert taken_since(infos, since) == infos[1:]
