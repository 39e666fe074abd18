"""What the desk does beside the model: little, and no more for a sentence when there are many."""

from __future__ import annotations

from time import thread_time

from builders import ID_EN

from pipeline import bootstrap
from pipeline.config import bundled, load_settings
from pipeline.model import Hypothesis, Manuscript, Paragraph, Translation
from pipeline.stages import finish, prepare
from pipeline.stages.reassemble import sign
from pipeline.stages.segment import segment_article
from pipeline.stages.structure import structure

WORDS = 300


def articles(number: int) -> list[list[tuple[str, str]]]:
    """Put sentences of the corpus together to articles, each sentence with its translation."""
    lines = (bundled("data/corpus") / "economy.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [(left, right) for left, _, right in (line.partition("\t") for line in lines)]
    made: list[list[tuple[str, str]]] = [[]]
    for left, right in pairs * 10:
        if sum(len(source.split()) for source, _ in made[-1]) > WORDS:
            made.append([])
        made[-1].append((left, right))
        if len(made) > number:
            break
    return made[:number]


def test_articles_are_done_in_time_and_time_grows_with_their_number() -> None:
    settings = load_settings(environment={})
    terms, checks = bootstrap.build_terms(settings, ID_EN), bootstrap.build_checks(settings)
    engine = bootstrap.build_engine(load_settings({"engine": {"name": "echo"}}, {}), ID_EN)
    signature = sign(engine, terms, checks, settings)

    def seconds(number: int) -> float:
        start = thread_time()
        for pairs in articles(number):
            said = dict(pairs)
            page = Manuscript("x", tuple(Paragraph(source) for source, _ in pairs))
            article = structure(page, "x", ID_EN)
            segments = segment_article(article)
            prepared = prepare(article, segments, engine=engine, terms=terms, settings=settings)
            translations = [Translation((Hypothesis(said.get(one.text, one.text)),)) for one in segments]
            finish(prepared, translations, checks=checks, settings=settings, signature=signature)
        return thread_time() - start

    seconds(2)  # tables are read and expressions compiled once
    few, many = seconds(6), seconds(24)
    assert many / 24 < 0.1, "a thousand articles of 300 words take 20 to 30 seconds on an idle core"
    assert many < 4 * few * 2
