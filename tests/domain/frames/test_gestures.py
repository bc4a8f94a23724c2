import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS, FIVE_GESTURES, NONE, GestureSet, display_name


@pytest.mark.parametrize(
    ("labels", "complaint"),
    [
        ((), "needs the label"),
        (("rock", "paper"), "needs the label"),
        (("rock", "rock", "none"), "distinct"),
        (("none", "none"), "distinct"),
        (("rock", "", "none"), "non-empty"),
        (("rock ", "none"), "outer spaces"),
    ],
)
def test_a_set_that_means_nothing_is_refused(labels: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        GestureSet(labels)


def test_the_given_order_is_kept_and_counts_from_zero() -> None:
    labels = GestureSet.of(["spock", "none", "rock"])

    assert [labels.index(label) for label in ("spock", "none", "rock")] == [0, 1, 2]
    assert labels.none_index == 1
    assert len(labels) == 3


def test_gestures_are_all_labels_but_none() -> None:
    assert GestureSet.of(["spock", NONE, "rock"]).gestures == ("spock", "rock")
    assert set(DEFAULT_LABELS.gestures) >= set(FIVE_GESTURES)
    assert DEFAULT_LABELS.labels == (*DEFAULT_LABELS.gestures, NONE)


def test_an_unknown_label_is_named_with_those_that_are_known() -> None:
    with pytest.raises(KeyError, match=r"'gun' is not one of .*lizard"):
        DEFAULT_LABELS.index("gun")


def test_sets_are_equal_by_order() -> None:
    assert GestureSet.of(["rock", "none"]) == GestureSet(("rock", "none"))
    assert GestureSet.of(["rock", "none"]) != GestureSet.of(["none", "rock"])


@pytest.mark.parametrize(("label", "shown"), [("spock", "Spock"), ("rock", "rock"), ("thumbs_up", "thumbs up")])
def test_names_are_shown_as_people_write_them(label: str, shown: str) -> None:
    assert display_name(label) == shown
