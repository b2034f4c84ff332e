"""Alembic runs this module; the connection, inside a transaction, comes from `record/shape.py`.

Whoever else imports it, such as a tool that looks at every module, migrates nothing.
"""

from alembic import context

from onrecord.record.schema import metadata

if hasattr(context, "config"):
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    context.run_migrations()
