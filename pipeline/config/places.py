"""Where things lie: in the checkout, or in the wheel and the user's data folder."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent
CHECKOUT = PACKAGE.parent


def in_checkout() -> bool:
    """Tell whether the package runs from a checkout rather than from an installed wheel."""
    return (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "glossaries").is_dir()


def data_folder() -> Path:
    """Return where working data goes: the checkout's `data/`, or the user's data folder."""
    if in_checkout():
        return CHECKOUT / "data"
    from platformdirs import user_data_path  # noqa: PLC0415 - only a wheel needs it, start-up does not

    return user_data_path("dwibahasa", appauthor=False)


def bundled(name: str) -> Path:
    """Return a folder that ships with the product: `glossaries`, `data/models`, `data/samples`."""
    return (CHECKOUT if in_checkout() else PACKAGE / "_bundled") / name
