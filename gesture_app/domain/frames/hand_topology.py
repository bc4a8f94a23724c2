"""Indices of the hand landmarks, and the lines that connect them. Source: MediaPipe hand landmark model card."""

WRIST = 0
MIDDLE_KNUCKLE = 9

FINGERS = (
    ("thumb", (1, 2, 3, 4)),
    ("index", (5, 6, 7, 8)),
    ("middle", (9, 10, 11, 12)),
    ("ring", (13, 14, 15, 16)),
    ("little", (17, 18, 19, 20)),
)
"""Landmarks of each finger from base to tip."""

PALM = (0, 1, 5, 9, 13, 17, 0)
"""Landmarks of the closed outline of the palm."""

PALM_RGB = (0xF4, 0xF6, 0xFA)
"""Colour of the palm in drawn hands."""
FINGER_RGB = {
    "thumb": (0xE6, 0x9F, 0x00),
    "index": (0x56, 0xB4, 0xE9),
    "middle": (0xF0, 0xE4, 0x42),
    "ring": (0x00, 0xC7, 0x95),
    "little": (0xE6, 0x8A, 0xC0),
}
"""Colour of each finger in drawn hands, distinguishable with every kind of colour vision.

Source: Okabe and Ito, Color Universal Design, 2008.
"""
