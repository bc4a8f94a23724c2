"""Training a model further on recorded samples, in a process of its own that speaks in JSON lines."""
