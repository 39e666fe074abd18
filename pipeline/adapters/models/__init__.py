"""Marian folders: found by name, refused with a reason when they can't work, converted once."""
