"""Run the migrations on the connection that `upkeep` hands over."""

from __future__ import annotations

from alembic import context

from pipeline.adapters.storage.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
