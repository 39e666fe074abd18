"""The model card: what a model was made of, how, how good it is, and what it is not for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from pipeline import __version__
from pipeline.training.copying import Copied
from pipeline.training.measure import Measurement
from pipeline.training.preparation import Prepared
from pipeline.training.progress import read_log
from pipeline.training.recipe import Recipe

_LANGUAGES = {"id": "Indonesian", "en": "English"}
_SCORES = "## Scores"
_WEAKNESSES = """\
- Clauses of long sentences (over 40 words) are left out; rare words are replaced by likelier ones.
- Names that it has never met are misspelt now and then, and numbers written as words are not always kept.
- `dia` and `-nya` say neither *he* nor *she*: English has to choose, and the model chooses by habit.
- Slang, dialect, verse and lists without sentences are poor; noisy lines may come out with repetitions.
- What it knows of people and places is what its corpora say (below); of what came later it knows nothing."""

_WITH_START = "The mean of these weights and of those that it started from."


@dataclass(frozen=True, slots=True)
class Making:
    """How a model was made, beside its recipe and its pairs.

    `log` is of its training, `code` the signature of what trained it, `note` what a person adds; `others` are the
    signatures of recipe and pairs of each training that it was averaged with, `with_start` whether with its own start.
    """

    log: Path
    code: str
    note: str = ""
    others: tuple[tuple[str, str], ...] = ()
    with_start: bool = False


def model_card(recipe: Recipe, prepared: Prepared, making: Making) -> str:
    """Return the card of a model that was just trained, without scores."""
    network = recipe.network
    note = " ".join(filter(None, (making.note, _WITH_START if making.with_start else "")))
    rows = read_log(making.log)
    last = rows[-1] if rows else {}
    watched = next(
        (row["development_loss"] for row in reversed(rows) if row["development_loss"]), "not measured"
    )
    source, target = _LANGUAGES[recipe.source], _LANGUAGES[recipe.target]
    terms = "yes" if recipe.augment.get("code_switch") else "no"
    start = f"the weights of `{Path(recipe.init).name}`" if recipe.init else "nothing but the pairs below"
    lines = [
        "---",
        f"language: [{recipe.source}, {recipe.target}]",
        "library_name: transformers",
        "pipeline_tag: translation",
        "tags: [marian, news]",
        "---",
        "",
        f"# {recipe.name}",
        "",
        (
            f"A MarianMT model from {source} to {target}, for news: {network.encoder_layers} encoder and "
            f"{network.decoder_layers} decoder layers of width {network.width}, {len(prepared.vocabulary):,} pieces. "
            f"Target forms written into the source are kept: {terms}."
        ),
        "",
        (
            "Made by `dwibahasa model train`, to be used by `dwibahasa translate`; transformers and CTranslate2 "
            "load the folder as it is. Decoding starts from `<pad>`, whose row is zero."
        ),
        "",
        "## Use",
        "",
        (
            f"For a first version that a person who reads both languages checks before it is published. One "
            f"sentence at a time, at most {recipe.batches.max_pieces} pieces. Not for publishing unread, nor for law, "
            "medicine or anything where an error harms somebody."
        ),
        "",
        "## Known weaknesses",
        "",
        _WEAKNESSES,
        "",
        "## Data",
        "",
        "| corpus | pairs | weight | origin | licence |",
        "|---|--:|--:|---|---|",
        *_corpora(recipe, prepared),
        "",
        "Sentences of the test sets are left out on either side, and so is the held-out part of the desk's own.",
        "",
        "## Training",
        "",
        (
            f"From {start}; {last.get('step', '?')} steps, {_millions(last.get('tokens'))} target tokens, "
            f"in epoch {last.get('epoch', '?')} at the end; loss {last.get('loss', '?')}, development loss {watched}. "
            f"{note}{' ' if note else ''}The same recipe, pairs and code make the same model:"
        ),
        "",
        "| what | SHA-256 |",
        "|---|---|",
        f"| recipe | `{recipe.signature}` |",
        f"| pairs | `{prepared.data}` |",
        *([f"| weights to start from | `{prepared.start}` |"] if prepared.start else []),
        *(
            f"| {what} of the training averaged with it | `{signature}` |"
            for other in making.others
            for what, signature in zip(("recipe", "pairs"), other, strict=True)
        ),
        f"| code (version {__version__}) | `{making.code}` |",
        "",
    ]
    return "\n".join(lines)


def _corpora(recipe: Recipe, prepared: Prepared) -> list[str]:
    """Return a row a corpus; a report's file belongs to the first corpus whose path means it."""
    rows = []
    waiting = list(prepared.reports)
    for corpus in recipe.corpora:
        pattern = re.sub(r"\$\{?\w+\}?|^~", "*", corpus.path)
        own = [one for one in waiting if fnmatch(one.path, pattern)]
        waiting = [one for one in waiting if one not in own]
        kept = sum(one.kept for one in own)
        rows.append(
            f"| {_shown(corpus.path)} | {kept:,} | {corpus.weight:g} | {corpus.origin} | {corpus.licence} |"
        )
    return rows


def _shown(path: str) -> str:
    """Return a corpus's path without what is only this machine's: variables, folders from the root."""
    return Path(path).name if Path(path).is_absolute() else re.sub(r"^(?:~|\$\{?\w+\}?)/", "", path)


def _millions(tokens: str | None) -> str:
    return f"{int(tokens) / 1e6:.1f} million" if tokens else "?"


def with_scores(card: str, found: Measurement, command: str) -> str:
    """Return `card` with the scores that `command` gave today, in place of older ones."""
    rows = [
        [one.name, str(one.pairs), f"{one.bleu:.1f}", f"{one.chrf:.1f}"]
        + [_share(share) for share in (one.names, one.copies, one.figures)]
        + [f"{one.broken:.2%}", f"{one.detached:.2%}"]
        for one in found.scores
    ]
    shown = [
        _SCORES,
        "",
        f"`{command}`, {datetime.now(tz=UTC):%Y-%m-%d}; bare sentences, nothing that the pipeline adds.",
        "",
        "| test set | pairs | BLEU | chrF | names | copies | figures | broken | made up |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        "Broken: nothing, or one thing three times. Made up: less like its own reference than like a stranger's.",
        "",
        *_abilities(found.abilities),
        *(
            f"- `{signature}`"
            for signature in dict.fromkeys(s for one in found.scores for s in one.signatures)
        ),
        "",
    ]
    before, _, older = card.partition(_SCORES)
    _, heading, behind = older.partition("\n## ")
    return "\n".join([before.rstrip("\n"), "", *shown]) + (f"{heading}{behind}" if heading else "")


def _abilities(found: Sequence[Copied]) -> list[str]:
    if not found:
        return []
    return [
        "| written into the source | given | came out |",
        "|---|--:|--:|",
        *(f"| {one.kind} | {one.given:,} | {_share(one.share)} |" for one in found),
        "",
    ]


def _share(value: float | None) -> str:
    return f"{value:.1%}" if value is not None else "–"
