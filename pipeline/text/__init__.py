"""What we know of the two languages, as data and small pure functions."""
