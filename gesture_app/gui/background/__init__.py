"""Services of the window that have a thread, a timer or a disk; pages share them."""
