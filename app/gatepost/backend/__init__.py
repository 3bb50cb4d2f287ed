"""What the window calls: a host, its journal, settings and folders. Never Qt."""
