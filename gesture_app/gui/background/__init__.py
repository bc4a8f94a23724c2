"""Services of the window with threads, timers or files, shared by the pages."""
