"""Training of the hand gesture model."""
