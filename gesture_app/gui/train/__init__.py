"""The page on which the model is retrained, and on which models are chosen."""
