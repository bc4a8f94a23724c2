"""Detection of hands in stages, on the networks of any runtime."""
