"""One file a measure: `TITLE`, and `measure(scope)` that returns its rows."""
