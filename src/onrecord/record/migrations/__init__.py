"""Every shape that a record has had, as Alembic migrations."""
