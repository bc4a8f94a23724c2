"""Gestures that the command line names, looked up in the sample store."""

from __future__ import annotations

from rich.console import Console

from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.labels import SampleLabel
from gesture_app.errors import GestureAppError


class SampleArgumentError(GestureAppError):
    """An argument of ``gesture-app samples`` is wrong, or names something that does not exist."""


def known_label(store: SampleStore, text: str) -> SampleLabel:
    """Label of the gesture with a given name or slug, upper or lower case.

    Raises:
        SampleArgumentError: If there is no such gesture.
    """
    wanted = text.strip().casefold()
    for label in store.labels.labels:
        if wanted in (label.slug, label.name.casefold()):
            return label
    names = ", ".join(label.slug for label in store.labels.labels)
    raise SampleArgumentError(f"There is no gesture {text!r}.", hint=f"There are {names}.")


def label_for(store: SampleStore, text: str, console: Console) -> SampleLabel:
    """Label of the gesture with a given name or slug. A new gesture is added to the store and announced.

    Raises:
        SampleArgumentError: If a gesture cannot have that name.
        SampleStoreError: If the new gesture cannot be saved.
    """
    try:
        return known_label(store, text)
    except SampleArgumentError:
        pass
    try:
        label = SampleLabel.from_name(text)
        labels = store.labels.with_label(label)
    except ValueError as error:
        hint = "Choose another name, with at least one letter or digit."
        raise SampleArgumentError(f"No gesture can be called {text!r}: {error}.", hint=hint) from error
    store.set_labels(labels)
    console.print(f"{label.name} is a new gesture.", highlight=False)
    return label
