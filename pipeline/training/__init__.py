"""How good a model is, and how the bundled ones were made."""
