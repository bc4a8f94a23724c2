"""Rendered hands: a posed, lit and composited hand mesh as training pictures and as clips."""
