"""Models on disk: manifests, integrity checks, archives, and the choice of the active model."""
