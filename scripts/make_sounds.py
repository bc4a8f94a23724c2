"""Makes the sounds in assets/sounds: a few sine tones, written as small WAV files.

    python scripts/make_sounds.py

The same numbers make the same files, so only this script and its result are in the repository.
"""

from __future__ import annotations

import sys
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "sounds"
_RATE_HZ = 22050
_PEAK = 0.45
_ATTACK_S = 0.004

Samples = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Tone:
    """One struck tone.

    Attributes:
        pitch_hz: Frequency.
        start_s: Time of the stroke.
        length_s: Longest duration.
        decay_s: Time in which it falls to 1/e.
        overtone: Amplitude of the tone two octaves higher, which fades faster: the knock of a wooden bar.
    """

    pitch_hz: float
    start_s: float = 0.0
    length_s: float = 0.2
    decay_s: float = 0.06
    overtone: float = 0.3


C5, E5, G5, A4, C6, E6, G6, G4, E4, F4, D5 = (
    523.3,
    659.3,
    784.0,
    440.0,
    1046.5,
    1318.5,
    1568.0,
    392.0,
    329.6,
    349.2,
    587.3,
)

SOUNDS: dict[str, tuple[Tone, ...]] = {
    "beat": (Tone(G5, length_s=0.12, decay_s=0.03, overtone=0.5),),
    "shoot": (Tone(C6, length_s=0.28, decay_s=0.08), Tone(G5, length_s=0.28, decay_s=0.08)),
    "win": (Tone(C5), Tone(E5, 0.09), Tone(G5, 0.18, 0.32, 0.1)),
    "lose": (Tone(G4, 0.0, 0.25, 0.08), Tone(E4, 0.14, 0.36, 0.11)),
    "draw": (Tone(A4), Tone(A4, 0.13, 0.25)),
    "misthrow": (Tone(D5, 0.0, 0.14, 0.03, 0.1), Tone(F4, 0.09, 0.25, 0.05, 0.1)),
    "match_won": (Tone(C5), Tone(E5, 0.08), Tone(G5, 0.16), Tone(C6, 0.24, 0.4, 0.13)),
    "match_lost": (Tone(G4), Tone(F4, 0.13), Tone(E4, 0.26, 0.38, 0.12)),
}


def rendered(tones: tuple[Tone, ...]) -> Samples:
    """The sum of the tones as ``(samples,)`` float64, at most 1 in absolute value."""
    end_s = max(tone.start_s + tone.length_s for tone in tones)
    sound = np.zeros(round(end_s * _RATE_HZ))
    for tone in tones:
        first = round(tone.start_s * _RATE_HZ)
        wave_form = _struck(tone)[: len(sound) - first]
        sound[first : first + len(wave_form)] += wave_form
    return np.asarray(sound / np.abs(sound).max() * _PEAK)


def _struck(tone: Tone) -> Samples:
    time_s = np.arange(round(tone.length_s * _RATE_HZ)) / _RATE_HZ
    phase = 2 * np.pi * tone.pitch_hz * time_s
    body = np.sin(phase) * np.exp(-time_s / tone.decay_s)
    knock = tone.overtone * np.sin(4 * phase) * np.exp(-time_s / (tone.decay_s / 4))
    # Without the edges it would click.
    edges = np.minimum(1, time_s / _ATTACK_S) * np.minimum(1, (tone.length_s - time_s) / (10 * _ATTACK_S))
    return np.asarray((body + knock) * edges)


def write(path: Path, sound: Samples) -> None:
    """Write a mono WAV file with 16 bits a sample."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE_HZ)
        file.writeframes((sound * 32767).astype("<i2").tobytes())


def main() -> int:
    """Make all sounds."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        path = FOLDER / f"{name}.wav"
        write(path, rendered(tones))
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
