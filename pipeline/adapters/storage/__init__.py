"""What the desk knows, kept in SQLite by default and in PostgreSQL by URL; the same tables in both."""
