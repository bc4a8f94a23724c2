"""What the help says: keys, rules, about. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.game.rules import RuleTable
from gesture_app.domain.message import Message
from gesture_app.gui.translation import translated


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
        Message("Everywhere"),
        (
            Key(("F1",), Message("This help")),
            Key(("F11",), Message("Full screen, on and off")),
            Key(("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"), Message("Live, Play, Collect, Train")),
            Key(("Ctrl+,", "Ctrl+5"), Message("Settings")),
            Key(("Ctrl+Tab", "Ctrl+Shift+Tab"), Message("Next page, previous page")),
            Key(("Ctrl+O", "Ctrl+L"), Message("Open a file, open an address")),
            Key(("M",), Message("Mirror the picture")),
            Key(("Ctrl+T",), Message("Switch light and dark")),
            Key(("Ctrl+Q",), Message("Quit")),
        ),
    ),
    KeyGroup(
        Message("Live"),
        (
            Key(("C",), Message("Say what a misread hand showed; with a gesture's own key, at once")),
            Key(("Ctrl+Z",), Message("Undo")),
        ),
    ),
    KeyGroup(
        Message("Live, with a clip or a folder of images"),
        (
            Key(("K", "Space"), Message("Pause, and go on; at the end: start again")),
            Key((",", "."), Message("One frame or image back, one forward")),
            Key(("Left", "Right"), Message("Five seconds back, five seconds forward")),
            Key(("O",), Message("Start again at the end, on and off")),
            Key(("+", "-"), Message("Faster, slower")),
        ),
    ),
    KeyGroup(
        Message("Play"),
        (
            Key(("Space",), Message("Play, or the next round")),
            Key(("Esc",), Message("Pause; once more: end")),
            Key(("Return",), Message("Press the button with the focus")),
            Key(("1", "2", "4"), Message("Against the computer, two players, practice")),
            Key(("3", "5"), Message("Three gestures, five gestures")),
            Key(("Y", "N"), Message("Two players: say whether a doubtful throw was read right")),
            Key(("C",), Message("After a round: say what a misread hand showed")),
            Key(("R",), Message("After a round: see the throw again in slow motion")),
            Key(("S",), Message("Statistics")),
        ),
    ),
    KeyGroup(
        Message("Collect"),
        (
            Key(("Space",), Message("Hold to record; so does the gesture's own key")),
            Key(("Return",), Message("Record by itself after a countdown")),
            Key(("Esc",), Message("Stop")),
            Key(("Ctrl+N", "F2"), Message("New gesture, change a gesture")),
            Key(("Ctrl+G",), Message("Gallery, and back")),
            Key(("Ctrl+I",), Message("Import and export")),
            Key(("Ctrl+Z",), Message("Undo")),
            Key(("Space", "R", "E", "Del"), Message("In the gallery: play through, move, export, delete")),
        ),
    ),
    KeyGroup(
        Message("Train"),
        (
            Key(("Ctrl+R",), Message("Train")),
            Key(("Ctrl+M",), Message("The list of models")),
            Key(("Esc",), Message("Cancel the training, after a question; go back")),
        ),
    ),
    KeyGroup(
        Message("First steps"),
        (
            Key(("Return",), Message("Press the button with the focus")),
            Key(("Esc",), Message("Skip the rest")),
        ),
    ),
)
"""All keys of the window."""

ROUND = Message(
    "Make a fist while the words are called, and show your throw on “shoot!”. "
    "The computer has chosen before it sees your hand; “Fair play” proves it. "
    "A throw that cannot be read is repeated."
)
PURPOSE = Message("Recognizes rock, paper, scissors, lizard and Spock, and gestures of your own.")
PRIVACY = Message(
    "Nothing that the camera sees leaves this computer. The network is only used "
    "for a camera address that you enter, and to fetch what training needs when "
    "you press “Add it” on the Train page."
)
LICENCE = Message("Free software under the Apache License 2.0.")


def rule_sentences(rules: RuleTable) -> tuple[str, ...]:
    """Each rule as a sentence, for example ``"Lizard poisons Spock."``."""
    sentences = (
        translated(rules.sentence(winner, loser)) for winner, losers in rules.beats.items() for loser in losers
    )
    return tuple(f"{text[:1].upper()}{text[1:]}." for text in sentences)
