"""Settings: flag > environment > TOML file > defaults.toml, read once, then frozen."""

from pipeline.config.loading import load_settings
from pipeline.config.places import bundled, data_folder, in_checkout
from pipeline.config.sections import (
    CheckSettings,
    EngineSettings,
    IntakeSettings,
    LogSettings,
    MemorySettings,
    PathSettings,
    RetentionSettings,
    ReviewSettings,
    RunSettings,
    Settings,
    StoreSettings,
    StyleSettings,
    TermSettings,
    TranslateSettings,
)
from pipeline.config.sources import SourceSettings

__all__ = [
    "CheckSettings",
    "EngineSettings",
    "IntakeSettings",
    "LogSettings",
    "MemorySettings",
    "PathSettings",
    "RetentionSettings",
    "ReviewSettings",
    "RunSettings",
    "Settings",
    "SourceSettings",
    "StoreSettings",
    "StyleSettings",
    "TermSettings",
    "TranslateSettings",
    "bundled",
    "data_folder",
    "in_checkout",
    "load_settings",
]
