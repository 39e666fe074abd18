"""`dwibahasa sources`: which there are, and what one would bring in if it were visited now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import click

from pipeline.cli import options
from pipeline.model import NewsItem, PubStatus, SourceState
from pipeline.ports import Source


@click.group()
def sources() -> None:
    """See where news comes from, and try a source."""


@sources.command(name="list")
def list_sources() -> None:
    """List the sources of the configuration, the inbox among them."""
    from pipeline import bootstrap
    from pipeline.cli import screen

    settings = options.settings()
    minutes = settings.intake.interval_minutes
    screen.grid(
        ("name", "kind", "language", "every", "where"),
        (
            (
                source.name,
                source.kind,
                source.language or settings.translate.source,
                "run" if source.kind == "folder" else f"{source.interval_minutes or minutes} min",
                source.url or source.path,
            )
            for source in bootstrap.named_sources(settings)
        ),
    )
    bootstrap.build_sources(settings)  # what is wrong with one is told here, not by cron at night


@sources.command()
@click.argument("name")
@click.option("--limit", default=10, show_default=True, help="Stop after so many articles.")
def test(name: str, limit: int) -> None:
    """Visit the source NAME once and show what would come in; nothing is kept or translated."""
    from pipeline import bootstrap
    from pipeline.cli import screen

    found = {source.name: source for source in bootstrap.build_sources(options.settings())}
    if name not in found:
        raise click.UsageError(f"no source {name!r}; there are {', '.join(found)}")
    items, state = _visit(found[name], limit)
    if items:
        screen.grid(("published", "words", "title", "what becomes of it"), (_row(item) for item in items))
    for line in _remarks(items, state):
        click.echo(f"{name}: {line}", err=True)
    failed = (state and state.problem) or any(item.problem for item in items)
    click.get_current_context().exit(1 if failed else 0)


@sources.command()
@click.argument("name")
@click.argument("item", required=False)
def dismiss(name: str, item: str | None) -> None:
    """Take items of the source NAME that can't be read off the list of `dwibahasa status`.

    All of them, or the one whose name is ITEM. An item comes again when its source changes it.
    """
    from pipeline import bootstrap

    with bootstrap.opened_store(options.settings()) as store:
        waiting = store.inflow.unreadable(name)
        chosen = [guid for guid in waiting if item in (None, guid)]
        if item and not chosen:
            raise click.UsageError(
                f"{name} has no {item!r} on the list; there are {', '.join(waiting) or 'none'}"
            )
        for guid in chosen:
            store.inflow.dismiss(name, guid)
    click.echo(f"{len(chosen)} taken off the list")


def _visit(source: Source, limit: int) -> tuple[list[NewsItem], SourceState | None]:
    """Return the first items, and the state if the visit came to its end."""
    items: list[NewsItem] = []
    for one in source.poll(SourceState(), datetime.now(UTC), lambda _: None):
        if isinstance(one, SourceState):
            return items, one
        if len(items) == limit:
            break
        items.append(one)
    return items, None


def _remarks(items: Sequence[NewsItem], state: SourceState | None) -> Iterator[str]:
    if state is None:
        yield f"there is more; --limit {len(items) * 10} shows it"
        return
    yield from filter(None, (state.problem, state.notice))
    if state.retries:
        yield f"{len(state.retries)} pages can't be fetched at present and are tried again at the next visits"
    elif not items and not state.problem:
        yield "nothing there"


def _row(item: NewsItem) -> tuple[str, str, str, str]:
    paragraphs = item.manuscript.paragraphs if item.manuscript else ()
    published = item.manuscript.published if item.manuscript else item.meta.updated
    title = paragraphs[0].text if paragraphs else item.link or item.meta.guid
    words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
    if item.problem:
        fate = f"set aside: {item.problem}"
    elif item.meta.status is not PubStatus.USABLE:
        fate = f"{item.meta.status}: " + (
            "withdrawn" if item.meta.status is PubStatus.CANCELED else "not to be published"
        )
    elif item.meta.embargoed_until:
        fate = f"translated {item.direction}, embargoed until {item.meta.embargoed_until:%Y-%m-%d %H:%M %z}"
    else:
        fate = f"translated {item.direction}"
    return (f"{published:%Y-%m-%d %H:%M}" if published else "–", str(words or "–"), title, fate)
