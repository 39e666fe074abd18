"""Log lines that machines read: one JSON object a line, with run, article, stage and seconds where they apply."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

FIELDS = ("run", "stage", "article", "seconds", "segments", "words", "asked")
"""What a line may say beside its message; `asked` are the segments that the engine was asked for."""


class JsonLines(logging.Formatter):
    """Formats a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; an exception's traceback is a text in it."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            **{name: getattr(record, name) for name in FIELDS if getattr(record, name, None) is not None},
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
