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

PALM_RGB = (200, 200, 200)
"""Colour of the palm in drawn hands."""
FINGER_RGB = {
    "thumb": (255, 80, 80),
    "index": (255, 220, 60),
    "middle": (90, 255, 90),
    "ring": (70, 220, 255),
    "little": (225, 110, 255),
}
"""Colour of each finger in drawn hands."""
