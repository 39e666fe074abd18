"""Full-text indexes, and the database's own promise that what a person wrote stays."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

APPEND_ONLY = ("reviews", "verdicts", "audit", "revisions")
INDEXED = {"segments": ("source", "target"), "memory": ("source",)}


def upgrade() -> None:
    """Make the indexes and the triggers."""
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _sqlite() -> None:
    for table, columns in INDEXED.items():
        listed = ", ".join(columns)
        old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_text USING fts5({listed}, content='{table}', content_rowid='number',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
        out = f"INSERT INTO {table}_text({table}_text, rowid, {listed}) VALUES ('delete', old.number, {old});"  # noqa: S608 - names of ours
        into = f"INSERT INTO {table}_text(rowid, {listed}) VALUES (new.number, {new});"  # noqa: S608 - as above
        op.execute(f"CREATE TRIGGER {table}_text_in AFTER INSERT ON {table} BEGIN {into} END")
        op.execute(f"CREATE TRIGGER {table}_text_out AFTER DELETE ON {table} BEGIN {out} END")
        op.execute(
            f"CREATE TRIGGER {table}_text_new AFTER UPDATE OF {listed} ON {table} BEGIN {out} {into} END"
        )
    # How many entries hold a word: a search starts from the rare ones.
    op.execute("CREATE VIRTUAL TABLE memory_words USING fts5vocab('memory_text', 'row')")
    for table in APPEND_ONLY:
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_keep_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    op.execute(
        "CREATE TRIGGER comments_keep_update BEFORE UPDATE OF author, text, at, segment_key ON comments "
        "BEGIN SELECT RAISE(ABORT, 'a comment is never rewritten'); END"
    )
    op.execute(
        "CREATE TRIGGER comments_keep_delete BEFORE DELETE ON comments "
        "BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END"
    )


def _postgresql() -> None:
    for table, columns in INDEXED.items():
        joined = " || ' ' || ".join(columns)
        op.execute(f"CREATE INDEX ix_{table}_text ON {table} USING gin (to_tsvector('simple', {joined}))")
    op.execute(
        "CREATE FUNCTION dwibahasa_keep() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION dwibahasa_keep()"
        )
    op.execute(
        "CREATE TRIGGER comments_keep BEFORE DELETE OR UPDATE OF author, text, at, segment_key ON comments "
        "FOR EACH STATEMENT EXECUTE FUNCTION dwibahasa_keep()"
    )
