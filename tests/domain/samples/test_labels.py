from __future__ import annotations

import pytest

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet, SampleLabel, check_slug, slug_of


@pytest.mark.parametrize(
    ("slug", "complaint"),
    [
        ("", "at least one letter"),
        ("../rock", "path separator"),
        ("a\\b", "path separator"),
        ("c:rock", "path separator"),
        ("rock.", "a dot"),
        ("..", "a dot"),
        ("con", "Windows"),
        ("lpt1", "Windows"),
        ("Rock", "a to z"),
        ("thumb up", "a to z"),
        ("_rock", "a to z"),
        ("pie\u0301ce", "a to z"),
        ("rock\n", "a to z"),
        ("x" * 41, "longer than 40"),
    ],
)
def test_a_label_that_is_no_safe_folder_name_is_refused(slug: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        check_slug(slug)


def test_safe_labels_are_taken() -> None:
    for slug in ("rock", "thumb_up", "x" * 40, "com", "com10", "3"):
        check_slug(slug)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Thumb up", "thumb_up"),
        ("E\u0301lan  vital!", "elan_vital"),
        ("../../etc", "etc"),
        ("CON", "con_sign"),
        ("x" * 50, "x" * 40),
    ],
)
def test_names_become_safe_labels(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_names_without_latin_letters_become_safe_labels_too() -> None:
    stone, cloth = slug_of("石头"), slug_of("布")
    assert stone != cloth
    assert stone == slug_of("石头")
    for slug in (stone, cloth):
        check_slug(slug)


def test_both_forms_of_an_accent_are_one_name() -> None:
    assert SampleLabel.from_name("e\u0301lan") == SampleLabel.from_name("\u00e9lan")
    with pytest.raises(ValueError, match="composed form"):
        SampleLabel("elan", "e\u0301lan")


@pytest.mark.parametrize("name", ["", "   ", "a\x00b", "up\u202ednwod", "x" * 61])
def test_names_with_invisible_characters_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        SampleLabel("sign", name)


@pytest.mark.parametrize("key", ["ab", " ", "\t"])
def test_keys_are_one_character_that_can_be_seen(key: str) -> None:
    with pytest.raises(ValueError, match="one character"):
        SampleLabel("sign", "sign", key)


@pytest.mark.parametrize("icon", ["a\nb", "x" * 17])
def test_icons_are_short(icon: str) -> None:
    with pytest.raises(ValueError, match="icon"):
        SampleLabel("sign", "sign", icon=icon)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        (SampleLabel("rock", "Stone"), "label"),
        (SampleLabel("rock_2", "ROCK"), "name"),
        (SampleLabel("rock_2", "\uff52\uff4f\uff43\uff4b"), "name"),
        (SampleLabel("stone", "Stone", "1"), "key"),
    ],
)
def test_labels_that_clash_are_refused(label: SampleLabel, kind: str) -> None:
    with pytest.raises(ValueError, match=f"same {kind} as 'rock'"):
        BUILT_IN_LABELS.with_label(label)


def test_keys_that_differ_by_case_only_clash() -> None:
    with pytest.raises(ValueError, match="same key"):
        LabelSet((SampleLabel("a", "a", "t"), SampleLabel("b", "b", "T")))


def test_labels_without_key_and_icon_do_not_clash() -> None:
    assert len(LabelSet((SampleLabel("a", "a"), SampleLabel("b", "b"))).labels) == 2


def test_labels_of_samples_get_a_name_of_their_own() -> None:
    known = LabelSet((SampleLabel("daumen", "Thumb"),))
    assert LabelSet.with_slugs(["thumb", "daumen"], known).labels[1:] == (SampleLabel("thumb", "thumb (2)"),)


def test_labels_of_others_are_merged_unless_they_clash() -> None:
    mine = LabelSet((SampleLabel("a", "A", "x"),))
    theirs = (
        SampleLabel("a", "Other", "y"),
        SampleLabel("b", "B", "X", "i"),
        SampleLabel("c", "a"),
        SampleLabel("d", "D", "z"),
    )
    assert mine.merged_with(LabelSet(theirs)).labels == (*mine.labels, SampleLabel("b", "B", "", "i"), theirs[3])
