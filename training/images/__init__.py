"""Training on any folder of labelled pictures, by a recipe; the hand models, which see landmarks too, are beside it."""
