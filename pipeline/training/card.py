"""The model card: what a model was made of, how, how good it is, and what it is not for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline import __version__
from pipeline.training.evaluate import Score
from pipeline.training.preparation import Prepared
from pipeline.training.progress import read_log
from pipeline.training.recipe import Recipe, expand

_LANGUAGES = {"id": "Indonesian", "en": "English"}
_SCORES = "## Scores"


def model_card(recipe: Recipe, prepared: Prepared, log: Path) -> str:
    """Return the card of a model that was just trained, without scores."""
    network = recipe.network
    rows = read_log(log)
    last = rows[-1] if rows else {}
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
            "medicine or anything where an error harms somebody. It may leave out clauses of long sentences, "
            "misspell rare names and repeat itself on noisy lines."
        ),
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
            f"{last.get('epoch', '?')} epochs; loss {last.get('loss', '?')}, development loss "
            f"{last.get('development_loss') or 'not measured'}. The same recipe, pairs and code make the same model:"
        ),
        "",
        "| what | SHA-256 |",
        "|---|---|",
        f"| recipe | `{recipe.signature}` |",
        f"| pairs | `{prepared.data}` |",
        *([f"| weights to start from | `{prepared.start}` |"] if prepared.start else []),
        f"| code (version {__version__}) | `{code_signature()}` |",
        "",
    ]
    return "\n".join(lines)


def _corpora(recipe: Recipe, prepared: Prepared) -> list[str]:
    files = {one.path: one.kept for one in prepared.reports}
    return [
        f"| {Path(corpus.path).name} | {sum(files.get(str(path), 0) for path in expand(corpus.path)):,} "
        f"| {corpus.weight:g} | {corpus.origin} | {corpus.licence} |"
        for corpus in recipe.corpora
    ]


def _millions(tokens: str | None) -> str:
    return f"{int(tokens) / 1e6:.1f} million" if tokens else "?"


def code_signature() -> str:
    """Return a SHA-256 in hex over the code that trains."""
    total = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        total.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def with_scores(card: str, scores: Sequence[Score], command: str) -> str:
    """Return `card` with the scores that `command` gave today, in place of older ones."""
    rows = [
        [one.name, str(one.pairs), f"{one.bleu:.1f}", f"{one.chrf:.1f}"]
        + [_share(share) for share in (one.names, one.copies, one.figures)]
        + [f"{one.broken:.2%}"]
        for one in scores
    ]
    shown = [
        _SCORES,
        "",
        f"`{command}`, {datetime.now(tz=UTC):%Y-%m-%d}; bare sentences, nothing that the pipeline adds.",
        "",
        "| test set | pairs | BLEU | chrF | names | copies | figures | broken |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        *(f"- `{signature}`" for signature in dict.fromkeys(s for one in scores for s in one.signatures)),
        "",
    ]
    before, _, older = card.partition(_SCORES)
    _, heading, behind = older.partition("\n## ")
    return "\n".join([before.rstrip("\n"), "", *shown]) + (f"{heading}{behind}" if heading else "")


def _share(value: float | None) -> str:
    return f"{value:.1%}" if value is not None else "–"
