"""Finding hands in frames, and cutting them out for the classifier."""
