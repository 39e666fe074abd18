"""Everything that touches the world outside: models, files, term bases, the shelf of editions."""
