"""The program without its window: the same pipeline, for scripts and terminals. Imports no Qt."""
