"""How good a model is, and how the bundled ones were made.

    recipe ─► corpus ─► vocabulary ─► prior ─► train ─► average ─► export ─► evaluate

One recipe file describes a model completely; the story in one function is `workshop.make_model`.
Every step is done once: what it made lies in the model's work folder under the digest of what went
into it, so that a run that was killed goes on where it stopped.
"""
