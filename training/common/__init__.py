"""Training code for recipes of all kinds."""
