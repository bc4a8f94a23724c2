"""Short sounds, where there is something to hear them with."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

_log = logging.getLogger(__name__)

_VOLUME = 0.6


class Effect(Protocol):
    """One sound, ready to be heard."""

    def play(self) -> None:
        """Begin; returns at once."""
        ...


LoadEffects = Callable[[Mapping[str, Path], QObject], Mapping[str, Effect]]
"""Makes the effects. Raises ``SoundMissingError`` where none can be heard."""


class SoundMissingError(Exception):
    """There is nothing to hear sounds with; says why."""


class SoundBoard(QObject):
    """Plays the sounds of one folder by name. Without a device, or Qt Multimedia, it is silent and says why.

    Args:
        folder: Where the files are: ``<name>.wav``.
        load_effects: Makes what plays them.
        parent: Qt's owner.
    """

    changed = Signal()
    """Whether there is sound may have changed."""

    def __init__(self, folder: Path, *, load_effects: LoadEffects | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._load_effects = load_effects or load_qt_effects
        self._effects: Mapping[str, Effect] = {}
        self.is_on = True
        self.problem = ""

    def load(self) -> None:
        """Get ready. Takes a moment, so it is not done before the window is there; until then all is silent."""
        files = {path.stem: path for path in sorted(self._folder.glob("*.wav"))}
        try:
            self._effects = self._load_effects(files, self)
            self.problem = ""
        except SoundMissingError as error:
            _log.info("no sound: %s", error)
            self._effects = {}
            self.problem = str(error)
        self.changed.emit()

    def play(self, name: str) -> None:
        """Play a sound as soon as what is being painted is on the screen."""
        effect = self._effects.get(name)
        if self.is_on and effect is not None:
            QTimer.singleShot(0, self, effect.play)


def load_qt_effects(files: Mapping[str, Path], parent: QObject) -> Mapping[str, Effect]:
    """Sounds through Qt Multimedia.

    Raises:
        SoundMissingError: If it is not installed, or there is no sound device.
    """
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError as error:
        raise SoundMissingError("Qt Multimedia is not installed") from error
    if QMediaDevices.defaultAudioOutput().isNull():
        raise SoundMissingError("no sound device was found")
    effects = {}
    for name, path in files.items():
        effect = effects[name] = QSoundEffect(parent)
        effect.setSource(QUrl.fromLocalFile(str(path)))
        effect.setVolume(_VOLUME)
    return effects
