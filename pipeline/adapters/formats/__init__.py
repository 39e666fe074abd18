"""One file a format, each with `read`, `write` or both."""
