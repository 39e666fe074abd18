"""Archives: millions of articles through many desks, on Ray. The live flow doesn't need it."""
