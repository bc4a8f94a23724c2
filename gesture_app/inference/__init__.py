"""Reading gestures from crops: the store of models, and what runs them."""
