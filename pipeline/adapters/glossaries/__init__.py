"""One file a kind of term base, each with `load`."""
