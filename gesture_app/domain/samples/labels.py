"""Labels that samples are recorded under, and their names on disk."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gesture_app.domain.frames.gestures import LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK, display_name
from gesture_app.domain.message import Message

MAX_SLUG_CHARACTERS = 40
"""Longest slug of a label or session: with the number and ``.json`` it fits the file names of all systems."""

MAX_NAME_CHARACTERS = 60
"""Longest name of a gesture."""

_SLUG = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Device names of Windows. Source: learn.microsoft.com, "Naming Files, Paths, and Namespaces"."""


def check_slug(slug: str, kind: str = "label") -> None:
    """Check that a name is safe as the name of a folder on every system.

    Args:
        slug: The name: lower-case ASCII letters and digits, joined by single underscores.
        kind: Noun for the error message, such as ``"session"``.

    Raises:
        ValueError: If it is not; the message names the fault.
    """
    if not slug:
        text = (
            Message("a name needs at least one letter or digit")
            if kind == "label"
            else f"a {kind} needs at least one letter or digit"
        )
        raise ValueError(text)
    if len(slug) > MAX_SLUG_CHARACTERS:
        raise ValueError(
            f"the {kind} {slug[:MAX_SLUG_CHARACTERS]!r}... is longer than {MAX_SLUG_CHARACTERS} characters"
        )
    if any(separator in slug for separator in "/\\:"):
        raise ValueError(f"the {kind} {slug!r} has a path separator in it")
    if "." in slug:
        raise ValueError(f"the {kind} {slug!r} has a dot in it")
    if not _SLUG.fullmatch(slug):
        raise ValueError(f"the {kind} {slug!r} may have a to z, 0 to 9 and single underscores between them only")
    if slug in _RESERVED:
        raise ValueError(f"the {kind} {slug!r} is a name that Windows keeps for itself")


def slug_of(name: str) -> str:
    """Slug of a gesture's name, for example ``"Élan vital!"`` -> ``"elan_vital"``.

    A name without a Latin letter or digit gives a slug made from its digest.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "_".join(re.findall(r"[a-z0-9]+", plain))[:MAX_SLUG_CHARACTERS].strip("_")
    if not slug:
        slug = "gesture_" + hashlib.sha256(unicodedata.normalize("NFC", name).encode()).hexdigest()[:8]
    return f"{slug}_sign" if slug in _RESERVED else slug


@dataclass(frozen=True)
class SampleLabel:
    """A label that samples are recorded under.

    Attributes:
        slug: Name in models and folders; see :func:`check_slug`.
        name: Display name, in Unicode's composed form (NFC).
        key: The character that records it, or empty.
        icon: An emoji or another short text, or empty.
        has_picture: Whether its icon is a picture of the user's hand, from a sample of it; ``icon`` until there is one.

    Raises:
        ValueError: If one of them is not valid.
    """

    slug: str
    name: str
    key: str = ""
    icon: str = ""
    has_picture: bool = False

    def __post_init__(self) -> None:
        check_slug(self.slug)
        if not self.name.strip() or len(self.name) > MAX_NAME_CHARACTERS:
            text = Message("a gesture's name has 1 to {most} characters, got {name}")
            raise ValueError(text.fill(most=MAX_NAME_CHARACTERS, name=repr(self.name)))
        if self.name != unicodedata.normalize("NFC", self.name).strip():
            text = Message("the name {name} has outer spaces or is not in Unicode's composed form")
            raise ValueError(text.fill(name=repr(self.name)))
        if any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in self.name):
            text = Message("the name {name} has characters that cannot be seen")
            raise ValueError(text.fill(name=repr(self.name)))
        if len(self.key) > 1 or (self.key and (not self.key.isprintable() or self.key.isspace())):
            raise ValueError(Message("a key is one character that can be seen, got {key}").fill(key=repr(self.key)))
        if len(self.icon) > 16 or any(unicodedata.category(character) == "Cc" for character in self.icon):
            raise ValueError(Message("an icon is a short text, got {icon}").fill(icon=repr(self.icon)))

    @classmethod
    def from_name(cls, name: str, *, key: str = "", icon: str = "") -> SampleLabel:
        """Make a label from a typed name: white space is normalized, the slug is derived from it.

        Raises:
            ValueError: If a field is not valid.
        """
        normalized = " ".join(unicodedata.normalize("NFC", name).split())
        return cls(slug_of(normalized), normalized, key, icon)


@dataclass(frozen=True)
class LabelSet:
    """The labels that samples can be recorded under, in display order.

    Attributes:
        labels: Labels with distinct slugs, names and keys, compared without case.

    Raises:
        ValueError: If two clash; the message names both.
    """

    labels: tuple[SampleLabel, ...]

    def __post_init__(self) -> None:
        seen: dict[tuple[str, str], SampleLabel] = {}
        for label in self.labels:
            for kind, value in (("label", label.slug), ("name", label.name), ("key", label.key)):
                same = kind, _folded(value)
                if value and same in seen:
                    raise ValueError(f"{label.name!r} has the same {kind} as {seen[same].name!r}: {value!r}")
                seen[same] = label

    def with_label(self, label: SampleLabel) -> LabelSet:
        """A copy with one more label at its end.

        Raises:
            ValueError: If it clashes with an existing label.
        """
        return LabelSet((*self.labels, label))

    def merged_with(self, others: LabelSet) -> LabelSet:
        """A copy with the labels of ``others`` that it lacks.

        A label whose name is in use is left out; a key that is in use is removed from the added label.
        """
        result = self
        for label in others.labels:
            keys = {_folded(known.key) for known in result.labels}
            names = {_folded(known.name) for known in result.labels}
            if result.get(label.slug) is None and _folded(label.name) not in names:
                result = result.with_label(replace(label, key="") if _folded(label.key) in keys else label)
        return result

    def get(self, slug: str) -> SampleLabel | None:
        """The label with this slug, or None."""
        return next((label for label in self.labels if label.slug == slug), None)

    def of_key(self, key: str) -> SampleLabel | None:
        """The label that a character records, in any case; None if there is none."""
        folded = key.casefold()
        return next((label for label in self.labels if folded and label.key.casefold() == folded), None)

    @classmethod
    def with_slugs(cls, slugs: Iterable[str], known: LabelSet) -> LabelSet:
        """``known`` with a label added for each slug that it lacks, such as those of imported samples."""
        result = known
        for slug in sorted(set(slugs)):
            if result.get(slug) is None:
                taken = {_folded(label.name) for label in result.labels}
                names = (slug, *(f"{slug} ({number})" for number in range(2, len(taken) + 3)))
                result = result.with_label(SampleLabel(slug, next(name for name in names if name not in taken)))
        return result


def _folded(text: str) -> str:
    """Text in compatibility form (NFKC) and without case, for comparisons."""
    return unicodedata.normalize("NFKC", text).casefold()


BUILT_IN_LABELS = LabelSet(
    tuple(
        SampleLabel(slug, display_name(slug), key, icon)
        for slug, key, icon in (
            (ROCK, "1", "✊"),
            (PAPER, "2", "✋"),
            (SCISSORS, "3", "✌"),
            (LIZARD, "4", "🦎"),
            (SPOCK, "5", "🖖"),
            (NONE, "0", ""),
        )
    )
)
"""The labels of the shipped models."""
