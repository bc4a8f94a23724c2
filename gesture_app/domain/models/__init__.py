"""Facts about a model that need no inference."""
