"""What the pipeline needs from outside, as protocols that adapters fulfil."""

from pipeline.ports.outside import Engine, Shelf, Source
from pipeline.ports.store import Articles, Memory, Work

__all__ = ["Articles", "Engine", "Memory", "Shelf", "Source", "Work"]
