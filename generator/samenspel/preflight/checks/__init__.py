"""One check a file. Each has a ``CHECK``; ``preflight/registry.py`` finds them."""
