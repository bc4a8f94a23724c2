"""Rendering of hands: a posed, lit and composited hand mesh, as training images and as clips."""
