"""The use cases of the review desk: who may do what to a translation. Knows ports, no web and no database."""
