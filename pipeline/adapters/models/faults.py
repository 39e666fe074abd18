"""What the engines say of a text that they can't translate, in one wording: the desk shows it to reviewers."""

from __future__ import annotations

from pipeline.model import Hypothesis, Translation


def unfit(text: str, tokens: int, most: int) -> Translation:
    """Return a text that no model is asked about: longer than it takes, or empty."""
    reason = f"{tokens} tokens, the model takes {most}" if tokens else "nothing to translate"
    return Translation((Hypothesis(text),), fault=reason)


def failed(text: str, error: Exception) -> Translation:
    """Return a text that the model fell over, with what its library said."""
    return Translation((Hypothesis(text),), fault=f"the engine can't translate this: “{error}”")
