"""Models on disk: manifests, checks, archives, and which one is in use."""
