"""Sentence pairs for learning: read in streams, filtered, each once, none that a model is measured on."""
