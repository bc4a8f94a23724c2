"""The way of a frame: capture thread, newest-wins slots, inference thread. Knows the roles, not who fills them."""
