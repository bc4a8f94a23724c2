"""Short sounds for the countdown and for results."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from gesture_app.gui.translation import tr

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)

_SAMPLE = "beat"


class Effect(Protocol):
    """One loaded sound."""

    def play(self, volume: float, /) -> None:
        """Start playing at a volume from 0 to 1; returns at once."""
        ...


LoadEffects = Callable[[Mapping[str, Path], QObject], Mapping[str, Effect]]
"""Loads files by name. Raises ``SoundMissingError`` if no sound can be played."""


class SoundMissingError(Exception):
    """No sound can be played; the message is the reason."""


class SoundBoard(QObject):
    """Plays the sounds of one folder by name. Silent, with a reason, if there is no sound device or no Qt Multimedia.

    Args:
        folder: Folder of the files ``<name>.wav``.
        parent: Qt's owner.
    """

    changed = Signal()
    """``problem`` may have changed."""

    def __init__(self, folder: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._effects: Mapping[str, Effect] = {}
        self._volume_percent: int | None = None
        self.is_on = True
        self.problem = ""
        """Reason why no sound can be played; empty if there is none."""

    def load(self, load_effects: LoadEffects | None = None) -> None:
        """Load the sounds. This takes a moment, so it is done after the window has opened; until then nothing is heard.

        Args:
            load_effects: Loads the files.
        """
        files = {path.stem: path for path in sorted(self._folder.glob("*.wav"))}
        try:
            self._effects = (load_effects or load_qt_effects)(files, self)
            self.problem = ""
        except SoundMissingError as error:
            _log.info("no sound: %s", error)
            self._effects = {}
            self.problem = str(error)
        self.changed.emit()

    def set_volume(self, percent: int) -> None:
        """Set the volume; a sound tells how loud another one than before is."""
        before, self._volume_percent = self._volume_percent, percent
        if before not in {None, percent}:
            self.play(_SAMPLE)

    def play(self, name: str) -> None:
        """Play a sound as soon as pending painting is on the screen."""
        effect = self._effects.get(name)
        volume = (self._volume_percent or 0) / 100
        if self.is_on and effect is not None:
            QTimer.singleShot(0, self, lambda: effect.play(volume))


class _QtEffect:
    """A sound of Qt Multimedia."""

    def __init__(self, effect: QSoundEffect) -> None:
        self._effect = effect

    def play(self, volume: float) -> None:
        """Start playing at a volume from 0 to 1."""
        self._effect.setVolume(volume)
        self._effect.play()


def load_qt_effects(files: Mapping[str, Path], parent: QObject) -> Mapping[str, Effect]:
    """Load sounds through Qt Multimedia.

    Raises:
        SoundMissingError: If it is not installed, or there is no sound device.
    """
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError as error:
        raise SoundMissingError(tr("Qt Multimedia is not installed")) from error
    if QMediaDevices.defaultAudioOutput().isNull():
        raise SoundMissingError(tr("no sound device was found"))
    effects = {}
    for name, path in files.items():
        effect = QSoundEffect(parent)
        effect.setSource(QUrl.fromLocalFile(str(path)))
        effects[name] = _QtEffect(effect)
    return effects
