"""${message}."""

${imports if imports else "from alembic import op"}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the shape."""
    ${upgrades if upgrades else "raise ValueError('an empty migration')"}
