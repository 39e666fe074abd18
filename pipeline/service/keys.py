"""Name an article by its file and its text."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from pipeline.model import Direction, Manuscript


def key_of(manuscript: Manuscript, direction: Direction) -> str:
    """Return the name of an article's files: readable, and different for every text and direction.

    Two sites may both send an `index.html`, and a corrected article arrives under its old name:
    neither may overwrite the other's edition. So eight digits of a digest follow the file's name.
    """
    digest = hashlib.sha256(str(direction).encode())
    for paragraph in manuscript.paragraphs:
        digest.update(b"\0" + paragraph.text.encode(errors="surrogatepass"))
    stem = re.split(r"[\\/]", manuscript.origin)[-1].rsplit(".", 1)[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{slug or 'article'}-{digest.hexdigest()[:8]}"
