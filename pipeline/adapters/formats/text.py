"""Plain text: paragraphs parted by empty lines, or one paragraph a line, in any encoding."""

from __future__ import annotations

import re
from itertools import pairwise

import charset_normalizer

from pipeline.errors import ArticleError
from pipeline.model import Manuscript, Paragraph

SUFFIXES = (".txt", ".text")

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
"""Byte order marks, the longer ones first: that of UTF-32 begins like that of UTF-16."""

_WRAPPED_AT = range(40, 101)
"""Columns at which mail and terminals wrap; a newspaper's own paragraphs are longer or differ more."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_BULLET = re.compile(r"\s*(?:[-•*·▪●–]\s|\(?\d{1,2}[.)]\s)")


def read(data: bytes, origin: str) -> Manuscript:
    """Read plain text.

    Raises:
        ArticleError: it is not text, or its encoding can't be told.
    """
    return Manuscript(origin, tuple(Paragraph(text) for text in paragraphs(decode(data))))


def decode(data: bytes) -> str:
    """Return the characters of `data`.

    Raises:
        ArticleError: it is not text, or its encoding can't be told.
    """
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "") or _wide(data)
    if encoding:
        text = _strictly(data, encoding)
    elif b"\0" in data:
        raise ArticleError("this is not text (it holds NUL bytes); save the article as UTF-8 text")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            text = _guessed(data, error.start)
    if _is_binary(text):
        raise ArticleError("this is not text (too many control characters); save the article as UTF-8 text")
    return text


def _wide(data: bytes) -> str:
    """Name the UTF-16 that a text without a mark is in: every other byte of its Latin letters is NUL."""
    sample = data[:2000]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2:
        return ""
    if not first and second * 4 > len(sample):
        return "utf-16-le"
    return "utf-16-be" if not second and first * 4 > len(sample) else ""


def _guessed(data: bytes, place: int) -> str:
    """Decode what is no UTF-8; `place` is the first byte that says so."""
    tried = data[:500_000].decode("utf-8", errors="replace")
    broken = tried.count("\ufffd")
    if sum(letter > "\x7f" for letter in tried) - broken > broken:
        # Read as Windows text it would print â€œ for every quotation mark that is whole.
        raise ArticleError(f"its UTF-8 is damaged at byte {place}; save the article as UTF-8 text again")
    beyond = sum(byte > 0x7F for byte in data[:500_000])
    if beyond * 4 < min(len(data), 500_000):
        # Indonesian and English are written in ASCII but for quotes, dashes and a name or two. A guess
        # from so few bytes takes the euro of a cp1252 price for a Cyrillic letter.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # five bytes of it stand for nothing: it is something else
    # Half a megabyte tells the encoding as well as ten, and a hundred times sooner.
    guess = charset_normalizer.from_bytes(data[:500_000]).best()
    if guess is None:
        raise ArticleError("the encoding can't be told; save the article as UTF-8 text") from None
    return _strictly(data, "cp1252" if guess.encoding in _LATIN else guess.encoding)


_LATIN = frozenset(
    {"latin_1", "cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "iso8859_15", "iso8859_2", "mac_iceland"}
)
"""What a guess from an Indonesian text may be called when all that it means is curly quotes of Windows."""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise ArticleError(f"this is not valid {encoding}; save the article as UTF-8 text") from None


def _is_binary(text: str) -> bool:
    sample = text[:10_000]
    return len(_CONTROL.findall(sample)) * 10 > len(sample)


def paragraphs(text: str) -> list[str]:
    """Part a text into paragraphs; lines of a hard-wrapped one are joined again."""
    blocks: list[list[str]] = [[]]
    for line in _BREAK.split(text):
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [paragraph for block in blocks for paragraph in _unwrapped(block)]


def _unwrapped(lines: list[str]) -> list[str]:
    """Join lines that were wrapped at a column; others are paragraphs of their own."""
    if len(lines) < 2 or max(map(len, lines)) not in _WRAPPED_AT:
        return lines
    width = max(map(len, lines))
    joined = [[lines[0]]]
    for before, line in pairwise(lines):
        first = line.split(maxsplit=1)[0]
        # A line was wrapped if the next one's first word had no room on it.
        if len(before) + 1 + len(first) > width - 3 and not _BULLET.match(line):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [" ".join(parts) for parts in joined]
