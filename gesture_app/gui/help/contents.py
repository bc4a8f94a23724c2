"""What the help says: keys, rules, about. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.rules import RuleTable


@dataclass(frozen=True)
class Key:
    """A key with its effect.

    Attributes:
        keys: One or more keys, as Qt writes them, for example ``"Ctrl+1"``.
        effect: What it does.
    """

    keys: tuple[str, ...]
    effect: str


@dataclass(frozen=True)
class KeyGroup:
    """The keys of one page.

    Attributes:
        title: Name of the page, or of the whole window.
        rows: The keys.
    """

    title: str
    rows: tuple[Key, ...]


KEY_GROUPS = (
    KeyGroup(
        "Everywhere",
        (
            Key(("F1",), "This help"),
            Key(("F11",), "Full screen, on and off"),
            Key(("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"), "Live, Play, Collect, Train"),
            Key(("Ctrl+,", "Ctrl+5"), "Settings"),
            Key(("Ctrl+Tab", "Ctrl+Shift+Tab"), "Next page, previous page"),
            Key(("Ctrl+O", "Ctrl+L"), "Open a file, open an address"),
            Key(("M",), "Mirror the picture"),
            Key(("Ctrl+T",), "Switch light and dark"),
            Key(("Ctrl+Q",), "Quit"),
        ),
    ),
    KeyGroup(
        "Live",
        (
            Key(("C",), "Say what a misread hand showed; with a gesture's own key, at once"),
            Key(("Ctrl+Z",), "Undo"),
        ),
    ),
    KeyGroup(
        "Live, with a clip or a folder of images",
        (
            Key(("K", "Space"), "Pause, and go on; at the end: start again"),
            Key((",", "."), "One frame or image back, one forward"),
            Key(("Left", "Right"), "Five seconds back, five seconds forward"),
            Key(("O",), "Start again at the end, on and off"),
            Key(("+", "-"), "Faster, slower"),
        ),
    ),
    KeyGroup(
        "Play",
        (
            Key(("Space",), "Play, or the next round"),
            Key(("Esc",), "Pause; once more: end"),
            Key(("Return",), "Press the button with the focus"),
            Key(("1", "2", "4"), "Against the computer, two players, practice"),
            Key(("3", "5"), "Three gestures, five gestures"),
            Key(("C",), "After a round: say what a misread hand showed"),
            Key(("S",), "Statistics"),
        ),
    ),
    KeyGroup(
        "Collect",
        (
            Key(("Space",), "Hold to record; so does the gesture's own key"),
            Key(("Return",), "Record by itself after a countdown"),
            Key(("Esc",), "Stop"),
            Key(("Ctrl+N", "F2"), "New gesture, change a gesture"),
            Key(("Ctrl+G",), "Gallery, and back"),
            Key(("Ctrl+I",), "Import and export"),
            Key(("Ctrl+Z",), "Undo"),
            Key(("Space", "R", "E", "Del"), "In the gallery: play through, move, export, delete"),
        ),
    ),
    KeyGroup(
        "Train",
        (
            Key(("Ctrl+R",), "Train"),
            Key(("Ctrl+M",), "The list of models"),
            Key(("Esc",), "Cancel the training, after a question; go back"),
        ),
    ),
)
"""All keys of the window."""

ROUND = (
    "Make a fist while the words are called, and show your throw on “shoot!”. The computer has chosen before it sees "
    "your hand: the line “Committed” proves it. A throw that cannot be read is repeated."
)
PURPOSE = "Recognizes rock, paper, scissors, lizard and Spock, and gestures of your own."
PRIVACY = (
    "Nothing that the camera sees leaves this computer. The network is only used for a camera address that you enter, "
    "and to fetch what training needs when you press “Add it” on the Train page."
)
LICENCE = "Free software under the Apache License 2.0."


def rule_sentences(rules: RuleTable) -> tuple[str, ...]:
    """Each rule as a sentence, for example ``"Lizard poisons Spock."``."""
    sentences = (
        f"{display_name(winner)} {verb} {display_name(loser)}."
        for winner, losers in rules.beats.items()
        for loser, verb in losers.items()
    )
    return tuple(sentence[:1].upper() + sentence[1:] for sentence in sentences)
